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
        "type": ("题型", "类型", "题目类型", "试题类型", "题类", "type"),
        "key": (
            *("答案", "正确答案", "标准答案", "参考答案", "正确选项", "正确项", "试题答案", "正解", "key", "answer"),
            *("answers", "correctanswer", "correctanswers", "rightanswer", "correct", "correctoption"),
            *("答案索引", "正确答案索引", "答案序号", "答案下标", "answerindex", "correctindex", "correctanswerindex"),
        ),
        "rationale": (
            *("解析", "答案解析", "试题解析", "题目解析", "整体解析", "解释", "答案解释", "答案说明", "详解"),
            *("rationale", "explanation", "analysis"),
        ),
        "difficulty": ("难度", "难易", "难易度", "难易程度", "难度等级", "试题难度", "difficulty", "level"),
        "topic": ("知识点", "考点", "所属知识点", "topic"),
        "marks": ("分值", "分数", "每题分值", "marks", "score"),
        "source": ("出处", "来源", "页码", "source"),
        "tags": ("标签", "tags"),
        "unit": ("单位", "unit"),
        "tolerance": ("允许误差", "tolerance"),
        "any_order": ("次序不限", "any_order"),
        "status": ("状态", "status"),
        "number": ("序号", "题目序号", "题号", "编号", "no", "no.", "id"),
        "option": (
            *("选项内容", "选项", "备选项", "备选答案", "选项列表", "options", "option", "choices"),
            *("optioncontent", "optionlist"),
        ),
        "is_right": ("是否正确项", "是否正确", "是否为正确项", "是否正确答案", "是否答案"),
    }
)
_KNOWN: Mapping[str, str] = MappingProxyType({head: name for name, heads in _HEADS.items() for head in heads})
_OF_QUESTION = re.compile(r"(?:题目|试题|问题|本题|question|item|题)[-_ ]*(?=.)")
"""What stands before the name of a field: 试题难度, question_type."""
_STEMS_BEHIND = ("内容", "正文", "文本", "描述", "标题", "content", "text", "title", "stem", "name")
_NUMBERS_BEHIND = ("编号", "序号", "号", "id", "no", "number")
_WEAK_STEMS = ("内容", "标题", "content", "title")
"""Heads of stems where no other column is one."""
_LONGEST_FIRST = sorted((head for head in _KNOWN if not head.isascii()), key=len, reverse=True)
_REMARK = re.compile(
    r"[^\w:]|请|只|仅|须|必|多选|如|例|可|不|注|若|按|单选|判断|用|以|填|写|为|要|限|最|纯|均|全|大写|区分|支持|格式|之间"
)
"""What a remark behind a head begins with: 答案请填大写字母, but not 答案数量."""
_LEADING_REMARK = re.compile(r"^[(\[{【〔<][^)\]}】〕>]*[)\]}】〕>]")
_REMARK_IN_BRACKETS = re.compile(r"[(\[{【〔<].*$", re.S)
_BRACKETS = re.compile(r"[()\[\]{}【】〔〕<>]")
_NUMBERS: Mapping[str, int] = MappingProxyType({chinese_numeral(place + 1): place for place in range(12)})
# The longer before those they begin with: 十二 before 十.
_NUMBER = "|".join(("[a-z]", "[0-9]{1,2}", *reversed(tuple(_NUMBERS))))
_BEFORE = "备选(?:答案|项)?|候选(?:项|答案)|(?:答案|试题|题目)选项|选择项|选项内容|选项?|备|(?:answer)?choice|option"
_BEHIND = "(?:选项|项目|项|答案|内容|文本|描述|text|content)"
_OPTION = re.compile(
    rf"(?:{_BEFORE})[-_.:、]?({_NUMBER})[-_.:、]?{_BEHIND}*|第?({_NUMBER})[.、:]?{_BEHIND}+|([a-z])[.、:]*|答案([a-z])"
)
_ANSWER = re.compile(r"(?:答案|answer)[-_]?([0-9]{1,2})")
"""Columns of options where another holds the key; else of the texts of blanks, which nobody reads."""
_FEWEST = 2
"""Options that a question has at least."""
_OF_KAHOOT = re.compile(r"(question|answer1)-?max")
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
    """The place of the heads among the rows; -1 where there are none."""
    unread: tuple[int, ...] = ()
    """The columns whose heads are unknown."""
    parting: str = ""
    """What parts the options where one column has all of them."""


def find_heads(rows: Sequence[Sequence[str]]) -> Heads | None:
    """Return the heads of the first row that has some, among the first ten; None where none has."""
    for place, cells in enumerate(rows[:ROWS_LOOKED_AT]):
        heads = _heads(cells, place)
        if heads is not None:
            return _with_letters_below(heads, cells, rows[place + 1] if place + 1 < len(rows) else ())
    return None


def _with_letters_below(heads: Heads, cells: Sequence[str], below: Sequence[str]) -> Heads:
    """Return heads with those of the options from the row below, where one head 选项 stands over all of them."""
    letters = [_head_of(cell).kind == "option" for cell in below if cell.strip()]
    if heads.options or len(letters) < _FEWEST or not all(letters):
        return heads
    width = max(len(cells), len(below))
    above, under = ([*row, *[""] * (width - len(row))] for row in (cells, below))
    both = [(low.strip() and low) or high for high, low in zip(above, under, strict=True)]
    return _heads(both, heads.row + 1) or heads


class _Head(NamedTuple):
    """What one head says its column holds."""

    kind: Literal["field", "option", "flag", ""]
    name: str = ""
    """Of the field, or the letter of the option."""


def is_of_kahoot(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether these are rows of Kahoot's own sheet, whose columns are told by number."""
    heads = ([plain_word(cell) for cell in cells] for cells in rows[: ROWS_LOOKED_AT * 2])
    return any(
        {found[1] for cell in cells if (found := _OF_KAHOOT.match(cell))} == {"question", "answer1"} for cells in heads
    )


def is_head(cell: str) -> bool:
    """Return whether a cell says what its column holds."""
    return _head_of(cell).kind != ""


def _heads(cells: Sequence[str], row: int) -> Heads | None:
    places: dict[str, int] = {}
    found: Mapping[str, dict[str, int]] = {"option": {}, "flag": {}}
    unknown: list[int] = []
    for place, cell in enumerate(cells):
        head = _head_of(cell)
        if head.kind == "field" and head.name not in places:
            places[head.name] = place
        elif head.kind in found:
            found[head.kind].setdefault(head.name, place)
        elif cell.strip():
            unknown.append(place)
    options, flags = found["option"], found["flag"]
    _place_weak(cells, unknown, places, options)
    layout = _layout(places, options, flags)
    if layout is None:
        return None
    ordered = {letter: options[letter] for letter in LETTERS if letter in options}
    return Heads(layout, places, ordered, flags, tuple(cells[each].strip() for each in unknown), row, tuple(unknown))


def _place_weak(cells: Sequence[str], unknown: list[int], places: dict[str, int], options: dict[str, int]) -> None:
    """Take columns for what their heads mean only where no other column is that."""
    for place in unknown[:]:
        head = _bare(plain_word(cells[place]))
        answer = _ANSWER.fullmatch(head)
        if "stem" not in places and head in _WEAK_STEMS and ("key" in places or options):
            places["stem"] = place
        elif answer is not None and "key" in places and "stem" in places:
            options.setdefault(_letter(answer), place)
        else:
            continue
        unknown.remove(place)


def _head_of(cell: str) -> _Head:
    """Return what a head says: it is told by its beginning, and remarks in brackets are dropped."""
    text = plain_word(cell)
    open_text = _BRACKETS.sub("", text).strip("*:")
    if not open_text.startswith("答案") and (option := _OPTION.fullmatch(open_text)) is not None:
        return _Head("option", _letter(option))
    for head in dict.fromkeys((_bare(text), open_text)):
        if (name := _field(head)) is not None:
            return _Head("field", name)
        if (flag := _FLAG.fullmatch(head)) is not None:
            return _Head("flag", _letter(flag))
        if (option := _OPTION.fullmatch(head)) is not None:
            return _Head("option", _letter(option))
    return _begun(_bare(text))


def _bare(text: str) -> str:
    """Return a head without its remarks."""
    return _REMARK_IN_BRACKETS.sub("", _LEADING_REMARK.sub("", text)).strip("*:.、-_")


def _field(head: str) -> str | None:
    if head in _KNOWN:
        return _KNOWN[head]
    joined = head.replace("_", "").replace("-", "")
    if joined in _KNOWN:
        return _KNOWN[joined]
    before = _OF_QUESTION.match(head)
    if before is None:
        return None
    rest = head[before.end() :]
    if rest in _STEMS_BEHIND:
        return "stem"
    return "number" if rest in _NUMBERS_BEHIND else _KNOWN.get(rest)


def _begun(head: str) -> _Head:
    for known in _LONGEST_FIRST:
        if head.startswith(known):
            return _Head("field", _KNOWN[known]) if _REMARK.match(head, len(known)) else _Head("")
    return _Head("")


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
