"""Six candidates and four items, worked out by hand.

| candidate | 1 | 2 | 3 | 4 | total |
|---|---|---|---|---|---|
| a | 1 | 1 | 1 | 1 | 4 |
| b | 1 | 1 | 1 | 0 | 3 |
| c | 1 | 1 | 0 | 0 | 2 |
| d | 1 | 0 | 1 | 0 | 2 |
| e | 1 | 0 | 0 | 0 | 1 |
| f | 0 | 0 | 0 | 0 | 0 |

The totals' mean is 12/6 = 2; their deviations 2 1 0 0 -1 -2 have squares that sum to 10, fourth powers to 34, and
cubes to 0. So V(T) = 10/5 = 2, SD = sqrt 2, skewness 0, and k4 = 6 (7·34 - 3·5·100/6) / (5·4·3) = 6 (238 - 250) / 60
= -1.2, kurtosis = -1.2 / 4 = -0.3.

Item 1 is right 5 times of 6: its variance is 6/5 · 5/6 · 1/6 = 1/6; items 2 and 3, 3 times: 6/5 · 1/4 = 3/10; item 4
once: 1/6. Their sum is 14/15, so alpha = 4/3 (1 - 14/30) = 32/45, the error sqrt(13/45).

Covariances with the total, over 5: item 1: 5·… only f is wrong, with -2, so sum of (x - 5/6) dev = 2, C = 2/5. Items 2
(a b c: 2 + 1 + 0) and 3 (a b d: 2 + 1 + 0): 3/5 each. Item 4 (a: 2): 2/5. With the rest: less the item's variance:
7/30, 3/10, 3/10, 7/30. Variances of the rest, 2 - 2 C + V: 41/30, 11/10, 11/10, 41/30.

The most that it could be: item 1's rests are 3 2 1 1 0 0, with mean 7/6; in order the wrong answer goes with a 0, so
the covariance stays 7/30: efficiency 100. Item 2's rests are 3 2 1 2 1 0, mean 3/2; in order the three right go with 3
2 2: 7 - 3·3/2 = 5/2, over 5 = 1/2; 3/10 of it is 60. Item 3 likewise. Item 4's rests are 3 3 2 2 1 0; its right one
goes with a 3: (3 - 11/6) / 5 = 7/30: 100.

27 % of 6 is 1.62, so 2 in a group: above a b, below e f. Item 1: 2/2 - 1/2 = 1/2; items 2 and 3: 1 - 0 = 1; item 4:
1/2.
"""

from __future__ import annotations

from math import sqrt

import pytest

from tests.samples.classes.class_of_marks import analysed

FOUND = analysed([[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0]])


def near(expected: object) -> object:
    """Return what equals a number or several of them to twelve digits."""
    return pytest.approx(expected, rel=1e-12, abs=1e-12)


def values(name: str) -> list[float]:
    return [getattr(item, name) for item in FOUND.items]


def test_the_test() -> None:
    test = FOUND.test
    assert test.candidates == 6
    assert test.moments.mean == test.moments.median == 2
    assert test.moments.sd == near(sqrt(2))
    assert test.moments.skewness == 0
    assert test.moments.kurtosis == near(-0.3)
    assert test.alpha == near(3200 / 45)
    assert test.error_ratio == near(100 * sqrt(13 / 45))
    assert test.standard_error == near(sqrt(2) * sqrt(13 / 45))


def test_facility_and_spread() -> None:
    assert values("facility") == near([5 / 6, 1 / 2, 1 / 2, 1 / 6])
    assert values("sd") == near([sqrt(1 / 6), sqrt(3 / 10), sqrt(3 / 10), sqrt(1 / 6)])


def test_weights() -> None:
    assert values("intended_weight") == [25, 25, 25, 25]
    whole = 2 * sqrt(2 / 5) + 2 * sqrt(3 / 5)
    roots = [sqrt(2 / 5), sqrt(3 / 5), sqrt(3 / 5), sqrt(2 / 5)]
    assert values("effective_weight") == near([100 * root / whole for root in roots])


def test_discrimination() -> None:
    outer = 100 * (7 / 30) / sqrt(1 / 6 * 41 / 30)
    inner = 100 * (3 / 10) / sqrt(3 / 10 * 11 / 10)
    assert values("discrimination_index") == near([outer, inner, inner, outer])
    assert values("discriminative_efficiency") == near([100, 60, 60, 100])
    assert values("upper_lower") == near([50, 100, 100, 50])


def test_point_biserial() -> None:
    outer = 100 * (2 / 5) / sqrt(1 / 6 * 2)
    inner = 100 * (3 / 5) / sqrt(3 / 10 * 2)
    assert values("point_biserial") == near([outer, inner, inner, outer])


def test_wilsons_interval_of_one_half_of_six() -> None:
    # p = 1/2 stays in the middle: half the width is z sqrt(1/24 + z²/144) / (1 + z²/6)
    z = 1.959963984540054
    half = z * sqrt(1 / 24 + z * z / 144) / (1 + z * z / 6)
    assert FOUND.items[1].facility_interval == near((0.5 - half, 0.5 + half))
