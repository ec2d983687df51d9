"""A person's practice: what can happen in it, as facts in the past tense, and what they amount to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar, TypeAlias

from quizapp.domain.item import Response
from quizapp.domain.moment import Moment


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


ENOUGH = 2
"""Right answers in a row after which an item leaves the mistakes book. Source: issue 4, Practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProgress:
    """How a person stands with one item."""

    done: int = 0
    """How often it was answered."""
    is_mistake: bool = False
    """Whether it is in the mistakes book."""
    right_in_a_row: int = 0
    is_starred: bool = False


UNTOUCHED = ItemProgress()


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeProgress:
    """How a person stands with all items they met."""

    items: Mapping[str, ItemProgress] = field(default_factory=dict)
    """By the item's id."""
    streak: int = 0
    """How many answers in a row were right, up to the last one."""

    def of(self, item: str) -> ItemProgress:
        """Return how the person stands with an item."""
        return self.items.get(item, UNTOUCHED)

    @property
    def mistakes(self) -> frozenset[str]:
        """The ids in the mistakes book, 错题本."""
        return frozenset(item for item, one in self.items.items() if one.is_mistake)

    @property
    def starred(self) -> frozenset[str]:
        """The ids of starred items, 收藏."""
        return frozenset(item for item, one in self.items.items() if one.is_starred)


def fold(events: Iterable[PracticeEvent]) -> PracticeProgress:
    """Return what all of a person's events amount to."""
    items: dict[str, ItemProgress] = {}
    streak = 0
    for event in events:
        items[event.item] = _item_after(items.get(event.item, UNTOUCHED), event)
        streak = _streak_after(streak, event)
    return PracticeProgress(items=items, streak=streak)


def evolve(progress: PracticeProgress, event: PracticeEvent) -> PracticeProgress:
    """Return how a person stands after one more event."""
    items = {**progress.items, event.item: _item_after(progress.of(event.item), event)}
    return PracticeProgress(items=items, streak=_streak_after(progress.streak, event))


def _item_after(before: ItemProgress, event: PracticeEvent) -> ItemProgress:
    if not isinstance(event, Practised):
        return replace(before, is_starred=event.is_starred)
    if event.share != 1:
        return replace(before, done=before.done + 1, is_mistake=True, right_in_a_row=0)
    in_a_row = before.right_in_a_row + 1
    stays = before.is_mistake and in_a_row < ENOUGH
    return replace(before, done=before.done + 1, is_mistake=stays, right_in_a_row=in_a_row)


def _streak_after(before: int, event: PracticeEvent) -> int:
    if not isinstance(event, Practised):
        return before
    return before + 1 if event.share == 1 else 0
