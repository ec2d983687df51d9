"""Whether a candidate may go to a paper now: asked at the door, before any screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizapp.domain.attempt import rules
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.paper import Paper
from quizapp.services.door import at_door
from quizapp.services.invigilating import may_be_overruled
from quizapp.services.publications import check_clock, published
from quizapp.services.starting import standing
from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Who may go where."""

    paper: str
    """Its id."""
    candidate: Candidate | None
    """None where the app is to ask who sits."""


def admit(place: Workplace, wanted: str, candidate_id: str = "", name: str = "") -> Admitted:
    """Return the paper and the candidate, where one may begin or go on.

    Raises CalledWrongly for an unknown paper; Refused for one that cannot be sat now, or an unknown candidate.
    """
    door = at_door(place, wanted)
    if not candidate_id:
        # More time may have been given beyond the window to who goes on.
        if not door.going_on:
            _check_begin(place, door.paper)
        return Admitted(paper=door.id, candidate=None)
    candidate = door.identify(place.home, candidate_id, name)
    if door.attempt_of(candidate.id) is None:
        stands = standing(place.home, place.clock, door.paper, candidate, place.class_id, place.library)
        _check(place, door.id, lambda: stands.check_start(place.clock.read().at))
    return Admitted(paper=door.id, candidate=candidate)


def _check_begin(place: Workplace, paper: Paper) -> None:
    now = place.clock.read().at
    _check(place, paper.id, lambda: _check_clocks(place, paper, now))


def _check_clocks(place: Workplace, paper: Paper, now: datetime) -> None:
    carried = published(place.home, paper.id)
    if carried is not None:
        check_clock(carried.made_at, now)
    rules.may_start(paper, 0, now)


def _check(place: Workplace, paper: str, look_at: Callable[[], None]) -> None:
    """Refuse what is refused at the door, but not what an invigilator may overrule at the cover."""
    try:
        look_at()
    except Refused as refusal:
        if not may_be_overruled(place.home, paper, refusal):
            raise
