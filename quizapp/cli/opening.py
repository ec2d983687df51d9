"""Opening the app, with as little loaded before it as can be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, QuizError, Refused

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.workplace import Workplace
    from quizapp.settings import Options


def open_app(options: Options, language: Language) -> int:
    """Show the app's home until it is left; return the exit status.

    Raises CalledWrongly("no-terminal") where there is no screen to show it on.
    """
    from quizapp import wiring

    need_terminal()
    with wiring.opened(options) as there:
        try:
            place = wiring.workplace(wiring.settings(there))
        except QuizError as trouble:
            place = to_go_on(there, trouble)
        return show(place, language)


def to_go_on(options: Options, trouble: QuizError) -> Workplace:
    """Return a place to go on in with attempts under way, whatever is wrong beside them; raises that where none is."""
    from quizapp import wiring
    from quizapp.services.agenda import under_way

    place = wiring.place_to_go_on(options, trouble)
    if options.archive or not under_way(place.home, place.clock):
        raise trouble
    return place


def show(workplace: Workplace, language: Language, *, paper: str = "", candidate: str = "", name: str = "") -> int:
    """Show the app, straight in a paper where one is given; return the exit status."""
    if workplace.archive:
        raise Refused("archived-read-only", file=workplace.archive)
    from quizapp.services.second_copy import keep_second_copy
    from quizapp.tui.app import run

    status = run(workplace, language, paper=paper, candidate=candidate, name=name)
    trouble = keep_second_copy(workplace)
    if trouble is not None:
        sys.stderr.write(language.error(trouble) + "\n")
    return status


def need_terminal() -> None:
    """Refuse to go on where no screen can be shown. Raises CalledWrongly."""
    # Textual reads keys from standard input and paints on standard error.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise CalledWrongly("no-terminal")
