"""Whether a 学号 is one of the class's, and what is said where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.candidate import CandidateIndex, near_ids
from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.services.ports.home import Home


def check_known(home: Home, candidate: str) -> None:
    """Refuse a number that the roster never had; without a roster everybody is welcome. Raises Refused."""
    everybody = CandidateIndex((one.id, one) for one in home.roster.roll().everybody)
    if everybody and candidate not in everybody:
        raise unknown(candidate, everybody)


def unknown(candidate: str, known: Iterable[str]) -> Refused:
    """Return that the roster has no such number, with those that may have been meant."""
    near = near_ids(candidate, known)
    if near:
        return Refused("candidate-unknown-near", id=candidate, near=" ".join(near))
    return Refused("candidate-unknown", id=candidate)
