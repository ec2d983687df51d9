"""Domain objects to plain data and back, through JSON as the journals and forms do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any, ClassVar, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt.events import EVENTS, Answered, Event, HandedIn
from quizapp.domain.banks.bank import Course, ItemBank, Topic
from quizapp.domain.candidate import Candidate
from quizapp.domain.codec import (
    event_to_plain,
    fact_from_plain,
    from_plain,
    instant_from_text,
    instant_to_text,
    to_plain,
)
from quizapp.domain.item import Item, Marking
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Draw, Form, MakeUp, Paper, Question, Section, Shuffle, Threshold
from tests.domain.attempt.stopped_clock import started
from tests.samples.item_examples import EXAMPLES

unhurried = settings(deadline=None)

NINE = datetime(2026, 12, 1, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 10**14).map(lambda milliseconds: EPOCH + timedelta(milliseconds=milliseconds))
DURATIONS = st.timedeltas(min_value=timedelta(days=-3650), max_value=timedelta(days=3650))
NUMBERS = st.integers(1, 200)
TEXTS = st.text()
MOMENTS = st.builds(
    Moment, at=INSTANTS, boot=TEXTS, clock=st.none() | st.floats(min_value=0, max_value=1e9, allow_nan=False)
)
ORDERS = st.lists(st.permutations(range(4)).map(tuple) | st.just(()), max_size=5).map(tuple)

OF_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "number": NUMBERS,
    "question": NUMBERS,
    "section": NUMBERS,
    "items": st.lists(TEXTS, max_size=5).map(tuple),
    "orders": ORDERS,
    "response": st.lists(TEXTS, max_size=5).map(tuple),
    "is_undo": st.booleans(),
    "is_flagged": st.booleans(),
    "more": DURATIONS,
    "when": MOMENTS,
}
"""How a field of an event is made; all others are texts."""

HAND_IN = st.builds(
    HandedIn,
    when=MOMENTS,
    by=st.sampled_from(["candidate", "deadline", "committee", "entered"]),
    ordered_by=TEXTS,
    checked_by=TEXTS,
    why=TEXTS,
    request=TEXTS,
)


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    if kind is HandedIn:
        return HAND_IN
    made = {field.name: OF_FIELD.get(field.name, TEXTS) for field in fields(kind)}
    if kind.KIND == "clock_disagreed":
        made["by"] = DURATIONS
    return st.builds(kind, **made)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
@unhurried
@given(data=st.data())
def test_every_event_survives_the_journal(kind: type[Event], data: st.DataObject) -> None:
    event = data.draw(events_of(kind))
    plain = json.loads(json.dumps(event_to_plain(event)))
    assert plain["kind"] == kind.KIND
    assert "when" not in plain["data"]
    again = fact_from_plain(EVENTS, plain["kind"], plain["data"], event.when)
    assert again == event
    assert type(again) is kind


@unhurried
@given(moment=MOMENTS)
def test_a_moment_survives_the_journal(moment: Moment) -> None:
    assert from_plain(Moment, json.loads(json.dumps(to_plain(moment)))) == moment


def test_an_event_is_its_kind_and_its_data() -> None:
    event = Answered(when=Moment(at=NINE), question=2, response=("A", "C"))
    assert event_to_plain(event) == {
        "kind": "answered",
        "data": {"question": 2, "response": ["A", "C"], "is_undo": False},
    }


def test_data_of_an_older_program_that_leaves_out_a_default_can_be_read() -> None:
    moment = Moment(at=NINE)
    assert fact_from_plain(EVENTS, "answered", {"question": 1, "response": []}, moment) == Answered(
        when=moment, question=1, response=()
    )


def test_an_unknown_kind_of_event_is_refused() -> None:
    with pytest.raises(ValueError, match="no event is called regraded"):
        fact_from_plain(EVENTS, "regraded", {}, Moment(at=NINE))


def test_data_that_lacks_a_field_or_has_one_too_many_is_refused() -> None:
    with pytest.raises(TypeError):
        fact_from_plain(EVENTS, "answered", {"question": 1}, Moment(at=NINE))
    with pytest.raises(TypeError):
        fact_from_plain(EVENTS, "handed_in", {"by": "candidate", "at": "now"}, Moment(at=NINE))
    with pytest.raises(TypeError):
        fact_from_plain(EVENTS, "visited", {"question": 1, "when": {"at": "2026-12-01T01:00:00.000Z"}}, Moment(at=NINE))


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
@unhurried
@given(data=st.data())
def test_an_event_is_what_its_fields_are_read_as_one_by_one(kind: type[Event], data: st.DataObject) -> None:
    plain = event_to_plain(data.draw(events_of(kind)))["data"]
    odd: st.SearchStrategy[Any] = st.sampled_from([None, 7, "5/3", "x", [], ["a"], [[1, 0], [2]], {}, 1e300])
    changed = data.draw(st.dictionaries(st.sampled_from([*plain, "other"]), odd, max_size=2))
    told, hints = {**plain, **changed}, get_type_hints(kind)

    def one_by_one() -> Event:
        return kind(when=Moment(at=NINE), **{name: from_plain(hints[name], value) for name, value in told.items()})

    def at_once() -> Event:
        return fact_from_plain(EVENTS, kind.KIND, told, Moment(at=NINE))

    assert outcome(at_once) == outcome(one_by_one)


def outcome(read: Callable[[], Event]) -> Event | None:
    """Return what is read; None where it is refused."""
    try:
        return read()
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (NINE, "2026-12-01T01:00:00.000Z"),
        (datetime(2026, 12, 1, 9, 0, 3, 45_000, tzinfo=timezone(timedelta(hours=8))), "2026-12-01T01:00:03.045Z"),
    ],
)
def test_an_instant_is_written_in_utc_to_the_millisecond(instant: datetime, text: str) -> None:
    assert instant_to_text(instant) == text
    assert instant_from_text(text) == instant
    assert instant_from_text(text).tzinfo is UTC


def test_what_is_finer_than_a_millisecond_is_cut_off() -> None:
    assert instant_to_text(NINE + timedelta(microseconds=999_999)) == "2026-12-01T01:00:00.999Z"


@unhurried
@given(instant=INSTANTS)
def test_instants_survive_as_text_and_sort_as_text(instant: datetime) -> None:
    text = instant_to_text(instant)
    assert instant_from_text(text) == instant
    assert (text < instant_to_text(NINE)) == (instant < NINE)


def test_text_that_names_no_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        instant_from_text("明天九点")


def test_text_that_names_another_instant_on_every_machine_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        instant_from_text("2026-12-01T01:00:00.000")


PAPER = Paper(
    id="final",
    title="结业考试",
    use="exam",
    instructions="请独立作答。",
    delivery=Delivery(
        time_limit=timedelta(minutes=90),
        opens=NINE,
        closes=NINE + timedelta(hours=2),
        attempts=None,
        counts="average",
        navigation="forward_only",
        grace=timedelta(milliseconds=1500),
        feedback="after_close",
        show=("score", "key"),
        certainty=True,
    ),
    pass_mark=Threshold(value=Fraction(2, 3), is_share=True),
    full_score=Fraction(201, 2),
    grades=(("优秀", Threshold(value=Fraction(9, 10), is_share=True)),),
    forms=2,
    per_candidate=True,
    seed="20261201",
    shuffle=Shuffle(items=True, options=True),
    make_up=MakeUp(paper="opening-exam", eligible=("failed",), exclude=True, cap=True),
    sections=(
        Section(title="一、单选题", items=("fr-001",), marks=Fraction(2), marking="partial", penalty=Fraction(1, 3)),
        Section(
            title="二、多选题",
            option_marks=Fraction(1, 2),
            time_limit=timedelta(minutes=20),
            draw=Draw(
                type="multiple_choice",
                count=10,
                banks=("needs",),
                topics=("roles",),
                topic_counts=(("needs", 4), ("bo", 6)),
                tags=("角色",),
                difficulty_counts=(("easy", 4), ("hard", 6)),
                size=3,
            ),
        ),
    ),
)

FORM = Form(
    paper=PAPER,
    letter="B",
    questions=tuple(
        Question(
            number=number,
            section=0,
            item=example.item,
            order=tuple(reversed(range(len(example.item.choices)))),
            marking=Marking(scheme=example.item.scheme(""), marks=Fraction(5, 2), option_marks=Fraction(1, 2)),
            case="case-001",
            stimulus="材料",
        )
        for number, example in enumerate(EXAMPLES.values(), 1)
    ),
    topics=(("roles", "五种角色"),),
)

THINGS = [
    PAPER,
    Paper(id="p", title="卷"),
    FORM,
    Candidate(id="001", name="张三", unit="市政府办", post="主任", group="一组"),
    Course(id="course", title="课程", topics=(Topic(id="roles", title="五种角色"),)),
    ItemBank(id="bank", title="题库", use="practice", items=tuple(example.item for example in EXAMPLES.values())),
]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_papers_forms_banks_and_people_survive_json(thing: object) -> None:
    plain = json.loads(json.dumps(to_plain(thing)))
    again = from_plain(type(thing), plain)
    assert again == thing
    assert to_plain(again) == plain


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (1.5, 1.5),
        ("文", "文"),
        (Fraction(3, 5), "3/5"),
        (Fraction(4, 2), "2"),
        (NINE, "2026-12-01T01:00:00.000Z"),
        (timedelta(minutes=1, milliseconds=500), 60.5),
        (frozenset({3, 1, 2}), [1, 2, 3]),
        ((1, ("a", ())), [1, ["a", []]]),
        ([Fraction(1, 2)], ["1/2"]),
        (Topic(id="roles", title="角色"), {"id": "roles", "title": "角色"}),
    ],
)
def test_each_kind_of_value_has_its_plain_form(value: object, plain: object) -> None:
    assert to_plain(value) == plain


def test_a_set_of_numbers_comes_back_as_a_set() -> None:
    assert from_plain(frozenset[int], [3, 1]) == {1, 3}


def test_a_type_of_item_that_this_program_does_not_know_is_refused() -> None:
    plain = {**to_plain(EXAMPLES["single_choice"].item), "type": "hotspot"}
    with pytest.raises(KeyError):
        from_plain(Item, plain)  # type: ignore[type-abstract]  # the plain data says which type it is


def test_an_items_plain_data_is_not_changed_by_reading_it() -> None:
    plain = to_plain(EXAMPLES["single_choice"].item)
    from_plain(Item, plain)  # type: ignore[type-abstract]  # the plain data says which type it is
    assert plain["type"] == "single_choice"


def test_a_pair_that_is_no_pair_is_refused() -> None:
    plain = to_plain(Paper(id="p", title="卷", grades=(("合格", Threshold(value=Fraction(3, 5), is_share=True)),)))
    plain["grades"][0].append("多余")
    with pytest.raises(ValueError, match="longer"):
        from_plain(Paper, plain)


def test_a_start_keeps_every_order_of_options() -> None:
    event = replace(started(2, Moment(at=NINE, boot="b", clock=1.25)), orders=((2, 0, 1), ()))
    data = event_to_plain(event)["data"]
    assert data["orders"] == [[2, 0, 1], []]
    assert fact_from_plain(EVENTS, "started", json.loads(json.dumps(data)), event.when) == event


@dataclass(frozen=True)
class _Grown:
    """Got a second field after others of its kind had been written."""

    LATER: ClassVar = ("since",)
    first: str
    since: tuple[str, ...] = ()


def test_a_later_field_that_says_nothing_leaves_the_bytes_as_they_were() -> None:
    assert to_plain(_Grown("A")) == {"first": "A"}
    assert to_plain(_Grown("", ("B",))) == {"first": "", "since": ["B"]}
    assert from_plain(_Grown, {"first": "A"}) == _Grown("A")
