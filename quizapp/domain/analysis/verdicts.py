"""What a person should know of an item first: who chose which option, a key in doubt, and one code for all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.analysis.attempt_rows import AskedItem
from quizapp.domain.analysis.item_columns import ItemColumn
from quizapp.domain.analysis.item_indices import AttemptPile, Spread, group_size
from quizapp.domain.items.choices import to_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChosen:
    """One option of an item."""

    letter: str
    """As people know it: the form's, or the bank's where forms differ; `true` and `false` where that is judged."""
    count: int
    share: float
    """Of those who were asked, as a fraction; several can be chosen where the item lets them."""
    mean_score: float | None
    """The mean total of who chose it, in marks; None where nobody did."""
    is_key: bool


def option_table(column: ItemColumn, piles: Sequence[AttemptPile], unit: int) -> tuple[OptionChosen, ...]:
    """Return what was chosen of an item, in the order of the letters; () where nothing is chosen.

    Source: distractor analysis as in Haladyna 2004, Developing and validating multiple-choice test items, chapter 9.
    """
    item = column.item
    if not item.letters:
        return ()
    chosen = {letter: [0, 0] for letter in item.letters}
    for pile in piles:
        for letter in pile.response:
            if letter in chosen:
                chosen[letter][0] += len(pile.totals)
                chosen[letter][1] += pile.sum
    keys = {letter for key in item.keys for letter in key}
    found = (
        OptionChosen(
            letter=shown_letter(item, letter),
            count=count,
            share=count / column.count,
            mean_score=total / (count * unit) if count else None,
            is_key=letter in keys,
        )
        for letter, (count, total) in chosen.items()
    )
    return tuple(sorted(found, key=lambda option: option.letter) if item.order else found)


def shown_letter(item: AskedItem, letter: str) -> str:
    """Return a choice as people know it."""
    return to_shown(letter, item.order) if item.order else letter


SMALL_CLASS = 30
"""Below it a group of 27 % is a handful of people: the stronger half is asked instead."""
FEWEST = 3
"""How many of the strong must have chosen a distractor: one or two may simply be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """A wrong option that many of the strong chose: the key may be wrong."""

    letter: str
    strong: int
    """How many of the strong chose it."""
    strong_with_key: int
    """How many chose the key; of several letters, the one of them that fewest chose."""


def suspicion(column: ItemColumn, piles: Sequence[AttemptPile], spread: Spread) -> Suspicion | None:
    """Return the distractor that more of the strong chose than the key; None where there is none, or no key is known.

    The strong are those with the highest 27 % of marks in the rest of the test, which a wrong key of this item does
    not touch (in a class under 30, the upper half), with all who are equal to the last of them.
    """
    item, rest = column.item, spread.rest
    if not item.keys or item.is_given or rest[0] == rest[-1]:
        return None
    size = group_size(len(rest)) if len(rest) >= SMALL_CLASS else len(rest) // 2
    chosen = _chosen_by_strong(piles, rest[-size])
    right = {letter for key in item.keys for letter in key}
    if all(len(key) == 1 for key in item.keys):
        with_key = sum(chosen[letter] for letter in right)
    else:
        with_key = min(chosen[letter] for letter in item.keys[0])
    distractors = [letter for letter in item.letters if letter not in right]
    worst = max(distractors, key=lambda letter: chosen[letter], default=None)
    if worst is None or chosen[worst] < FEWEST or chosen[worst] <= with_key:
        return None
    return Suspicion(letter=shown_letter(item, worst), strong=chosen[worst], strong_with_key=with_key)


def _chosen_by_strong(piles: Sequence[AttemptPile], least_rest: int) -> Counter[str]:
    """Return how often each choice was made by those with at least that rest."""
    chosen: Counter[str] = Counter()
    for pile in piles:
        strong = len(pile.totals) - bisect_left(pile.totals, least_rest + pile.mark)
        for letter in pile.response:
            chosen[letter] += strong
    return chosen


Verdict = Literal[
    "suspect_key",
    "given_to_all",
    "all_right",
    "all_wrong",
    "too_few",
    "too_easy",
    "too_hard",
    "low_discrimination",
    "good",
]
NEED_A_PERSON: tuple[Verdict, ...] = (
    "suspect_key",
    "all_wrong",
    "low_discrimination",
    "too_hard",
    "too_easy",
    "all_right",
)
"""What somebody should look at, the most urgent first."""

EASIEST, HARDEST = 0.9, 0.2
"""Facilities beyond which nearly everybody, or hardly anybody, knows: Moodle's very easy (above 90), difficult (20)."""
POOR = 20.0
"""A difference of the upper and lower group below it is poor: Ebel 1954, in per cent."""


def is_small(count: int) -> bool:
    """Return whether a class is too small for more than what even a few people show."""
    return count < SMALL_CLASS


def verdict(
    column: ItemColumn, spread: Spread, facility: float, upper_lower: float | None, suspicion: Suspicion | None
) -> Verdict:
    """Return what is to be said of an item.

    Of fewer than 30 candidates only a suspected key, all right or all wrong (by two at least) can be said.
    """
    if column.item.is_given:
        return "given_to_all"
    if suspicion is not None:
        return "suspect_key"
    count = column.count
    if count < 2:
        return "too_few"
    if facility == 1 and spread.least == spread.most:
        return "all_right"
    if spread.most <= 0:
        return "all_wrong"
    if is_small(count):
        return "too_few"
    if facility > EASIEST:
        return "too_easy"
    if facility < HARDEST:
        return "too_hard"
    return "low_discrimination" if upper_lower is None or upper_lower < POOR else "good"
