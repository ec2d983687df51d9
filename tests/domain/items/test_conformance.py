"""What every question type must do, asked of one example of each."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Item, Marking, Response
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.marking import mark, mark_question
from quizapp.domain.paper import Question
from quizapp.plain import from_plain, to_plain
from tests.domain.items.conformance import EXAMPLES
from tests.domain.making import asked, form, unhurried

EVERY_TYPE = pytest.mark.parametrize("kind", sorted(ITEM_TYPES))
EVERY_SCHEME = pytest.mark.parametrize(
    ("kind", "scheme"), [(kind, scheme.name) for kind, item in sorted(ITEM_TYPES.items()) for scheme in item.SCHEMES]
)


def markings(scheme: str) -> Iterator[Marking]:
    for marks, option_marks in ((1, None), (2, Fraction(1, 2)), (3, Fraction(1)), (1, Fraction(5))):
        yield Marking(scheme=scheme, marks=Fraction(marks), option_marks=option_marks)


def orders(item: Item) -> list[tuple[int, ...]]:
    """The bank's order, as () and written out, and every other one up to 120."""
    return [(), *itertools.islice(itertools.permutations(range(len(item.choices))), 120)]


def key_of(item: Item) -> Response:
    key = item.key_response()
    assert key is not None
    return key


def test_every_type_has_an_example_of_itself_and_nothing_else_has() -> None:
    assert set(EXAMPLES) == set(ITEM_TYPES)
    assert all(type(EXAMPLES[kind].item) is ITEM_TYPES[kind] for kind in ITEM_TYPES)


def test_types_and_their_chinese_names_are_told_apart() -> None:
    names = [name for item in ITEM_TYPES.values() for name in (item.TYPE, *item.NAMES)]
    assert len(set(names)) == len(names)


@EVERY_TYPE
def test_a_type_is_registered_under_its_name_with_schemes_and_fields_named_once(kind: str) -> None:
    item = ITEM_TYPES[kind]
    assert kind == item.TYPE
    for named in (item.SCHEMES, item.FIELDS):
        assert len({one.name for one in named}) == len({one.chinese for one in named}) == len(named) > 0


@EVERY_SCHEME
def test_the_key_earns_full_marks(kind: str, scheme: str) -> None:
    item = EXAMPLES[kind].item
    for marking in markings(scheme):
        assert item.fraction(key_of(item), marking) == 1


@EVERY_SCHEME
def test_no_response_earns_nothing_and_costs_nothing(kind: str, scheme: str) -> None:
    item = EXAMPLES[kind].item
    asks = form([asked(item, 2, scheme, Fraction(1, 2))], penalties=[Fraction(1, 2)])
    assert item.fraction((), asks.questions[0].marking) == 0
    assert mark_question(asks, asks.questions[0], ()) == 0


@EVERY_SCHEME
def test_what_is_wrong_earns_nothing(kind: str, scheme: str) -> None:
    for marking in markings(scheme):
        assert EXAMPLES[kind].item.fraction(EXAMPLES[kind].wrong, marking) == 0


@EVERY_TYPE
def test_a_described_key_can_be_typed_back_in_any_order_of_the_options(kind: str) -> None:
    item = EXAMPLES[kind].item
    for order in orders(item):
        assert item.parse(item.describe(key_of(item), order), order) == key_of(item)


@EVERY_TYPE
def test_any_described_response_can_be_typed_back_in_any_order_of_the_options(kind: str) -> None:
    item = EXAMPLES[kind].item
    for order in orders(item):
        for response in ((), INVALID, *EXAMPLES[kind].others):
            assert item.parse(item.describe(response, order), order) == response
        assert item.describe((), order) == ""


@EVERY_SCHEME
def test_rearranging_the_options_changes_no_mark(kind: str, scheme: str) -> None:
    item = EXAMPLES[kind].item
    asks = asked(item, 2, scheme, Fraction(1, 2))
    for response in (key_of(item), *EXAMPLES[kind].others):
        straight = mark(form([asks], penalties=[Fraction(1, 3)]), [response])
        for order in orders(item):
            turned = form([dataclasses.replace(asks, order=order)], penalties=[Fraction(1, 3)])
            typed = item.parse(item.describe(response, order), order)
            assert mark(turned, [typed]) == straight


@EVERY_TYPE
def test_a_shown_letter_means_the_choice_it_stands_beside(kind: str) -> None:
    item = EXAMPLES[kind].item
    for order in orders(item) if item.choices else []:
        question = Question(number=1, section=0, item=item, order=order, marking=next(markings(item.scheme(""))))
        for position, text in enumerate(question.shown_choices):
            (letter,) = item.parse(LETTERS[position], order)
            assert item.choices[LETTERS.index(letter)] == text


@EVERY_TYPE
def test_an_item_survives_plain_data(kind: str) -> None:
    item = EXAMPLES[kind].item
    plain = json.loads(json.dumps(to_plain(item)))
    assert plain["type"] == kind
    assert from_plain(Item, plain) == item  # type: ignore[type-abstract]  # the plain data says which type it is


@EVERY_TYPE
def test_an_item_without_its_secrets_survives_plain_data_and_gives_nothing_away(kind: str) -> None:
    item = EXAMPLES[kind].item
    plain = to_plain(item)
    secrets = {name: plain.pop(name) for name in item.SECRETS}
    written = json.dumps(plain, ensure_ascii=False)
    hidden = from_plain(Item, json.loads(written))  # type: ignore[type-abstract]  # the plain data says which type it is

    assert not any(text in written for text in EXAMPLES[kind].secret_texts)
    assert item.has_key
    assert not hidden.has_key
    assert mark(form([asked(hidden)]), [key_of(item)]) is None
    assert mark(form([asked(hidden)]), [()]) is None
    assert from_plain(Item, {**to_plain(hidden), **secrets}) == item  # type: ignore[type-abstract]  # as above


@EVERY_TYPE
def test_an_item_without_its_secrets_is_answered_by_typing_like_any_other(kind: str) -> None:
    item = EXAMPLES[kind].item
    plain = {name: value for name, value in to_plain(item).items() if name not in item.SECRETS}
    hidden = from_plain(Item, plain)  # type: ignore[type-abstract]  # the plain data says which type it is
    for order in orders(item):
        for response in ((), INVALID, key_of(item), *EXAMPLES[kind].others):
            assert hidden.parse(item.describe(response, order), order) == response
            assert hidden.describe(response, order) == item.describe(response, order)


@EVERY_SCHEME
def test_a_question_mark_is_an_invalid_response_that_earns_nothing(kind: str, scheme: str) -> None:
    item = EXAMPLES[kind].item
    for typed, order in itertools.product(("?", "？", " ? "), orders(item)):
        assert item.parse(typed, order) == INVALID
    assert item.describe(INVALID, ()) == "?"
    for marking in markings(scheme):
        assert item.fraction(INVALID, marking) == 0


@EVERY_TYPE
@pytest.mark.parametrize("typed", ["", " ", "　", "\t\n"])
def test_nothing_typed_is_no_response(kind: str, typed: str) -> None:
    item = EXAMPLES[kind].item
    assert item.parse(typed, ()) == ()


@EVERY_SCHEME
@unhurried
@given(data=st.data())
def test_the_fraction_stays_between_nothing_and_all_whatever_the_response(
    kind: str, scheme: str, data: st.DataObject
) -> None:
    item = EXAMPLES[kind].item
    likely = [text for response in (key_of(item), *EXAMPLES[kind].others) for text in response]
    response = tuple(data.draw(st.lists(st.sampled_from([*likely, *LETTERS]) | st.text(), max_size=8)))
    marks = data.draw(st.fractions(min_value=0, max_value=20, max_denominator=12))
    option_marks = data.draw(st.none() | st.fractions(min_value=-1, max_value=20, max_denominator=12))
    share = item.fraction(response, Marking(scheme=scheme, marks=marks, option_marks=option_marks))
    assert share is not None
    assert 0 <= share <= 1
    assert isinstance(share, Fraction)


@EVERY_TYPE
@unhurried
@given(text=st.text() | st.text("ABCDEabcde?？,，、;；/ 对错√×TF", max_size=9), turn=st.integers(0, 119))
def test_whatever_is_typed_is_refused_or_can_be_described_and_typed_back(kind: str, text: str, turn: int) -> None:
    item = EXAMPLES[kind].item
    order = orders(item)[turn % len(orders(item))]
    try:
        response = item.parse(text, order)
    except InvalidAnswer:
        return
    assert item.parse(item.describe(response, order), order) == response
