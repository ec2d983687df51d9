"""What can happen in a person's practice, as facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, TypeAlias

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.item import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A question was answered, and its answer judged."""

    KIND: ClassVar = "practised"
    when: Moment
    item: str
    response: Response
    """() where the person asked for the key instead."""
    share: Fraction
    """Of the marks earned, within [0, 1]: 1 is right, all else is not."""
    order: tuple[int, ...] = ()
    """The bank's positions of the choices in the order shown; () is the bank's own."""
    is_own_word: bool = False
    """Whether the person judged it themselves, as a text must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Starred:
    """A question was starred, or its star taken away."""

    KIND: ClassVar = "starred"
    when: Moment
    item: str
    is_starred: bool


PracticeEvent: TypeAlias = Practised | Starred

PRACTICE_EVENTS: tuple[type[PracticeEvent], ...] = (Practised, Starred)
