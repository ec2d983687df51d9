"""The lines of a GIFT file as blocks of one question each, parted by blank lines; what is none is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.domain.text import clean
from quizapp.formats.gift.signs import hidden
from quizapp.reading.source_question import Reason, Remark

_CATEGORY = re.compile(r"\$CATEGORY:\s*(.*)", re.I)
_CONTEXT = re.compile(r"\$[a-z]+\d*\$", re.I)
_BRACES = re.compile("[{}]")
# A stroke that parts stands alone: two are one within a name.
_STROKE = re.compile("(?<!/)/(?!/)")


class Line(NamedTuple):
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


class Block(NamedTuple):
    """The lines of one question, its comments among them."""

    lines: tuple[Line, ...]
    topic: str = ""
    doubts: tuple[Reason, ...] = ()

    @property
    def written(self) -> str:
        """The question as it stands in the file."""
        return "\n".join([line.text for line in self.lines])


def lines_of(text: str) -> list[Line]:
    """Return a file's lines, each cleaned by itself so that their numbers are the file's."""
    lines: list[Line] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line:
            lines.append(Line(number, "", "", ""))
            continue
        cleaned = clean(line)
        bare = cleaned.strip()
        signs = "" if bare.startswith("//") else hidden(bare)
        braces = "".join(_BRACES.findall(signs)) if "{" in signs or "}" in signs else ""
        lines.append(Line(number, cleaned, signs, braces, cleaned != line))
    return lines


def blocks_of(lines: list[Line], remarks: list[Remark]) -> Iterator[Block]:
    """Give the blocks of questions; categories and comments that belong to none go to `remarks`."""
    topic = ""
    for group, doubts in _joined(_groups(lines)):
        start = 0
        while (place := _category_at(group, start)) > start:
            topic = _take_category(group[start:place], remarks)
            start = place
        parts = _parted(group[start:] if start else group)
        if len(parts) > 1:
            doubts = (*doubts, Reason("import-gift-no-blank-line"))
        for part in parts:
            if any(line.signs for line in part):
                yield Block(tuple(part), topic, doubts)
            else:
                remarks += [_told(line) for line in part]


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _joined(groups: Iterator[list[Line]]) -> Iterator[tuple[list[Line], tuple[Reason, ...]]]:
    """Give groups, those joined whose braces a blank line stands within; braces that are never closed join nothing."""
    waiting: list[list[Line]] = []
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
            yield [line for each in waiting for line in each], (Reason("import-gift-blank-line"),)
            waiting = []
    for each in waiting:
        yield each, ()


def _category_at(lines: list[Line], start: int) -> int:
    """Return the place behind a category's line, to which there are comments alone; `start` where there is none."""
    for place in range(start, len(lines)):
        if not lines[place].is_comment:
            return place + 1 if _CATEGORY.match(lines[place].signs) else start
    return start


def _take_category(lines: list[Line], remarks: list[Remark]) -> str:
    """Return the topic that a category names, having told of it and of the comments above it."""
    remarks += [_told(line) for line in lines[:-1]]
    last = lines[-1]
    found = _CATEGORY.match(last.text.strip())
    category = found[1].strip() if found else ""
    topic = topic_of(category)
    code = "import-gift-category" if topic else "import-gift-no-category"
    remarks.append(Remark(last.number, Reason(code, {"text": last.text.strip(), "topic": topic})))
    return topic


def topic_of(category: str) -> str:
    """Return the last name of a category's path; "" for the top of a course."""
    names = [name.replace("//", "/").strip() for name in _STROKE.split(category)]
    names = [name for name in names if name]
    while names and (_CONTEXT.fullmatch(names[0]) or names[0] == "top"):
        del names[0]
    return names[-1] if names else ""


def _told(line: Line) -> Remark:
    return Remark(line.number, Reason("import-gift-comment", {"text": line.text.strip()}))


def _parted(lines: list[Line]) -> list[list[Line]]:
    """Return the questions of a group: one, but for those that no blank line parts."""
    last = next((place for place in range(len(lines) - 1, 0, -1) if "{" in lines[place].braces), 0)
    if not last:
        return [lines]
    parts: list[list[Line]] = []
    start, is_open = 0, False
    for place, line in enumerate(lines):
        is_open = line.braces[-1] == "{" if line.braces else is_open
        if place < last and not is_open and line.signs.endswith("}"):
            parts.append(lines[start : place + 1])
            start = place + 1
    return [*parts, lines[start:]]
