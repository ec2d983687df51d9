"""Whether a candidate may go to a paper now: asked at the door, before any screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizapp.domain.attempt import rules
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.paper import Paper
from quizapp.services.invigilating import may_be_overruled
from quizapp.services.publications import check_clock, published
from quizapp.services.score_book import look
from quizapp.services.starting import identify, standing, usable
from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Who may go where."""

    paper: Paper
    candidate: Candidate | None
    """None where the app is to ask who sits."""


def admit(place: Workplace, wanted: str, candidate_id: str = "", name: str = "") -> Admitted:
    """Return the paper and the candidate, where one may begin or go on.

    Raises CalledWrongly for an unknown paper; Refused for one that cannot be sat now, or an unknown candidate.
    """
    paper = usable(place.library.paper(wanted))
    now = place.clock.read().at
    if candidate_id:
        candidate = identify(place.home, candidate_id, name)
        stands = standing(place.home, place.clock, paper, candidate, place.class_id, place.library)
        if stands.under_way is None:
            _check(place, paper, lambda: stands.check_start(now))
        return Admitted(paper=paper, candidate=candidate)
    if not _somebody_sits(place, paper):
        _check(place, paper, lambda: _check_clocks(place, paper, now))
    return Admitted(paper=paper, candidate=None)


def _check_clocks(place: Workplace, paper: Paper, now: datetime) -> None:
    carried = published(place.home, paper.id)
    if carried is not None:
        check_clock(carried.made_at, now)
    rules.may_start(paper, 0, now)


def _check(place: Workplace, paper: Paper, look_at: Callable[[], None]) -> None:
    """Refuse what is refused at the door, but not what an invigilator may overrule at the cover."""
    try:
        look_at()
    except Refused as refusal:
        if not may_be_overruled(place.home, paper.id, refusal):
            raise


def _somebody_sits(place: Workplace, paper: Paper) -> bool:
    """Return whether there is an attempt to go on with: more time may have been given beyond the window."""
    book = look(place.home, place.clock, place.class_id)
    return any(doc["paper"] == paper.id and doc["status"] == "in_progress" for doc in book.scores)
