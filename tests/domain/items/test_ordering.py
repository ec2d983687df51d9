"""排序题: letters in the chosen order, and a right order that is never shown."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Value
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.papers.forms import form
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.small_items import Findings, marking, unhurried

FOUR = Ordering(id="o-1", stem="次序是", options=("拟稿", "核稿", "签发", "印发"), key=("A", "B", "C", "D"))


def share(typed: str, scheme: str, order: tuple[int, ...] = ()) -> Fraction:
    return FOUR.fraction(FOUR.parse(typed, order), marking(scheme))


@pytest.mark.parametrize("written", [["拟稿", "核稿"], {"A": "拟稿", "B": "核稿"}])
def test_options_are_written_in_the_right_order(written: Value) -> None:
    assert Ordering.read({"options": written}, "次序", Findings()) == {"options": ("拟稿", "核稿"), "key": ("A", "B")}


def test_options_that_are_none_are_a_fault() -> None:
    report = Findings()
    assert Ordering.read({"options": ["拟稿"]}, "次序", report) is None
    assert report.codes == ["option-count"]


@pytest.mark.parametrize(
    ("typed", "whole", "by_position"),
    [
        ("ABCD", 1, 1),
        ("a,b c、d", 1, 1),
        ("ＡＢＣＤ", 1, 1),
        ("ABDC", 0, Fraction(1, 2)),
        ("BACD", 0, Fraction(1, 2)),
        ("BCDA", 0, 0),
        ("ACBD", 0, Fraction(1, 2)),
        ("ABC", 0, Fraction(3, 4)),
        ("A", 0, Fraction(1, 4)),
        ("D", 0, 0),
        ("", 0, 0),
        ("?", 0, 0),
    ],
)
def test_the_whole_order_is_right_or_items_in_their_right_place_count(
    typed: str, whole: int, by_position: Fraction | int
) -> None:
    assert share(typed, "all_or_nothing") == whole
    assert share(typed, "position") == by_position


def test_letters_are_typed_and_described_as_the_form_shows_them() -> None:
    order = (2, 0, 3, 1)
    assert FOUR.parse("BDAC", order) == ("A", "B", "C", "D")
    assert FOUR.describe(("A", "B", "C", "D"), order) == "BDAC"
    assert share("BDAC", "all_or_nothing", order) == 1
    assert (FOUR.describe(INVALID, order), FOUR.describe((), order)) == ("?", "")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("ABCE", "answer-letter-unknown"), ("ABAC", "answer-letter-twice"), ("1", "answer-letter-unknown")],
)
def test_what_is_no_order_of_letters_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InvalidAnswer, match=code):
        FOUR.parse(typed, ())


def test_it_is_always_shown_shuffled_and_never_in_the_right_order() -> None:
    few = tuple(Ordering(id=f"o-{n}", stem="次序", options=FOUR.options[:n], key=FOUR.key[:n]) for n in (2, 3, 4))
    pool = (bank(*few),)
    seen: set[tuple[str, ...]] = set()
    for seed in range(1000):
        for question in form(paper(fixing(*(item.id for item in few)), seed=str(seed)), pool).questions:
            right = FOUR.options[: len(question.item.choices)]
            assert sorted(question.shown_choices) == sorted(right)
            assert question.shown_choices != right
            seen.add(question.shown_choices)
    # every other order of two, three and four is met
    assert len(seen) == 1 + 5 + 23


def test_a_form_without_its_key_does_not_tell_the_right_order() -> None:
    backwards = replace(FOUR, options=FOUR.options[::-1], feedback=(("D", "先拟稿。"),))
    ways = [form(paper(fixing("o-1")), (bank(item),)).questions[0] for item in (FOUR, backwards)]
    assert ways[0].order == ways[1].order
    assert ways[0].item.choices == ways[1].item.choices
    # With it, each is marked by its own.
    assert [way.item.choices[place] for way in ways for place in way.item.authored] == [
        *FOUR.options,
        *backwards.options,
    ]
    assert all(way.item.fraction(way.item.key_response() or (), marking("position")) == 1 for way in ways)
    ((letter, _),) = ways[1].item.feedback
    assert ways[1].item.choices[LETTERS.index(letter)] == "拟稿"


@unhurried
@given(st.permutations(range(4)).map(tuple), st.permutations("ABCD"))
def test_whatever_is_typed_can_be_described_on_any_form(order: tuple[int, ...], typed: list[str]) -> None:
    assert FOUR.describe(FOUR.parse("".join(typed), order), order) == "".join(typed)
