"""XML from anywhere, looked at before it is built."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import Refused
from quizapp.language import Language
from quizapp.reading.office.zip_members import DEEPEST, read_xml

LAUGHS = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_xml(data, "a.xml")
    for tongue in ("zh", "en"):
        assert "a.xml" in Language(tongue).error(caught.value)
    return caught.value.code


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, "<!DOCTYPE a><a/>", f'<?xml version="1.0"?><!--x-->{OUTSIDE}'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(text: str, encoding: str) -> None:
    assert refusal(text.encode(encoding)) == "xml-doctype"


def test_the_word_doctype_in_a_text_is_a_text() -> None:
    assert read_xml("<a><![CDATA[<!DOCTYPE 甲>]]></a>".encode(), "a.xml").text == "<!DOCTYPE 甲>"


def test_depth_is_capped() -> None:
    assert read_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST, "a.xml").tag == "a"
    assert refusal(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1)) == "xml-deep"


@pytest.mark.parametrize(
    "data",
    [b"", b"<a>", b"<a></b>", b"<x:a/>", b"<a/><a/>", b"<a>&b;</a>", b'<?xml version="1.0" encoding="none"?><a/>',
     b'<?xml version="1.0" encoding="big5"?><a/>', b"<a>\xff</a>", b"<a>\x01</a>"],
)  # fmt: skip
def test_damage_is_refused(data: bytes) -> None:
    assert refusal(data) == "xml-damaged"
