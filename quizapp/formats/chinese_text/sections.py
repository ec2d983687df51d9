"""Headings of sections: 一、单项选择题（每题2分，共20分）, whose type and marks hold until the next."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.items import ITEM_TYPES
from quizapp.reading.question_words import type_of

FIRST = frozenset("一二三四五六七八九十第(单多不选判填简论问名计案材阅综是数排匹连分配辨实操主客#IVX0123456789")
"""What a heading's line begins with."""

_NUMERAL = re.compile(
    r"#{0,6}\s?(?:(?:第\s?)?[一二三四五六七八九十]{1,3}\s?(?:大题|部分|题)?\s?[、.:,]|第\s?[一二三四五六七八九十\d]{1,3}\s?(?:大题|部分|节)\s?[、.:,]?"
    r"|\([一二三四五六七八九十]{1,3}\)\s?[、.]?|[IVX]{1,4}\s?[、.]|(?P<arabic>\d{1,2}\s?[、.]))?\s*"
)
_WORDS = sorted(
    {
        *(name for kind in ITEM_TYPES.values() for name in kind.NAMES),
        *("单选择题", "是非题", "判断正误", "判断正误题", "问答题", "问答", "简述题", "名词解释", "辨析题"),
        *("材料分析题", "阅读材料题", "综合分析题"),
        *("选择题", "客观题", "主观题", "实务题", "综合题", "应用题", "操作题"),
    },
    key=len,
    reverse=True,
)
_TITLE = re.compile(
    rf"(?P<word>{'|'.join(_WORDS)})(?P<rest>\s*[(\[【][^()]{{0,120}}(?:\([^()]{{0,60}}\)[^()]{{0,120}})?[)\]】])?\s*(?P<more>.*)"
)
_COUNTED = re.compile(
    r"[(\[【][^()]{0,80}?(?:每小?[题空]|各)?\s?(?:共)?\s?\d+(?:\.\d+)?\s?(?:小?题|道|分)[^()]{0,120}[)\]】]\s*[:。.]?$"
)
_EACH = re.compile(r"每\s?(?:小|道)?\s?(?P<what>题|空|个)\s?(?P<marks>\d{1,4}(?:\.\d{1,4})?)\s?分")
_COUNT = re.compile(r"(\d{1,4})\s?(?:道|小)?题")
_TOTAL = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4})?)\s?分")
_EXTRA = {"材料分析题": "案例分析题", "阅读材料题": "材料题", "综合分析题": "案例分析题"}
_UNTYPED = frozenset({"选择题", "客观题", "主观题", "实务题", "综合题", "应用题", "操作题"})


class Section(NamedTuple):
    """What a heading says of the questions below it."""

    title: str = ""
    type: str = ""
    """The type as written; "" where it says none."""
    marks: Fraction | None = None
    """Of each question, or of each blank."""
    is_by_blank: bool = False

    @property
    def kind(self) -> str:
        """The native type; "" where the heading says none."""
        return type_of(self.type) or "" if self.type else ""


def section_of(copy: str) -> Section | None:
    """Return the section that a line's copy is the heading of; None where it is none."""
    numeral = _NUMERAL.match(copy)
    assert numeral is not None  # it may be empty
    title = copy[numeral.end() :]
    is_numbered = numeral.end() > 0
    found = _TITLE.match(title)
    if found is not None and _is_title(found, is_numbered, numeral["arabic"] is not None):
        return _section(title, found["word"])
    if is_numbered and numeral["arabic"] is None and len(title) < 200 and _COUNTED.search(title):
        return _section(title, "")
    return None


def _is_title(found: re.Match[str], is_numbered: bool, is_arabic: bool) -> bool:
    """Return whether a line with a type's name in front is a heading, and no sentence that begins so."""
    word, rest, more = found["word"], found["rest"], found["more"]
    is_counted = bool(rest) and ("题" in rest or "分" in rest)
    if not more or more in (":", "。", ".", "："):
        # 论述 or 计算题 alone is a heading; 1.（单选题）… has its bracket in front, and is none.
        return word.endswith("题") or is_numbered or type_of(word) is not None
    if is_arabic or not (is_numbered or is_counted):
        return False
    return more[0] in ":。,;(" or is_counted


def _section(title: str, word: str) -> Section:
    written = "" if word in _UNTYPED else _EXTRA.get(word, word)
    each = _EACH.search(title)
    if each is not None:
        return Section(title, written, Fraction(each["marks"]), each["what"] == "空")
    count, totals = _COUNT.search(title), _TOTAL.findall(title)
    if count is not None and len(totals) == 1 and int(count[1]):
        return Section(title, written, Fraction(totals[0]) / int(count[1]))
    return Section(title, written)
