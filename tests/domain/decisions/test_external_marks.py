"""Marks from outside: the last word holds, whatever came before."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.decisions.totals import FULL, OutsideMarked, standing_marks
from tests.samples.stored_records import moment

ONE = OutsideMarked(when=moment(), name="考勤", candidate="1", marks=Fraction(90), by="甲")


def test_the_last_mark_of_a_name_and_a_candidate_holds() -> None:
    other, paper = replace(ONE, candidate="2"), replace(ONE, name="论文")
    later = replace(ONE, marks=Fraction(80))
    assert standing_marks((ONE, other, paper, later)) == {"考勤": {"1": later, "2": other}, "论文": {"1": paper}}


def test_names_keep_the_order_in_which_they_were_first_brought_in() -> None:
    assert list(standing_marks((replace(ONE, name="论文"), ONE, replace(ONE, name="论文")))) == ["论文", "考勤"]
    assert standing_marks(()) == {}


def test_who_brought_a_mark_in_and_when_makes_it_no_other_mark() -> None:
    assert ONE.full == FULL
    assert ONE.says_the_same(replace(ONE, by="乙", why="重登", when=moment(9)))
    for changed in (replace(ONE, marks=Fraction(89)), replace(ONE, full=Fraction(110)), replace(ONE, note="补")):
        assert not ONE.says_the_same(changed)
