"""Every statistic beside an independent calculation with NumPy and SciPy, over any class."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import special, stats

from quizapp.domain.analysis.analysis import ItemStatistics, TestStatistics, analyse
from quizapp.domain.analysis.reliability import TIMES, alpha_interval_drawn, alpha_interval_feldt, beta_share, positions
from tests.domain.analysis import reference
from tests.samples.classes.class_of_marks import analysed, any_class, sheets

Class = tuple[list[list[Fraction]], list[Fraction]]
RANDOM = np.random.default_rng(7)


def ours_of_test(test: TestStatistics) -> dict[str, float | None]:
    moments: dict[str, float | None] = asdict(test.moments)
    return {
        **moments,
        "alpha": test.alpha,
        "error_ratio": test.error_ratio,
        "standard_error": test.standard_error,
    }


def ours_of_item(item: ItemStatistics) -> dict[str, float | None]:
    low, high = item.facility_interval
    return {
        "facility": item.facility,
        "facility_low": low,
        "facility_high": high,
        **{
            name: getattr(item, name)
            for name in ("sd", "intended_weight", "effective_weight", "discrimination_index", "upper_lower")
        },
        "discriminative_efficiency": item.discriminative_efficiency,
        "point_biserial": item.point_biserial,
    }


def assert_same(ours: dict[str, float | None], others: dict[str, float | None]) -> None:
    assert ours.keys() == others.keys()
    for name, value in ours.items():
        other = others[name]
        if value is None or other is None:
            assert (name, value) == (name, other)
        else:
            # a float's root of what is nearly nothing is only known to half its digits
            close = 1e-9 if name not in ("error_ratio", "standard_error") or value > 1e-3 else 1e-5
            assert isfinite(value), name
            assert value == pytest.approx(other, rel=close, abs=close), name


@settings(deadline=None, max_examples=300)
@given(taken=any_class())
def test_any_class_has_the_statistics_that_numpy_has(taken: Class) -> None:
    rows, full = taken
    found = analysed(rows, full)
    marks = np.array([[float(mark) for mark in row] for row in rows]).reshape(len(rows), len(full))
    assert_same(ours_of_test(found.test), reference.test_statistics(marks))
    assert len(found.items) == (len(full) if rows else 0)
    worth = np.array([float(each) for each in full])
    for place, item in enumerate(found.items):
        assert_same(ours_of_item(item), reference.item_statistics(marks, worth, place))


@pytest.mark.parametrize("candidates", [2, 30, 200, 501])
def test_so_has_a_class_of_right_and_wrong(candidates: int) -> None:
    ability = RANDOM.normal(size=(candidates, 1))
    marks = (RANDOM.random((candidates, 20)) < 1 / (1 + np.exp(-ability))).astype(int)
    found = analysed(marks.tolist())
    assert_same(ours_of_test(found.test), reference.test_statistics(marks.astype(float)))
    for place, item in enumerate(found.items):
        assert_same(ours_of_item(item), reference.item_statistics(marks.astype(float), np.ones(20), place))


@settings(deadline=None, max_examples=25)
@given(taken=any_class())
def test_the_drawn_interval_is_that_of_numpy_over_the_same_draws(taken: Class) -> None:
    rows, _ = taken
    parts = np.array(sorted([float(mark * 72) for mark in row] for row in rows)).T
    ours = alpha_interval_drawn([[int(mark * 72) for mark in column] for column in zip(*rows, strict=True)])
    if len(parts) < 2 or len(rows) < 2:
        assert ours is None
        return
    drawn = [parts[:, positions(time, len(rows))] for time in range(TIMES)]
    alphas = [reference.alpha(one) for one in drawn if one.sum(axis=0).var() > 0]
    if not alphas:
        assert ours is None
    else:
        assert ours == pytest.approx(tuple(np.percentile(alphas, [2.5, 97.5])), rel=1e-9, abs=1e-9)


def test_drawn_positions_are_all_equally_likely() -> None:
    counts = np.bincount([place for time in range(TIMES) for place in positions(time, 7)], minlength=7)
    assert stats.chisquare(counts).pvalue > 0.001
    assert positions(0, 7) == positions(0, 7) != positions(1, 7)


@pytest.mark.parametrize(("candidates", "parts"), [(501, 2), (501, 100), (1_000, 25), (10_000, 100), (40, 5)])
@pytest.mark.parametrize("alpha", [-20.0, 0.0, 81.5, 97.0])
def test_feldts_interval_is_that_of_scipys_f_distribution(candidates: int, parts: int, alpha: float) -> None:
    first, second = candidates - 1, (candidates - 1) * (parts - 1)
    quantiles = [stats.f.ppf(share, first, second) for share in (0.975, 0.025)]
    low, high = (100 - (100 - alpha) * float(quantile) for quantile in quantiles)
    assert alpha_interval_feldt(alpha, candidates, parts) == pytest.approx((low, high), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("x", [0.001, 0.3, 0.5, 0.9, 0.999])
@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (1, 3), (20, 4), (250, 2_500)])
def test_the_incomplete_beta_function_is_scipys(a: float, b: float, x: float) -> None:
    assert beta_share(a, b, x) == pytest.approx(float(special.betainc(a, b, x)), rel=1e-9, abs=1e-12)


def test_a_class_above_500_has_feldts_interval_and_one_of_500_the_drawn_one() -> None:
    rows = [[place % 2, (place // 2) % 2 or place % 2, place % 3 == 0] for place in range(501)]
    large = analysed(rows).test
    assert large.alpha is not None
    assert large.alpha_interval == alpha_interval_feldt(large.alpha, 501, 3)
    drawn = alpha_interval_drawn(list(zip(*([int(mark) for mark in row] for row in rows[:500]), strict=True)))
    assert analysed(rows[:500]).test.alpha_interval == pytest.approx(drawn)


def test_the_analysis_is_the_same_in_whatever_order_the_attempts_come() -> None:
    rows = [[place % 2, place % 3, place % 5 == 0] for place in range(40)]
    taken = sheets(rows, [1, 2, 1])
    first, second = analyse(taken), analyse(taken[::-1])
    assert first.items == second.items
    assert first.test == second.test
