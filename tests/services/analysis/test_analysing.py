"""The analysis of a paper as it was sat: which attempts, with which keys, and what may not be told yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.analysis.analysis import ItemStatistics
from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import Paper, Shuffle
from quizapp.services.analysis.paper_analysis import PaperAnalysis, analyse_paper, counted_attempts
from quizapp.services.book.score_book import look
from quizapp.services.decisions.regrading import regrade
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.classes.corrected_class import CLASS, DECIDER, key_more, put_right, sat
from tests.samples.classes.recorded_decisions import voided
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace


def found(place: Workplace) -> PaperAnalysis:
    return analyse_paper(place, find_exported(place, look(place.home, place.clock).scores, "sample-paper"))


def first(place: Workplace) -> ItemStatistics:
    return found(place).analysis.items[0]


def begun(place: Workplace, id: str, rules: Paper = PAPER) -> Sitting:
    """Return the sitting of a candidate who has begun."""
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=1))
    stands = standing(place.home, place.clock, rules, Candidate(id=id, name="张三"))
    return start(place.home, place.library, place.clock, place.chance, stands)


def test_a_wrong_key_is_caught_in_a_class_of_twelve_and_no_other(tmp_path: Path) -> None:
    analysis = found(sat(tmp_path)).analysis
    assert [one.verdict for one in analysis.items] == ["suspect_key", *["too_few"] * 4]
    assert analysis.items[0].suspicion is not None
    assert analysis.items[0].suspicion.letter == "C"


def test_the_mean_is_that_of_the_book(tmp_path: Path) -> None:
    place = sat(tmp_path)
    scores = [doc["score"] or 0 for doc in look(place.home, place.clock).scores]
    assert found(place).analysis.test.moments.mean == pytest.approx(sum(scores) / 12, abs=0.005)
    assert found(place).full_score == 10


def test_keys_are_as_corrected_once_the_paper_is_marked_again(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    assert first(place).facility == 3 / 12
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    assert (first(place).facility, first(place).verdict) == (8 / 12, "too_few")


def test_a_dropped_question_is_left_out(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "drop")
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    analysis = found(place)
    assert [one.item.number for one in analysis.analysis.items] == [2, 3, 4, 5]
    assert analysis.full_score == 8
    assert analysis.analysis.items[0].intended_weight == 25


def test_what_is_void_or_does_not_count_is_left_out(tmp_path: Path) -> None:
    place = sat(tmp_path)
    voided(place, "01")
    assert found(place).analysis.test.candidates == 11
    key_more(place, tmp_path, ["02,李四,A,A,ACD,错,耳目；参谋"])
    assert found(place).analysis.test.candidates == 11


def test_what_was_made_void_since_the_book_was_looked_at_is_left_out(tmp_path: Path) -> None:
    place = sat(tmp_path)
    docs = look(place.home, place.clock).scores
    voided(place, "01")
    assert len(counted_attempts(place.home, "sample-paper", docs).sheets) == 11


def test_a_paper_that_nobody_has_sat_has_an_analysis_of_nothing() -> None:
    analysis = found(workplace(Shelf()))
    assert (analysis.analysis.test.candidates, analysis.analysis.items, analysis.full_score) == (0, (), None)


def test_answers_from_paper_have_no_times_and_those_on_screen_have(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    assert first(place).median_seconds is None
    clock = place.clock
    assert isinstance(clock, StoppedClock)
    sitting = begun(place, "77")
    clock.go_on(timedelta(seconds=9))
    sitting.visit(2)
    sitting.hand_in()
    assert first(place).median_seconds == 9


def test_what_somebody_is_sitting_tells_no_options_until_they_hand_in(tmp_path: Path) -> None:
    place = sat(tmp_path)
    sitting = begun(place, "77")
    assert not any(found(place).may_show_options(one) for one in found(place).analysis.items)
    assert not found(place).is_whole
    sitting.hand_in()
    assert found(place).is_whole


def test_while_the_window_is_open_no_options_are_told(tmp_path: Path) -> None:
    rules = paper(opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
    place = sat(tmp_path, CLASS[:2], rules, Shelf(shelf_papers=(rules,)))
    assert found(place).is_awaited
    assert not found(place).is_whole
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(hours=3))
    assert found(place).is_whole


def test_forms_of_candidates_own_are_pooled_by_item(tmp_path: Path) -> None:
    rules = replace(PAPER, per_candidate=True, shuffle=Shuffle(items=True, options=True))
    place = sat(tmp_path, CLASS[:1], rules, Shelf(shelf_papers=(rules,)))
    for id in ("71", "72", "73", "74", "75"):
        begun(place, id, rules).hand_in()
    analysis = found(place).analysis
    assert {(one.item.item, one.candidates) for one in analysis.items} == {
        (item, 6) for item in ("s-1", "s-2", "m-1", "t-1", "f-1")
    }
    numbers = {one.item.item: one.item.number for one in analysis.items}
    assert (numbers["s-1"], numbers["m-1"], numbers["t-1"]) == (None, None, 4)


def test_marks_are_exact_whatever_the_book_rounds(tmp_path: Path) -> None:
    place = sat(tmp_path, ["01,张三,C,A,AC,,", "02,李四,C,A,A,,", "03,王五,C,A,AD,,"])
    third = found(place).analysis.items[2]
    assert third.facility == pytest.approx(float((Fraction(2, 3) + Fraction(1, 3) + Fraction(2, 3)) / 3), abs=1e-15)
