"""quizapp scores enter --keyed: the screen on which answers are keyed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk


def open_screen(desk: Desk, paper: str, *, is_second: bool, by: str) -> int:
    """Open the screen on a paper; return the exit status. Raises CalledWrongly without a terminal, Refused."""
    from quizapp.cli.opening import need_terminal
    from quizapp.services.keying import FIRST, SECOND
    from quizapp.services.starting import usable

    rules = usable(desk.workplace.library.paper(paper))
    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("keying-nobody-keys")
    need_terminal()
    from quizapp.tui.app import run
    from quizapp.tui.keying_visit import Wanted

    wanted = Wanted(round=SECOND if is_second else FIRST, by=named)
    return run(desk.workplace, desk.language, paper=rules.id, keying=wanted)
