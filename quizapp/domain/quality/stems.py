"""A stem as it is compared with others: what it says, without its punctuation, negations or numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quizapp.domain.item import Item

# A point between digits and the signs of arithmetic say something; all else that is no word does not.
_SILENT = re.compile(r"[^\w+\-−×÷=<>≤≥%.]|_|\.(?!\d)")
_NEGATION = re.compile("不|非|没有|没|未|无|错误|正确")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千万亿两]+")
_QUOTED = re.compile('“([^“”]+)”|《([^《》]+)》|「([^「」]+)」|"([^"]+)"')


class Stem(NamedTuple):
    """One item's stem among the stems of a pool; a named tuple, as there are ten thousand."""

    item: Item
    case: str
    """The id of the case it is part of; "" of what stands by itself."""
    said: str
    """What is compared."""


def stem_of(item: Item, case: str = "") -> Stem:
    """Return an item's stem as it is compared."""
    return Stem(item, case, _SILENT.sub("", unicodedata.normalize("NFKC", item.stem).casefold()))


def skeleton(said: str) -> str:
    """Return what a stem says but for its numbers and whether it affirms: alike in stems that differ in these only."""
    return _NUMBER.sub("0", _NEGATION.sub("", said))


def difference(first: str, second: str) -> str:
    """Return the code of what two stems with one skeleton differ in."""
    if first == second:
        return "stem-same"
    if _NEGATION.sub("", first) == _NEGATION.sub("", second):
        return "stem-negated"
    if _NUMBER.sub("0", first) == _NUMBER.sub("0", second):
        return "stem-renumbered"
    return "stem-alike"


def quoted(text: str) -> tuple[str, ...]:
    """Return what a text has in quotation or book-title marks: the things it asks about."""
    return tuple("".join(groups) for groups in _QUOTED.findall(text)) if _MARKS.search(text) else ()


_MARKS = re.compile('[“《「"]')
