"""Exact numbers and shares as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.exact_numbers import decimal_text, share_text
from quizapp.reading.values import share


@pytest.mark.parametrize(
    ("number", "text"), [("5", "5"), ("-5/2", "-2.5"), ("1/8", "0.125"), ("1/3", "1/3"), ("0", "0"), ("7/20", "0.35")]
)
def test_a_number_is_a_decimal_where_it_has_an_end(number: str, text: str) -> None:
    assert decimal_text(Fraction(number)) == text


@pytest.mark.parametrize(("given_share", "text"), [("3/5", "60%"), ("1/8", "12.5%"), ("1/3", "1/3"), ("1", "100%")])
def test_a_share_is_told_in_per_cent_where_it_comes_out_even(given_share: str, text: str) -> None:
    assert share_text(Fraction(given_share)) == text


@given(st.fractions(0, 1, max_denominator=2000))
def test_a_share_that_was_told_is_read_back_exactly(whole: Fraction) -> None:
    assert share(share_text(whole)) == whole
