"""The heads of a sheet of questions: which of the usual layouts it has, and where its columns stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.language.words import chinese_numeral
from quizapp.reading.exchange.question_fields import plain_word

ROWS_LOOKED_AT = 10
"""The heads stand within so many rows from the top."""

Layout = Literal["letters", "flags", "rows"]

_HEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "stem": ("题干", "题目", "问题", "题目内容", "试题", "试题内容", "试题题干", "题目题干", "stem", "question"),
        "type": ("题型", "类型", "题目类型", "试题类型", "type"),
        "key": ("答案", "正确答案", "标准答案", "参考答案", "正确选项", "试题答案", "key", "answer"),
        "rationale": ("解析", "答案解析", "试题解析", "题目解析", "整体解析", "rationale", "explanation"),
        "difficulty": ("难度", "难易度", "难易程度", "难度等级", "试题难度", "difficulty"),
        "topic": ("知识点", "考点", "所属知识点", "topic"),
        "marks": ("分值", "分数", "每题分值", "marks", "score"),
        "source": ("出处", "来源", "页码", "source"),
        "tags": ("标签", "tags"),
        "unit": ("单位", "unit"),
        "tolerance": ("允许误差", "tolerance"),
        "any_order": ("次序不限", "any_order"),
        "status": ("状态", "status"),
        "number": ("序号", "题目序号", "题号", "编号", "no", "no.", "id"),
        "option": ("选项内容", "选项", "options", "option"),
        "is_right": ("是否正确项", "是否正确", "是否为正确项", "是否正确答案", "是否答案"),
    }
)
_KNOWN: Mapping[str, str] = MappingProxyType({head: name for name, heads in _HEADS.items() for head in heads})
_NUMBERS: Mapping[str, int] = MappingProxyType({chinese_numeral(place + 1): place for place in range(12)})
# The longer before those they begin with: 十二 before 十.
_NUMBER = "|".join(("[a-z]", "[0-9]{1,2}", *reversed(tuple(_NUMBERS))))
_OPTION = re.compile(rf"(?:备?选项?|备选答案|option)({_NUMBER})(?:内容|文本)?|({_NUMBER})(?:选项|项)|([a-z])")
_FLAG = re.compile(rf"(?:备?选项?)({_NUMBER})(?:是否正确项?|是否为?正确项?|是否答案|正确)")


class Heads(NamedTuple):
    """Where a sheet's columns stand."""

    layout: Layout
    places: Mapping[str, int]
    """Of each field that has a column, from 0."""
    options: Mapping[str, int]
    """Columns of the options by letter, in order of letters."""
    flags: Mapping[str, int]
    """Columns that say whether an option is right, by letter."""
    unknown: tuple[str, ...]
    """Heads, as written, of columns that nobody reads."""
    row: int
    """The place of the heads among the rows."""


def find_heads(rows: Sequence[Sequence[str]]) -> Heads | None:
    """Return the heads of the first row that has some, among the first ten; None where none has."""
    for place, cells in enumerate(rows[:ROWS_LOOKED_AT]):
        heads = _heads(cells, place)
        if heads is not None:
            return heads
    return None


def _heads(cells: Sequence[str], row: int) -> Heads | None:
    places: dict[str, int] = {}
    options: dict[str, int] = {}
    flags: dict[str, int] = {}
    unknown: list[str] = []
    for place, cell in enumerate(cells):
        head = plain_word(cell).strip("*:")
        if (name := _KNOWN.get(head)) is not None and name not in places:
            places[name] = place
        elif (flag := _FLAG.fullmatch(head)) is not None:
            flags.setdefault(_letter(flag), place)
        elif (option := _OPTION.fullmatch(head)) is not None:
            options.setdefault(_letter(option), place)
        elif head:
            unknown.append(cell.strip())
    layout = _layout(places, options, flags)
    if layout is None:
        return None
    ordered = {letter: options[letter] for letter in LETTERS if letter in options}
    return Heads(layout, places, ordered, flags, tuple(unknown), row)


def _layout(places: Mapping[str, int], options: Mapping[str, int], flags: Mapping[str, int]) -> Layout | None:
    if "stem" not in places:
        return None
    if flags and options:
        return "flags"
    if {"option", "is_right"} <= set(places):
        return "rows"
    # A heading such as 试题 alone is no head: something else is asked of a question too.
    return "letters" if options or {"key", "type"} & set(places) else None


def _letter(found: re.Match[str]) -> str:
    name = next(group for group in found.groups() if group)
    places = _NUMBERS if name in _NUMBERS else {name: LETTERS.find(name.upper())}
    place = int(name) - 1 if name.isdigit() else places[name]
    return LETTERS[place] if 0 <= place < len(LETTERS) else LETTERS[-1]
