"""单选题: one key of several options."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Value
from quizapp.domain.items.single_choice import SingleChoice
from tests.samples.small_items import Findings, marking, single

OPTIONS: dict[str, Value] = {"A": "跟班", "B": "秀才", "C": "耳目", "D": "参谋"}


@pytest.mark.parametrize("key", ["C", "c", "Ｃ", "ｃ", " C ", ["C"], "C、"])
def test_the_key_may_be_written_in_either_case_full_width_or_as_a_list(key: str | list[str]) -> None:
    report = Findings()
    read = SingleChoice.read({"options": OPTIONS, "key": [*key] if isinstance(key, list) else key}, "题干", report)
    assert read == {"options": ("跟班", "秀才", "耳目", "参谋"), "key": "C"}
    assert report.found == []


def test_two_letters_are_no_key_of_a_single_choice() -> None:
    report = Findings()
    assert SingleChoice.read({"options": OPTIONS, "key": "AC"}, "题干", report) is None
    assert report.found == [(("key",), "key-one-letter", {"key": "AC"})]


def test_faults_of_the_options_and_of_the_key_are_reported_together() -> None:
    report = Findings()
    assert SingleChoice.read({"options": {"A": "甲", "C": "丙"}, "key": "甲"}, "题干", report) is None
    assert report.codes == ["option-letters", "key-not-letters"]


def test_a_key_of_two_letters_is_reported_beside_faulty_options() -> None:
    report = Findings()
    assert SingleChoice.read({"options": "甲 乙", "key": "AB"}, "题干", report) is None
    assert report.codes == ["options-not-listed", "key-one-letter"]


def test_faulty_options_leave_nothing_though_the_key_is_sound() -> None:
    report = Findings()
    assert SingleChoice.read({"options": ["甲"], "key": "A"}, "题干", report) is None
    assert report.codes == ["option-count"]


@pytest.mark.parametrize("typed", ["C", "c", "Ｃ", "ｃ", " c ", "C,", "CC"])
def test_a_letter_is_typed_in_either_case_and_full_width(typed: str) -> None:
    assert single().parse(typed, ()) == ("C",)


def test_a_typed_letter_is_the_letter_shown_on_the_form() -> None:
    order = (2, 0, 4, 1, 3)
    assert single().parse("A", order) == ("C",)
    assert single().parse("E", order) == ("D",)
    assert single().describe(("D",), order) == "E"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("AB", "answer-one-letter"),
        ("F", "answer-letter-unknown"),
        ("对", "answer-letter-unknown"),
        ("?A", "answer-letter-unknown"),
    ],
)
def test_what_is_not_one_letter_of_the_form_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        single().parse(typed, ())
    assert refused.value.code == code


def test_a_refusal_names_the_letter_and_the_last_one_there_is() -> None:
    with pytest.raises(InvalidAnswer) as refused:
        single().parse("G", ())
    assert refused.value.values == {"letter": "G", "last": "E"}


@pytest.mark.parametrize("response", [("A",), ("c",), ("C", "C"), ("A", "C"), ("",), INVALID])
def test_anything_but_exactly_the_key_earns_nothing(response: tuple[str, ...]) -> None:
    assert single("C").fraction(response, marking("all_or_nothing")) == 0


def test_the_key_is_known_unless_it_is_empty() -> None:
    assert single("C").has_key
    assert not single("").has_key


def test_a_key_beyond_the_options_is_a_fault() -> None:
    report = Findings()
    assert SingleChoice.read({"options": ["甲", "乙", "丙", "丁"], "key": "E"}, "题干", report) is None
    assert report.found == [(("key",), "key-beyond-options", {"letter": "E", "last": "D"})]
