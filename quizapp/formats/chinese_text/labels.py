"""Labels of a question's parts, 答案：, 【解析】, at the beginning of a line and within it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from quizapp.formats.chinese_text.lines import Line

IGNORED = "ignored"
"""What a platform says of somebody's answers: it stays in the question's text, and in none of its fields."""

_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rationale": ("答案解析", "试题解析", "题目解析", "解析", "详解"),
        "key": ("正确答案", "参考答案", "标准答案", "答案", "答"),
        "difficulty": ("难易程度", "难易度", "难度等级", "难度"),
        "topic": ("所属知识点", "知识点", "考查点", "考点"),
        "marks": ("分值", "分数"),
        "source": ("出处", "来源", "页码"),
        "type": ("题目类型", "题型", "类型"),
        "tags": ("标签",),
        "unit": ("单位",),
        "tolerance": ("允许误差",),
        "any_order": ("次序不限",),
        "status": ("状态",),
        IGNORED: ("我的答案", "你的答案", "您的答案", "学生答案", "作答结果", "本题得分", "得分", "答题用时"),
    }
)
_NAMES: Mapping[str, str] = MappingProxyType({word: name for name, words in _WORDS.items() for word in words})
_ANY = "|".join(sorted(_NAMES, key=len, reverse=True))
_KEYS = "|".join(sorted(_WORDS["key"][:-1], key=len, reverse=True))
# 【答案】, 【答案：A】, [答案], or 答案：; 答案 A too, where letters or a sign are all that follows.
_LABEL = re.compile(
    rf"[【\[]\s?(?P<boxed>{_ANY})\s?(?:[】\]]\s?:?|(?P<within>:)(?=[^】\]]*[】\]]))\s*"
    rf"|(?P<plain>{_ANY})\s?:\s*"
    rf"|(?P<bare>{_KEYS})\s?(?=[A-Za-z]{{1,10}}$|[√×✓✗✔✘]$)"
)
_WITHIN = re.compile(rf"【\s?(?:{_ANY})\s?[】:]")
_BEHIND_BLANK = re.compile(rf"(?<=[\s;])(?:{_ANY})\s?:")
_KEY_BEHIND_BLANK = re.compile(rf"(?<=\s)(?:{_KEYS})\s?:")
FIRST = frozenset("【[") | {word[0] for word in _NAMES}
"""What a label's line begins with."""


def label_at(copy: str, place: int = 0) -> re.Match[str] | None:
    """Return the label that stands at a place of a line's copy; None where there is none."""
    return _LABEL.match(copy, place)


def name_of(found: re.Match[str]) -> str:
    """Return the native field that a label means, or IGNORED."""
    return _NAMES[found["boxed"] or found["plain"] or found["bare"]]


def labels_of(line: Line, first: re.Match[str]) -> list[tuple[str, str]]:
    """Return the names and texts of all labels of a line, the first of which stands at `first`."""
    copy = line.copy
    labels: list[tuple[str, str]] = []
    found: re.Match[str] | None = first
    while found is not None:
        name, start = name_of(found), found.end()
        following = _next(copy, start, name)
        value = line.behind(start) if following is None else line.text[line.at(start) : line.at(following.start())]
        value = value.strip()
        if found["within"]:
            value = value.rstrip("】]").rstrip()
        labels.append((name, value))
        found = following
    return labels


def first_within(copy: str, start: int) -> re.Match[str] | None:
    """Return the first label inside a line of a stem or of options: 【答案】 anywhere, 答案： behind a blank."""
    if "【" in copy and (boxed := _WITHIN.search(copy, start)) is not None:
        return _LABEL.match(copy, boxed.start())
    if "答案" in copy and (plain := _KEY_BEHIND_BLANK.search(copy, start)) is not None:
        return _LABEL.match(copy, plain.start())
    return None


def first_behind_blank(copy: str, start: int) -> re.Match[str] | None:
    """Return the first label of any kind inside a line, boxed or behind a blank: keys have them, as stems have not."""
    places = [found.start() for sign in (_WITHIN, _BEHIND_BLANK) if (found := sign.search(copy, start)) is not None]
    return _LABEL.match(copy, min(places)) if places else None


def _next(copy: str, start: int, name: str) -> re.Match[str] | None:
    """Return the next label behind one; a 解析 is prose, and may say 答案： within."""
    boxes, colon = copy.find("【", start), copy.find(":", start)
    if boxes < 0 and colon < 0:
        return None
    places = []
    if boxes >= 0 and (boxed := _WITHIN.search(copy, boxes)) is not None:
        places.append(boxed.start())
    if name != "rationale" and colon >= 0 and (plain := _BEHIND_BLANK.search(copy, start)) is not None:
        places.append(plain.start())
    return _LABEL.match(copy, min(places)) if places else None
