"""What every question type must do, asked of one example of each."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.answer_key import KeyParts
from quizapp.domain.attempt.events import EVENTS, Answered
from quizapp.domain.codec import event_to_plain, fact_from_plain, from_plain, to_plain
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Item, Marking, Response
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.marking.marks import mark, mark_question, waiting
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Question
from tests.samples.item_examples import CASE
from tests.samples.item_examples import EXAMPLES as OF_TYPES
from tests.samples.judgement_items import VARIANTS
from tests.samples.small_items import Findings, asked, form, unhurried

NINE = datetime(2026, 12, 1, 1, tzinfo=UTC)

EXAMPLES = {**OF_TYPES, **VARIANTS}
ANSWERED = sorted(EXAMPLES)
KEYED = [kind for kind in ANSWERED if not EXAMPLES[kind].item.NEEDS_PERSON]
SCHEMES = [(kind, scheme.name) for kind in ANSWERED for scheme in EXAMPLES[kind].item.SCHEMES]

EVERY_TYPE = pytest.mark.parametrize("kind", ANSWERED)
EVERY_KEYED = pytest.mark.parametrize("kind", KEYED)
EVERY_SCHEME = pytest.mark.parametrize(("kind", "scheme"), SCHEMES)
EVERY_KEYED_SCHEME = pytest.mark.parametrize(("kind", "scheme"), [pair for pair in SCHEMES if pair[0] in KEYED])
FOR_A_PERSON = pytest.mark.parametrize("kind", [kind for kind in ANSWERED if kind not in KEYED])
OF_PARTS = [kind for kind in ITEM_TYPES if kind not in OF_TYPES]


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


def responses(kind: str) -> tuple[Response, ...]:
    """The key, where there is one, and other responses of an example."""
    item = EXAMPLES[kind].item
    key = item.key_response()
    return EXAMPLES[kind].others if key is None else (key, *EXAMPLES[kind].others)


def without_secrets(item: Item) -> Item:
    plain = {name: value for name, value in to_plain(item).items() if name not in item.SECRETS}
    hidden: Item = from_plain(Item, plain)  # type: ignore[type-abstract]  # the plain data says which type it is
    return hidden


def test_every_type_has_an_example_of_itself_and_nothing_else_has() -> None:
    assert sorted(OF_TYPES) == sorted(kind for kind, item in ITEM_TYPES.items() if not item.PARTS)
    assert all(type(OF_TYPES[kind].item) is ITEM_TYPES[kind] for kind in OF_TYPES)
    assert [CASE.TYPE] == OF_PARTS


def test_types_and_their_chinese_names_are_told_apart() -> None:
    names = [name for item in ITEM_TYPES.values() for name in (item.TYPE, *item.NAMES)]
    assert len(set(names)) == len(names)


@EVERY_TYPE
def test_a_type_is_registered_under_its_name_with_schemes_and_fields_named_once(kind: str) -> None:
    item = type(EXAMPLES[kind].item)
    assert ITEM_TYPES[item.TYPE] is item
    inner = [field.fields for field in item.FIELDS if field.fields]
    schemes = [(one.name, one.chinese) for one in item.SCHEMES]
    for named in [schemes, *([(one.name, one.chinese) for one in each] for each in (item.FIELDS, *inner))]:
        assert len({name for name, _ in named}) == len({chinese for _, chinese in named}) == len(named) > 0


@EVERY_KEYED_SCHEME
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


@EVERY_KEYED
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
    for response in responses(kind):
        straight = mark(form([asks], penalties=[Fraction(1, 3)]), [response])
        for order in orders(item):
            turned = form([dataclasses.replace(asks, order=order)], penalties=[Fraction(1, 3)])
            typed = item.parse(item.describe(response, order), order)
            assert mark(turned, [typed]) == straight


@EVERY_KEYED
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
    assert plain["type"] == item.TYPE
    assert from_plain(Item, plain) == item  # type: ignore[type-abstract]  # the plain data says which type it is


@EVERY_TYPE
def test_an_item_without_its_secrets_survives_plain_data_and_gives_nothing_away(kind: str) -> None:
    item = EXAMPLES[kind].item
    plain = to_plain(item)
    secrets = {name: plain.pop(name) for name in item.SECRETS if name in plain}
    written = json.dumps(plain, ensure_ascii=False)
    hidden = from_plain(Item, json.loads(written))  # type: ignore[type-abstract]  # the plain data says which type it is

    assert not any(text in written for text in EXAMPLES[kind].secret_texts)
    assert item.has_key
    assert mark(form([asked(hidden)]), [responses(kind)[0]]) is None
    if not item.NEEDS_PERSON:
        assert not hidden.has_key
        assert mark(form([asked(hidden)]), [()]) is None
    assert from_plain(Item, {**to_plain(hidden), **secrets}) == item  # type: ignore[type-abstract]  # as above


@EVERY_TYPE
def test_an_item_without_its_secrets_is_answered_by_typing_like_any_other(kind: str) -> None:
    item = EXAMPLES[kind].item
    hidden = without_secrets(item)
    for order in orders(item):
        for response in ((), INVALID, *responses(kind)):
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


def any_response(kind: str) -> st.SearchStrategy[Response]:
    """Responses of any texts, the likely ones often among them."""
    likely = [text for response in responses(kind) for text in response]
    return st.lists(st.sampled_from([*likely, *LETTERS, ""]) | st.text(), max_size=8).map(tuple)


@EVERY_SCHEME
@unhurried
@given(data=st.data())
def test_the_fraction_stays_between_nothing_and_all_whatever_the_response(
    kind: str, scheme: str, data: st.DataObject
) -> None:
    item = EXAMPLES[kind].item
    response = data.draw(any_response(kind))
    marks = data.draw(st.fractions(min_value=0, max_value=20, max_denominator=12))
    option_marks = data.draw(st.none() | st.fractions(min_value=-1, max_value=20, max_denominator=12))
    share = item.fraction(response, Marking(scheme=scheme, marks=marks, option_marks=option_marks))
    if share is None:
        assert item.NEEDS_PERSON
        return
    assert 0 <= share <= 1
    assert isinstance(share, Fraction)


@EVERY_TYPE
@unhurried
@given(text=st.text() | st.text("ABCDEabcde?？,，、;；/ 对错√×TF12３-.:", max_size=9), turn=st.integers(0, 119))
def test_whatever_is_typed_is_refused_or_can_be_described_and_typed_back(kind: str, text: str, turn: int) -> None:
    item = EXAMPLES[kind].item
    order = orders(item)[turn % len(orders(item))]
    try:
        response = item.parse(text, order)
    except InvalidAnswer:
        return
    assert item.parse(item.describe(response, order), order) == response


@EVERY_TYPE
@unhurried
@given(data=st.data())
def test_a_journal_keeps_any_response(kind: str, data: st.DataObject) -> None:
    event = Answered(when=Moment(at=NINE), question=1, response=data.draw(any_response(kind)))
    plain = json.loads(json.dumps(event_to_plain(event)))
    assert fact_from_plain(EVENTS, plain["kind"], plain["data"], event.when) == event


@EVERY_TYPE
def test_an_item_is_read_back_from_what_its_author_would_write(kind: str) -> None:
    item = EXAMPLES[kind].item
    written = item.written()
    assert set(written) <= {field.name for field in type(item).FIELDS}
    report = Findings()
    found = type(item).read(written, item.stem, report)
    assert report.found == []
    assert found is not None
    assert dataclasses.replace(item, **found) == item  # type: ignore[arg-type]  # as the bank reader does


@EVERY_TYPE
def test_the_parts_of_a_key_say_what_is_right_and_nothing_where_it_is_elsewhere(kind: str) -> None:
    item = EXAMPLES[kind].item
    for order in orders(item):
        parts = item.key_parts(order)
        key = item.key_response()
        assert parts.answer == ("" if key is None else item.describe(key, order))
        assert bool(parts.line) is bool(parts.answer)
    assert parts != KeyParts() == without_secrets(item).key_parts(())
    assert item.can_be_judged
    assert not without_secrets(item).can_be_judged


@EVERY_TYPE
def test_what_can_be_chosen_can_be_answered_and_has_the_one_key_among_it(kind: str) -> None:
    item = EXAMPLES[kind].item
    for letter in item.letters:
        assert item.parse(item.describe((letter,), ()), ()) == (letter,)
    assert item.one_key in ("", *item.letters)
    assert without_secrets(item).one_key == ""
    if item.IS_SIGN:
        assert item.key_response() == (item.one_key,)
        assert all(len(item.describe((letter,), ())) == 1 for letter in item.letters)
    if item.choices and item.letters:
        assert len(item.letters) == len(item.choices)


@EVERY_TYPE
def test_every_blank_takes_the_texts_that_are_accepted_there(kind: str) -> None:
    item = EXAMPLES[kind].item
    marking = next(markings(item.scheme("")))
    assert len(item.key_parts(()).alternatives) == item.blanks
    for place in range(item.blanks):
        for text in item.accepted_texts(place):
            share = item.fraction((*[""] * place, text), marking)
            assert share is not None
            assert share > 0
    assert item.accepted_texts(item.blanks) == () or item.blanks


@EVERY_TYPE
def test_own_texts_stand_in_own_fields_and_the_usual_name_is_the_types(kind: str) -> None:
    item = EXAMPLES[kind].item
    assert {path[0] for path, _ in item.own_texts()} <= {field.name for field in item.FIELDS}
    assert item.name_over(item.written().get("key", "")) == item.NAMES[0]


@EVERY_TYPE
def test_what_is_answered_has_no_parts(kind: str) -> None:
    item = EXAMPLES[kind].item
    assert (item.parts, item.asked, item.with_parts(())) == ((), (item,), item)
    assert item.is_among({item.id, "x"})
    assert not item.is_among({"x"})


@FOR_A_PERSON
def test_what_a_person_marks_waits_until_it_is_marked_by_hand(kind: str) -> None:
    item = EXAMPLES[kind].item
    asks = form([asked(item, 5), asked(EXAMPLES["single_choice"].item, 1)])
    for response in EXAMPLES[kind].others:
        given_ = [response, ("C",)]
        assert mark(asks, given_) is None
        assert waiting(asks, given_) == (1,)
        assert waiting(asks, given_, {1: Fraction(3)}) == ()
        score = mark(asks, given_, {1: Fraction(3)})
        assert score is not None
        assert score.questions == (Fraction(3), Fraction(1))
    for response in ((), INVALID, ("  ",)):
        assert waiting(asks, [response, ()]) == ()
        score = mark(asks, [response, ()])
        assert score is not None
        assert score.total == 0
    assert item.key_response() is None


def test_marks_given_by_hand_stand_in_place_of_any_other_and_keys_elsewhere_wait_for_nobody() -> None:
    single = EXAMPLES["single_choice"].item
    score = mark(form([asked(single, 2)]), [("C",)], {1: Fraction(1, 2)})
    assert score is not None
    assert score.total == Fraction(1, 2)
    hidden = dataclasses.replace(single, key="")  # type: ignore[call-arg]  # a choice has a key
    assert waiting(form([asked(hidden)]), [("C",)]) == ()
