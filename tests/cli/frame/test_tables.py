"""Tables and lines in cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.frame.tables import TextHeading, lay_out, shortened, width, wrapped


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("张三", 4), ("Ａ", 2), ("e\u0301", 1), ("《a》", 5), ("\u200d", 0)]
)
def test_a_chinese_character_is_two_cells_wide(text: str, cells: int) -> None:
    assert width(text) == cells


def test_numbers_stand_to_the_right_and_lines_end_without_blanks() -> None:
    table = lay_out(
        [TextHeading("姓名"), TextHeading("得分", is_number=True), TextHeading("等次")],
        [("张三丰", "5", "好"), ("李", "10", "")],
    )
    assert list(table) == ["姓名    得分  等次", "张三丰     5  好", "李        10"]


def test_a_cell_takes_one_line() -> None:
    assert list(lay_out([TextHeading("a")], [("b\nc",)])) == ["a", "b c"]


@pytest.mark.parametrize(
    ("text", "wide", "kept"),
    [("甲乙丙", 6, "甲乙丙"), ("甲乙丙", 5, "甲乙…"), ("甲乙丙", 4, "甲…"), ("a bcd", 3, "a…")],
)
def test_a_text_that_has_no_room_is_shortened(text: str, wide: int, kept: str) -> None:
    assert shortened(text, wide) == kept


def test_lines_break_at_blanks_and_between_characters_but_not_before_a_full_stop() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("甲乙丙丁。戊", 8) == ["甲乙丙", "丁。戊"]
    assert wrapped("a\n\nb", 8) == ["a", "", "b"]


@given(st.text(alphabet="ab 甲乙，。（", max_size=40))
def test_wrapping_loses_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(wrapped(text, 10)).split()) == "".join(text.split())


@given(st.text(alphabet="甲乙 ", max_size=40))
def test_no_line_is_too_wide(text: str) -> None:
    assert all(width(line) <= 10 for line in wrapped(text, 10))
