"""What home lists, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.services.ports.paper_editor import PaperFacts, facts_of
from quizapp.services.sitting.agenda import by_standing
from tests.samples.shipped_banks import pool
from tests.samples.workplace import NINE


def titles(*papers: PaperFacts, sat: tuple[str, ...] = ()) -> list[str]:
    """Return the papers' titles as home lists them."""
    return [paper.title for _, paper in by_standing(papers, NINE, sat)]


def test_the_course_begins_with_its_opening_test_and_ends_with_its_exam_and_that_ones_make_up() -> None:
    assert titles(*facts_of(pool().papers())) == [
        "摸底测验",
        "单元测验一：三个需要",
        "单元测验二：角色与岗位",
        "单元测验三：四博",
        "单元测验四：学习态度",
        "单元测验五：八项业务",
        "单元测验六：处置、文件筐和改错",
        "模拟考试",
        "结业考试",
        "结业考试（补考）",
    ]


def test_what_was_sat_makes_room_for_the_next_step() -> None:
    listed = titles(*facts_of(pool().papers()), sat=("opening-test", "unit-needs", "final"))
    assert listed[0] == "单元测验二：角色与岗位"
    assert listed[-4:] == ["摸底测验", "单元测验一：三个需要", "结业考试", "结业考试（补考）"]


def test_a_make_up_names_the_paper_it_is_for() -> None:
    facts = {paper.id: paper.make_up_for for paper in facts_of(pool().papers())}
    assert facts["make-up"] == "结业考试"
    assert facts["final"] == ""


def test_what_closes_soon_comes_first_whatever_it_is() -> None:
    free = PaperFacts(file="a", id="a", title="单元测验", time_limit=timedelta(minutes=20))
    exam = replace(free, id="b", title="结业考试", is_exam=True, closes=NINE + timedelta(hours=2))
    sooner = replace(free, id="c", title="测验", closes=NINE + timedelta(hours=1))
    closed = replace(free, id="d", title="昨天的", closes=NINE - timedelta(hours=1))
    assert titles(free, exam, closed, sooner) == ["测验", "结业考试", "单元测验", "昨天的"]
