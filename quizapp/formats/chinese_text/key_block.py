"""Keys at the end, given to the questions they are of: by number, section by section."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.domain.text import LONGEST_SHOWN
from quizapp.formats.chinese_text.blocks import (
    LineBlock,
    LineKey,
    are_numbers,
    cells_of,
    depth_of,
    inline_keys,
    keys_of,
)
from quizapp.formats.chinese_text.line_classes import (
    ClassedLine,
    SectionHeading,
    first_behind_blank,
    label_at,
    labels_of,
    number_of,
)
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.exchange.source_question import Fate, Reason, SourceRemark

Group = tuple[SectionHeading, list[RawQuestion]]


class KeyLineFate(NamedTuple):
    """What became of a line among keys."""

    line: TextLine
    fate: Fate
    """Of one that is of no question."""
    questions: tuple[RawQuestion, ...]


class KeyBlock:
    """Reads the keys of the sections before it; what it cannot place is told."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.remarks: list[SourceRemark] = []
        self.fates: list[KeyLineFate] = []
        self._met: list[RawQuestion] = []
        """Those that the line at hand says something of."""
        asked = [(section, questions) for section, questions in groups if questions]
        self._sections = [section for section, _ in asked]
        self._kinds = [section.kind for section in self._sections]
        self._of_title = {section.title: place for place, section in reversed([*enumerate(self._sections)])}
        self._of_type: dict[str, list[int]] = {}
        for place, section in enumerate(self._sections):
            self._of_type.setdefault(section.type, []).append(place)
        self._groups = [_numbers(questions) for _, questions in asked]
        self._places: dict[int, list[int]] = {}
        """The sections that have a number, in their order."""
        for place, numbers in enumerate(self._groups):
            for number in numbers:
                self._places.setdefault(number, []).append(place)
        self._group = 0
        """The section that numbers are looked for in first."""
        self._last = 0
        self._question: RawQuestion | None = None
        """The one whose answer the next lines may go on with."""
        self._is_prose = False
        """Whether any line may go on with it, and not a label alone."""
        self._is_boxed = False
        self._level = 0
        """How deep the head of an answer is, where answers have heads such as 题目1 答案; 0 where they have none."""
        self._numbers: list[str] = []
        """Of a table's line 题号, whose 答案 follow."""
        self.given = 0
        """How many keys were given."""

    def take(self, blocks: Sequence[LineBlock]) -> None:
        """Take the blocks of one heading: its own, and those of sections of keys below it."""
        for block in blocks:
            if block.heading is not None and block.heading.section is not None and block.heading.kind == "keys":
                self._open_section(block.heading.section)
                found = block.heading.found
                end = 0 if found is None else found.end()
                self._account(block.heading, end if end < len(block.heading.line.copy) else 0, "heading")
            elif block.heading is not None and block.heading.section is not None:
                self._open_section(block.heading.section)
                self._account(block.heading, inline_keys(block.heading.line.copy), "heading")
            elif block.heading is not None and block.heading.kind == "label":
                self._account(block.heading, block.heading.found.end() if block.heading.found else 0, "heading")
            elif block.heading is not None and block.heading.kind == "text":
                self._account(block.heading)
            elif block.heading is not None:
                self._account(block.heading, 0, "heading")
            for one in block.lines:
                self._account(one)
        first = blocks[0].heading
        lines = [one.line for block in blocks for one in _with_heading(block)]
        text = "\n".join(line.source for line in lines)
        number = lines[0].number if first is None else first.line.number
        self.remarks.append(SourceRemark(number, Reason("import-keys", {"count": str(self.given), "text": text})))

    def _open_section(self, section: SectionHeading) -> None:
        """Look first in the next section of the questions that has the heading's type."""
        self._last = 0
        self._question = None
        same = self._of_type.get(section.type, ()) if section.type else ()
        if same:
            self._group = next(iter(same[bisect_left(same, self._group) :]), same[0])
            return
        kinds = self._kinds
        for place in (*range(self._group, len(kinds)), *range(self._group)):
            if kinds[place] == section.kind and (section.kind or _word(self._sections[place]) == _word(section)):
                self._group = place
                return

    def _open_chapter(self, title: str) -> None:
        """Look first in the group of the same heading."""
        self._last = 0
        self._question = None
        self._group = self._of_title.get(title, self._group)

    def _account(self, one: ClassedLine, start: int | None = None, fate: Fate = "unread") -> None:
        """Take a line, or what stands behind a place on it, and note whose keys it had; `fate` is where it had none."""
        self._met.clear()
        if one.kind == "noise":
            self._tell("import-noise", one.line)
            fate = "noise"
        elif one.kind == "heading" and self._question is not None and depth_of(one.line.copy) > self._level > 0:
            self._go_on(self._question, one.line)  # a title within an answer
        elif one.kind == "heading":
            self._open_chapter(one.line.copy)
            fate = "heading"
        elif start is None:
            fate = "heading" if self._take(one) else fate
        else:
            self._take_behind(one, start)
        self.fates.append(KeyLineFate(one.line, fate, tuple(dict.fromkeys(self._met))))

    def _take(self, one: ClassedLine) -> bool:
        """Take a line; return whether it only heads those below it."""
        line = one.line
        if (cells := cells_of(line.copy)) is not None:
            return self._take_cells(cells, line)
        if one.kind == "number" and one.found is not None and _HEAD.match(one.found[0]):
            self._open_answer(one)
            return False
        keys = keys_of(line.copy)
        is_point = keys is not None and self._is_point(keys[0])
        if keys and not is_point:
            self._take_keys(keys, line)
        elif self._question is not None and (self._is_prose or label_at(line.copy)):
            self._go_on(self._question, line)
        else:
            self._tell("import-key-unread", line)
        return False

    def _open_answer(self, one: ClassedLine) -> None:
        """Take a line such as 题目1 答案, that heads the answer below it, and what stands behind it."""
        assert one.found is not None  # a number was found
        number, line = number_of(one.found)[0], one.line
        self._question, self._is_prose, self._level = self._find(number), True, depth_of(line.copy) or _PLAIN
        rest = line.copy[one.found.end() :].strip()
        if self._question is None:
            values = {"number": str(number), "text": line.source.strip()}
            self.remarks.append(SourceRemark(line.number, Reason("import-key-without-question", values)))
            return
        self._met.append(self._question)
        self._question.open = self._question.labels.setdefault("key", [])
        label = label_at(rest)
        for name, text in labels_of(line._replace(text=rest, copy=rest, where=None), label) if label else ():
            self._label(self._question, name, text)

    def _is_point(self, key: LineKey) -> bool:
        """Return whether a number counts a point of the open answer: （1） among others, or of an earlier section."""
        if self._question is not None and self._level and key.is_prose:
            return True  # answers have heads here
        if self._question is None or not self._is_prose:
            return self._question is not None and key.is_boxed and not self._is_boxed
        places = self._places.get(key.number, [])
        is_earlier = key.is_prose and bool(places) and places[-1] < self._group
        return is_earlier or (key.is_boxed and not self._is_boxed)

    def _take_behind(self, one: ClassedLine, start: int) -> None:
        """Take keys that stand behind a heading or a label on its line; there are none where `start` is 0."""
        if not start:
            return
        copy = one.line.copy[start:]
        same = one.line.where is None
        self._take(
            ClassedLine("text", one.line._replace(text=one.line.behind(start) if same else copy, copy=copy, where=None))
        )

    def _take_cells(self, cells: list[str], line: TextLine) -> bool:
        if are_numbers(cells):
            self._numbers = [cell.rstrip(".") for cell in cells]
            return True
        doubt = Reason("import-key-in-table")
        for number, cell in zip(self._numbers, cells, strict=False):
            question = self._find(int(number)) if number else None
            if question is not None and cell:
                self._give(question, cell)
                question.doubts.append(doubt)
        if not self._numbers:
            self._tell("import-key-unread", line)
        self._numbers = []
        return False

    def _take_keys(self, keys: list[LineKey], line: TextLine) -> None:
        # Made once: a line may have as many keys as it has characters.
        text = line.source.strip()[: LONGEST_SHOWN + 1]
        for place, key in enumerate(keys):
            question = self._find(key.number)
            self._question, self._is_prose = question, key.is_prose
            self._is_boxed = key.is_boxed
            if question is None:
                values = {"number": str(key.number), "text": text}
                self.remarks.append(SourceRemark(line.number, Reason("import-key-without-question", values)))
            elif not key.text:
                self._met.append(question)
                question.doubts.append(Reason("import-key-range", {"text": text}))
            else:
                self._met.append(question)
                end = keys[place + 1].start if place + 1 < len(keys) else len(line.copy)
                self._give_text(question, key, line, end)

    def _give_text(self, question: RawQuestion, key: LineKey, line: TextLine, end: int) -> None:
        """Give a key as it is written, and the labels behind it on its line."""
        if not key.is_prose:
            self._give(question, key.text)
            return
        stop = min(end, key.start + len(key.text)) if end != len(line.copy) else end
        label = label_at(line.copy, key.start) or first_behind_blank(line.copy, key.start)
        if label is None or label.start() >= stop:
            self._give(question, line.text[line.at(key.start) : line.at(stop)].strip())
            return
        before = line.text[line.at(key.start) : line.at(label.start())].strip()
        if before:
            self._give(question, before)
        for name, text in labels_of(line, label):
            self._label(question, name, text)

    def _go_on(self, question: RawQuestion, line: TextLine) -> None:
        self._met.append(question)
        label = label_at(line.copy)
        if label is None:
            question.open.append(line.text)
            return
        for name, text in labels_of(line, label):
            self._label(question, name, text)

    def _label(self, question: RawQuestion, name: str, text: str) -> None:
        self.given += name == "key"
        question.is_keyed_at_end |= name == "key"
        self._is_prose = True
        question.add_label(name, text)

    def _give(self, question: RawQuestion, text: str) -> None:
        self.given += 1
        self._met.append(question)
        question.is_keyed_at_end = True
        question.add_label("key", text)

    def _find(self, number: int) -> RawQuestion | None:
        """Return the question of a number: in the section at hand, else in the next that has it."""
        places = self._places.get(number)
        if places is None:
            return None
        starts_over = number <= self._last and places[-1] > self._group
        self._last = number
        self._group = next(iter(places[bisect_left(places, self._group + starts_over) :]), places[0])
        found = self._groups[self._group][number]
        if len(found) > 1:
            found[0].doubts.append(Reason("import-number-twice", {"number": str(number)}))
        return found[0]

    def _tell(self, code: str, line: TextLine) -> None:
        self.remarks.append(SourceRemark(line.number, Reason(code, {"text": line.source.strip()})))


def _numbers(questions: Sequence[RawQuestion]) -> dict[int, list[RawQuestion]]:
    found: dict[int, list[RawQuestion]] = {}
    for question in questions:
        found.setdefault(question.number, []).append(question)
    return found


def _word(section: SectionHeading) -> str:
    """Return what a section is called, without what is said of it: 选择题 of 选择题（每题2分）."""
    return re.split(r"[(（\s:：的参]|答案|解答", section.title, maxsplit=1)[0]


_HEAD = re.compile(r"[#>*\s]{0,8}[^\s\d(#>*]")
"""How a number begins that a word stands before: 题目1, Q1."""
_PLAIN = 7
"""The depth of a head that is no title, deeper than any of Markdown's."""


def _with_heading(block: LineBlock) -> list[ClassedLine]:
    return [*([block.heading] if block.heading is not None else []), *block.lines]
