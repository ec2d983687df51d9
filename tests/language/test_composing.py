"""What composing says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import re

import pytest

from quizapp.language.papers import GUIDE, SENTENCES
from quizapp.language.speech import Language
from quizapp.language.words import chinese_numeral

KEYS = {"Enter", "Esc", "Tab", "Ctrl", "S", "Z", "Delete", *(f"F{n}" for n in range(1, 13))}
NAMES = {"Excel", "html", "csv", "md", "h", "m", "h30m", "A"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert set(re.findall("[A-Za-z][A-Za-z0-9]*", re.sub(r"\{\w+\}", "", chinese))) <= KEYS | NAMES
    assert not re.search("[您你]|非法|无效", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert sorted(re.findall(r"\{(\w+)\}", chinese)) == sorted(re.findall(r"\{(\w+)\}", english))
    assert Language("zh").knows(code)


@pytest.mark.parametrize("screen", GUIDE)
def test_f4_explains_every_screen(screen: str) -> None:
    chinese, english = GUIDE[screen]
    assert Language("zh").guide(screen) == chinese
    assert set(re.findall("[A-Za-z][A-Za-z0-9]*", chinese.text)) <= KEYS
    assert not re.search("[\u4e00-\u9fff]", english.title + english.text)


def test_sections_are_numbered_as_chinese_papers_do() -> None:
    assert [chinese_numeral(number) for number in (1, 9, 10, 12, 20, 35)] == [
        *("一", "九", "十", "十二", "二十", "三十五")
    ]
