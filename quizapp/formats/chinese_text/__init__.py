"""试题 text as Word files and groups pass it around: .txt, .md and .docx, read tolerantly and written as .txt.

Here is its entry in the registry; reader.py is the way through. A quirk of somebody's papers goes where its lines are
classed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.domain.errors import CalledWrongly
from quizapp.formats.source_format import SourceFormat, SourceReading, WrittenBank
from quizapp.reading.exchange.source_question import NO_AID
from quizapp.reading.yaml.document import collector_off

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.formats.chinese_text.lines import TextLine
    from quizapp.reading.exchange.source_question import ReadingAid, SourceRemark


_ARCHIVE = b"PK\x03\x04"


def read(data: bytes, name: str, encoding: str) -> SourceReading:
    """Return the questions of a text or a Word file. Raises Refused for what is neither."""
    return read_aided(data, name, encoding, NO_AID)


def read_aided(data: bytes, name: str, encoding: str, aid: ReadingAid) -> SourceReading:
    """Return the same, with what somebody says of the file. Raises Refused for what is neither, the keys too."""
    from quizapp.formats.chinese_text.reader import read_lines

    aid = _understood(aid)
    with collector_off():
        lines, remarks = _lines(data, name, encoding)
        keys = None if aid.keys is None else (_key_lines(*aid.keys, encoding), aid.keys[1])
        return read_lines(lines, remarks, aid, other_keys=keys, is_word=_is_word(data, name))


def _lines(data: bytes, name: str, encoding: str) -> tuple[list[TextLine], list[SourceRemark]]:
    if _is_word(data, name):
        from quizapp.formats.chinese_text.word.document import lines_of as lines_of_word

        return lines_of_word(data)
    from quizapp.formats.chinese_text.lines import lines_of, text_of
    from quizapp.formats.chinese_text.shape.question_rows import with_rows_as_lines

    text, told = text_of(data, name, encoding)
    lines, remarks = lines_of(text, is_markdown=name.lower().endswith((".md", ".markdown")))
    return with_rows_as_lines(lines, text), [*told, *remarks]


def _understood(aid: ReadingAid) -> ReadingAid:
    """Return an aid with its way to number by the name it has here. Raises CalledWrongly for one nobody knows."""
    if not aid.number:
        return aid
    from quizapp.formats.chinese_text.shape.number_styles import writing_named

    writing = writing_named(aid.number)
    if not writing:
        raise CalledWrongly("import-number-unknown", text=aid.number)
    return aid._replace(number=writing)


def _key_lines(data: bytes, name: str, encoding: str) -> list[TextLine]:
    """Return the lines of a file of keys, which may be a sheet too."""
    from quizapp.formats.chinese_text.lines import line_of
    from quizapp.reading.exchange.key_sheets import TABLES, WORKBOOKS, key_rows

    if not name.lower().endswith((*TABLES, *WORKBOOKS)):
        return _lines(data, name, encoding)[0]
    told: list[SourceRemark] = []  # what the reader of sheets cleans is told of sheets of questions alone
    rows = key_rows(data, name, encoding)
    return [line_of(row.line, row.text, told)._replace(source=row.shown) for row in rows]


def _is_word(data: bytes, name: str) -> bool:
    return name.lower().endswith(".docx") or data.startswith(_ARCHIVE)


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:  # noqa: ARG001 its words are Chinese in any language
    """Return a bank as text in UTF-8 with a BOM and CR LF, which Notepad and WPS open well on any Windows."""
    from quizapp.formats.chinese_text.writer import written

    return written(bank)


CHINESE_TEXT = SourceFormat(
    name="chinese_text", suffixes=(".txt", ".md", ".docx"), read=read, write=write, read_aided=read_aided
)
