"""Practice: what a person answers for themselves, apart from any score, and the rounds made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from quizapp.domain.banks.bank import ItemBank, is_within
from quizapp.domain.item import Difficulty, Item, Marking, Response
from quizapp.domain.moment import Moment
from quizapp.domain.papers.chance import permutation, rank
from quizapp.domain.papers.paper import Question


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


Scope = Literal["all", "mistakes", "starred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeItem:
    """An item that may be practised, and whose it is."""

    item: Item
    bank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeChoice:
    """What a person wants to practise; what is empty is not asked for."""

    scope: Scope = "all"
    banks: tuple[str, ...] = ()
    topic: str = ""
    """Those under it come with it."""
    type: str = ""
    """A case is of its own type, whatever its questions are."""
    difficulty: Difficulty = ""


def practisable(banks: Iterable[ItemBank], hidden: frozenset[str] = frozenset()) -> tuple[PracticeItem, ...]:
    """Return what may be practised of a pool: ready items that are not for exams and not hidden.

    Of a case the questions that nobody could judge are left out.
    Source: exam-rules, Navigation and feedback; banks-and-papers, A bank.
    """
    return tuple(_entries(banks, hidden))


def _entries(banks: Iterable[ItemBank], hidden: frozenset[str]) -> Iterator[PracticeItem]:
    for bank in banks:
        if bank.use == "exam":
            continue
        for item in bank.ready:
            judged = tuple(part for part in item.asked if part.can_be_judged)
            if judged and not item.is_among(hidden):
                yield PracticeItem(item=item.with_parts(judged), bank=bank.id)


def chosen(
    entries: Iterable[PracticeItem], choice: PracticeChoice, progress: PracticeProgress
) -> Iterator[PracticeItem]:
    """Give what a person chose, in the pool's order.

    Texts to write take longer than a question, so that they come only where their type, the mistakes or the stars
    are asked for; with their case they always come.
    """
    # worked out once: it goes through all that the person ever practised
    own = None if choice.scope == "all" else _own(choice, progress)
    return (entry for entry in entries if _fits(entry, choice, own))


def count(entries: Iterable[PracticeItem], choice: PracticeChoice, progress: PracticeProgress) -> int:
    """Return how many questions a choice has: of mistakes and stars those themselves, without the rest of their case.

    What is no longer in the pool, or is hidden just now, does not count.
    """
    fitting = (part.id for entry in chosen(entries, choice, progress) for part in entry.item.asked)
    if choice.scope == "all":
        return sum(1 for _ in fitting)
    return len(_own(choice, progress) & frozenset(fitting))


def _fits(entry: PracticeItem, choice: PracticeChoice, own: frozenset[str] | None) -> bool:
    item = entry.item
    if own is None and item.NEEDS_PERSON and choice.type != item.TYPE:
        return False
    return (
        (not choice.banks or entry.bank in choice.banks)
        and choice.type in ("", item.TYPE)
        and choice.difficulty in ("", item.difficulty)
        and (not choice.topic or any(is_within(one.topic, choice.topic) for one in (item, *item.parts)))
        and (own is None or item.is_among(own))
    )


def _own(choice: PracticeChoice, progress: PracticeProgress) -> frozenset[str]:
    """Return the person's own that are asked for: their mistakes, or what they starred."""
    return progress.mistakes if choice.scope == "mistakes" else progress.starred


def draw(
    entries: Iterable[PracticeItem], choice: PracticeChoice, progress: PracticeProgress, *, seed: str, most: int | None
) -> tuple[Question, ...]:
    """Return one round of what was chosen: `most` questions, or all where that is None.

    What was answered least comes first, so that round after round all of it is met before anything comes twice; among
    equals the seed decides. A case that is begun is finished, and stands whole.
    """
    fitting = [entry.item for entry in chosen(entries, choice, progress)]
    fitting.sort(key=lambda item: (min(progress.of(part.id).done for part in item.asked), rank(seed, "item", item.id)))
    return tuple(_numbered(fitting, seed, most))


def share_of(question: Question, response: Response) -> Fraction | None:
    """Return the share a response earns; None where only a person can say."""
    return question.item.fraction(response, question.marking) if response else Fraction(0)


def _numbered(items: Iterable[Item], seed: str, most: int | None) -> Iterator[Question]:
    number = 0
    for item in items:
        if most is not None and number >= most:
            return
        for place, part in enumerate(item.asked):
            number += 1
            yield Question(
                number=number,
                section=0,
                item=part,
                order=_order(part, seed),
                marking=Marking(scheme=part.scheme(""), marks=part.marks, option_marks=part.option_marks),
                case=item.id if item.parts else "",
                stimulus=item.material_for(place),
                stage=item.stage_of(place),
            )


def _order(item: Item, seed: str) -> tuple[int, ...]:
    """Return an order for its choices: options are shuffled, so that the answer is remembered and not its letter."""
    if item.keep_order and not item.ALWAYS_SHUFFLED:
        return ()
    order = permutation(seed, item.id, len(item.choices))
    gives_key_away = item.ALWAYS_SHUFFLED and order and order == tuple(range(len(order)))
    return (*order[1:], order[0]) if gives_key_away else order
