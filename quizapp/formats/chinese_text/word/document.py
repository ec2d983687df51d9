"""A .docx as lines: its paragraphs and tables in their order, with what stands beside them told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.formats.chinese_text.lines import Line
from quizapp.formats.chinese_text.word.names import local, value
from quizapp.formats.chinese_text.word.numbering import Numbering
from quizapp.formats.chinese_text.word.paragraphs import Paragraphs
from quizapp.formats.chinese_text.word.runs import text_of
from quizapp.formats.chinese_text.word.styles import Styles
from quizapp.formats.chinese_text.word.tables import Row, table_lines
from quizapp.reading.source_question import Reason, Remark
from quizapp.reading.zip_members import ZipMembers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def lines_of(data: bytes) -> tuple[list[Line], list[Remark]]:
    """Return a Word file's lines, numbered by paragraphs, and what is told of them. Raises Refused."""
    members = ZipMembers(data)
    main = next((name for name in members.names if _MAIN.fullmatch(name)), None)
    if main is None:
        raise Refused("import-not-word")
    return _Document(members).read(members.xml(main))


class _Document:
    def __init__(self, members: ZipMembers) -> None:
        self._members = members
        styles = Styles(self._part("word/styles.xml"))
        self._paragraphs = Paragraphs(styles, Numbering(self._part("word/numbering.xml")))
        self._lines: list[Line] = []
        self._number = 0

    def read(self, root: Element) -> tuple[list[Line], list[Remark]]:
        for body in root:
            if local(body) == "body":
                self._read_blocks(body)
        return self._lines, [*self._paragraphs.remarks, *self._asides()]

    def _part(self, name: str) -> Element | None:
        return self._members.xml(name) if name in self._members.names else None

    def _read_blocks(self, parent: Element) -> None:
        for one in parent:
            name = local(one)
            if name == "p":
                self._number += 1
                self._lines += self._paragraphs.lines(one, self._number)
            elif name == "tbl":
                self._lines += table_lines(list(self._rows(one)), self._paragraphs.remarks)
            elif name in _THROUGH:
                self._read_blocks(one)

    def _rows(self, table: Element) -> Iterator[Row]:
        for row in table:
            if local(row) == "tr":
                first = self._number + 1
                doubts: list[Reason] = []
                cells = tuple(self._cell(cell, doubts) for cell in row if local(cell) == "tc")
                yield Row(first, cells, tuple(doubts))
            elif local(row) in _THROUGH:
                yield from self._rows(row)

    def _cell(self, cell: Element, doubts: list[Reason]) -> str:
        """Return a cell's text on one line, that of tables within it too."""
        texts: list[str] = []
        for one in cell:
            if local(one) == "p":
                self._number += 1
                lines = self._paragraphs.lines(one, self._number)
                texts += [line.text for line in lines]
                doubts += [doubt for line in lines for doubt in line.doubts]
            elif local(one) == "tbl":
                texts += [" ".join(filter(None, row.cells)) for row in self._rows(one)]
            elif local(one) in _THROUGH:
                texts.append(self._cell(one, doubts))
        return " ".join(filter(None, texts))

    def _asides(self) -> Iterator[Remark]:
        """Give the text boxes and notes, which are read as no question."""
        notes: dict[str, str] = {}
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            root = self._part(name) if self._paragraphs.asides else None
            for note in root if root is not None else ():
                notes.setdefault(value(note, "id"), text_of(note))
        for number, aside in self._paragraphs.asides:
            is_note = aside.code == "import-footnote"
            text = notes.get(aside.text, "") if is_note else aside.text
            yield Remark(number, Reason(aside.code, {"text": text}))
