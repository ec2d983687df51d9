"""The draft that answers are keyed into."""

from __future__ import annotations

from datetime import UTC, datetime

from quizapp.domain.marking.keying import (
    DifferenceSettled,
    DraftEntered,
    KeyingDraft,
    LineBegun,
    LineKeyed,
    Round,
    fold,
)
from quizapp.domain.moment import Moment

NOW = Moment(at=datetime(2026, 12, 1, 1, tzinfo=UTC))


def keyed(candidate: str, text: str, round: Round = 1) -> LineKeyed:
    return LineKeyed(when=NOW, round=round, candidate=candidate, text=text, by="甲")


def settled(candidate: str, number: int = 3) -> DifferenceSettled:
    return DifferenceSettled(when=NOW, candidate=candidate, number=number, round=2, by="甲")


def test_the_last_line_of_a_person_stands_where_the_first_one_did() -> None:
    draft = fold([keyed("1", "1 A"), keyed("2", "2 A"), keyed("1", "1 B")])
    assert list(draft.lines[1].items()) == [("1", "1 B"), ("2", "2 A")]
    assert not draft.has_second


def test_an_empty_line_takes_the_person_out() -> None:
    assert fold([keyed("1", "1 A"), keyed("1", "")]).lines[1] == {}


def test_rounds_are_kept_apart() -> None:
    draft = fold([keyed("1", "1 A"), keyed("1", "1 B", 2)])
    assert (draft.lines[1]["1"], draft.lines[2]["1"]) == ("1 A", "1 B")
    assert draft.has_second


def test_a_line_keyed_again_opens_what_was_settled_of_that_person_only() -> None:
    draft = fold([keyed("1", "1 A"), keyed("2", "2 A"), settled("1"), settled("2"), keyed("1", "1 C", 2)])
    assert draft.settled == {("2", 3): 2}


def test_what_is_being_typed_is_kept_for_its_round_until_a_line_is_taken() -> None:
    begun = LineBegun(when=NOW, round=1, text="1 A")
    other = LineBegun(when=NOW, round=2, text="2 B")
    assert fold([begun, other]).begun == {1: "1 A", 2: "2 B"}
    assert fold([begun, other, keyed("1", "1 AB")]).begun == {1: "", 2: "2 B"}


def test_what_was_entered_leaves_nothing() -> None:
    assert fold([keyed("1", "1 A"), settled("1"), DraftEntered(when=NOW, by="甲")]) == KeyingDraft()
