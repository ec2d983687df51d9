"""The chain of lines, as bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOut,
    CarriedOver,
    ClockDisagreed,
    Event,
    Extended,
    Flagged,
    HandedIn,
    Paused,
    Resumed,
    Unpaused,
    Visited,
)
from quizapp.domain.moment import Moment
from quizapp.stores import chain
from quizapp.stores.event_codec import EVENT_LINES, NotUnderstood, entries_of
from tests.samples.stored_records import answered, moment, started

TEXT = st.text(max_size=20)
MILLISECONDS = st.integers(0, 10**11).map(lambda count: timedelta(milliseconds=count))
MOMENTS = st.builds(
    Moment,
    at=MILLISECONDS.map(lambda passed: datetime(2026, 1, 1, tzinfo=UTC) + passed),
    boot=TEXT,
    clock=st.none() | st.floats(0, 1e9),
)
QUESTIONS = st.integers(1, 200)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Answered, when=MOMENTS, question=QUESTIONS, response=st.lists(TEXT, max_size=4).map(tuple)),
    st.builds(Flagged, when=MOMENTS, question=QUESTIONS, is_flagged=st.booleans()),
    st.builds(Visited, when=MOMENTS, question=QUESTIONS),
    st.builds(Resumed, when=MOMENTS),
    st.builds(ClockDisagreed, when=MOMENTS, by=MILLISECONDS),
    st.builds(Extended, when=MOMENTS, more=MILLISECONDS, why=TEXT, by=TEXT, checked_by=TEXT),
    st.builds(Paused, when=MOMENTS, why=TEXT, by=TEXT, checked_by=TEXT, request=TEXT),
    st.builds(Unpaused, when=MOMENTS, why=TEXT, by=TEXT, checked_by=TEXT, request=TEXT),
    st.builds(CarriedOut, when=MOMENTS, why=TEXT, by=TEXT, checked_by=TEXT, request=TEXT),
    st.builds(CarriedOver, when=MOMENTS, from_home=TEXT, to_home=TEXT, why=TEXT, by=TEXT),
    st.builds(HandedIn, when=MOMENTS, by=st.sampled_from(["candidate", "deadline", "committee", "entered"])),
)


def written(*events: Event) -> bytes:
    """Return the lines of these events."""
    return chain.encode(entries_of(events), chain.ChainHead())[0]


# How long an example takes depends on what else the machine does.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EVENTS, max_size=8), st.integers(0, 8))
def test_any_events_come_back_however_they_are_batched(events: Sequence[Event], cut: int) -> None:
    first, head = chain.encode(entries_of(events[:cut]), chain.ChainHead())
    second, head = chain.encode(entries_of(events[cut:]), head)
    reading = chain.read(first + second)
    assert EVENT_LINES.facts(reading.entries) == tuple(events)
    assert reading.head == head
    assert not reading.rest


def test_a_line_is_what_the_contract_says() -> None:
    first, second = written(started(), answered()).splitlines()
    data = json.loads(second)
    assert {**data, "hash": ""} == {
        "seq": 2,
        "at": "2026-12-01T04:00:01.123Z",
        "boot": {"id": "boot", "clock": 101.5},
        "kind": "answered",
        "data": {"question": 1, "response": ["答案"], "is_undo": False},
        "hash": "",
    }
    stated = data.pop("hash")
    body = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert stated == sha256(json.loads(first)["hash"].encode() + body).hexdigest()


def test_a_lone_surrogate_is_kept() -> None:
    reading = chain.read(written(answered(1, "\ud800坏")))
    assert EVENT_LINES.facts(reading.entries) == (answered(1, "\ud800坏"),)


def test_every_flipped_byte_breaks_the_chain() -> None:
    data = written(started(), answered(1), answered(2))
    first = data.index(b"\n") + 1
    second = data.index(b"\n", first) + 1
    for place in range(first, second):
        reading = chain.read(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert reading.whole == first, place
        assert reading.rest, place


def test_a_line_that_was_changed_taken_out_or_moved_is_no_crash() -> None:
    one, two, three = written(started(), answered(1), answered(2)).splitlines(keepends=True)
    for data in (one + three, one + three + two, two + three, one + two.replace(b"boot", b"root") + three):
        reading = chain.read(data)
        assert reading.is_altered
        assert reading.rest


@pytest.mark.parametrize("rest", [b"{", b"garbage\n", b"\0" * 9, b"[]\n", b"\n", b'{"seq":"x"}\n', b"[" * 9999 + b"\n"])
def test_what_a_crash_leaves_is_torn_and_not_altered(rest: bytes) -> None:
    data = written(started())
    reading = chain.read(data + rest)
    assert (reading.rest, reading.whole, reading.is_altered) == (rest, len(data), False)


def test_zeros_that_a_power_cut_left_before_a_line_are_torn() -> None:
    one, two, three = written(started(), answered(1), answered(2)).splitlines(keepends=True)
    assert not chain.read(one + b"\0" * len(two) + b"\n" + three).is_altered


def test_the_same_line_written_again_counts_once() -> None:
    one, two, three = written(started(), answered(1), answered(2)).splitlines(keepends=True)
    reading = chain.read(one + two + three + two + three)
    assert EVENT_LINES.facts(reading.entries) == (started(), answered(1), answered(2))
    assert reading.head.seq == 3
    assert not reading.rest


def test_another_line_of_the_same_seq_does_not_count() -> None:
    one, two = written(started(), answered(1)).splitlines(keepends=True)
    other = written(started(), answered(2)).splitlines(keepends=True)[1]
    reading = chain.read(one + two + other)
    assert EVENT_LINES.facts(reading.entries) == (started(), answered(1))
    assert reading.is_altered


def test_a_chained_line_without_its_fields_is_none() -> None:
    entry = chain.ChainEntry(when=moment(), kind="x", data={})
    whole, head = chain.encode((entry,), chain.ChainHead())
    body = b'{"seq":2}'
    line = body[:-1] + b',"hash":"' + sha256(head.hash.encode() + body).hexdigest().encode() + b'"}\n'
    assert chain.read(whole + line).whole == len(whole)


@pytest.mark.parametrize(("kind", "data"), [("teleported", {}), ("visited", {"x": 1}), ("extended", {"more": "x"})])
def test_a_kind_from_a_later_version_is_named(kind: str, data: dict[str, object]) -> None:
    with pytest.raises(NotUnderstood, match=f"line 1: {kind}"):
        EVENT_LINES.facts((chain.ChainEntry(when=moment(), kind=kind, data=data),))


def test_a_chained_line_of_another_seq_is_none() -> None:
    whole, head = chain.encode(entries_of((started(),)), chain.ChainHead())
    skipped, _ = chain.encode(entries_of((answered(),)), chain.ChainHead(seq=head.seq + 1, hash=head.hash))
    reading = chain.read(whole + skipped)
    assert reading.whole == len(whole)
    assert reading.is_altered
