"""Keys that lean to one letter, or to right or wrong, over a bank: who knows nothing gains by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.quality.chance import is_no_chance
from quizapp.domain.quality.finding import Finding

LETTERS_LEAN = "keys-leaning"
TRUTHS_LEAN = "truths-leaning"

MARGIN = Fraction(1, 10)
"""How far above its fair share a letter must be: a large bank tells every trifle from chance."""
TRUTH_MARGIN = Fraction(15, 100)


def leaning_letters(items: Sequence[Item]) -> Iterable[Finding]:
    """Find the letter that is the key of a bank's single choices far too often."""
    asked = [item for item in items if isinstance(item, SingleChoice) and item.key]
    if not asked:
        return ()
    counts = Counter(item.key for item in asked)
    sizes = Counter(len(item.options) for item in asked)
    letter, most = max(counts.items(), key=lambda each: (each[1], each[0]))
    # Of the items that have this letter at all, each gives it one chance in as many as it has options.
    able = {size: count for size, count in sizes.items() if letter in LETTERS[:size]}
    total = sum(able.values())
    expected = sum(Fraction(count, size) for size, count in able.items()) * Fraction(1, total)
    if Fraction(most, total) < expected + MARGIN or not is_no_chance(most, total, expected, max(sizes)):
        return ()
    shown = " ".join(f"{each}:{counts[each]}" for each in LETTERS[: max(sizes)])
    return (Finding(LETTERS_LEAN, (), {"letter": letter, "most": most, "count": total, "counts": shown}),)


def leaning_truths(items: Sequence[Item]) -> Iterable[Finding]:
    """Find whether a bank's true/false items are nearly all right, or nearly all wrong."""
    keys = [item.key for item in items if isinstance(item, TrueFalse) and item.key is not None]
    right = sum(keys)
    most, half = max(right, len(keys) - right), Fraction(1, 2)
    if not keys or Fraction(most, len(keys)) < half + TRUTH_MARGIN or not is_no_chance(most, len(keys), half, 2):
        return ()
    return (Finding(TRUTHS_LEAN, (), {"right": right, "wrong": len(keys) - right}),)
