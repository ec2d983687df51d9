"""Overrides, voids, reassignments and notes: what they do to the book, and who may decide them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import Noted
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import CalledWrongly, QuizError, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look, whole
from quizapp.services.decisions.attempt_decisions import note, override, reassign, void
from quizapp.services.decisions.committee_journal import find_attempt
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.corrected_class import CLASS, DECIDER, key_more, sat, scores
from tests.samples.classes.keyed_attempts import exported, roster
from tests.samples.workplace import PAPER, workplace


def ids(place: Workplace) -> list[str]:
    return [name.attempt for name in place.home.journals.names()]


def logged(place: Workplace) -> tuple[str, str, dict[str, str]]:
    _, what, who, values = place.home.log.lines[-1]  # type: ignore[attr-defined]  # the home in memory keeps them
    return what, who, values


def test_an_attempt_is_found_by_a_beginning_that_no_other_has(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    key_more(place, tmp_path, CLASS[1:2])
    first, second = ids(place)
    differs = next(at for at, pair in enumerate(zip(first, second, strict=True)) if len(set(pair)) > 1) + 1
    assert find_attempt(place.home, first).attempt == first
    assert find_attempt(place.home, f" {second[:differs].lower()} ").attempt == second
    with pytest.raises(CalledWrongly, match="attempt-ambiguous"):
        find_attempt(place.home, first[: differs - 1])
    for unknown in ("", "x", first + "X"):
        with pytest.raises(CalledWrongly, match="unknown-attempt"):
            find_attempt(place.home, unknown)


def test_other_marks_stand_in_the_book_and_say_what_was_before(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:2])
    done = override(place, ids(place)[0], 3, Fraction(1, 3), DECIDER)
    assert (done.question.number, done.had) == (3, Fraction(2))
    assert scores(place) == {"01": 6.33, "02": 7}
    assert override(place, ids(place)[0], 3, Fraction(1), DECIDER).had == Fraction(1, 3)
    assert place.home.book.read() == whole(place.home)
    values = {"attempt": ids(place)[0], "question": "3", "marks": "1", "paper": "sample-paper"}
    assert logged(place) == ("mark-overridden", "班委甲", {**values, "checked_by": "班委乙", "why": "答案有误"})


@pytest.mark.parametrize(("number", "marks", "code"), [(6, 0, "unknown"), (0, 0, "unknown"), (1, 3, "outside")])
def test_marks_are_of_a_question_and_within_its_own(tmp_path: Path, number: int, marks: int, code: str) -> None:
    place = sat(tmp_path, CLASS[:1])
    with pytest.raises(Refused, match=code):
        override(place, ids(place)[0], number, Fraction(marks), DECIDER)
    assert place.home.decisions.read("sample-paper") == ()


def test_a_void_attempt_is_out_of_the_count_and_frees_its_try(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    void(place, ids(place)[0], DECIDER)
    (doc,) = look(place.home, place.clock).scores
    assert (doc["status"], doc["score"], doc["counts"]) == ("void", None, False)
    assert [row["status"] for row in exported(place)] == ["void"]
    assert standing(place.home, place.clock, PAPER, Candidate(id="01", name="张三")).used == 0
    assert logged(place)[0] == "voided"
    with pytest.raises(Refused, match="void-already"):
        void(place, ids(place)[0], DECIDER)


def test_an_attempt_goes_to_whoever_sat_it(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    done = reassign(place, ids(place)[0], "02", "李四", DECIDER)
    assert (done.before.candidate.id, done.after.candidate.id) == ("01", "02")
    (doc,) = look(place.home, place.clock).scores
    assert (doc["candidate"], doc["name"], doc["number"], doc["score"]) == ("02", "李四", 1, 8)
    assert logged(place)[2]["from"] == "01"
    with pytest.raises(Refused, match="reassign-to-same"):
        reassign(place, ids(place)[0], "02", "李四", DECIDER)


def test_on_a_roster_the_number_tells_who_it_is(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "01 张三", "02 李四")
    key_more(place, tmp_path, CLASS[:1])
    for id, name, code in (("03", "", "candidate-unknown"), ("02", "王五", "candidate-name-differs")):
        with pytest.raises(Refused, match=code):
            reassign(place, ids(place)[0], id, name, DECIDER)
    assert reassign(place, ids(place)[0], "02", "", DECIDER).after.candidate.name == "李四"


def test_without_a_roster_a_name_is_needed(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    with pytest.raises(Refused, match="candidate-needs-name"):
        reassign(place, ids(place)[0], "02", "", DECIDER)


def test_a_note_stands_until_it_is_taken_back(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "01 张三")
    assert note(place, "sample-paper", "01", "deferred", DECIDER).name == "张三"
    (recorded,) = place.home.decisions.read("sample-paper")
    assert isinstance(recorded, Noted)
    assert (recorded.candidate, recorded.note, recorded.by) == ("01", "deferred", "班委甲")
    assert logged(place)[::2] == (
        "noted",
        {"paper": "sample-paper", "candidate": "01", "note": "deferred", "checked_by": "班委乙", "why": "答案有误"},
    )
    note(place, "sample-paper", "01", "none", DECIDER)
    assert rulings(place.home.decisions.read("sample-paper")).notes == {}
    with pytest.raises(Refused, match="note-nothing"):
        note(place, "sample-paper", "01", "none", DECIDER)
    with pytest.raises(Refused, match="candidate-unknown"):
        note(place, "sample-paper", "02", "deferred", DECIDER)


def test_without_a_roster_a_note_is_of_whoever_sat_or_of_a_number(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    assert note(place, "sample-paper", "01", "misconduct", DECIDER).name == "张三"
    assert note(place, "sample-paper", "99", "exempt", DECIDER).name == ""
    with pytest.raises(Refused, match="decider-is-candidate"):
        note(place, "sample-paper", "01", "none", replace(DECIDER, by="张三"))


DECISIONS: dict[str, Callable[[Workplace, str, Marker], object]] = {
    "override": lambda place, id, decider: override(place, id, 1, Fraction(1), decider),
    "void": void,
    "reassign": lambda place, id, decider: reassign(place, id, "02", "李四", decider),
    "note": lambda place, _, decider: note(place, "sample-paper", "01", "exempt", decider),
}


@pytest.mark.parametrize("change", [{"by": "张三"}, {"by": "０１"}, {"checked_by": "01"}, {"by": ""}, {"why": ""}])
@pytest.mark.parametrize("name", DECISIONS)
def test_nobody_decides_about_themselves_or_without_name_and_reason(
    tmp_path: Path, name: str, change: dict[str, str]
) -> None:
    place = sat(tmp_path, CLASS[:1])
    with pytest.raises(QuizError, match=r"decider-is-candidate|marker-needed|why-needed"):
        DECISIONS[name](place, ids(place)[0], replace(DECIDER, **change))
    assert place.home.decisions.read("sample-paper") == ()


@pytest.mark.parametrize("name", ["override", "void", "reassign"])
def test_what_is_being_sat_is_not_decided_about(name: str) -> None:
    place = workplace()
    stands = standing(place.home, place.clock, PAPER, Candidate(id="01", name="张三"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    with pytest.raises(Refused, match="mark-not-handed-in"):
        DECISIONS[name](place, ids(place)[0], DECIDER)
