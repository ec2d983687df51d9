"""匹配题: numbers of the left with letters of the right."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Response, Value
from quizapp.domain.items.matching import Matching
from quizapp.domain.papers.forms import form
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.small_items import Findings, marking, unhurried

THREE = Matching(id="p-1", stem="配对", left=("甲", "乙", "丙"), right=("子", "丑", "寅", "卯"), key=("A", "B", "C"))


def read(pairs: Value, report: Findings | None = None, **fields: Value) -> dict[str, object] | None:
    return Matching.read({"pairs": pairs, **fields}, "配对", report or Findings())


def share(typed: str, scheme: str, order: tuple[int, ...] = ()) -> Fraction:
    return THREE.fraction(THREE.parse(typed, order), marking(scheme))


def test_pairs_are_a_map_and_distractors_stand_behind_the_right_sides() -> None:
    pairs: Value = {"甲": "子", "乙": "丑"}
    assert read(pairs) == {"left": ("甲", "乙"), "right": ("子", "丑"), "key": ("A", "B")}
    assert read(pairs, distractors=["寅", "卯"]) == {
        "left": ("甲", "乙"),
        "right": ("子", "丑", "寅", "卯"),
        "key": ("A", "B"),
    }
    found = read(pairs, distractors="寅")
    assert found is not None
    assert found["right"] == ("子", "丑", "寅")


@pytest.mark.parametrize("pairs", [{}, {"甲": "子"}, "甲: 子", ["甲"]])
def test_there_must_be_two_pairs(pairs: Value) -> None:
    report = Findings()
    assert read(pairs, report) is None
    assert report.found == [(("pairs",), "pairs-too-few", {"fewest": 2})]


def test_what_is_wrong_with_a_right_side_is_told_where_it_was_written() -> None:
    report = Findings()
    assert read({"甲": "子", "乙": "", "丙": ["丑"]}, report, distractors=["寅", "子"]) is None
    assert [(path, code) for path, code, _ in report.found] == [
        (("pairs", "乙"), "option-not-text"),
        (("pairs", "丙"), "option-not-text"),
        (("distractors", 1), "options-equal"),
    ]
    many = Findings()
    assert read({f"左{n}": f"右{n}" for n in range(27)}, many) is None
    assert [(path, code) for path, code, _ in many.found] == [(("pairs",), "option-count")]


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("1C 2A 3B", ("C", "A", "B")),
        ("CAB", ("C", "A", "B")),
        ("cab", ("C", "A", "B")),
        ("C A，B", ("C", "A", "B")),
        ("１Ｃ　２Ａ　３Ｂ", ("C", "A", "B")),
        ("3B1C2A", ("C", "A", "B")),
        ("1:C；2：A；3.B", ("C", "A", "B")),
        ("1-C 2-A 3-B", ("C", "A", "B")),
        ("1、C 2、A", ("C", "A")),
        ("2A", ("", "A")),
        ("-A", ("", "A")),
        ("C-B", ("C", "", "B")),
        ("C--", ("C",)),
        ("1C 2- 3B", ("C", "", "B")),
        ("1- 2A", ("", "A")),
        ("1-", ()),
        ("---", ()),
        ("", ()),
        ("AAA", ("A", "A", "A")),
        ("?", INVALID),
        ("？", INVALID),
    ],
)
def test_pairs_are_typed_by_number_or_in_the_order_of_the_left(typed: str, response: Response) -> None:
    assert THREE.parse(typed, ()) == response


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CABD", "answer-too-many-pairs"),
        ("CAE", "answer-letter-unknown"),
        ("1E", "answer-letter-unknown"),
        ("甲", "answer-letter-unknown"),
        ("4A", "answer-number-unknown"),
        ("0A", "answer-number-unknown"),
        ("1A 1B", "answer-number-twice"),
        ("1", "answer-not-pairs"),
        ("1A B", "answer-not-pairs"),
        ("A1", "answer-not-pairs"),
        ("9" * 5000 + "A", "answer-not-pairs"),
    ],
)
def test_what_is_no_pairing_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InvalidAnswer, match=code):
        THREE.parse(typed, ())


@pytest.mark.parametrize(
    ("typed", "per_pair", "whole"),
    [
        ("1A 2B 3C", 1, 1),
        ("ABC", 1, 1),
        ("AB-", Fraction(2, 3), 0),
        ("ACB", Fraction(1, 3), 0),
        ("AAA", Fraction(1, 3), 0),
        ("BCD", 0, 0),
        ("3C", Fraction(1, 3), 0),
        ("?", 0, 0),
        ("", 0, 0),
    ],
)
def test_pairs_count_each_or_all_together(typed: str, per_pair: Fraction | int, whole: int) -> None:
    assert share(typed, "per_pair") == per_pair
    assert share(typed, "all_or_nothing") == whole


def test_letters_are_typed_and_described_as_the_form_shows_them() -> None:
    order = (3, 1, 0, 2)
    assert THREE.describe(("A", "B", "C"), order) == "1C 2B 3D"
    assert THREE.parse("CBD", order) == ("A", "B", "C")
    assert THREE.describe(("", "A"), order) == "2C"
    assert (THREE.describe((), order), THREE.describe(INVALID, order)) == ("", "?")


def test_the_left_side_keeps_its_order_and_the_right_side_is_lettered() -> None:
    assert (THREE.left_side, THREE.choices) == (("甲", "乙", "丙"), ("子", "丑", "寅", "卯"))


def test_the_right_side_is_always_shuffled() -> None:
    questions = [form(paper(fixing("p-1"), seed=str(seed)), (bank(THREE),)).questions[0] for seed in range(1000)]
    shown = {question.shown_choices for question in questions}
    assert len(shown) == 23
    assert THREE.right not in shown


def test_a_form_without_its_key_does_not_tell_what_belongs_together() -> None:
    other = replace(THREE, right=("卯", "子", "寅", "丑"), feedback=(("A", "先想卯。"),))
    ways = [form(paper(fixing("p-1")), (bank(item),)).questions[0] for item in (THREE, other)]
    assert ways[0].order == ways[1].order
    assert (ways[0].item.left_side, ways[0].item.choices) == (ways[1].item.left_side, ways[1].item.choices)
    # With it, each is marked by its own, and a bank's letters are told by its author's order, distractors behind.
    pairs = [[way.item.choices[place] for place in way.item.authored] for way in ways]
    assert pairs == [list(THREE.right), list(other.right)]
    assert all(way.item.fraction(way.item.key_response() or (), marking("per_pair")) == 1 for way in ways)
    assert ways[1].item.parse("ABC", ways[1].item.authored) == ways[1].item.key_response()
    ((letter, _),) = ways[1].item.feedback
    assert ways[1].item.choices[LETTERS.index(letter)] == "卯"
    assert replace(THREE, key=()).authored == ()


@unhurried
@given(st.permutations(range(4)).map(tuple), st.lists(st.sampled_from("ABCD-"), max_size=3))
def test_whatever_is_typed_can_be_described_and_typed_back_on_any_form(
    order: tuple[int, ...], typed: list[str]
) -> None:
    response = THREE.parse("".join(typed), order)
    assert THREE.parse(THREE.describe(response, order), order) == response
