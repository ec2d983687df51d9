"""Marks from outside, and the weighted total of a class: what each person earned of each component, and the ranks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, NamedTuple, TypeAlias

from quizapp.domain.candidate import same_number
from quizapp.domain.exact_numbers import ranks
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


class Component(NamedTuple):
    """A paper, or a name of marks from outside."""

    name: str
    """A paper's id, or the name itself."""
    title: str
    weight: Fraction | None
    """Its share of the total; None where nothing is weighed."""
    is_outside: bool


class EarnedShare(NamedTuple):
    """What somebody earned of a component."""

    share: Fraction | None
    """Of 1; None where it is missing."""
    reason: str = ""
    """Why it is: absent, deferred, exempt, misconduct, left, marking, handed_in, in_progress, void or none."""
    is_made_up: bool = False
    """Whether it was earned at a make-up of the paper."""


class Person(NamedTuple):
    """Somebody of the class, or who sat with it."""

    id: str
    name: str
    unit: str = ""
    post: str = ""
    group: str = ""


class PersonTotal(NamedTuple):
    """One person's shares of the components, their total and their rank."""

    id: str
    name: str
    unit: str
    post: str
    group: str
    shares: tuple[Fraction | None, ...]
    """Of each component, of 1."""
    missing: tuple[tuple[int, str], ...]
    """The places of the components that are missing, from 0, with the reason."""
    total: Fraction | None
    """Of 100; None where something is missing, or nothing is weighed."""
    rank: int | None
    made_up: tuple[int, ...] = ()
    """The places of the components that were earned at a make-up, from 0."""


class ClassTotals(NamedTuple):
    """The totals of a whole class, by its components."""

    components: tuple[Component, ...]
    people: tuple[PersonTotal, ...]


def totals_of(components: Sequence[Component], people: Iterable[tuple[Person, Sequence[EarnedShare]]]) -> ClassTotals:
    """Return everybody's total and rank, in the order given; each has what they earned of each component."""
    unranked = [_person(components, person, earned) for person, earned in people]
    known = [one.total for one in unranked if one.total is not None]
    places = iter(ranks(known))
    ranked = (one if one.total is None else one._replace(rank=next(places)) for one in unranked)
    return ClassTotals(components=tuple(components), people=tuple(ranked))


def better(several: Sequence[EarnedShare]) -> EarnedShare:
    """Return what counts of a paper and its make-ups, the paper's own first: the highest share that there is.

    Where there is none, one that waits to be marked or is being sat tells why, else the paper itself.
    """
    told = (one._replace(is_made_up=place > 0) for place, one in enumerate(several))
    known = [one for one in told if one.share is not None]
    if known:
        return max(known, key=lambda one: one.share or Fraction(0))
    waits = (one for reason in _WAITS for one in several if one.reason == reason)
    return next(waits, several[0])


_WAITS = ("marking", "handed_in", "in_progress")


def _person(components: Sequence[Component], person: Person, earned: Sequence[EarnedShare]) -> PersonTotal:
    return PersonTotal(
        *person,
        shares=tuple(one.share for one in earned),
        missing=tuple((place, one.reason) for place, one in enumerate(earned) if one.share is None),
        total=_total(components, earned),
        rank=None,
        made_up=tuple(place for place, one in enumerate(earned) if one.is_made_up),
    )


def _total(components: Sequence[Component], earned: Sequence[EarnedShare]) -> Fraction | None:
    total = Fraction(0)
    for component, one in zip(components, earned, strict=True):
        if component.weight is None or one.share is None:
            return None
        total += component.weight * one.share
    return 100 * total if components else None
