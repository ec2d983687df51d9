"""What the analysis says is there in both languages, and nothing English reaches a person in Chinese."""

from __future__ import annotations

from typing import get_args

import pytest

from quizapp.domain.analysis.verdicts import Verdict
from quizapp.language.analysis import SENTENCES
from quizapp.language.speech import Language
from tests.language.sentence_checks import check_sentence

NAMES = {"Moodle"}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_there_in_both_languages(code: str) -> None:
    chinese, english = SENTENCES[code]
    check_sentence(chinese, english, NAMES)
    assert Language("zh").knows(code)


@pytest.mark.parametrize("verdict", [one for one in get_args(Verdict) if one != "suspect_key"])
def test_every_verdict_has_its_sentence(verdict: str) -> None:
    assert f"analysis.{verdict}" in SENTENCES
