"""Questions from elsewhere looked through: the doubted ones in turn, mended or left out, and counts that add up."""

from __future__ import annotations

import pytest

from quizapp.domain.item import Value
from quizapp.reading.exchange.source_question import Reason, SourceQuestion, SourceReading
from quizapp.services.exchange.import_batch import Batch, BatchQuestion

SOUND: dict[str, Value] = {"type": "true_false", "stem": "天是蓝的。", "key": "对"}
BEYOND: dict[str, Value] = {"type": "single_choice", "stem": "哪个？", "options": {"A": "甲", "B": "乙"}, "key": "E"}


def batch() -> Batch:
    questions = (
        SourceQuestion(1, "天是蓝的。", SOUND),
        SourceQuestion(2, "哪个？", BEYOND),
        SourceQuestion(3, "？", refusal=Reason("import-no-stem")),
        SourceQuestion(4, "水是湿的。", {**SOUND, "stem": "水是湿的。"}, doubts=(Reason("import-no-type"),)),
    )
    return Batch(SourceReading(questions), "旧题.txt")


def test_what_its_type_finds_is_a_doubt_too() -> None:
    assert batch().counts() == {"imported": 1, "doubtful": 2, "refused": 1}


def test_the_next_that_is_open_comes_from_the_top_again() -> None:
    looked = batch()
    found = []
    for _ in range(4):
        place = looked.next_open()
        assert place is not None
        looked.shown = place
        found.append(place)
    assert found == [1, 2, 3, 1]


def test_what_is_mended_is_doubted_no_more_and_what_is_left_out_does_not_come() -> None:
    looked = batch()
    looked.shown = 1
    looked.mend({**BEYOND, "key": "B"})
    looked.shown = 2
    looked.leave_out()
    looked.shown = 3
    looked.mend(looked.piece.question.fields)
    assert looked.next_open() is None
    assert looked.counts() == {"imported": 3, "doubtful": 0, "refused": 0}
    assert [question.line for question in looked.reading().questions] == [1, 2, 4]
    assert looked.reading().questions[1].fields["key"] == "B"
    looked.shown = 2
    looked.leave_out()
    assert looked.next_open() == 2


def test_a_mend_that_is_still_wrong_is_still_doubted() -> None:
    looked = batch()
    looked.shown = 1
    looked.mend({**BEYOND, "key": "F"})
    assert looked.piece.verdict == "doubtful"


@pytest.mark.parametrize(
    ("doubts", "field"),
    [
        ((Reason("import-no-key"),), "key"),
        ((Reason("key-beyond-options"),), "key"),
        ((Reason("import-option-run"),), "options"),
        ((Reason("import-letter-missing", {"letter": "C"}),), "options"),
        ((Reason("import-value-unclear", {"field": "difficulty"}),), "difficulty"),
        ((Reason("import-twice"), Reason("import-key-by-look")), "key"),
        ((Reason("import-picture"),), "stem"),
        ((Reason("import-twice"),), ""),
        ((), ""),
    ],
)
def test_a_doubt_is_about_a_field(doubts: tuple[Reason, ...], field: str) -> None:
    assert BatchQuestion(SourceQuestion(1, ""), doubts).doubted_field == field
