"""What every start goes through: the global options read, and the app opened with as little loaded as can be.

The global options are read off the front without the parser, which must know its language first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.domain.errors import CalledWrongly, QuizError, Refused
from quizapp.language import Language
from quizapp.settings import Options

if TYPE_CHECKING:
    from quizapp.services.ports.workplace import Workplace


TAKES_VALUE = ("--home", "--banks", "--lang")


def read_options(arguments: Sequence[str]) -> tuple[Options, tuple[str, ...]]:
    """Return the global options at the front and what follows them, from the first word that is none of them on."""
    given: dict[str, list[str]] = {name: [] for name in TAKES_VALUE}
    is_debug = False
    rest = list(arguments)
    while rest:
        name, equals, value = rest[0].partition("=")
        if rest[0] == "--debug":
            is_debug = True
        elif name in TAKES_VALUE and equals:
            given[name].append(value)
        elif name in TAKES_VALUE and len(rest) > 1:
            given[name].append(rest.pop(1))
        else:
            break
        del rest[0]
    options = Options(
        home="".join(given["--home"][-1:]),
        banks=tuple(given["--banks"]),
        lang="".join(given["--lang"][-1:]),
        debug=is_debug,
    )
    return options, tuple(rest)


def open_app(options: Options, language: Language) -> int:
    """Show the app's home until it is left; return the exit status.

    Raises CalledWrongly("no-terminal") where there is no screen to show it on.
    """
    need_terminal()
    with wiring.opened(options) as there:
        try:
            place = wiring.workplace(wiring.settings(there))
        except QuizError as trouble:
            place = to_go_on(there, trouble)
        return show(place, language)


def to_go_on(options: Options, trouble: QuizError) -> Workplace:
    """Return a place to go on in with attempts under way, whatever is wrong beside them; raises that where none is."""
    from quizapp.services.sitting.agenda import under_way

    place = wiring.place_to_go_on(options, trouble)
    if options.archive or not under_way(place.home, place.clock):
        raise trouble
    return place


def show(workplace: Workplace, language: Language, *, paper: str = "", candidate: str = "", name: str = "") -> int:
    """Show the app, straight in a paper where one is given; return the exit status."""
    if workplace.archive:
        raise Refused("archived-read-only", file=workplace.archive)
    from quizapp.services.ports.workplace import keep_second_copy
    from quizapp.tui.app import run

    status = run(workplace, language, paper=paper, candidate=candidate, name=name)
    trouble = keep_second_copy(workplace)
    if trouble is not None:
        sys.stderr.write(language.error(trouble) + "\n")
    return status


def has_terminal() -> bool:
    """Return whether a screen can be shown."""
    # Textual reads keys from standard input and paints on standard error.
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def need_terminal() -> None:
    """Refuse to go on where no screen can be shown. Raises CalledWrongly."""
    if not has_terminal():
        raise CalledWrongly("no-terminal")
