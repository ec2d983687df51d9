"""The checks of quality, all of which find warnings only: the registries that every check is listed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from quizapp.domain.banks.option_checks import (
    all_or_none,
    leaning_letters,
    leaning_truths,
    longest_key,
    longest_keys,
    unlike_ends,
    unlike_lengths,
    unlike_numbers,
)
from quizapp.domain.banks.text_checks import letters_named, look_alikes, mixed_punctuation
from quizapp.domain.banks.wording import QualityFinding, Wording, wording
from quizapp.domain.item import Item

ItemCheck: TypeAlias = Callable[[Item, Wording], Iterable[QualityFinding]]
BankCheck: TypeAlias = Callable[[Sequence[Item]], Iterable[QualityFinding]]

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


def of_item(item: Item) -> list[QualityFinding]:
    """Return what is found of one item and not allowed there."""
    read = wording(item)
    found = [each for check in ITEM_CHECKS for each in check(item, read)]
    return [each for each in found if each.code not in item.allow] if found and item.allow else found


def of_bank(items: Sequence[Item]) -> list[QualityFinding]:
    """Return what is found of a bank's items together, those left out that allow it."""
    return [
        each
        for code, check in BANK_CHECKS.items()
        for each in check([item for item in items if code not in item.allow] if any(i.allow for i in items) else items)
    ]
