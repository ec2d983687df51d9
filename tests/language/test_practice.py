"""What practice says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import pytest

from quizapp.language.practice import SENTENCES
from quizapp.language.speech import Language
from quizapp.tui.app import guide_page
from tests.language.sentence_checks import HAN, check_sentence

KEYS = {"Enter", "Esc", "F3", "F4", "F5", "F7", "PgDn"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, KEYS)
    assert Language("zh").knows(code)


def test_the_guide_treats_practice_in_both_languages() -> None:
    for screen in ("practice.visit", "practice.question_screen"):
        assert screen in Language().guide_screens()
        assert "Esc" in guide_page(Language("zh"), screen).text
        assert not HAN.search(Language("en").guide(screen).text)
