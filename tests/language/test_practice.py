"""What practice says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import pytest

from quizapp.language.practice import SENTENCES
from quizapp.language.speech import Language
from tests.language.sentence_checks import HAN, check_sentence

KEYS = {"Enter", "Esc", "F3", "F4", "F5", "F7", "PgDn"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, KEYS)
    assert Language("zh").knows(code)


def test_the_guide_treats_practice_in_both_languages() -> None:
    for screen in ("practice_setup", "practice"):
        assert screen in Language().guide_screens()
        assert "Esc" in Language("zh").guide(screen).text
        assert not HAN.search(Language("en").guide(screen).text)
