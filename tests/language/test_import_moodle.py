"""What GIFT and Aiken are doubted for is there in both languages, with the same values."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from quizapp.language.exchange.moodle import SENTENCES
from quizapp.language.speech import Language

MOODLE = [code for code in SENTENCES if re.match("(im|ex)port-(gift|aiken|lines)", code)]
NAMES = {"GIFT", "Aiken", "Moodle", "Markdown", "ANSWER", "A", "T", "F", "from"}


@pytest.mark.parametrize("code", MOODLE)
def test_a_sentence_is_there_in_both_languages_with_the_same_values(code: str) -> None:
    chinese, english = SENTENCES[code]
    names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (chinese, english)]
    assert names[0] == names[1]
    assert re.findall("[\u4e00-\u9fff]", english) == []
    assert set(re.findall("[A-Za-z]+", re.sub(r"\{\w+\}", "", chinese))) <= NAMES
    assert not set("您你") & set(chinese)
    values = dict.fromkeys(names[0], "甲")
    assert Language("zh").say(code, **values) == chinese.format(**values)
