"""Where whatever happened becomes a sentence and an exit status.

Beside the score book's keeper, which must not stop a sitting, nothing else in the program catches everything.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, Faulty, MachineRefused, QuizError

if TYPE_CHECKING:
    from quizapp.language import Language

DONE = 0
REFUSED = 1
CALLED_WRONGLY = 2
MACHINE_REFUSED = 3
INTERRUPTED = 130


def guarded(speak: Callable[[], Language], action: Callable[[], int], *, is_debug: bool = False) -> int:
    """Return the exit status of an action, having told a person what stopped it."""
    try:
        _prepare(sys.stdout, sys.stderr)
        status = action()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 # this is the edge: no traceback reaches a person
        if _is_closed_pipe(error):
            _leave_pipe()
            return DONE
        return _told(speak, error, is_debug=is_debug)
    return status


def _is_closed_pipe(error: Exception) -> bool:
    """Return whether nobody reads standard output any more: Windows calls that an invalid argument."""
    if not isinstance(error, OSError):
        return False
    return isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and error.filename is None)


def _told(speak: Callable[[], Language], error: Exception, *, is_debug: bool) -> int:
    try:
        if is_debug:
            import traceback

            traceback.print_exception(error)
        for line in _sentences(speak(), error):
            sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody hears it; the exit status still tells.
        _leave_pipe()
    return _status(error)


def _sentences(language: Language, error: Exception) -> list[str]:
    match error:
        case Faulty():
            return [*(language.fault(fault) for fault in error.faults), language.say(error.code, **_counted(error))]
        case QuizError():
            return [language.error(error)]
        case OSError():
            # What has no name is standard output: files are told of with theirs.
            code = "command.machine-refused" if error.filename else "command.output-refused"
            return [language.say(code, file=error.filename or "", number=error.errno or 0)]
    return [language.say("command.unexpected", kind=type(error).__name__)]


def _counted(error: Faulty) -> dict[str, object]:
    return {"count": len(error.faults), **error.values}


def _status(error: Exception) -> int:
    match error:
        case CalledWrongly():
            return CALLED_WRONGLY
        case MachineRefused() | OSError():
            return MACHINE_REFUSED
    return REFUSED


def _prepare(*streams: object) -> None:
    """Keep a character that a terminal's encoding lacks from stopping the program."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _leave_pipe() -> None:
    """Point the streams nowhere, so that closing them at the end does not complain of the closed pipe again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
