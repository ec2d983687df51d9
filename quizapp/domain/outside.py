"""Marks from outside, such as attendance or an essay written at home: facts in the past tense, the last one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.attempt.moment import Moment

FULL = Fraction(100)
"""The full score where a file has no column for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideMarked:
    """A person brought in what a candidate earned at something that this program did not set."""

    KIND: ClassVar = "outside_marked"
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

    def says_the_same(self, other: OutsideMarked) -> bool:
        """Return whether the candidate has the same marks, full score and note by another one."""
        return (self.marks, self.full, self.note) == (other.marks, other.full, other.note)


OUTSIDE_EVENTS: tuple[type[OutsideMarked], ...] = (OutsideMarked,)


def standing_marks(events: Iterable[OutsideMarked]) -> Mapping[str, Mapping[str, OutsideMarked]]:
    """Return what holds of each name, in the order in which names were first brought in, by candidate."""
    found: dict[str, dict[str, OutsideMarked]] = {}
    for one in events:
        found.setdefault(one.name, {})[one.candidate] = one
    return found
