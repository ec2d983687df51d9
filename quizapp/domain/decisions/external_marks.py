"""Marks from outside, such as attendance or an essay written at home: facts in the past tense, the last one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, TypeAlias

from quizapp.domain.candidate import same_number
from quizapp.domain.moment import Moment

FULL = Fraction(100)
"""The full score where a file has no column for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideMarked:
    """A person brought in what a candidate earned at something that this program did not set."""

    KIND: ClassVar = "outside_marked"
    LATER: ClassVar = ("seen",)
    when: Moment
    name: str
    """What was marked, such as 考勤: marks of one name belong together."""
    candidate: str
    person: str = ""
    """The candidate's name, for a class without a roster."""
    marks: Fraction
    full: Fraction = FULL
    note: str = ""
    by: str
    checked_by: str = ""
    why: str = ""
    seen: str = ""
    """The head of the marks from outside that it was decided on; "" in what older versions wrote."""

    def says_the_same(self, other: OutsideMarked) -> bool:
        """Return whether the candidate has the same marks, full score and note by another one."""
        return (self.marks, self.full, self.note) == (other.marks, other.full, other.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideTakenBack:
    """A person took back a candidate's marks of that name: they are missing from then on, as if never brought in."""

    KIND: ClassVar = "outside_taken_back"
    LATER: ClassVar = ("seen",)
    when: Moment
    name: str
    candidate: str
    person: str = ""
    by: str
    checked_by: str = ""
    why: str
    seen: str = ""


OutsideFact: TypeAlias = OutsideMarked | OutsideTakenBack
OUTSIDE_EVENTS: tuple[type[OutsideFact], ...] = (OutsideMarked, OutsideTakenBack)


def standing_marks(events: Iterable[OutsideFact]) -> Mapping[str, Mapping[str, OutsideMarked]]:
    """Return what holds of each name, in the order in which names were first brought in, by the same number.

    A name of which everything was taken back stays, with nobody's marks: weights may name it, and all miss it.
    """
    found: dict[str, dict[str, OutsideMarked]] = {}
    for one in events:
        marks = found.setdefault(one.name, {})
        if isinstance(one, OutsideTakenBack):
            marks.pop(same_number(one.candidate), None)
        else:
            marks[same_number(one.candidate)] = one
    return found
