"""A key that its length gives away. Source: Haladyna and Rodriguez, keep the length of options about equal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.quality.chance import is_no_chance
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "key-longest"
OF_BANK = "keys-longest"

TIMES, MORE = Fraction(3, 2), 6
"""A clear margin: so many times the next in length, and so many characters more."""
LEAST_SHARE = Fraction(2, 5)
"""Of a bank's keys that are the longest, from where it may be no chance."""


def longest_key(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find a key that is longer than every wrong option by a clear margin; of several right ones, the shortest is."""
    right, wrong = lengths(item)
    if not right or not wrong:
        return ()
    key, next_longest = min(right), max(wrong)
    if key < next_longest + MORE or key < next_longest * TIMES:
        return ()
    return (Finding(CODE, ("key",), {"key": key, "other": next_longest}),)


def longest_keys(items: Sequence[Item]) -> Iterable[Finding]:
    """Find a bank whose single choices have their longest option for a key more often than chance has it."""
    sides = [lengths(item) for item in items if isinstance(item, SingleChoice)]
    known = [(right, wrong) for right, wrong in sides if right and wrong]
    longest = sum(right[0] > max(wrong) for right, wrong in known)
    if not known or longest <= LEAST_SHARE * len(known):
        return ()
    expected = sum(Fraction(1, len(wrong) + 1) for _, wrong in known) * Fraction(1, len(known))
    if not is_no_chance(longest, len(known), expected):
        return ()
    return (Finding(OF_BANK, (), {"longest": longest, "count": len(known)}),)


def lengths(item: Item) -> tuple[list[int], list[int]]:
    """Return the lengths of the right options and of the wrong ones, in characters; none where an item has no key."""
    if not isinstance(item, SingleChoice | MultipleChoice) or not item.key:
        return [], []
    right: list[int] = []
    wrong: list[int] = []
    for letter, text in zip(LETTERS, item.options, strict=False):
        (right if letter in item.key else wrong).append(len(text.strip()))
    return right, wrong
