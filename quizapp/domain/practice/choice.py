"""What can be practised, and what of it a person chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.bank import ItemBank
from quizapp.domain.course import is_within
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.practice.progress import Progress

Scope = Literal["all", "mistakes", "starred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item that may be practised, and whose it is."""

    item: Item
    bank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person wants to practise; what is empty is not asked for."""

    scope: Scope = "all"
    banks: tuple[str, ...] = ()
    topic: str = ""
    """Those under it come with it."""
    type: str = ""
    """A case is of its own type, whatever its questions are."""
    difficulty: Difficulty = ""


def practisable(banks: Iterable[ItemBank], hidden: frozenset[str] = frozenset()) -> tuple[Entry, ...]:
    """Return what may be practised of a pool: ready items that are not for exams and not hidden.

    Of a case the questions that nobody could judge are left out.
    Source: exam-rules, Navigation and feedback; banks-and-papers, A bank.
    """
    return tuple(_entries(banks, hidden))


def _entries(banks: Iterable[ItemBank], hidden: frozenset[str]) -> Iterator[Entry]:
    for bank in banks:
        if bank.use == "exam":
            continue
        for item in bank.ready:
            judged = tuple(part for part in item.asked if _can_be_judged(part))
            if judged and not item.is_among(hidden):
                yield Entry(item=item.with_parts(judged), bank=bank.id)


def chosen(entries: Iterable[Entry], choice: Choice, progress: Progress) -> Iterator[Entry]:
    """Give what a person chose, in the pool's order.

    Texts to write take longer than a question, so that they come only where their type, the mistakes or the stars
    are asked for; with their case they always come.
    """
    # worked out once: it goes through all that the person ever practised
    own = None if choice.scope == "all" else _own(choice, progress)
    return (entry for entry in entries if _fits(entry, choice, own))


def count(entries: Iterable[Entry], choice: Choice, progress: Progress) -> int:
    """Return how many questions a choice has: of mistakes and stars those themselves, without the rest of their case.

    What is no longer in the pool, or is hidden just now, does not count.
    """
    fitting = (part.id for entry in chosen(entries, choice, progress) for part in entry.item.asked)
    if choice.scope == "all":
        return sum(1 for _ in fitting)
    return len(_own(choice, progress) & frozenset(fitting))


def _fits(entry: Entry, choice: Choice, own: frozenset[str] | None) -> bool:
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


def _own(choice: Choice, progress: Progress) -> frozenset[str]:
    """Return the person's own that are asked for: their mistakes, or what they starred."""
    return progress.mistakes if choice.scope == "mistakes" else progress.starred


def _can_be_judged(item: Item) -> bool:
    """Return whether an answer can be called right: by its key, or by the person beside something to compare."""
    if isinstance(item, Essay):
        return bool(item.model_answer or item.rubric or item.rationale)
    return item.has_key
