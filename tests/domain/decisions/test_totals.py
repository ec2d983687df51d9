"""The weighted total: worked by hand for four people, one of whom misses something."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.decisions.totals import Component, EarnedShare, Person, better, totals_of

EXAM = Component(name="final", title="结业考试", weight=Fraction(60, 100), is_outside=False)
THESIS = Component(name="论文", title="论文", weight=Fraction(30, 100), is_outside=True)
PRESENCE = Component(name="考勤", title="考勤", weight=Fraction(10, 100), is_outside=True)
PARTS = (EXAM, THESIS, PRESENCE)


def share(marks: int, full: int) -> EarnedShare:
    return EarnedShare(Fraction(marks, full))


def test_four_people_worked_by_hand() -> None:
    """甲 60 × 85/100 + 30 × 40/50 + 10 × 1 = 51 + 24 + 10 = 85; 丙 60 × 1/3 + 30 × 1 + 10 × 1 = 60, and so on."""
    found = totals_of(
        PARTS,
        [
            (Person("1", "甲", "一办", "主任", "一组"), (share(85, 100), share(40, 50), share(100, 100))),
            (Person("2", "乙"), (share(100, 100), EarnedShare(None, "none"), share(100, 100))),
            (Person("3", "丙"), (share(1, 3), share(50, 50), share(20, 20))),
            (Person("4", "丁"), (share(75, 100), share(50, 50), share(100, 100))),
        ],
    )
    assert found.components == PARTS
    assert [one.total for one in found.people] == [85, None, 60, 85]
    assert [one.rank for one in found.people] == [1, None, 3, 1]
    assert [one.missing for one in found.people] == [(), ((1, "none"),), (), ()]
    assert found.people[0][:5] == ("1", "甲", "一办", "主任", "一组")
    assert found.people[2].shares == (Fraction(1, 3), Fraction(1), Fraction(1))


def test_a_zero_is_earned_and_what_is_missing_is_no_zero() -> None:
    found = totals_of((EXAM, THESIS), [(Person("1", "甲"), (share(0, 100), share(50, 50)))])
    assert found.people[0].total == 30
    found = totals_of((EXAM, THESIS), [(Person("1", "甲"), (EarnedShare(None, "exempt"), share(50, 50)))])
    assert (found.people[0].total, found.people[0].missing) == (None, ((0, "exempt"),))


def test_without_weights_there_is_no_total_and_what_is_missing_is_still_told() -> None:
    parts = tuple(one._replace(weight=None) for one in PARTS)
    (one,) = totals_of(parts, [(Person("1", "甲"), (share(1, 2), EarnedShare(None, "absent"), share(1, 1)))]).people
    assert (one.total, one.rank, one.missing) == (None, None, ((1, "absent"),))
    assert one.shares == (Fraction(1, 2), None, Fraction(1))
    assert totals_of((), [(Person("1", "甲"), ())]).people[0].total is None


def test_of_a_paper_and_its_make_ups_the_better_share_counts() -> None:
    assert better((share(40, 100), share(30, 50))).share == Fraction(3, 5)
    assert better((share(90, 100), share(30, 50))).share == Fraction(9, 10)
    assert better((EarnedShare(None, "absent"), share(0, 50))) == share(0, 50)._replace(is_made_up=True)
    assert not better((share(3, 5), share(6, 10))).is_made_up, "who loses nothing by it did not need the make-up"


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (("absent", "none"), "absent"),
        (("deferred", "absent"), "deferred"),
        (("absent", "marking"), "marking"),
        (("deferred", "in_progress"), "in_progress"),
        (("void", "in_progress", "handed_in"), "handed_in"),
    ],
)
def test_what_waits_is_told_before_what_the_first_paper_lacks(reasons: tuple[str, ...], told: str) -> None:
    assert better([EarnedShare(None, reason) for reason in reasons]) == EarnedShare(None, told)


@given(st.lists(st.fractions(0, 1), min_size=3, max_size=3))
def test_a_total_stays_within_a_hundred_and_is_the_exact_sum(shares: list[Fraction]) -> None:
    (one,) = totals_of(PARTS, [(Person("1", "甲"), [EarnedShare(each) for each in shares])]).people
    assert one.total == 60 * shares[0] + 30 * shares[1] + 10 * shares[2]
    assert 0 <= one.total <= 100
