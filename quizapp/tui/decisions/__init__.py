"""What the committee can decide about a row of a score table: one line each."""

from __future__ import annotations

from quizapp.tui.decisions.kind import Kind
from quizapp.tui.decisions.of_attempts import CHOOSE, OVERRIDE, REASSIGN, REINSTATE, VOID
from quizapp.tui.decisions.of_people import NOTE
from quizapp.tui.decisions.of_sittings import CLOSE, EXTEND

DECISIONS: tuple[Kind, ...] = (
    CHOOSE,
    EXTEND,
    CLOSE,
    NOTE,
    OVERRIDE,
    REASSIGN,
    VOID,
    REINSTATE,
)
