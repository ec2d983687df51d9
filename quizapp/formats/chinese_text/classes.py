"""What a line is, by its looks alone: the classes of the 试题 text, tried in their order."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from quizapp.formats.chinese_text import labels, sections
from quizapp.formats.chinese_text.lines import Line
from quizapp.formats.chinese_text.sections import Section

Kind = Literal["section", "keys", "number", "option", "label", "noise", "text"]


class Classed(NamedTuple):
    """A line with its class."""

    kind: Kind
    line: Line
    found: re.Match[str] | None = None
    """Where the line's number, letter or label stands in its copy."""
    section: Section | None = None


# 12.345 and 10.5 MHz have a digit behind the point. Markdown escapes the point.
_NUMBER = re.compile(
    r"(?:[-*+]\s+|#{1,6}\s+)?(?:"
    r"(?P<plain>\d{1,5})\s?\\?(?:\.(?!\d)|、|\)(?!\s?[、,.]))"
    r"|\((?P<brackets>\d{1,5})\)\s?[、.]?"
    r"|第\s?(?P<said>\d{1,5})\s?[题道](?:\s?[、.:])?(?!库|目))\s*"
)
_OPTION = re.compile(r"(?:[-*+•]\s+)?(?:\((?P<boxed>[A-Za-z])\)\s?[、.:]?|(?P<plain>[A-Za-z])\s?(?:[.、:)]))\s*")
_BULLET = re.compile(r"[-*+•·●○◆■□>]\s*")
_HEADING = re.compile(
    r"#{0,6}\s?(?:[一二三四五六七八九十]{1,3}\s?[、.]\s?)?[【\[]?\s?(?:试题|题目|习题|测试题|试卷)?"
    r"(?:参考|标准|正确)?答案(?:及|与|和)?(?:解析|评分标准|速查表?|部分|一览表?|汇总)?\s?[】\]]?\s?:?$"
)
_NOISE = re.compile(
    r"第\s?\d+\s?次作答|题量\s?:?\s?\d|满分\s?:?\s?\d|(?:作答|考试|答题|提交|开始|截止|交卷)时间\s?:|(?:本次|最终|最高|考试)(?:成绩|得分)|"
    r"(?:姓名|学号|班级|单位名称|座位号|准考证号)\s?[:_]|第\s?\d+\s?页|共\s?\d+\s?页|\d{1,4}\s?/\s?\d{1,4}$|[-—–]\s?\d{1,4}\s?[-—–]$|"
    r"[-=*—~·]{3,}$|(?:收起|展开)(?:解析|答案)?$|上一题|下一题|返回$|作业详情|查看(?:解析|答案)|[-—*=\s]{0,12}(?:密封线|装订线)|"
    r"(?:回答|作答)(?:正确|错误)!?$|\d+(?:\.\d+)?\s?分$"
)
_DIGITS = frozenset("0123456789")
_NUMBER_FIRST = frozenset("0123456789(第-*+#")
_OPTION_FIRST = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(-*+•")
_HEADING_FIRST = frozenset("参标正答【[试题习测#一二三四五六七八九十")
_NOISE_FIRST = frozenset("第题满作考答提开截交本最姓学班单座准共0123456789-—–=*~·收展上下返查密装 回")


def classed(line: Line) -> Classed:
    """Return a line with its class."""
    copy = line.copy
    first = copy[0]
    if (
        first in sections.FIRST
        and (first not in _DIGITS or "题" in copy)
        and (section := sections.section_of(copy)) is not None
    ):
        return Classed("section", line, None, section)
    if first in _HEADING_FIRST and _HEADING.match(copy):
        return Classed("keys", line, labels.label_at(copy))
    if first in _NOISE_FIRST and _NOISE.match(copy):
        return Classed("noise", line)
    if first in _NUMBER_FIRST and (found := _NUMBER.match(copy)) is not None:
        return Classed("number", line, found)
    if first in _OPTION_FIRST and (found := _OPTION.match(copy)) is not None:
        return Classed("option", line, found)
    if first in labels.FIRST and (found := labels.label_at(copy)) is not None:
        return Classed("label", line, found)
    return _behind_bullet(line)


def _behind_bullet(line: Line) -> Classed:
    """Return a line's class where a list's sign may stand before its label."""
    bullet = _BULLET.match(line.copy)
    found = labels.label_at(line.copy, bullet.end()) if bullet is not None else None
    return Classed("text", line) if found is None else Classed("label", line, found)


def number_of(found: re.Match[str]) -> tuple[int, str]:
    """Return a question's number, and the style it is written in: plain, brackets or said."""
    style = found.lastgroup or "plain"
    return int(found[style]), style


def letter_of(found: re.Match[str]) -> str:
    """Return an option's letter."""
    letter: str = found["boxed"] or found["plain"]
    return letter.upper()
