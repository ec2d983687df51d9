"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from quizapp.reading.files import decode
from quizapp.reading.findings import Findings

TEXT = "题库: 甲\n题干: 办公室干部的“五种角色”\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16-le", "utf-16-be"],
)
def test_an_expected_encoding_is_read_without_a_word(data: bytes) -> None:
    findings = Findings("f")
    assert decode(data, findings) == TEXT
    assert findings.faults == []


def test_gb18030_is_read_with_a_warning() -> None:
    findings = Findings("f")
    assert decode(TEXT.encode("gb18030"), findings) == TEXT
    (fault,) = findings.faults
    assert (fault.severity, fault.code, fault.line) == ("warning", "encoding-gb18030", 1)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (TEXT.encode() + b"ab\xff", (3, 3)),
        (b"a\nb\n\xff", (3, 1)),
        (codecs.BOM_UTF8 + "题\n题".encode() + b"\xff", (2, 2)),
        (codecs.BOM_UTF16_LE + "a\nbc".encode("utf-16-le") + b"\x00\xd8", (2, 3)),
    ],
)
def test_a_byte_that_cannot_be_read_is_found_in_its_line(data: bytes, place: tuple[int, int]) -> None:
    findings = Findings("f")
    assert decode(data, findings) is None
    (fault,) = findings.faults
    assert (fault.code, fault.line, fault.column) == ("encoding-unknown", *place)


def test_utf8_with_a_damaged_byte_is_not_taken_for_gb18030() -> None:
    data = TEXT.encode()
    findings = Findings("f")
    assert decode(data[:20] + b"\x81\x40" + data[20:], findings) is None
    assert findings.faults[0].code == "encoding-unknown"
