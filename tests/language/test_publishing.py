"""What is said where a paper is published is there in both languages, and blames and addresses nobody."""

from __future__ import annotations

import re

import pytest

from quizapp.language.carrying.publishing import GUIDE, SENTENCES
from quizapp.language.speech import Language

NAMES = {"Enter", "Esc", "Tab", "F4", "F5", "F8", "F9", "seal", "pip", "install", "quizapp", "quiz"}
SAID = {**SENTENCES, "guide": tuple(part.text for part in GUIDE["publish"])}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SAID[code]
    assert set(re.findall("[A-Za-z][A-Za-z0-9]*", re.sub(r"\{\w+\}", "", chinese))) <= NAMES
    assert not re.search("[您你]|非法|无效|--", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english))


def test_the_trainees_guide_has_what_comes_before_the_day_before_it() -> None:
    screens = Language("zh").guide_screens()
    assert screens.index("home") < screens.index("publication") < screens.index("rehearse") < screens.index("who")
    assert "F6" in Language("zh").guide("result").text
    assert "F7" in Language("zh").guide("result").text
