"""Shares in bands of equal width, by hand."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.analysis.distribution import band_of, bands


def test_a_band_has_its_lower_bound_and_not_its_upper_one() -> None:
    shares = [Fraction(0), Fraction(1, 4), Fraction(1, 4) - Fraction(1, 1000), Fraction(1, 2), Fraction(3, 4)]
    assert bands(shares, 4) == (2, 1, 1, 1)


def test_the_last_band_has_both_its_bounds() -> None:
    assert bands([Fraction(1), Fraction(9, 10), Fraction(89, 100)], 10) == (0,) * 8 + (1, 2)


def test_what_lies_outside_falls_into_the_nearest_band() -> None:
    assert (band_of(Fraction(-1, 3), 5), band_of(Fraction(4, 3), 5)) == (0, 4)


def test_nobody_falls_into_no_band() -> None:
    assert bands([], 3) == (0, 0, 0)
