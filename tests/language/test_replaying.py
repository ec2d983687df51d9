"""What a replay says: each kind of event and of decision has its sentence, in both tongues."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from quizapp.domain.attempt.decisions import DECISIONS
from quizapp.domain.attempt.events import EVENTS
from quizapp.language import Language, Tongue
from quizapp.language.replay import SENTENCES

CODES = sorted({code for kind in EVENTS for code in kind.CODES or (kind.KIND,)})
DECIDED = (
    *("essay_marked", "overridden", "corrected_key", "corrected_accept", "corrected_full", "corrected_drop"),
    *("regraded", "regraded_same", "voided", "reinstated", "reassigned", "closed", "copy_chosen"),
    *("noted_deferred", "noted_exempt", "noted_misconduct", "noted_none"),
)


@pytest.mark.parametrize("code", [*CODES, *DECIDED])
def test_each_happening_and_each_decision_has_a_sentence_in_both_tongues(code: str) -> None:
    chinese, english = SENTENCES[f"replay.{code}"]
    assert chinese.strip()
    assert english.strip()
    assert english.isascii() or "“" in english


@pytest.mark.parametrize("code", sorted({kind.NOTE for kind in EVENTS} - {""}))
def test_what_was_ordered_is_noted_beside_a_score_in_both_tongues(code: str) -> None:
    assert Language("zh").knows(f"note.{code}")
    assert Language("zh").say(f"note.{code}", more="") != Language("en").say(f"note.{code}", more="")


def test_each_kind_of_decision_is_told() -> None:
    told = {code.split("_")[0] for code in DECIDED}
    names = {
        "essay_marked": "essay",
        "mark_overridden": "overridden",
        "key_corrected": "corrected",
        "copy_chosen": "copy",
    }
    assert {names.get(one.KIND, one.KIND) for one in DECISIONS} <= told | {"essay"}


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_leave_reads_as_a_sentence(tongue: Tongue) -> None:
    told = Language(tongue, UTC).say("replay.returned", away=timedelta(minutes=12))
    assert told == {"zh": "返回作答，此前 12 分钟没有记录", "en": "came back; nothing was recorded for 12 min"}[tongue]
