"""Where whatever happened becomes a sentence and an exit status.

Beside the score book's keeper, which must not stop a sitting, nothing else in the program catches everything.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from quizapp import __version__
from quizapp.domain.errors import CalledWrongly, Faulty, MachineRefused, QuizError

if TYPE_CHECKING:
    from quizapp.language import Language

Keep: TypeAlias = Callable[[str], str]
"""Keeps a report of what was not expected and returns where; "" where that cannot be."""

DONE = 0
REFUSED = 1
CALLED_WRONGLY = 2
MACHINE_REFUSED = 3
INTERRUPTED = 130


def guarded(
    speak: Callable[[], Language], action: Callable[[], int], *, keep: Keep = lambda _: "", is_debug: bool = False
) -> int:
    """Return the exit status of an action, having told a person what stopped it, and kept what nobody expected."""
    try:
        _stand_in_for_closed()
        _prepare(sys.stdout, sys.stderr)
        status = action()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 # this is the edge: no traceback reaches a person
        if _is_closed_pipe(error):
            _leave_pipe()
            return DONE
        return _complain(speak, error, keep, is_debug=is_debug)
    return status


def _is_closed_pipe(error: Exception) -> bool:
    """Return whether nobody reads standard output any more: Windows calls that an invalid argument."""
    if not isinstance(error, OSError):
        return False
    return isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and error.filename is None)


def trace(error: BaseException) -> Iterator[str]:
    """Return where an error happened and what led to it, in lines: no values and no messages, which may quote a key."""
    import traceback

    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from trace(before)
        yield ""
    yield "Traceback (most recent call last):"
    yield from "".join(traceback.format_tb(error.__traceback__)).splitlines()
    code = getattr(error, "code" if isinstance(error, QuizError) else "errno", None)
    yield f"{type(error).__module__}.{type(error).__qualname__}" + (f" ({code})" if code is not None else "")


def _complain(speak: Callable[[], Language], error: Exception, keep: Keep, *, is_debug: bool) -> int:
    kept = "" if isinstance(error, QuizError | OSError) else keep(_report(error))
    try:
        if is_debug:
            sys.stderr.write("\n".join(trace(error)) + "\n")
        for line in _sentences(speak(), error, kept):
            sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody hears it; the exit status still tells.
        _leave_pipe()
    return _status(error)


def _report(error: Exception) -> str:
    """Return what whoever mends the program needs to know."""
    import platform

    head = f"quizapp {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([head, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "", *trace(error), ""])


def _sentences(language: Language, error: Exception, kept: str) -> list[str]:
    match error:
        case Faulty():
            return [*(language.fault(fault) for fault in error.faults), language.say(error.code, **_counted(error))]
        case QuizError():
            return [language.error(error)]
        case OSError():
            # What has no name is standard output: files are told of with theirs.
            code = "command.machine-refused" if error.filename else "command.output-refused"
            return [language.say(code, file=error.filename or "", number=error.errno or 0)]
    return [language.say("command.unexpected", file=kept) if kept else language.say("command.unexpected-unkept")]


def _counted(error: Faulty) -> dict[str, object]:
    return {"count": len(error.faults), **error.values}


def _status(error: Exception) -> int:
    match error:
        case CalledWrongly():
            return CALLED_WRONGLY
        case QuizError() if not isinstance(error, MachineRefused):
            return REFUSED
    return MACHINE_REFUSED


def _stand_in_for_closed() -> None:
    """Put something in the place of streams that were closed before the start, as a pipe that nobody reads.

    Else the next file opened would get their number, and be written into by whoever writes to them.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115 # open to the end


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
