"""The checks of quality, all of which find warnings only: one file each, and these registries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from quizapp.domain.item import Item
from quizapp.domain.quality.all_or_none import all_or_none
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.leaning import leaning_letters, leaning_truths
from quizapp.domain.quality.letters import letters_named
from quizapp.domain.quality.longest_key import longest_key, longest_keys
from quizapp.domain.quality.option_ends import unlike_ends
from quizapp.domain.quality.option_lengths import unlike_lengths
from quizapp.domain.quality.option_numbers import unlike_numbers
from quizapp.domain.quality.punctuation import mixed_punctuation
from quizapp.domain.quality.radicals import look_alikes
from quizapp.domain.quality.wording import Wording, wording

ItemCheck: TypeAlias = Callable[[Item, Wording], Iterable[Finding]]
BankCheck: TypeAlias = Callable[[Sequence[Item]], Iterable[Finding]]

ITEM_CHECKS: tuple[ItemCheck, ...] = (
    look_alikes,
    mixed_punctuation,
    all_or_none,
    letters_named,
    longest_key,
    unlike_ends,
    unlike_numbers,
    unlike_lengths,
)
"""Checks of one item by itself; of a case and of each of its items."""

BANK_CHECKS: dict[str, BankCheck] = {
    "keys-leaning": leaning_letters,
    "truths-leaning": leaning_truths,
    "keys-longest": longest_keys,
}
"""Checks of all items of a bank together, by their codes: an item that allows one is not among them."""


def of_item(item: Item) -> list[Finding]:
    """Return what is found of one item and not allowed there."""
    read = wording(item)
    found = [each for check in ITEM_CHECKS for each in check(item, read)]
    return [each for each in found if each.code not in item.allow] if found and item.allow else found


def of_bank(items: Sequence[Item]) -> list[Finding]:
    """Return what is found of a bank's items together, those left out that allow it."""
    return [
        each
        for code, check in BANK_CHECKS.items()
        for each in check([item for item in items if code not in item.allow] if any(i.allow for i in items) else items)
    ]
