"""Who chose which option, and how they did in the whole test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.analysis.asked import AskedItem
from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.piles import Pile
from quizapp.domain.choosing import to_shown


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


def option_table(column: Column, piles: Sequence[Pile], unit: int) -> tuple[OptionChosen, ...]:
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
            letter=as_told(item, letter),
            count=count,
            share=count / column.count,
            mean_score=total / (count * unit) if count else None,
            is_key=letter in keys,
        )
        for letter, (count, total) in chosen.items()
    )
    return tuple(sorted(found, key=lambda option: option.letter) if item.order else found)


def as_told(item: AskedItem, letter: str) -> str:
    """Return a choice as people know it."""
    return to_shown(letter, item.order) if item.order else letter
