"""Options of very different length, which a reader takes for a sign."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.longest_key import longest_key
from quizapp.domain.quality.wording import Wording

CODE = "options-length-unlike"

TIMES, MORE = 3, 12
"""How many times the shortest the longest is, and how many characters longer."""


def unlike_lengths(item: Item, wording: Wording) -> Iterable[Finding]:
    """Find options far longer than others; where it is the key alone, that is told instead."""
    if item.TYPE not in ("single_choice", "multiple_choice"):
        return ()
    sizes = [len(text.strip()) for text in item.choices]
    short, long = min(sizes), max(sizes)
    if long < short * TIMES or long < short + MORE or longest_key(item, wording):
        return ()
    values = {"long": LETTERS[sizes.index(long)], "short": LETTERS[sizes.index(short)], "most": long, "least": short}
    return (Finding(CODE, ("options",), values),)
