"""Texts are looked at one by one only where their file has something that must be cleaned."""

from __future__ import annotations

import pytest

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.source import ScalarNode, prepare


def test_a_file_of_texts_and_blanks_has_nothing_to_clean() -> None:
    source = prepare("f", "题干: 甲\u3000乙①②×é\r\nb:\t1\n", Findings("f"))
    assert source is not None
    assert not source.has_unprintable


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u00a0", "\ue000"])
@pytest.mark.parametrize("times", [1, 100_000], ids=["small", "large"])
def test_a_file_with_one_such_character_has(character: str, times: int) -> None:
    source = prepare("f", "题干: 甲乙\n" * times + f"b: 甲{character}乙\n", Findings("f"))
    assert source is not None
    assert source.has_unprintable


def test_a_text_that_must_be_cleaned_is_found_among_many() -> None:
    findings = Findings("f")
    source = prepare("f", "a: 甲\nb: 甲\u202e乙\nc: 丙\n", findings)
    assert source is not None
    texts = [node.text for _, node, _ in Document(source, findings).entries() if isinstance(node, ScalarNode)]
    assert texts == ["甲", "甲乙", "丙"]
    assert [(fault.code, fault.line, fault.column) for fault in findings.faults] == [("text-cleaned", 2, 4)]
