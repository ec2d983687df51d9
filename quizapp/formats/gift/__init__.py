"""GIFT, Moodle's text format: read with all that its documentation has, written so that nothing is lost in silence.

Here is its entry in the registry; reader.py and writer.py are the ways through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_format import SourceFormat, SourceReading, WrittenBank
from quizapp.reading.files import source_text
from quizapp.reading.yaml.document import collector_off

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank


_ANSWERS = rb"(?<!\\)\{\s*(?:[=~#}]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}])"


def looks_like(data: bytes) -> bool:
    """Return whether there are answers in braces, in any encoding that keeps ASCII's letters, and no more of 答案."""
    found = len(re.findall(_ANSWERS, data.replace(b"\x00", b"")))
    return found > sum(data.count("答案".encode(encoding)) for encoding in ("utf-8", "gb18030"))


def read(data: bytes, name: str, encoding: str) -> SourceReading:
    """Return the questions of a GIFT file. Raises Refused for what is no text, or has no answers in braces."""
    from quizapp.formats.gift.reader import read_gift

    with collector_off():
        return read_gift(source_text(data, name, encoding), name)


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
    """Return a bank as GIFT in UTF-8, and what GIFT cannot carry of it, item by item."""
    from quizapp.formats.gift.writer import write_gift

    return write_gift(bank, tongue)


GIFT = SourceFormat(name="gift", suffixes=(".gift", ".txt"), read=read, write=write, looks_like=looks_like)
