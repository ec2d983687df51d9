"""Numbers of a spreadsheet as they are seen in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.reading.office.number_formats import BUILT_IN, SeenNumber, seen


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("1.0", "General", "1"),
        ("2", "General", "2"),
        ("0.30000000000000004", "General", "0.3"),
        ("-1.50", "General", "-1.5"),
        ("1E3", "General", "1000"),
        ("2.5E-3", "General", "0.0025"),
        ("0", "General", "0"),
        ("-0", "General", "0"),
        ("3.0", "@", "3"),
        ("7", "000", "007"),
        ("20260007", "00000000", "20260007"),
        ("1.5", "0", "2"),
        ("-1.5", "0", "-2"),
        ("2", "0.00", "2.00"),
        ("2", "0.00_ ", "2.00"),
        ("2", "0.0#", "2.0"),
        ("2.25", "0.##", "2.25"),
        ("0.5", "#.0", ".5"),
        ("1000", "#,##0", "1,000"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("1000", "#,##0_);[Red](#,##0)", "1,000"),
        ("-1000", "#,##0_);[Red]\\(#,##0\\)", "(1,000)"),
        ("0.6", "0%", "60%"),
        ("0.605", "0.0%", "60.5%"),
        ("1000", '"¥"#,##0.00', "¥1,000.00"),
        ("1000", "[$¥-804]#,##0", "¥1,000"),
        ("2", '0"分"', "2分"),
        ("5", "0分", "5分"),
        ("0", "0;-0;零", "零"),
        ("-2", "0;(0)", "(2)"),
    ],
)
def test_a_number_is_seen_under_its_format(number: str, code: str, text: str) -> None:
    found = seen(number, code)
    if text == "零":  # a section without a number: what is seen is told, and doubted
        assert found == SeenNumber("0", "cell-format")
    else:
        assert found == SeenNumber(text)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("45352", "yyyy/m/d", "2024/3/1"),
        ("45352", BUILT_IN[58], "3月1日"),
        ("45352", BUILT_IN[57], "2024年3月"),
        ("45352", BUILT_IN[31], "2024年3月1日"),
        ("45352.5625", "yyyy-mm-dd hh:mm", "2024-03-01 13:30"),
        ("0.5625", "h:mm AM/PM", "1:30 PM"),
        ("0.5625", BUILT_IN[55], "下午1时30分"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("0.0625", "mm:ss", "30:00"),
        ("45352", "d-mmm-yy", "1-Mar-24"),
        ("45352", "aaaa", "星期五"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("45352", '[$-804]yyyy"年"m"月"d"日";@', "2024年3月1日"),
    ],
)
def test_a_day_is_seen_under_its_format_and_doubted(number: str, code: str, text: str) -> None:
    assert seen(number, code) == SeenNumber(text, "cell-date")


def test_days_counted_from_1904_are_four_years_later() -> None:
    assert seen("43890", "yyyy/m/d", is_1904=True).text == "2024/3/1"


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", "[>5]0;0.0", "[DBNum1]0", "000-00", "#,##0,", ";;;", "mm:ss.0"])
def test_a_format_that_is_not_known_is_doubted(code: str) -> None:
    assert seen("1.25", code) == SeenNumber("1.25", "cell-format")


def test_what_is_no_day_is_doubted() -> None:
    assert seen("-1", "yyyy/m/d") == SeenNumber("-1", "cell-format")
    assert seen("2958466", "yyyy/m/d") == SeenNumber("2958466", "cell-format")


def test_a_number_that_lost_its_last_digits_is_doubted() -> None:
    assert seen("110101199001011234", "0") == SeenNumber("110101199001011000", "cell-digits")
    assert seen("999999999999999", "0") == SeenNumber("999999999999999")


def test_what_is_no_number_is_doubted() -> None:
    for text in ("甲", "nan", "inf", "1e9999", "１"):
        assert seen(text, "General") == SeenNumber(text, "cell-number")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9), st.text())
def test_no_format_stops_the_reader(number: object, code: str) -> None:
    assert isinstance(seen(str(number), code), SeenNumber)


@given(st.lists(st.sampled_from(["0", "#", ",", ".", "%", ";", "[", "]", '"', "\\", "_", "*", "y", "m", "h", "E+"])))
def test_no_pieces_of_formats_stop_the_reader(pieces: list[str]) -> None:
    assert isinstance(seen("45352.5", "".join(pieces)), SeenNumber)
