"""Ids and tags in comments, `// [id:…] [tag:…]`: Moodle's own, and native fields as tags such as 难度：易."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.declaration import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.reading.question_words import difficulty_of

_LABEL = re.compile(r"\[(id|tag):")
_END = re.compile(r"(?<!\\)\]")
_NAMED = re.compile(r"([^:：\s]{1,16})\s*[:：](.*)", re.S)
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "difficulty": "难度",
        "marks": "分值",
        "marking": "评分方式",
        "option_marks": "每项分值",
        "source": "出处",
        "unit": "单位",
        "keep_order": "选项不乱序",
        "status": "状态",
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {**{chinese: n for n, chinese in _NAMES.items()}, **{n: n for n in _NAMES}}
)
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "difficulty": {"easy": "易", "medium": "中", "hard": "难"},
        "keep_order": {"true": "是"},
        "status": {"draft": "草稿", "retired": "停用"},
    }
)


class Labels(NamedTuple):
    """What the comments of one question label it with."""

    id: str
    tags: tuple[str, ...]


def labels_of(comments: Iterable[str]) -> Labels:
    """Return the first id and all tags of comments."""
    found = [label for line in comments for label in _labels_in(line)]
    ids = [text for kind, text in found if kind == "id" and text]
    return Labels(ids[0] if ids else "", tuple(dict.fromkeys(text for kind, text in found if kind == "tag" and text)))


def fields_of(tags: Iterable[str], kind: str) -> dict[str, Value]:
    """Return the native fields that tags of a question of some type say, those that are tags alone as `tags`."""
    fields: dict[str, Value] = {}
    alone: list[Value] = []
    for tag in tags:
        name, value = _meant(tag, kind)
        if name and name not in fields:
            fields[name] = value
        else:
            alone.append(tag)
    return {**fields, "tags": alone} if alone else fields


def is_field(tag: str, kind: str) -> bool:
    """Return whether a tag would be read as a field."""
    return bool(_meant(tag, kind)[0])


def tag_for(name: str, value: str, kind: str, tongue: Literal["zh", "en"]) -> str:
    """Return the tag that says a field."""
    if tongue == "en":
        return f"{name}: {value}"
    schemes = {scheme.name: scheme.chinese for scheme in ITEM_TYPES[kind].SCHEMES}
    words = schemes if name == "marking" else _WORDS.get(name, {})
    return f"{_NAMES[name]}：{words.get(value, value)}"


def comment(id: str, tags: Iterable[str]) -> str:
    """Return the comment that labels a question; each text must be on one line."""
    labels = [("id", id), *(("tag", tag) for tag in tags)]
    return "// " + " ".join("[{}:{}]".format(kind, text.replace("]", "\\]")) for kind, text in labels)


def _labels_in(line: str) -> Iterator[tuple[str, str]]:
    """Give the kinds and texts of a comment's labels; one that is never closed is none."""
    start = _LABEL.search(line)
    while start is not None:
        end = _END.search(line, start.end())
        if end is None:
            return
        yield start[1], line[start.end() : end.start()].replace("\\]", "]").strip()
        start = _LABEL.search(line, end.end())


def _meant(tag: str, kind: str) -> tuple[str, str]:
    """Return the field and the value that a tag says; "" for a tag that is just one."""
    found = _NAMED.fullmatch(tag)
    name = _FIELDS.get(found[1], "") if found else ""
    value = found[2].strip() if found else ""
    return (name, understood) if name and (understood := _understood(name, value, kind)) else ("", "")


def _understood(name: str, value: str, kind: str) -> str:
    if name == "difficulty":
        return difficulty_of(value) or ""
    if name in ("marks", "option_marks"):
        return value if _NUMBER.fullmatch(value) else ""
    if name == "marking":
        schemes = ITEM_TYPES[kind].SCHEMES
        return next((each.name for each in schemes if value in (each.name, each.chinese)), "")
    if name in _WORDS:
        return next((each for each, chinese in _WORDS[name].items() if value in (each, chinese)), "")
    if name == "unit" and kind != "numeric":
        return ""
    return value
