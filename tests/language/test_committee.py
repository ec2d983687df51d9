"""What the committee's room says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import pytest

from quizapp.language import committee_room
from quizapp.language.committee_room import GUIDE
from quizapp.language.decisions import steps
from quizapp.language.speech import Language
from tests.language.sentence_checks import HAN, check_sentence, latin

KEYS = {"Enter", "Esc", "Tab", "Ctrl", "Home", "End", "PgUp", "PgDn", *(f"F{n}" for n in range(1, 13))}
NAMES = {"Excel", "Word", "xlsx", "docx", "html", "csv", "txt", "json"}
COMMANDS = {"quizapp", "candidates", "import", "scores", "correct", "key", "why"}
SENTENCES = {**committee_room.SENTENCES, **steps.SENTENCES}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, KEYS | NAMES | COMMANDS)
    assert Language("zh").knows(code)


def test_no_sentence_stands_in_both_catalogues() -> None:
    assert not committee_room.SENTENCES.keys() & steps.SENTENCES.keys()


@pytest.mark.parametrize("screen", GUIDE)
def test_f4_explains_every_screen(screen: str) -> None:
    chinese, english = GUIDE[screen]
    assert Language("zh").guide(screen) == chinese
    assert latin(chinese.text) <= KEYS | NAMES | COMMANDS
    assert not HAN.search(english.title + english.text)
