"""What the teacher's room says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

import pytest

from quizapp.language.banks import GUIDE, SENTENCES
from quizapp.language.speech import Language
from quizapp.tui.app import guide_page
from tests.language.sentence_checks import HAN, check_sentence, latin

KEYS = {
    "Enter",
    "Esc",
    "Tab",
    "Shift",
    "Ctrl",
    "S",
    "Z",
    "PgUp",
    "PgDn",
    "A",
    "ACD",
    "B",
    *(f"F{n}" for n in range(1, 13)),
}
NAMES = {"Word", "Excel", "CSV", "GIFT", "docx", "xlsx", "txt", "csv", "gift", "yaml", "doc", "xls"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, KEYS | NAMES)
    assert Language("zh").knows(code)


@pytest.mark.parametrize("screen", GUIDE)
def test_f4_explains_every_screen_of_the_room(screen: str) -> None:
    chinese, english = GUIDE[screen]
    assert Language("zh").guide(screen) == chinese
    assert latin(chinese.text) <= KEYS | NAMES
    assert "Esc" in guide_page(Language("en"), screen).text
    assert not HAN.search(english.title + english.text)


def test_help_on_a_teachers_screen_goes_on_with_the_teachers_guide() -> None:
    language = Language("zh")
    teachers = set(language.guide_screens("banks.shelf"))
    assert {"teacher_room", "banks.shelf", "banks.item_form", "papers.compose", "carrying.publishing"} <= teachers
    assert not teachers & set(language.guide_screens())
    assert "committee_room" in language.guide_screens("marking.essays")
    assert "committee_room" not in teachers
