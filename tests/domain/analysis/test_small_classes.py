"""Classes that show nothing: nobody, one, all alike, one item, marks that go against the total."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.domain.analysis.analysis import ItemStatistics, analyse
from quizapp.domain.analysis.distribution import Moments
from tests.samples.classes.class_of_marks import analysed, form, item, sheet

SPREADS = ("effective_weight", "discrimination_index", "discriminative_efficiency", "upper_lower", "point_biserial")


def assert_unknown(one: ItemStatistics, *names: str) -> None:
    assert [getattr(one, name) for name in names] == [None] * len(names)


def test_nobody_has_no_statistics() -> None:
    found = analyse([])
    assert (found.items, found.calibration) == ((), ())
    assert (found.test.candidates, found.test.moments) == (0, Moments())
    assert (found.test.alpha, found.test.alpha_interval, found.test.standard_error) == (None, None, None)


def test_one_candidate_has_marks_and_no_spread() -> None:
    found = analysed([[1, 0]])
    assert found.test.moments == Moments(mean=1, median=1)
    assert found.test.alpha is None
    assert [one.facility for one in found.items] == [1, 0]
    for one in found.items:
        assert_unknown(one, "sd", *SPREADS)
        assert one.verdict == "too_few"


def test_a_class_whose_answers_are_all_alike_has_no_discrimination() -> None:
    found = analysed([[1, 0, Fraction(1, 2)]] * 40)
    assert (found.test.moments.sd, found.test.moments.skewness, found.test.alpha) == (0, None, None)
    for one in found.items:
        assert one.sd == 0
        assert_unknown(one, *SPREADS)
    assert [one.verdict for one in found.items] == ["all_right", "all_wrong", "low_discrimination"]


def test_equal_totals_of_different_marks_have_no_alpha_and_no_negative_root() -> None:
    found = analysed([[1, 0], [0, 1]] * 20)
    assert found.test.alpha is None
    assert [one.discrimination_index for one in found.items] == [-100, -100]
    assert [one.effective_weight for one in found.items] == [None, None]
    assert [one.verdict for one in found.items] == ["low_discrimination"] * 2


def test_an_item_against_the_total_has_no_effective_weight_and_leaves_the_others_all_of_it() -> None:
    found = analysed([[0, 2, 2], [0, 2, 1], [1, 0, 1], [1, 0, 0]], [1, 2, 2])
    first, *others = found.items
    assert first.discrimination_index is not None
    assert first.discrimination_index < 0
    assert first.effective_weight is None
    assert sum(one.effective_weight or 0 for one in others) == pytest.approx(100)


def test_alpha_is_negative_where_items_go_against_each_other() -> None:
    test = analysed([[1, 0], [0, 1], [1, 0], [0, 1], [1, 1]]).test
    assert test.alpha is not None
    assert test.alpha < 0
    assert test.error_ratio is not None
    assert test.error_ratio > 100


def test_one_item_alone_has_neither_alpha_nor_a_rest() -> None:
    found = analysed([[1], [0], [1]])
    assert (found.test.alpha, found.test.alpha_interval) == (None, None)
    (one,) = found.items
    assert_unknown(one, "discrimination_index", "discriminative_efficiency")
    assert one.effective_weight == 100
    assert one.point_biserial == pytest.approx(100)


def test_marks_of_any_denominators_stay_exact() -> None:
    third, seventh = Fraction(1, 3), Fraction(1, 7)
    found = analysed([[third, seventh], [third, seventh], [third, seventh]])
    assert found.test.moments.sd == 0
    assert found.test.moments.mean == float(third + seventh)


def test_a_penalty_below_nothing_takes_the_interval_along() -> None:
    one = analysed([[-1], [-1], [1], [1]]).items[0]
    assert one.facility == 0
    low, high = one.facility_interval
    assert low == pytest.approx(-high)
    assert -1 < low < 0


def test_the_mean_is_that_of_the_scores_in_the_book_where_a_section_stops_at_nothing() -> None:
    asked = form(item(1), item(2))
    rows = [sheet(asked, [-1, -1]), sheet(asked, [1, 1])]
    floored = rows[0].__class__(
        form=asked,
        score=Fraction(0),
        marks=rows[0].marks,
        responses=rows[0].responses,
        seconds=(None,) * 2,
        certainties=(),
    )
    assert analyse([floored, rows[1]]).test.moments.mean == 1
