"""What the question screen says of sections, fixed answers and certainty is there in both languages."""

from __future__ import annotations

import re

import pytest

from quizapp.language.sitting.questions import SENTENCES


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages_with_the_same_values_and_addresses_nobody(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert re.findall(r"[\u4e00-\u9fff]", english) == []
    assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english))
    assert english.strip()
    assert not set("您你") & set(chinese)
    assert set(re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", "", chinese))) <= {"Enter", "Esc", "F", "PgDn", "Ctrl"}
