"""What composing says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import pytest

from quizapp.language.papers import GUIDE, SENTENCES
from quizapp.language.speech import Language
from quizapp.language.words import chinese_numeral
from tests.language.sentence_checks import HAN, check_sentence, latin

KEYS = {"Enter", "Esc", "Tab", "Ctrl", "S", "Z", "Delete", *(f"F{n}" for n in range(1, 13))}
NAMES = {"Excel", "html", "csv", "md", "h", "m", "h30m", "A"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, KEYS | NAMES)
    assert Language("zh").knows(code)


@pytest.mark.parametrize("screen", GUIDE)
def test_f4_explains_every_screen(screen: str) -> None:
    chinese, english = GUIDE[screen]
    assert Language("zh").guide(screen) == chinese
    assert latin(chinese.text) <= KEYS
    assert not HAN.search(english.title + english.text)


def test_sections_are_numbered_as_chinese_papers_do() -> None:
    assert [chinese_numeral(number) for number in (1, 9, 10, 12, 20, 35)] == [
        *("一", "九", "十", "十二", "二十", "三十五")
    ]
