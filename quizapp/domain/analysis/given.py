"""What was given to an item and what it earned, without anybody's name: for going through it with the class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.domain.analysis.sheet import Sheet
from quizapp.domain.item import INVALID, Item, Response
from quizapp.domain.text import clean_line, folded

SHORTEST_NAME = 2
"""A name of one character is in too many words to be looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One answer."""

    response: Response
    share: Fraction
    """Of its marks; a penalty makes it negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """How many earned all of the marks, some, and none."""

    full: int
    part: int
    none: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """An answer that did not earn all, and how many gave it."""

    text: str
    count: int


def given_by_item(sheets: Iterable[Sheet]) -> dict[str, tuple[Given, ...]]:
    """Return the answers of a class, by the item's id."""
    found: dict[str, list[Given]] = {}
    for sheet in sheets:
        for item, response, marks in zip(sheet.form.items, sheet.responses, sheet.marks, strict=True):
            found.setdefault(item.item, []).append(Given(response=response, share=marks / item.marks))
    return {item: tuple(answers) for item, answers in found.items()}


def earned(answers: Collection[Given]) -> Earned:
    """Return how answers fall into those that earned all, some, and none of the marks."""
    full = sum(one.share >= 1 for one in answers)
    none = sum(one.share <= 0 for one in answers)
    return Earned(full=full, part=len(answers) - full - none, none=none)


def commonest_wrong(
    item: Item, order: tuple[int, ...], answers: Iterable[Given], most: int, names: Collection[str] = ()
) -> tuple[WrongAnswer, ...]:
    """Return the answers that most people gave and that did not earn all, the commonest first, as people type them.

    Those that are compared as equal are counted as one, told as most typed it; empty and unreadable ones are left
    out, and so is what has one of the `names` in it: a room looks at them.
    """
    told: dict[str, Counter[str]] = {}
    hidden = [folded(name) for name in names if len(folded(name)) >= SHORTEST_NAME]
    for one in answers:
        if one.share >= 1 or not one.response or one.response == INVALID:
            continue
        text = clean_line(item.describe(one.response, order))
        key = folded(text)
        if key and not _is_told_of(key, hidden):
            told.setdefault(key, Counter())[text] += 1
    ranked = sorted(told, key=lambda key: (-told[key].total(), key))
    return tuple(WrongAnswer(text=told[key].most_common(1)[0][0], count=told[key].total()) for key in ranked[:most])


def _is_told_of(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)
