"""Numbers in the formats that Word counts lists with."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quizapp.formats.chinese_text.word.styles import ListPlace, child, child_value, local, value, whole
from quizapp.language.words import chinese_numeral

_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "koreanCounting")  # fmt: skip
_MOST = 9_999


def counted(number: int, form: str) -> str:
    """Return a number in one of Word's formats; in digits where the format is unknown or does not reach so far."""
    if form == "none":
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form in _CHINESE:
        return chinese_numeral(number)
    if form == "chineseLegalSimplified" or form == "ideographLegalTraditional":
        return chinese_numeral(number, *_LEGAL)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return _sign(number, form)


def _sign(number: int, form: str) -> str:
    """Return a number as one sign of a row, where it is within it."""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(ord("①") + number - 1)
    if form == "decimalEnclosedParen" and number <= 20:
        return chr(ord("⑴") + number - 1)
    if form == "decimalEnclosedFullstop" and number <= 20:
        return chr(ord("⒈") + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form == "ideographTraditional" and number <= len(_STEMS):
        return _STEMS[number - 1]
    if form == "ideographZodiac" and number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


_LEVELS = 9


class Level(NamedTuple):
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1
    restarts_after: int | None = None
    """The level, from 1, behind which it starts over; None for any above; 0 for never."""
    style: str = ""
    """Of the paragraphs at this level."""


class Numbering:
    """The lists of a document, counted as its paragraphs come."""

    def __init__(self, root: Element | None) -> None:
        """Read numbering.xml; None is a document without."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._of_list_style: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        """Of each list: what it is made after, its levels, and where some of them are made to start."""
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()
        elements = list(root) if root is not None else []
        for one in elements:
            if local(one) == "abstractNum":
                self._read_abstract(one)
        for one in elements:
            if local(one) == "num":
                self._read_list(one)

    def number(self, numbered: ListPlace, style: str) -> str:
        """Return the number of the next paragraph of a list as it is seen; "" for one of none, or for a bullet.

        A list may name the `style` of a level's paragraphs, which then say no level themselves.
        """
        known = self._lists.get(numbered.list)
        if known is None:
            return ""
        abstract, levels, starts = known
        named = next((each for each, one in levels.items() if style and one.style == style), 0)
        place = min(max(named if numbered.level is None else numbered.level, 0), _LEVELS - 1)
        level = levels.get(place, Level())
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        # A list of its own start begins anew at its first paragraph, though it is made after the same one.
        if place in starts and (numbered.list, place) not in self._begun:
            counts[place] = starts[place] - 1
        elif not counts[place]:
            counts[place] = level.start - 1
        self._begun.add((numbered.list, place))
        counts[place] += 1
        self._restart_below(counts, levels, place)
        if level.format == "bullet":
            return ""
        return self._text(level, levels, counts)

    def _restart_below(self, counts: list[int], levels: dict[int, Level], place: int) -> None:
        for below in range(place + 1, _LEVELS):
            after = levels.get(below, Level()).restarts_after
            if after is None or (after and place < after):
                counts[below] = 0

    def _text(self, level: Level, levels: dict[int, Level], counts: list[int]) -> str:
        text = _NO_LEVEL.sub("", level.text)
        for place in range(_LEVELS):
            sign = f"%{place + 1}"
            if sign in text:
                other = levels.get(place, Level())
                text = text.replace(sign, counted(counts[place] or other.start, other.format))
        return text

    def _read_abstract(self, element: Element) -> None:
        levels: dict[int, Level] = {}
        for one in element:
            place = whole(value(one, "ilvl"))
            if local(one) == "lvl" and place is not None:
                levels[place] = _level(one)
        name = value(element, "abstractNumId")
        self._abstract[name] = levels
        # A list's style has its levels in one place, and others only name it.
        if style := child_value(element, "styleLink"):
            self._of_list_style[style] = levels
        if style := child_value(element, "numStyleLink"):
            self._linked[name] = style

    def _read_list(self, element: Element) -> None:
        abstract = child_value(element, "abstractNumId")
        linked = self._of_list_style.get(self._linked.get(abstract, ""))
        levels = dict(self._abstract.get(abstract, {}) if linked is None else linked)
        starts: dict[int, int] = {}
        for one in element:
            place = whole(value(one, "ilvl"))
            if local(one) != "lvlOverride" or place is None:
                continue
            own = child(one, "lvl")
            if own is not None:
                levels[place] = _level(own)
            start = whole(child_value(one, "startOverride"))
            if start is not None:
                starts[place] = start
        self._lists[value(element, "numId")] = (abstract, levels, starts)


_NO_LEVEL = re.compile(r"(?:%0|%(?![1-9]))[.．、]?")
"""What stands for a level that there is none of, as converters write it."""


def _level(element: Element) -> Level:
    start, restart = whole(child_value(element, "start")), whole(child_value(element, "lvlRestart"))
    text = child(element, "lvlText")
    return Level(
        format=child_value(element, "numFmt") or "decimal",
        text="" if text is None else value(text),
        start=1 if start is None else start,
        restarts_after=restart,
        style=child_value(element, "pStyle"),
    )
