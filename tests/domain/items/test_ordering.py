"""排序题: letters in the chosen order, and a right order that is never shown."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Value
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.papers.forms import form
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.judgement_items import TWO_ORDERS
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


@pytest.mark.parametrize(
    ("typed", "whole", "kept"),
    [
        # A<B, B<D and C<D are all that is asked for.
        ("ABCD", 1, 1),
        ("ACBD", 1, 1),
        ("CABD", 1, 1),
        ("BACD", 0, Fraction(2, 3)),
        ("ABDC", 0, Fraction(2, 3)),
        ("DABC", 0, Fraction(1, 3)),
        ("DCBA", 0, 0),
        ("ABD", 0, Fraction(2, 3)),
        ("CD", 0, Fraction(1, 3)),
        ("A", 0, 0),
        ("", 0, 0),
        ("?", 0, 0),
    ],
)
def test_of_several_right_orders_all_are_right_and_kept_pairs_count(
    typed: str, whole: int, kept: Fraction | int
) -> None:
    response = TWO_ORDERS.parse(typed, ())
    assert TWO_ORDERS.fraction(response, marking("all_or_nothing")) == whole
    assert TWO_ORDERS.fraction(response, marking("position")) == kept
    assert TWO_ORDERS.fraction(response, marking("precedence")) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("ABCD", 1), ("BCDA", Fraction(2, 3)), ("ACBD", Fraction(2, 3)), ("AB", Fraction(1, 3)), ("DCBA", 0)],
)
def test_the_neighbours_of_the_one_right_order_count_by_precedence(typed: str, kept: Fraction | int) -> None:
    assert share(typed, "precedence") == kept


@pytest.mark.parametrize(
    ("written", "pairs"),
    [
        ("AB", (("A", "B"),)),
        (["ABD", "CD"], (("A", "B"), ("B", "D"), ("C", "D"))),
        (["abd", "Ａ，Ｂ", "B<D", "C、D"], (("A", "B"), ("B", "D"), ("C", "D"))),
    ],
)
def test_runs_are_read_as_neighbours_once_each(written: Value, pairs: tuple[tuple[str, str], ...]) -> None:
    read = Ordering.read({"options": list(FOUR.options), "before": written}, "次序", Findings())
    assert read == {"options": FOUR.options, "key": FOUR.key, "before": pairs}


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (["A"], ["before-not-letters"]),
        (["AE", "甲乙", ""], ["before-not-letters"] * 3),
        (["ABA"], ["before-not-kept"]),
        (["AB", "BA"], ["before-not-kept"]),
        (["AB", "DC", "CA"], ["before-not-kept"] * 2),
    ],
)
def test_runs_that_are_none_or_that_the_authors_order_does_not_keep_are_faults(
    written: Value, codes: list[str]
) -> None:
    report = Findings()
    assert Ordering.read({"options": list(FOUR.options), "before": written}, "次序", report) is None
    assert report.codes == codes


def test_the_key_says_what_must_stand_in_order_in_the_forms_letters() -> None:
    assert TWO_ORDERS.key_parts(()).line == "ABCD（只须 A<B<D、C<D）"
    assert TWO_ORDERS.key_parts((3, 2, 1, 0)).line == "DCBA（只须 D<C<A、B<A）"
    assert FOUR.key_parts(()).line == "ABCD"


def test_a_corrected_key_is_one_order_and_an_accepted_one_counts_too() -> None:
    keyed = TWO_ORDERS.keyed(("B", "A", "C", "D"))
    assert isinstance(keyed, Ordering)
    assert (keyed.key, keyed.before) == (("B", "A", "C", "D"), ())
    assert keyed.fraction(("A", "B", "C", "D"), marking("all_or_nothing")) == 0
    assert TWO_ORDERS.accepting(("B", "A", "C", "D")) == keyed


def test_another_edition_gives_its_runs_to_the_options_that_say_the_same() -> None:
    shown = replace(FOUR, options=TWO_ORDERS.options[::-1])
    taken = shown.taking(TWO_ORDERS, ("D", "C", "B", "A"))
    assert isinstance(taken, Ordering)
    assert (taken.key, taken.before) == (("D", "C", "B", "A"), (("D", "C"), ("C", "A"), ("B", "A")))
    assert shown.taking(TWO_ORDERS, ("D",)) is None


def test_a_form_asks_for_the_same_runs_whatever_order_it_shows() -> None:
    pool = (bank(TWO_ORDERS),)
    rights = ("ABCD", "ACBD", "CABD")
    for seed in range(30):
        (question,) = form(paper(fixing("j-003"), seed=str(seed)), pool).questions
        for typed in map("".join, permutations("ABCD")):
            texts = [TWO_ORDERS.options["ABCD".index(letter)] for letter in typed]
            shown = "".join(LETTERS[question.shown_choices.index(text)] for text in texts)
            response = question.item.parse(shown, question.order)
            assert question.item.fraction(response, marking("all_or_nothing")) == (typed in rights)


@unhurried
@given(st.permutations("ABCD"))
def test_keeping_all_pairs_and_the_whole_order_right_are_one(typed: list[str]) -> None:
    whole = TWO_ORDERS.fraction(tuple(typed), marking("all_or_nothing"))
    assert whole == (TWO_ORDERS.fraction(tuple(typed), marking("precedence")) == 1)


@unhurried
@given(st.permutations(range(4)).map(tuple), st.permutations("ABCD"))
def test_whatever_is_typed_can_be_described_on_any_form(order: tuple[int, ...], typed: list[str]) -> None:
    assert FOUR.describe(FOUR.parse("".join(typed), order), order) == "".join(typed)
