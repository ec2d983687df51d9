"""Whether a 学号 is one of the class's."""

from __future__ import annotations

from quizapp.domain.candidate import Numbered
from quizapp.domain.errors import Refused
from quizapp.services.ports import Home


def check_known(home: Home, candidate: str) -> None:
    """Refuse a number that the roster does not have; without a roster everybody is welcome. Raises Refused."""
    roster = Numbered((one.id, one) for one in home.roster.candidates())
    if roster and candidate not in roster:
        raise Refused("candidate-unknown", id=candidate)
