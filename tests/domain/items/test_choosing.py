"""Options and letters as authors write them, and what is wrong with them."""

from __future__ import annotations

import pytest

from quizapp.domain.item import INVALID, LETTERS, Path, Value
from quizapp.domain.items.choices import describe_letters, parse_letters, read_letters, read_options, to_bank, to_shown
from tests.samples.small_items import Findings

MANY: list[Value] = [f"选项{number}" for number in range(27)]


@pytest.mark.parametrize(
    "written",
    [
        {"A": "甲", "B": "乙", "C": "丙"},
        {"a": "甲", "b": "乙", "c": "丙"},
        {"Ａ": "甲", "Ｂ": "乙", "Ｃ": "丙"},
        ["甲", "乙", "丙"],
    ],
)
def test_options_are_a_map_of_letters_in_order_or_a_list(written: Value) -> None:
    report = Findings()
    assert read_options(written, report) == ("甲", "乙", "丙")
    assert report.found == []


@pytest.mark.parametrize("count", [2, 26])
def test_there_may_be_two_to_26_options(count: int) -> None:
    assert read_options(MANY[:count], Findings()) == tuple(MANY[:count])


@pytest.mark.parametrize("count", [0, 1, 27])
def test_fewer_or_more_options_are_a_fault(count: int) -> None:
    report = Findings()
    assert read_options(MANY[:count], report) is None
    assert report.found == [(("options",), "option-count", {"count": count})]


def test_an_empty_map_of_options_is_a_fault() -> None:
    report = Findings()
    assert read_options({}, report) is None
    assert report.codes == ["option-count"]


def test_options_in_one_text_are_a_fault() -> None:
    report = Findings()
    assert read_options("A. 甲 B. 乙", report) is None
    assert report.found == [(("options",), "options-not-listed", {})]


@pytest.mark.parametrize("letters", ["B A", "A C", "B C", "甲 乙", "AB 、", "A A", "1 2"])
def test_letters_of_options_must_run_on_from_a_one_for_each(letters: str) -> None:
    report = Findings()
    names = letters.split()
    written: dict[str, Value] = {name + " " * place: f"选项{place}" for place, name in enumerate(names)}
    assert read_options(written, report) is None
    assert report.codes == ["option-letters"]


def test_every_faulty_option_is_reported_at_its_place() -> None:
    report = Findings()
    assert read_options({"A": "甲", "B": " ", "C": ["丙"], "D": " 甲\u3000", "E": "《甲》"}, report) is None
    assert report.found == [
        (("options", "B"), "option-not-text", {"letter": "B"}),
        (("options", "C"), "option-not-text", {"letter": "C"}),
        (("options", "D"), "options-equal", {"first": "A", "second": "D"}),
    ]


def test_options_that_differ_in_width_or_blanks_alone_are_equal_and_in_case_or_quotes_are_not() -> None:
    assert read_options(["Ａ 级", "A级"], Findings()) is None
    assert read_options(["kW", "KW", "《通知》", "通知", "“通知”"], Findings()) is not None


def test_the_place_of_an_option_in_a_list_is_its_number_from_0() -> None:
    report = Findings()
    assert read_options(["甲", "乙", "甲"], report) is None
    assert report.found == [(("options", 2), "options-equal", {"first": "A", "second": "C"})]


def test_options_of_nothing_but_quotes_are_told_apart() -> None:
    assert read_options(["“”", "《》"], Findings()) == ("“”", "《》")


KEY: Path = ("key",)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "key-not-letters"),
        ("、，", "key-not-letters"),
        ([], "key-not-letters"),
        ("甲", "key-not-letters"),
        ("A1", "key-not-letters"),
        ("?", "key-not-letters"),
        (["A", ["B"]], "key-not-letters"),
        ({"A": "对", "B": "对"}, "key-not-letters"),
        ("AF", "key-beyond-options"),
        ("AAB", "key-letter-twice"),
        (["A", "a"], "key-letter-twice"),
    ],
)
def test_what_is_no_key_of_letters_is_a_fault(written: Value, code: str) -> None:
    report = Findings()
    assert read_letters(written, 5, report) is None
    assert [(path, found) for path, found, _ in report.found] == [(KEY, code)]


def test_a_key_beyond_the_options_names_the_last_letter_there_is() -> None:
    report = Findings()
    read_letters("BDF", 3, report)
    assert report.found == [(KEY, "key-beyond-options", {"letter": "D", "last": "C"})]


def test_the_last_letter_of_a_full_item_can_be_typed() -> None:
    assert parse_letters("az", 26, (), most=26) == ("A", "Z")


def test_bank_letters_and_shown_letters_are_each_others_inverse() -> None:
    order = (3, 1, 0, 2)
    assert [to_bank(letter, order) for letter in "ABCD"] == list("DBAC")
    assert [to_shown(to_bank(letter, order), order) for letter in LETTERS[:4]] == list("ABCD")
    assert (to_bank("C", ()), to_shown("C", ())) == ("C", "C")


def test_letters_are_described_in_the_order_of_the_form() -> None:
    assert describe_letters(("A", "C"), (2, 1, 0)) == "AC"
    assert describe_letters(("B", "A"), ()) == "AB"
    assert describe_letters(INVALID, (1, 0)) == "?"
    assert describe_letters((), (1, 0)) == ""
