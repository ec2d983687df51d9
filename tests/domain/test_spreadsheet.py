"""Which texts a spreadsheet would run, and that a guard is put before and taken off without loss."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.text import GUARD, guarded, harmless, unguarded, would_run


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


def test_no_letter_and_no_digit_turns_into_what_runs() -> None:
    """The short way past normal forms, which most texts take, is safe for every character there is."""
    letters = [one for one in map(chr, range(sys.maxunicode + 1)) if one.isalnum()]
    assert len(letters) > 100_000
    assert not [one for one in letters if unicodedata.normalize("NFKC", one + "1").lstrip()[:1] in set("=+-@")]
    assert not [one for one in letters if {"\t", "\r"} & set(unicodedata.normalize("NFKC", one))]


def test_the_short_way_does_not_let_anything_through_that_begins_otherwise() -> None:
    assert all(would_run(text) for text in ("=1", "＝1", " +1", "\t1", "\u2003@1", "⁼1"))
    assert not any(would_run(text) for text in ("", "1=1", "甲=1", "'=1"))
