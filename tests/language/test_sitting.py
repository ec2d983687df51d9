"""What the question screen says of sections, fixed answers and certainty is there in both languages."""

from __future__ import annotations

import pytest

from quizapp.language.sitting.questions import SENTENCES
from tests.language.sentence_checks import check_sentence


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages_with_the_same_values_and_addresses_nobody(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, {"Enter", "Esc", "PgDn", "Ctrl", "F2", "F3", "F5", "F6", "F7", "F9"})
