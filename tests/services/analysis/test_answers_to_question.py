"""Which answers are counted, and when they may be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import Shuffle
from quizapp.services.analysis.paper_analysis import answers_to_question
from quizapp.services.decisions.attempt_decisions import void
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.corrected_class import CLASS, DECIDER, key_more, put_right, sat
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import PAPER, Shelf, paper, workplace


def answers(place: Workplace, wanted: str, form: str = "") -> list[tuple[str, int, object]]:
    target = correction_target(place.home, "sample-paper", wanted, form)
    return [(one.text, one.count, one.share) for one in answers_to_question(place, target)]


def test_void_attempts_are_not_counted(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:4])
    assert answers(place, "1") == [("C", 3, 0), ("D", 1, 1)]
    void(place, place.home.journals.names()[0].attempt, DECIDER)
    assert answers(place, "1") == [("C", 2, 0), ("D", 1, 1)]


def test_what_somebody_is_sitting_is_not_shown(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    stands = standing(place.home, place.clock, PAPER, Candidate(id="99", name="某人"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    with pytest.raises(Refused, match="answers-hidden"):
        answers(place, "1")
    sitting.hand_in()
    sitting.close()
    assert answers(place, "1") == [("", 1, 0), ("C", 1, 0)]


def test_essays_have_no_equal_answers() -> None:
    place = essay_workplace()
    hand_in(place, "1", "张三", "立即报告")
    with pytest.raises(Refused, match="answers-of-essay"):
        answers_to_question(place, correction_target(place.home, ESSAYS.id, "e-1"))


def test_an_items_answers_are_counted_over_all_its_forms_in_the_banks_letters(tmp_path: Path) -> None:
    rules = paper(forms=2, shuffle=Shuffle(options=True))
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_more(place, tmp_path, ["01,张三,A,,,,,", "02,李四,B,,,,,"], rules, "学号,姓名,卷别,1,2,3,4,5")
    assert answers(place, "s-1") == [("", 2, 0)]
    rights = [correction_target(place.home, "sample-paper", "1", form).first for form in "AB"]
    typed = ["ABCD"[question.shown_choices.index("参谋")] for question in rights]
    people = [f"03,王五,A,{typed[0]},,,,", f"04,赵六,B,{typed[1]},,,,"]
    key_more(place, tmp_path, people, rules, "学号,姓名,卷别,1,2,3,4,5")
    assert answers(place, "s-1") == [("", 2, 0), ("C", 2, 1)]
    assert answers(place, "1", "B") == [("", 1, 0), (typed[1], 1, 1)]


def test_a_correction_counts_once_the_paper_is_marked_again(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    put_right(place, "1", "key", "C")
    (one,) = answers_to_question(place, correction_target(place.home, "sample-paper", "1"))
    assert (str(one.share), str(one.pending)) == ("0", "1")
