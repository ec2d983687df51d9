"""数值题: numbers as people write them, compared exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.item import INVALID, Value
from quizapp.domain.items.numeric import Numeric
from tests.samples.small_items import Findings, marking, unhurried

MARKING = marking("all_or_nothing")


def read(key: Value, report: Findings | None = None, **fields: str) -> Numeric | None:
    found = Numeric.read({"key": key, **fields}, "多少？", report or Findings())
    return Numeric(id="n", stem="多少？", **found) if found is not None else None  # type: ignore[arg-type]  # as the bank reader does


def is_right(typed: str, key: str, tolerance: str = "0", unit: str = "") -> bool:
    item = read(key, tolerance=tolerance, unit=unit)
    assert item is not None
    share = item.fraction(item.parse(typed, ()), MARKING)
    assert share in (0, 1)
    return share == 1


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("12.5", "12.5"),
        ("12.50", "12.5"),
        ("012.5", "12.5"),
        ("+12.5", "12.5"),
        ("１２．５", "12.5"),
        ("１２.5", "12.5"),
        (" 12.5 ", "12.5"),
        ("12 . 5", "12.5"),
        ("5.", "5"),
        (".5", "0.5"),
        ("1,000", "1000"),
        ("1，000，000.5", "1000000.5"),
        ("1000000", "1,000,000"),
        ("-3", "-3"),
        ("－３", "-3"),
        ("−3", "-3"),
        ("0", "-0"),
    ],
)
def test_a_number_is_right_however_it_is_written(typed: str, key: str) -> None:
    assert is_right(typed, key)


@pytest.mark.parametrize(
    "typed",
    [
        "12.4",
        "12",
        "-12.5",
        "12.5.",
        "1e1",
        "12.5x",
        "十二点五",
        "25/2",
        "12,5",
        "1,25",
        "12。5",
        "1 2 .5.0",
        "",
        "?",
        "--12.5",
    ],
)
def test_another_number_and_what_is_none_is_wrong(typed: str) -> None:
    assert not is_right(typed, "12.5")


@pytest.mark.parametrize("typed", ["1,00", "10,00", "1000,000", "1,0000", ",100", "1,,000"])
def test_commas_stand_where_thousands_do(typed: str) -> None:
    assert not is_right(typed, "100")
    assert not is_right(typed, "1000")
    assert not is_right(typed, "1000000")


def test_a_raised_figure_is_no_figure_of_the_number() -> None:
    assert not is_right("10²", "102")
    assert not is_right("①", "1")


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("12.5万元", "万元"),
        ("12.5 万元", "万元"),
        ("１２．５ 万 元", "万元"),
        ("12.5", "万元"),
        ("12.5KM", "km"),
        ("12.5％", "%"),
        ("12.5㎡", "m²"),
    ],
)
def test_the_unit_behind_it_is_accepted_and_not_required(typed: str, unit: str) -> None:
    assert is_right(typed, "12.5", unit=unit)


@pytest.mark.parametrize(
    ("typed", "unit"), [("12.5元", "万元"), ("12.5万元", "元"), ("12.5元", ""), ("元12.5", "元"), ("元", "元")]
)
def test_another_unit_is_wrong(typed: str, unit: str) -> None:
    assert not is_right(typed, "12.5", unit=unit)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("12.4", True), ("12.6", True), ("12.3999999999999999", False), ("12.60000000000000001", False)],
)
def test_a_tolerance_is_absolute_and_its_edge_is_right(typed: str, right: bool) -> None:
    assert is_right(typed, "12.5", tolerance="0.1") is right


def test_decimals_are_compared_exactly() -> None:
    assert is_right("0.3", "0.3")
    assert not is_right("0.30000000000000004", "0.3")
    assert is_right("0.3", "0.1", tolerance="0.2")


def test_an_answer_of_thousands_of_figures_is_wrong_and_breaks_nothing() -> None:
    assert not is_right("9" * 5000, "9")
    assert read("9" * 5000) is None


def test_a_question_mark_is_invalid_and_blanks_are_no_response() -> None:
    item = read("1")
    assert item is not None
    assert (item.parse("？", ()), item.parse("  ", ()), item.parse(" 1 元 ", ())) == (INVALID, (), ("1 元",))
    assert item.fraction(("1", "1"), MARKING) == 0


def test_an_author_writes_key_tolerance_and_unit() -> None:
    report = Findings()
    assert read("1,234.5万元", report, tolerance="０．５", unit=" 万元 ") == Numeric(
        id="n", stem="多少？", key=Fraction("1234.5"), tolerance=Fraction("0.5"), unit="万元"
    )
    assert report.found == []


@pytest.mark.parametrize("key", ["", "五", "1/3", "1e5", ["1"], {"1": "2"}])
def test_a_key_must_be_a_number(key: Value) -> None:
    report = Findings()
    assert read(key, report) is None
    assert report.found == [(("key",), "key-not-number", {"key": str(key)})]


@pytest.mark.parametrize("tolerance", ["-0.1", "10%", "一点", "1/3"])
def test_a_tolerance_must_be_a_number_from_0(tolerance: str) -> None:
    report = Findings()
    assert read("1", report, tolerance=tolerance) is None
    assert report.found == [(("tolerance",), "tolerance-not-number", {"tolerance": tolerance})]
    both = Findings()
    assert read("甲", both, tolerance=tolerance) is None
    assert both.codes == ["key-not-number", "tolerance-not-number"]


def test_without_a_key_nothing_is_right() -> None:
    assert Numeric(id="n", stem="多少？").fraction(("1",), MARKING) == 0


@unhurried
@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_any_decimal_is_its_own_key(number: object) -> None:
    text = f"{number:f}"
    assert is_right(text, text)
    item = read(text)
    assert item is not None
    assert item.fraction(item.key_response(), MARKING) == 1
    assert read(item.written()["key"]) == item
