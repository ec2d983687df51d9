"""Which texts a spreadsheet would run, and that a guard is put before and taken off without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.spreadsheet import GUARD, guarded, harmless, unguarded, would_run


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", " =1", "＝1", "　＋1", "＠a", "\tx", " \r=", "﹣1"])
def test_a_text_that_begins_like_a_formula_may_be_run(text: str) -> None:
    assert would_run(text)


@pytest.mark.parametrize("text", ["", "甲=1", "1-2", "'=1", "a\tb", "−1", "办公室"])
def test_any_other_text_is_left_alone(text: str) -> None:
    assert not would_run(text)


@pytest.mark.parametrize("text", ["=1", "＝1", "'=1", "甲"])
def test_what_would_not_run_is_left_as_it_is_and_what_would_gets_one_guard(text: str) -> None:
    assert harmless(text) == (GUARD + text if would_run(text) else text)
    assert not would_run(harmless(text))


@given(st.text(alphabet="'=+-@ \t甲＝1", max_size=6))
def test_a_guard_comes_off_again_and_no_more_than_one(text: str) -> None:
    written = guarded(text)
    assert unguarded(written) == text
    assert not would_run(written)
