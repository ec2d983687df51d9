"""What is said where a paper is published is there in both languages, and blames and addresses nobody."""

from __future__ import annotations

import pytest

from quizapp.language.carrying.publishing import GUIDE, SENTENCES
from quizapp.language.speech import Language
from quizapp.tui.app import guide_page
from tests.language.sentence_checks import check_sentence

NAMES = {"Enter", "Esc", "Tab", "F4", "F5", "F8", "F9", "seal", "pip", "install", "quizapp", "quiz"}
SAID = {**SENTENCES, "guide": tuple(part.text for part in GUIDE["carrying.publishing"])}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SAID[code]
    check_sentence(chinese, english, NAMES)
    assert "--" not in chinese


def test_the_trainees_guide_has_what_comes_before_the_day_before_it() -> None:
    screens = Language("zh").guide_screens()
    assert screens.index("home") < screens.index("carrying.publication") < screens.index("carrying.rehearsal")
    assert screens.index("carrying.rehearsal") < screens.index("sitting.who")
    result = guide_page(Language("zh"), "sitting.result").text
    assert "F6" in result
    assert "F7" in result
