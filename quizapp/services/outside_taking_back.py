"""Taking back marks from outside that should never have been there: one candidate's, or all of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.deciding import check_decider
from quizapp.domain.decisions import NOTHING_DECIDED
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import is_own
from quizapp.domain.outside import OutsideTakenBack, standing_marks
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.essay_marks import Marker
    from quizapp.domain.outside import OutsideFact, OutsideMarked
    from quizapp.services.workplace import Workplace


class TakenBack(NamedTuple):
    """What no longer holds."""

    name: str
    marks: tuple[OutsideMarked, ...]
    has_own: bool
    """Whether a mark of whoever took it back is among them, with nobody else to check it."""


def take_back(place: Workplace, wanted: str, candidate: str, by: Marker, *, dry_run: bool = False) -> TakenBack:
    """Take back one candidate's marks of a name, or everybody's where none is named; with `dry_run` only say which.

    Raises Refused where there are none, without a reason, and where one's own are named; MachineRefused.
    """
    name, whom = clean_line(wanted), clean_line(candidate)
    now = place.clock.read()
    marks: Sequence[OutsideMarked] = ()

    def make(facts: Sequence[OutsideFact], head: str) -> list[OutsideTakenBack]:
        nonlocal marks
        marks = _marks(facts, name, whom)
        # Of a whole list the decider's own may be one: a class's committee is of the class. It is told, not refused.
        check_decider(by, *([_person(marks[0])] if whom else []))
        return [_taken_back(one, by, now, head or NOTHING_DECIDED) for one in marks]

    if dry_run:
        make(place.home.outside_marks.read(), "")
    else:
        place.home.outside_marks.decide(make)
        values = {"name": name, "candidate": whom, "count": str(len(marks)), "checked_by": by.checked_by, "why": by.why}
        place.home.log.record(now.at, "outside-taken-back", by.by, values)
    return TakenBack(name, tuple(marks), any(_is_unchecked(one, by) for one in marks))


def _marks(facts: Sequence[OutsideFact], name: str, candidate: str) -> Sequence[OutsideMarked]:
    everything = standing_marks(facts)
    standing = everything.get(name, {})
    if not standing:
        known = "、".join(one for one, marks in everything.items() if marks)
        raise Refused("outside-name-unknown", name=name, known=known or "-")
    number = same_number(candidate)
    if number and number not in standing:
        raise Refused("outside-no-mark", name=name, id=candidate)
    return [standing[number]] if number else list(standing.values())


def _taken_back(one: OutsideMarked, by: Marker, now: Moment, seen: str) -> OutsideTakenBack:
    return OutsideTakenBack(
        when=now,
        name=one.name,
        candidate=one.candidate,
        person=one.person,
        by=by.by,
        checked_by=by.checked_by,
        why=by.why,
        seen=seen,
    )


def _is_unchecked(one: OutsideMarked, by: Marker) -> bool:
    person = _person(one)
    return is_own(person, by.by) and (not by.checked_by or is_own(person, by.checked_by))


def _person(one: OutsideMarked) -> Candidate:
    return Candidate(id=one.candidate, name=one.person)
