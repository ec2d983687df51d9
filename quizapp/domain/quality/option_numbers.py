"""Options that are all numbers, some in digits and some in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "options-number-unlike"

_TYPES = ("single_choice", "multiple_choice")
_UNIT = "[^0-9零〇一二三四五六七八九十百千万亿两]{0,2}"
_DIGITS = re.compile(rf"第?[0-9]+(?:\.[0-9]+)?{_UNIT}")
_WORDS = re.compile(rf"第?[零〇一二三四五六七八九十百千万亿两半]+{_UNIT}")


def unlike_numbers(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find options that are numbers, every one, but not written alike."""
    if item.TYPE not in _TYPES:
        return ()
    digits: list[str] = []
    words: list[str] = []
    for letter, text in zip(LETTERS, item.choices, strict=False):
        bare = text.strip(" 。")
        if _DIGITS.fullmatch(bare):
            digits.append(letter)
        elif _WORDS.fullmatch(bare):
            words.append(letter)
        else:
            return ()
    if not digits or not words:
        return ()
    return (Finding(CODE, ("options",), {"digits": "".join(digits), "words": "".join(words)}),)
