"""The lines of a GIFT file as blocks of one question each, and the ids and tags that their comments carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import clean
from quizapp.formats.gift.markup import hidden
from quizapp.reading.exchange.question_fields import difficulty_of
from quizapp.reading.exchange.source_question import Reason, SourceRemark

_CATEGORY = re.compile(r"\$CATEGORY:\s*(.*)", re.I)
_CONTEXT = re.compile(r"\$[a-z]+\d*\$", re.I)
_BRACES = re.compile("[{}]")
# A stroke that parts stands alone: two are one within a name.
_STROKE = re.compile("(?<!/)/(?!/)")


class GiftLine(NamedTuple):
    """One line of the file."""

    number: int
    text: str
    """Cleaned, as it stands."""
    signs: str
    """Without blanks around it, its escapes hidden; "" for a comment, and for a blank line."""
    braces: str
    """Those of its signs that are braces, in order."""
    was_cleaned: bool = False
    """Whether invisible characters were left out."""

    @property
    def is_comment(self) -> bool:
        """Whether it says nothing of a question; asked of lines that are not blank."""
        return not self.signs


class GiftBlock(NamedTuple):
    """The lines of one question, its comments among them."""

    lines: tuple[GiftLine, ...]
    topic: str = ""
    doubts: tuple[Reason, ...] = ()

    @property
    def written(self) -> str:
        """The question as it stands in the file."""
        return "\n".join([line.text for line in self.lines])


def lines_of(text: str) -> list[GiftLine]:
    """Return a file's lines, each cleaned by itself so that their numbers are the file's."""
    lines: list[GiftLine] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line:
            lines.append(GiftLine(number, "", "", ""))
            continue
        cleaned = clean(line)
        bare = cleaned.strip()
        signs = "" if bare.startswith("//") else hidden(bare)
        braces = "".join(_BRACES.findall(signs)) if "{" in signs or "}" in signs else ""
        lines.append(GiftLine(number, cleaned, signs, braces, cleaned != line))
    return lines


def blocks_of(lines: list[GiftLine], remarks: list[SourceRemark]) -> Iterator[GiftBlock]:
    """Give the blocks of questions; categories and comments that belong to none go to `remarks`."""
    topic = ""
    for group, doubts in _joined(_groups(lines)):
        start = 0
        while (place := _category_at(group, start)) > start:
            topic = _take_category(group[start:place], remarks)
            start = place
        parts = _parted(group[start:] if start else group)
        if not all(_begins(part) for part in parts[1:]):
            doubts = (*doubts, Reason("import-gift-no-blank-line"))
        for part in parts:
            while (place := _category_at(part, 0)) > 0:
                topic = _take_category(part[:place], remarks)
                part = part[place:]
            if any(line.signs for line in part):
                yield GiftBlock(tuple(part), topic, doubts)
            else:
                remarks += [_comment_remark(line) for line in part]


def _groups(lines: list[GiftLine]) -> Iterator[list[GiftLine]]:
    group: list[GiftLine] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _joined(groups: Iterator[list[GiftLine]]) -> Iterator[tuple[list[GiftLine], tuple[Reason, ...]]]:
    """Give groups, those joined whose braces a blank line stands within; braces that are never closed join nothing."""
    waiting: list[list[GiftLine]] = []
    for group in groups:
        braces = "".join([line.braces for line in group])
        if waiting and braces.startswith("{"):
            for each in waiting:
                yield each, ()
            waiting = []
        is_open = braces.endswith("{")
        if not waiting and not is_open:
            yield group, ()
            continue
        waiting.append(group)
        if len(waiting) > 1 and braces.startswith("}") and not is_open:
            is_end = len(waiting) == 2 and group[0].signs == "}"  # the blank line stands before the last brace alone
            doubts = () if is_end else (Reason("import-gift-blank-line"),)
            yield [line for each in waiting for line in each], doubts
            waiting = []
    for each in waiting:
        yield each, ()


def _category_at(lines: list[GiftLine], start: int) -> int:
    """Return the place behind a category's line, to which there are comments alone; `start` where there is none."""
    for place in range(start, len(lines)):
        if not lines[place].is_comment:
            return place + 1 if _CATEGORY.match(lines[place].signs) else start
    return start


def _take_category(lines: list[GiftLine], remarks: list[SourceRemark]) -> str:
    """Return the topic that a category names, having told of it and of the comments above it."""
    remarks += [_comment_remark(line) for line in lines[:-1]]
    last = lines[-1]
    found = _CATEGORY.match(last.text.strip())
    category = found[1].strip() if found else ""
    topic = topic_of(category)
    code = "import-gift-category" if topic else "import-gift-no-category"
    remarks.append(SourceRemark(last.number, Reason(code, {"text": last.text.strip(), "topic": topic})))
    return topic


def topic_of(category: str) -> str:
    """Return the last name of a category's path; "" for the top of a course."""
    names = [name.replace("//", "/").strip() for name in _STROKE.split(category)]
    names = [name for name in names if name]
    while names and (_CONTEXT.fullmatch(names[0]) or names[0] == "top"):
        del names[0]
    return names[-1] if names else ""


def _comment_remark(line: GiftLine) -> SourceRemark:
    return SourceRemark(line.number, Reason("import-gift-comment", {"text": line.text.strip()}))


def _parted(lines: list[GiftLine]) -> list[list[GiftLine]]:
    """Return the questions of a group: one, but for those that no blank line parts."""
    last = next((place for place in range(len(lines) - 1, 0, -1) if "{" in lines[place].braces), 0)
    if not last:
        return [lines]
    parts: list[list[GiftLine]] = []
    start, is_open = 0, False
    for place, line in enumerate(lines):
        is_open = line.braces[-1] == "{" if line.braces else is_open
        if place < last and not is_open and line.signs.endswith("}"):
            parts.append(lines[start : place + 1])
            start = place + 1
    return [*parts, lines[start:]]


def _begins(lines: list[GiftLine]) -> bool:
    """Return whether lines begin as a question or a category does, so that no blank line is missed."""
    first = next((line.signs for line in lines if line.signs), "")
    return first.startswith("::") or _CATEGORY.match(first) is not None or not first


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
