"""A key that may be wrong: the strong prefer a distractor to it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.groups import group_size
from quizapp.domain.analysis.options import as_told
from quizapp.domain.analysis.piles import Pile
from quizapp.domain.analysis.spread import Spread

SMALL_CLASS = 30
"""Below it a group of 27 % is a handful of people: the stronger half is asked instead."""
FEWEST = 3
"""How many of the strong must have chosen a distractor: one or two may simply be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """The distractor in question."""

    letter: str
    strong: int
    """How many of the strong chose it."""
    strong_with_key: int
    """How many chose the key; of several letters, the one of them that fewest chose."""


def suspicion(column: Column, piles: Sequence[Pile], spread: Spread) -> Suspicion | None:
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
    return Suspicion(letter=as_told(item, worst), strong=chosen[worst], strong_with_key=with_key)


def _chosen_by_strong(piles: Sequence[Pile], least_rest: int) -> Counter[str]:
    """Return how often each choice was made by those with at least that rest."""
    chosen: Counter[str] = Counter()
    for pile in piles:
        strong = len(pile.totals) - bisect_left(pile.totals, least_rest + pile.mark)
        for letter in pile.response:
            chosen[letter] += strong
    return chosen
