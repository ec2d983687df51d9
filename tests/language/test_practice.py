"""What practice says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import re

import pytest

from quizapp.language.practice import SENTENCES
from quizapp.language.speech import Language

KEYS = {"Enter", "Esc", "F3", "F4", "F5", "F7", "PgDn"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert set(re.findall("[A-Za-z][A-Za-z0-9]*", re.sub(r"\{\w+\}", "", chinese))) <= KEYS
    assert not re.search("[您你]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert sorted(re.findall(r"\{(\w+)\}", chinese)) == sorted(re.findall(r"\{(\w+)\}", english))
    assert Language("zh").knows(code)


def test_the_guide_treats_practice_in_both_languages() -> None:
    for screen in ("practice_setup", "practice"):
        assert screen in Language().guide_screens()
        assert "Esc" in Language("zh").guide(screen).text
        assert not re.search("[\u4e00-\u9fff]", Language("en").guide(screen).text)
