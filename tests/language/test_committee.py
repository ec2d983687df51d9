"""What the committee's room says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import re

import pytest

from quizapp.language import committee_room
from quizapp.language.committee_room import GUIDE
from quizapp.language.decisions import steps
from quizapp.language.speech import Language

KEYS = {"Enter", "Esc", "Tab", "Ctrl", "Home", "End", "PgUp", "PgDn", *(f"F{n}" for n in range(1, 13))}
NAMES = {"Excel", "Word", "xlsx", "docx", "html", "csv", "txt", "json"}
COMMANDS = {"quizapp", "candidates", "import", "scores", "correct", "key", "why"}
SENTENCES = {**committee_room.SENTENCES, **steps.SENTENCES}


def latin(text: str) -> set[str]:
    """Return the Latin words of a sentence that are not filled in."""
    return set(re.findall("[A-Za-z][A-Za-z0-9]*", re.sub(r"\{\w+\}", "", text)))


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert latin(chinese) <= KEYS | NAMES | COMMANDS
    assert not re.search("[您你]|非法|无效", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert sorted(re.findall(r"\{(\w+)\}", chinese)) == sorted(re.findall(r"\{(\w+)\}", english))
    assert Language("zh").knows(code)


def test_no_sentence_stands_in_both_catalogues() -> None:
    assert not committee_room.SENTENCES.keys() & steps.SENTENCES.keys()


@pytest.mark.parametrize("screen", GUIDE)
def test_f4_explains_every_screen(screen: str) -> None:
    chinese, english = GUIDE[screen]
    assert Language("zh").guide(screen) == chinese
    assert latin(chinese.text) <= KEYS | NAMES | COMMANDS
    assert not re.search("[\u4e00-\u9fff]", english.title + english.text)
