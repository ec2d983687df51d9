"""The weighted total of a class: papers, make-ups and marks from outside, and what is missing from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import NoteKind
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.totals import ClassTotals, PersonTotal
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import MakeUp
from quizapp.language import Language
from quizapp.services.book.score_book import look, refresh
from quizapp.services.decisions.external_marks import bring
from quizapp.services.decisions.totals import totals
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.keyed_attempts import key_in, roster, written
from tests.samples.classes.recorded_decisions import noted, overridden, reassigned, voided
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
EIGHT = "C,A,ACD,错,"
FOUR = "C,A,,,"
SECOND = replace(PAPER, id="second", title="补考卷", make_up=MakeUp(paper="sample-paper", cap=True))
WEIGHTS = {"sample-paper": Fraction(6, 10), "考勤": Fraction(4, 10)}


def room(weights: Mapping[str, Fraction] = WEIGHTS, *papers: object) -> Workplace:
    """Return a workplace with a paper and its make-up, four people, and these weights."""
    shelf = Shelf(shelf_papers=papers or (PAPER, SECOND))  # type: ignore[arg-type]  # papers, as given
    place = replace(workplace(shelf), weights=weights)
    roster(place, "1 张三", "2 李四", "3 王五", "4 赵六")
    return place


def mark(place: Workplace, folder: Path, marks: Mapping[str, str], name: str = "考勤") -> None:
    lines = ["学号,得分,满分", *(f"{id},{given}" for id, given in marks.items())]
    bring(place, written(folder, lines, "marks.csv"), name, Marker(by="王班长"))


def of(place: Workplace) -> ClassTotals:
    now = place.clock.read().at
    return totals(place, look(place.home, place.clock), now)


def person(place: Workplace, id: str) -> PersonTotal:
    return next(one for one in of(place).people if one.id == id)


def reasons(place: Workplace) -> dict[str, tuple[tuple[int, str], ...]]:
    return {one.id: one.missing for one in of(place).people}


def test_four_people_worked_by_hand_one_of_whom_misses_a_component(tmp_path: Path) -> None:
    """张三 60 × 8/10 + 40 = 88; 李四 60 + 40 × 14/20 = 88; 王五 has no 考勤; 赵六 60 × 4/10 + 40 × 2/3 = 50 2/3."""
    place = room()
    key_in(place, tmp_path, {"1": EIGHT, "2": RIGHT, "3": RIGHT, "4": FOUR})
    mark(place, tmp_path, {"1": "100,", "2": "14,20", "3": ",", "4": "2,3"})
    found = of(place)
    assert [one[:4] for one in found.components] == [
        ("sample-paper", "样卷", Fraction(3, 5), False),
        ("考勤", "考勤", Fraction(2, 5), True),
    ]
    assert [(one.id, one.total, one.rank) for one in found.people] == [
        ("1", 88, 1),
        ("2", 88, 1),
        ("3", None, None),
        ("4", Fraction(152, 3), 3),
    ]
    assert found.people[2].missing == ((1, "none"),)
    assert found.people[3].shares == (Fraction(2, 5), Fraction(2, 3))
    assert found.people[0][1:5] == ("张三", "办公室", "", "")


@pytest.mark.parametrize("note", ["deferred", "exempt", "misconduct"])
def test_a_note_is_told_as_what_is_missing(note: NoteKind, tmp_path: Path) -> None:
    place = room()
    mark(place, tmp_path, {"1": "90,"})
    noted(place, "1", note)
    one = person(place, "1")
    assert (one.total, one.missing) == (None, ((0, note),))


def test_absent_is_who_may_no_longer_come(tmp_path: Path) -> None:
    place = room(WEIGHTS, paper(closes=NINE + timedelta(hours=1)))
    mark(place, tmp_path, {"2": "90,"})
    assert reasons(place)["1"] == ((0, "none"), (1, "none"))
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(hours=2))
    assert reasons(place)["1"] == ((0, "absent"), (1, "none"))


def test_who_sits_or_was_annulled_has_no_total(tmp_path: Path) -> None:
    place = room({"sample-paper": Fraction(1)})
    key_in(place, tmp_path, {"2": RIGHT, "3": RIGHT})
    stands = standing(place.home, place.clock, PAPER, Candidate(id="1", name="张三"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    refresh(place.home, place.home.journals.names(), place.class_id, place.clock.read().at)
    voided(place, "2")
    voided(place, "3")
    noted(place, "3", "misconduct")
    assert [reasons(place)[id][0] for id in "123"] == [(0, "in_progress"), (0, "void"), (0, "misconduct")]


def test_a_waiting_essay_is_missing() -> None:
    place = replace(essay_workplace(), weights={"essay-paper": Fraction(1)})
    hand_in(place, "1", "张三", "立即报告")
    hand_in(place, "2", "李四", "")
    assert reasons(place) == {"1": ((0, "marking"),), "2": ()}
    assert person(place, "2").total == Fraction(100 * 2, 22)


def test_of_a_paper_and_its_make_up_the_better_counts_after_the_cap(tmp_path: Path) -> None:
    """A make-up counts at most the pass mark, 6 of 10: 张三 4 → 6, 李四 8 stays 8, 王五 did not come and made it up."""
    place = room({"sample-paper": Fraction(1)})
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    key_in(place, tmp_path, {"1": RIGHT, "2": RIGHT, "3": FOUR}, SECOND)
    assert [(one.id, one.total, one.missing) for one in of(place).people] == [
        ("1", 60, ()),
        ("2", 80, ()),
        ("3", 40, ()),
        ("4", None, ((0, "absent"),)),
    ]
    assert [one.rank for one in of(place).people] == [2, 1, 3, None]
    assert [one.made_up for one in of(place).people] == [(0,), (), (0,), ()]


def test_a_make_up_that_is_weighed_itself_counts_only_as_itself(tmp_path: Path) -> None:
    place = room({"sample-paper": Fraction(1, 2), "补考卷": Fraction(1, 2)})
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    key_in(place, tmp_path, {"1": RIGHT}, SECOND)
    assert [one.name for one in of(place).components] == ["sample-paper", "second"]
    assert person(place, "1").shares == (Fraction(2, 5), Fraction(3, 5))
    assert person(place, "2").missing == ((1, "none"),), "a make-up is not for who passed"


def test_a_make_up_that_waits_is_told_where_the_first_paper_has_no_mark(tmp_path: Path) -> None:
    second = replace(ESSAYS, id="second", make_up=MakeUp(paper="essay-paper"))
    place = replace(essay_workplace(), weights={"essay-paper": Fraction(1)})
    assert isinstance(place.library, Shelf)
    place = replace(place, library=replace(place.library, shelf_papers=(ESSAYS, second)))
    roster(place, "1 张三", "2 李四")
    hand_in(place, "1", "张三", "立即报告", paper=second)
    assert reasons(place) == {"1": ((0, "marking"),), "2": ((0, "absent"),)}


def test_means_are_exact_and_decisions_count_at_once(tmp_path: Path) -> None:
    rules = paper(counts="average", attempts=3)
    place = room({"sample-paper": Fraction(1)}, rules)
    for answers in (EIGHT, FOUR, FOUR):
        key_in(place, tmp_path, {"1": answers}, rules, again=True)
    assert person(place, "1").shares == (Fraction(16, 30),)
    overridden(place, "1", 5, Fraction(1), "看漏", number=2)
    assert person(place, "1").shares == (Fraction(17, 30),)


def test_an_attempt_given_to_another_is_theirs(tmp_path: Path) -> None:
    place = room({"sample-paper": Fraction(1)})
    key_in(place, tmp_path, {"1": RIGHT})
    reassigned(place, "1", "2", "李四")
    assert [one.total for one in of(place).people] == [None, 100, None, None]


def test_without_weights_everything_is_shown_and_nothing_is_totalled(tmp_path: Path) -> None:
    place = room({})
    key_in(place, tmp_path, {"1": FOUR})
    key_in(place, tmp_path, {"1": RIGHT}, SECOND)
    mark(place, tmp_path, {"1": "90,"}, "论文")
    mark(place, tmp_path, {"1": "80,"})
    found = of(place)
    assert [(one.name, one.weight) for one in found.components] == [
        ("sample-paper", None),
        ("论文", None),
        ("考勤", None),
    ]
    assert found.people[0].shares == (Fraction(3, 5), Fraction(9, 10), Fraction(4, 5))
    assert {(one.total, one.rank) for one in found.people} == {(None, None)}


def test_whoever_is_not_on_the_roster_but_has_something_comes_after_it(tmp_path: Path) -> None:
    place = replace(workplace(), weights=WEIGHTS)
    bring(place, written(tmp_path, ["学号,姓名,得分", "9,孙七,90", "8,周八,70"]), "考勤", Marker(by="王班长"))
    key_in(place, tmp_path, {"7": RIGHT, "9": RIGHT})
    roster(place, "9 孙七")
    assert [(one.id, one.name, one.total) for one in of(place).people] == [
        ("9", "孙七", 96),
        ("7", "", None),
        ("8", "周八", None),
    ]


def test_papers_may_be_weighed_before_anybody_sat_them_and_by_their_titles() -> None:
    place = room({"样卷": Fraction(1)})
    assert [one[:2] for one in of(place).components] == [("sample-paper", "样卷")]


def test_a_weight_of_what_nothing_is_called_is_told_with_what_there_is(tmp_path: Path) -> None:
    place = room({"sample-paper": Fraction(1, 2), "考情": Fraction(1, 4), "论文": Fraction(1, 4)})
    mark(place, tmp_path, {"1": "90,"})
    with pytest.raises(Refused) as told:
        of(place)
    said = Language("zh").error(told.value)
    assert said.startswith("设置文件的“权重”里有认不出的名称：考情、论文。现有：sample-paper、second、考勤。")


def test_one_paper_by_two_names_is_refused() -> None:
    place = room({"sample-paper": Fraction(1, 2), "样卷": Fraction(1, 2)})
    with pytest.raises(Refused) as told:
        of(place)
    assert "《样卷》：sample-paper、样卷。" in Language("zh").error(told.value)
