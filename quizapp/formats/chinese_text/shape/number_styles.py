"""The ways that files number their questions besides `1.` and `（1）`, which a file is first seen to have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizapp.formats.chinese_text.line_classes import TYPE_WORDS, classed, number_of
from quizapp.formats.chinese_text.lines import TextLine, line_of

_TAGS = "|".join(sorted({word.removesuffix("题") for word in TYPE_WORDS}, key=len, reverse=True))
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
_ENCLOSED = re.compile(r"\(?(?P<plain>\d{1,2})\)?\s?[.、:]?\s*")


class NumberStyle(NamedTuple):
    """One way to begin a question."""

    name: str
    """What it looks like, with 1 for the number."""
    find: Callable[[TextLine], re.Match[str] | None]
    is_numbered: bool = True


def _pattern(name: str, pattern: str, is_numbered: bool = True) -> NumberStyle:
    match = re.compile(pattern).match
    return NumberStyle(name, lambda line: match(line.copy), is_numbered)


def _enclosed(line: TextLine) -> re.Match[str] | None:
    return _ENCLOSED.match(line.copy) if line.text[0] in _CIRCLED else None


STYLES: Sequence[NumberStyle] = (
    _pattern(
        "题目1：", r"[#>*\s]{0,8}(?:题目|试题|问题|题号|习题|练习|题)\s?(?P<plain>\d{1,5})\s?(?:[.、:)]|(?=\s)|$)\s*"
    ),
    _pattern("单选1.", rf"(?P<kind>{_TAGS})题?\s?(?P<plain>\d{{1,5}})\s?[.、:)]\s*"),
    _pattern("Q1.", r"[#>*\s]{0,8}(?:[QqＱ]|No\.?)\s?(?P<plain>\d{1,5})\s?(?:[.、:)]|(?=\s)|$)\s*"),
    _pattern("【第1题】", r"【\s?(?:第\s?)?(?P<plain>\d{1,5})\s?题?\s?】\s*[.、:]?\s*"),
    _pattern("[1]", r"\[\s?(?:第\s?)?(?P<plain>\d{1,5})\s?题?\s?\]\s*[.、:]?\s*"),
    _pattern("（ ）1.", r"\(\s*(?P<key>[A-Za-z]{1,8}|[√×✓✗✔✘对错])?\s*\)\s*(?P<plain>\d{1,5})\s?(?:[.、](?!\d)|\s)\s*"),
    NumberStyle("①", _enclosed),
    _pattern("1.1", r"(?:\d{1,3}\.){1,3}(?P<plain>\d{1,4})(?:[.、)]\s*|\s+)(?=\S)"),
    _pattern("1：", r"(?P<plain>\d{1,5})\s?:\s*(?!\d)"),
    _pattern("1，", r"(?P<plain>\d{1,5})\s?[,。;·]\s*(?!\d)"),
    _pattern("1⇥", r"(?P<plain>\d{1,5})\t\s*(?=\S)"),
    _pattern("1 ", r"(?P<plain>\d{1,5}) +(?=[^\d\s.、:)+\-*/=%°])"),
    _pattern("1", r"(?P<plain>\d{1,4})(?=[\u4e00-\u9fff《“(【\[])"),
    _pattern("1↵", r"(?P<plain>\d{1,5})$"),
    _pattern(
        "题目：", r"[#>*\s]{0,8}(?:【\s?(?:题目|题干|试题|问题)\s?】\s*:?|(?:题目|题干|试题|问题|问)\s?:)\s*", False
    ),
    _pattern("[单选]", rf"(?=[\[【(]\s?(?:{_TAGS})题?\s?[\]】)])", False),
)
"""Those that say more come first: each line is of the first that fits it."""


def writing_named(sample: str) -> str:
    """Return what a way to write numbers is called, told by one number written so; "" where there is none such."""
    line = line_of(1, f"{sample.strip()} {_ASKS}" if sample.strip()[-1:].isalnum() else f"{sample.strip()}{_ASKS}", [])
    one = classed(line)
    if one.kind == "number" and one.found is not None:
        return usual_writing(one.found)
    return next((style.name for style in STYLES if style.find(line) is not None), "")


_ASKS = "下列"
"""What stands behind a number."""
_NOTHING = re.compile("")


def number_at(line: TextLine) -> re.Match[str] | None:
    """Return the number that a line begins with, in whatever way; an empty one where it has none."""
    one = classed(line)
    if one.kind == "number":
        return one.found
    found = (style.find(line) for style in STYLES)
    return next((match for match in found if match is not None), _NOTHING.match(line.copy))


def usual_writing(found: re.Match[str]) -> str:
    """Return how a number of the usual kinds is written, with 1 for it."""
    _, style = number_of(found)
    if style == "plain":
        return "1" + found[0].rstrip()[-1:]
    return {"brackets": "（1）", "said": "第1题"}.get(style, "")


class Candidates(NamedTuple):
    """The lines that a style would make questions of."""

    name: str
    is_numbered: bool
    places: list[int]
    numbers: list[int]
    found: list[re.Match[str] | None]

    def ascending(self) -> int:
        """Return how many of its numbers are 1 or one more than the last."""
        return sum(now == before + 1 or now == 1 for before, now in zip((0, *self.numbers), self.numbers, strict=False))

    def supported(self, tells: Sequence[int]) -> list[bool]:
        """Return for each whether an option or a key comes before the next; `tells` counts those up to each line."""
        ends = (*self.places[1:], len(tells) - 1)
        return [tells[end] > tells[place] for place, end in zip(self.places, ends, strict=False)]


def candidates(lines: Sequence[tuple[int, TextLine]]) -> list[Candidates]:
    """Return the lines of each style that any of these lines has, by their places in the file."""
    found: dict[str, Candidates] = {}
    for place, line in lines:
        for style in STYLES:
            if (match := style.find(line)) is not None:
                of = found.setdefault(style.name, Candidates(style.name, style.is_numbered, [], [], []))
                of.places.append(place)
                of.numbers.append(number_of(match)[0])
                of.found.append(match)
                break
    return list(found.values())
