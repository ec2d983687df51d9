"""Tables: one of 题号 and 答案 as keys, any other row by row, and doubted where it is within a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quizapp.domain.errors import Refused
from quizapp.formats.chinese_text.lines import TextLine, line_of
from quizapp.formats.chinese_text.shape.question_rows import heads_of, lines_of_row
from quizapp.formats.chinese_text.word.numbering import Numbering
from quizapp.formats.chinese_text.word.paragraphs import Paragraphs, text_of
from quizapp.formats.chinese_text.word.styles import Styles, local, value
from quizapp.reading.exchange.source_question import Reason, SourceRemark
from quizapp.reading.office.zip_members import ZipMembers

_NUMBER_HEADS = ("题号", "序号")
_KEY_HEADS = ("答案", "参考答案", "正确答案")
_FEWEST = 2


class WordRow(NamedTuple):
    """One row of a table, its cells' texts on one line each."""

    number: int
    cells: tuple[str, ...]
    doubts: tuple[Reason, ...] = ()


def table_lines(rows: Sequence[WordRow], remarks: list[SourceRemark]) -> list[TextLine]:
    """Return a table's lines: of keys as 题号 1 2 3 and 答案 B C A, else a line for each row, which is doubted."""
    across = _as_keys(rows)
    if across is not None:
        return [line_of(number, "\t".join(cells), remarks) for number, cells in across]
    if (asked := _as_questions(rows)) is not None:
        return [line_of(number, text, remarks)._replace(doubts=doubts) for number, text, doubts in asked]
    lines = [(line_of(row.number, "\t".join(cell for cell in row.cells if cell), remarks), row) for row in rows]
    doubt = Reason("import-table", {"line": str(rows[0].number) if rows else ""})
    return [line._replace(doubts=(*line.doubts, *row.doubts, doubt)) for line, row in lines if line.text]


def _as_questions(rows: Sequence[WordRow]) -> list[tuple[int, str, tuple[Reason, ...]]] | None:
    """Return a table with a question in each row as lines, with what is doubted of them; None for another table."""
    filled = [row for row in rows if any(row.cells)]
    heads = heads_of(filled[0].cells) if len(filled) >= _FEWEST else None
    if heads is None:
        return None
    lines: list[tuple[int, str, tuple[Reason, ...]]] = [(filled[0].number, "# " + "\t".join(filled[0].cells), ())]
    for count, row in enumerate(filled[1:], 1):
        doubts = row.doubts
        for text in lines_of_row(heads, row.cells, count):
            lines.append((row.number, text, doubts))
            doubts = ()
    return lines


def _as_keys(rows: Sequence[WordRow]) -> list[tuple[int, tuple[str, ...]]] | None:
    """Return the rows of a table of keys with 题号 and 答案 in front; None for another table."""
    filled = [row for row in rows if any(row.cells)]
    if len(filled) < _FEWEST:
        return None
    heads = [_head(cell) for cell in filled[0].cells]
    if len(heads) >= _FEWEST and heads[0] in _NUMBER_HEADS and heads[1] in _KEY_HEADS:
        # Written down the page, maybe in several pairs of columns.
        return _down(filled, heads)
    firsts = [_head(row.cells[0]) for row in filled]
    is_across = all(first in (*_NUMBER_HEADS, *_KEY_HEADS) for first in firsts) and firsts[0] in _NUMBER_HEADS
    return [(row.number, row.cells) for row in filled] if is_across else None


def _down(rows: Sequence[WordRow], heads: Sequence[str]) -> list[tuple[int, tuple[str, ...]]] | None:
    numbers, keys = ["题号"], ["答案"]
    for place in range(0, len(heads) - 1, 2):
        if heads[place] not in _NUMBER_HEADS or heads[place + 1] not in _KEY_HEADS:
            return None
        pairs = [row.cells[place : place + 2] for row in rows[1:] if len(row.cells) > place + 1]
        numbers += [pair[0] for pair in pairs]
        keys += [pair[1] for pair in pairs]
    return [(rows[0].number, tuple(numbers)), (rows[1].number, tuple(keys))]


def _head(cell: str) -> str:
    return "".join(cell.split()).strip(":：")


_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_ASKED = re.compile(r"^\s*(?:\d{1,4}\s?[.、．]|[(（]?[A-D]\s?[.、．)）]|[【]?(?:参考)?答案)", re.MULTILINE)
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def lines_of(data: bytes) -> tuple[list[TextLine], list[SourceRemark]]:
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
        self._lines: list[TextLine] = []
        self._number = 0

    def read(self, root: Element) -> tuple[list[TextLine], list[SourceRemark]]:
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
                before = len(self._paragraphs.asides)
                self._lines += self._paragraphs.lines(one, self._number)
                self._read_boxes(before)
            elif name == "tbl":
                self._lines += table_lines(list(self._rows(one)), self._paragraphs.remarks)
            elif name in _THROUGH:
                self._read_blocks(one)

    def _read_boxes(self, before: int) -> None:
        """Read the text boxes of a paragraph, the asides from `before` on, that have questions in them, below it."""
        asides = self._paragraphs.asides
        new = asides[before:]
        del asides[before:]
        for number, aside in new:
            if aside.code != "import-text-box" or _ASKED.search(aside.text) is None:
                asides.append((number, aside))
            else:
                made = (line_of(number, text, self._paragraphs.remarks) for text in aside.text.split("\n"))
                self._lines += [line for line in made if line.text]

    def _rows(self, table: Element) -> Iterator[WordRow]:
        for row in table:
            if local(row) == "tr":
                first = self._number + 1
                doubts: list[Reason] = []
                cells = tuple(self._cell(cell, doubts) for cell in row if local(cell) == "tc")
                yield WordRow(first, cells, tuple(doubts))
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

    def _asides(self) -> Iterator[SourceRemark]:
        """Give the text boxes and notes, which are read as no question."""
        notes: dict[str, str] = {}
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            root = self._part(name) if self._paragraphs.asides else None
            for note in root if root is not None else ():
                notes.setdefault(value(note, "id"), text_of(note))
        for number, aside in self._paragraphs.asides:
            is_note = aside.code == "import-footnote"
            text = notes.get(aside.text, "") if is_note else aside.text
            yield SourceRemark(number, Reason(aside.code, {"text": text}))
