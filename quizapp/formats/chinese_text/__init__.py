"""试题 text as Word files and groups pass it around: .txt, .md and .docx, read tolerantly and written as .txt.

Here is its entry in the registry; reader.py is the way through. A quirk of somebody's papers goes where its lines are
classed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_format import SourceFormat, SourceReading, WrittenBank
from quizapp.reading.yaml.document import collector_off

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank


_ARCHIVE = b"PK\x03\x04"


def read(data: bytes, name: str, encoding: str) -> SourceReading:
    """Return the questions of a text or a Word file. Raises Refused for what is neither."""
    with collector_off():
        is_word = name.lower().endswith(".docx") or data.startswith(_ARCHIVE)
        return _word(data) if is_word else _text(data, name, encoding)


def _word(data: bytes) -> SourceReading:
    from quizapp.formats.chinese_text.reader import read_lines
    from quizapp.formats.chinese_text.word.document import lines_of

    return read_lines(*lines_of(data))


def _text(data: bytes, name: str, encoding: str) -> SourceReading:
    from quizapp.formats.chinese_text.lines import lines_of, text_of
    from quizapp.formats.chinese_text.reader import read_lines

    text, told = text_of(data, name, encoding)
    lines, remarks = lines_of(text, is_markdown=name.lower().endswith((".md", ".markdown")))
    return read_lines(lines, [*told, *remarks])


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:  # noqa: ARG001 its words are Chinese in any language
    """Return a bank as text in UTF-8 with a BOM and CR LF, which Notepad and WPS open well on any Windows."""
    from quizapp.formats.chinese_text.writer import written

    return written(bank)


CHINESE_TEXT = SourceFormat(name="chinese_text", suffixes=(".txt", ".md", ".docx"), read=read, write=write)
