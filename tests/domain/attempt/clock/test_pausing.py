"""The clock stopped and let go on by who invigilates: a pause is time that never was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOver,
    Event,
    Extended,
    HandedIn,
    Paused,
    Resumed,
    Unpaused,
    Visited,
)
from quizapp.domain.attempt.interruptions import Pause, carry_out, carry_over, pause, pauses, resume, unpause
from quizapp.domain.attempt.rules import answer, extend, flag, hand_in, leave_section, open_section, undo, visit
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.attempt.story import times_on
from quizapp.domain.attempt.terms import (
    Terms,
    as_ended,
    closing,
    deadline,
    due,
    remaining,
    remaining_in_section,
    seconds_used,
    section_end,
)
from quizapp.domain.moment import Moment, present
from tests.domain.attempt.clocked_sections import CLOCKED, opened, refusal
from tests.domain.attempt.random_histories import TERMS, Step, steps, walk
from tests.domain.attempt.stopped_clock import HOUR, MILLISECOND, MINUTE, NINE, after, attempt_of, moment, started
from tests.samples.small_items import unhurried

PEOPLE = {"why": "消防演习", "by": "李老师"}
LENGTHS = st.integers(0, 10**10).map(lambda count: count * MILLISECOND)


def paused(attempt: Attempt, at: timedelta, terms: Terms = HOUR) -> Attempt:
    return after(attempt, pause(attempt, terms, moment(at), **PEOPLE))


def gone_on(attempt: Attempt, at: timedelta) -> Attempt:
    return after(attempt, unpause(attempt, moment(at), **PEOPLE))


# A pause is time that never was


@unhurried
@given(terms=TERMS, taken=steps(reboots=True), is_blind=st.booleans(), cut=st.integers(0, 40), length=LENGTHS)
def test_a_pause_of_any_length_anywhere_shifts_every_end_by_exactly_its_length(
    terms: Terms, taken: list[Step], is_blind: bool, cut: int, length: timedelta
) -> None:
    one = walk(terms, taken[:cut], is_blind=is_blind)
    one.do("unpause", 1)
    one.do("look", 1)
    before = one.attempt
    if before.has_ended:
        return
    one.do("pause", 1)
    one.machine.truth += length
    one.do("unpause", 1)
    (*_, begun, ended) = one.events
    assert isinstance(begun, Paused)
    took = ended.when.at - begun.when.at
    now, later = one.attempt, ended.when.at
    for end in (deadline, closing):
        was, stands = end(before, terms.delivery), end(now, terms.delivery)
        assert stands == (None if was is None else was + took)
    assert remaining(now, terms.delivery, later) == remaining(before, terms.delivery, begun.when.at)
    assert remaining_in_section(now, terms, later) == remaining_in_section(before, terms, begun.when.at)
    if before.running is not None:
        was = section_end(before, terms, before.running.section)
        assert was is not None
        assert section_end(now, terms, before.running.section) == was + took
    closed = [clock for clock in before.clocks if clock.closed_at is not None]
    assert [now.clock_of(clock.section) for clock in closed] == closed


@unhurried
@given(terms=TERMS, taken=steps(reboots=False), cut=st.integers(0, 40), length=LENGTHS)
def test_an_attempt_with_a_pause_is_the_attempt_without_it_moved(
    terms: Terms, taken: list[Step], cut: int, length: timedelta
) -> None:
    plain, stopped = (walk(terms, taken[:cut]) for _ in range(2))
    for one in (plain, stopped):
        one.do("unpause", 1)
        # That somebody is there is told in both: so a pause tells it too.
        one.do("flag", 1)
    begun = len(plain.events)
    stopped.do("pause", 1)
    stopped.machine.truth += length
    stopped.do("unpause", 1)
    between = stopped.events[begun:]
    for one in (plain, stopped):
        for step in taken[cut:]:
            one.befall(step)
    moved = [*stopped.events[:begun], *(_moved(event, -length) for event in stopped.events[begun + len(between) :])]
    assert moved == plain.events
    assert times_on(stopped.events) == times_on(plain.events)


def _moved(event: Event, by: timedelta) -> Event:
    when = event.when
    assert when.clock is not None
    clock = round(when.clock + by.total_seconds(), 3)
    return replace(event, when=Moment(at=when.at + by, boot=when.boot, clock=clock))


@unhurried
@given(terms=TERMS, taken=steps(reboots=True), length=LENGTHS)
def test_while_it_is_paused_nothing_comes_due_and_the_time_left_stands(
    terms: Terms, taken: list[Step], length: timedelta
) -> None:
    one = walk(terms, taken)
    one.do("pause", 1)
    if one.attempt.has_ended:
        return
    assert one.attempt.paused_at is not None
    at = one.attempt.last.at
    left, of_section = (remaining(one.attempt, terms.delivery, at), remaining_in_section(one.attempt, terms, at))
    one.machine.truth += length
    now = present(one.attempt.last, one.machine.read())
    assert due(one.attempt, terms, now) == ()
    assert remaining(one.attempt, terms.delivery, now.at) == left
    assert remaining_in_section(one.attempt, terms, now.at) == of_section


@unhurried
@given(terms=TERMS, taken=steps(reboots=True), length=LENGTHS)
def test_the_way_to_another_machine_takes_no_time_and_ends_a_pause(
    terms: Terms, taken: list[Step], length: timedelta
) -> None:
    one = walk(terms, taken)
    if one.attempt.has_ended:
        return
    before = one.attempt
    stood_at = before.paused_at or before.last.at
    here = Moment(at=before.last.at + length, boot="another", clock=3.0)
    there = after(before, carry_over(before, here, from_home="PC-1", to_home="PC-2", **PEOPLE))
    assert there.paused_at is None
    assert remaining(there, terms.delivery, here.at) == remaining(before, terms.delivery, stood_at)
    assert remaining_in_section(there, terms, here.at) == remaining_in_section(before, terms, stood_at)
    assert (there.responses, there.flagged, there.current) == (before.responses, before.flagged, before.current)


# What may be done while the clock stands

Move = Callable[[Attempt], tuple[Event, ...]]
LATE = moment(500 * MINUTE)
CANDIDATES: dict[str, Move] = {
    "answer": lambda one: answer(one, CLOCKED, 1, ("A",), LATE),
    "undo": lambda one: undo(one, CLOCKED, 1, LATE),
    "flag": lambda one: flag(one, CLOCKED, 1, LATE),
    "visit": lambda one: visit(one, CLOCKED, 2, LATE),
    "open_section": lambda one: open_section(one, CLOCKED, 1, LATE),
    "leave_section": lambda one: leave_section(one, CLOCKED, LATE),
    "hand_in": lambda one: hand_in(one, CLOCKED, LATE),
    "pause": lambda one: pause(one, CLOCKED, LATE, **PEOPLE),
}


@pytest.mark.parametrize("move", CANDIDATES.values(), ids=CANDIDATES)
def test_nothing_is_answered_opened_or_handed_in_while_the_clock_stands(move: Move) -> None:
    attempt = paused(attempt_of(6), MINUTE, CLOCKED)
    assert refusal(lambda: move(attempt)) == "attempt-paused"


def test_more_time_is_given_while_the_clock_stands_too() -> None:
    attempt = paused(attempt_of(), 10 * MINUTE)
    attempt = after(attempt, extend(attempt, HOUR, moment(200 * MINUTE), more=5 * MINUTE, **PEOPLE))
    assert remaining(attempt, HOUR.delivery, moment(300 * MINUTE).at) == 55 * MINUTE


def test_a_program_that_opens_it_while_the_clock_stands_lets_it_stand() -> None:
    attempt = paused(attempt_of(), 10 * MINUTE)
    events = resume(attempt, HOUR, Moment(at=NINE + 300 * MINUTE, boot="boot-2", clock=9.0))
    assert [event.KIND for event in events] == ["resumed"]
    assert after(attempt, events).paused_at == NINE + 10 * MINUTE


def test_the_clock_goes_on_only_where_it_stood() -> None:
    assert refusal(lambda: unpause(attempt_of(), moment(MINUTE), **PEOPLE)) == "attempt-not-paused"
    over = after(attempt_of(), (HandedIn(when=moment(MINUTE), by="candidate"),))
    for move in (
        lambda: unpause(over, moment(2 * MINUTE), **PEOPLE),
        lambda: pause(over, HOUR, moment(2 * MINUTE), **PEOPLE),
        lambda: carry_over(over, moment(2 * MINUTE), from_home="PC-1", to_home="PC-2", **PEOPLE),
    ):
        assert refusal(move) == "attempt-ended"


def test_only_what_is_paused_is_handed_out_to_go_on_elsewhere_and_once_in_each_pause() -> None:
    one = attempt_of()
    assert refusal(lambda: carry_out(one, moment(MINUTE), **PEOPLE)) == "attempt-not-paused"
    over = after(one, (HandedIn(when=moment(MINUTE), by="candidate"),))
    assert refusal(lambda: carry_out(over, moment(2 * MINUTE), **PEOPLE)) == "attempt-ended"
    for _ in range(2):
        one = paused(one, MINUTE)
        out = carry_out(one, moment(2 * MINUTE), **PEOPLE)
        assert [event.KIND for event in out] == ["carried_out"]
        one = after(one, out)
        assert one.carried_out_at == moment(2 * MINUTE).at
        assert one.paused_at == moment(MINUTE).at
        assert carry_out(one, moment(3 * MINUTE), **PEOPLE) == ()
        one = after(one, unpause(one, moment(4 * MINUTE), **PEOPLE))
        assert one.carried_out_at is None


def test_what_goes_on_elsewhere_is_to_go_on_there_no_more() -> None:
    one = paused(attempt_of(), MINUTE)
    one = after(one, carry_out(one, moment(2 * MINUTE), **PEOPLE))
    there = after(one, carry_over(one, moment(60 * MINUTE), from_home="PC-1", to_home="PC-2", **PEOPLE))
    assert (there.carried_out_at, there.paused_at) == (None, None)


def test_a_pause_that_comes_too_late_hands_in_instead() -> None:
    (ended,) = pause(attempt_of(), HOUR, moment(61 * MINUTE), **PEOPLE)
    assert isinstance(ended, HandedIn)
    assert ended.when.at == moment(60 * MINUTE).at


def test_a_second_stop_before_the_first_ended_counts_once() -> None:
    one = fold((started(), *(Paused(when=moment(at * MINUTE), **PEOPLE) for at in (1, 2))))
    assert gone_on(one, 5 * MINUTE).paused == 4 * MINUTE


def test_what_was_given_by_a_request_is_known_for_it() -> None:
    (stop,) = pause(attempt_of(), HOUR, moment(MINUTE), **PEOPLE, request="r-1")
    attempt = after(attempt_of(), (stop,))
    (go,) = unpause(attempt, moment(2 * MINUTE), **PEOPLE, request="r-2")
    assert after(attempt, (go,)).granted == {"r-1", "r-2"}


# A section's own clock


def test_a_pause_lengthens_the_section_that_is_open_and_none_that_opens_later() -> None:
    attempt = paused(opened(at=5 * MINUTE), 10 * MINUTE, CLOCKED)
    attempt = gone_on(attempt, 40 * MINUTE)
    assert section_end(attempt, CLOCKED, 1) == moment(55 * MINUTE).at
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment(41 * MINUTE)))
    attempt = after(attempt, open_section(attempt, CLOCKED, 2, moment(41 * MINUTE)))
    assert section_end(attempt, CLOCKED, 2) == moment(71 * MINUTE).at


# Time used and times on questions


def test_the_seconds_used_run_from_start_to_hand_in_and_the_pauses_are_told_beside_them() -> None:
    attempt = gone_on(paused(attempt_of(), 10 * MINUTE), 25 * MINUTE)
    attempt = after(attempt, hand_in(attempt, HOUR, moment(30 * MINUTE)))
    assert seconds_used(attempt) == 1800
    assert attempt.paused == 15 * MINUTE


def test_a_pause_is_charged_to_no_question_whatever_happens_in_it() -> None:
    events = (
        started(),
        Visited(when=moment(2 * MINUTE), question=2),
        Paused(when=moment(5 * MINUTE), **PEOPLE),
        Extended(when=moment(6 * MINUTE), more=MINUTE, **PEOPLE),
        Resumed(when=moment(8 * MINUTE)),
        Unpaused(when=moment(20 * MINUTE), **PEOPLE),
        Answered(when=moment(21 * MINUTE), question=2, response=("A",)),
        Paused(when=moment(22 * MINUTE), **PEOPLE),
        HandedIn(when=moment(30 * MINUTE), by="committee", ordered_by="李老师", why="清场"),
    )
    assert times_on(events) == {1: 2 * MINUTE, 2: 5 * MINUTE}


def test_the_way_to_another_machine_is_charged_to_no_question() -> None:
    events = (
        started(),
        Visited(when=moment(2 * MINUTE), question=2),
        CarriedOver(when=moment(30 * MINUTE), from_home="PC-1", to_home="PC-2", **PEOPLE),
        Visited(when=moment(31 * MINUTE), question=3),
    )
    assert times_on(events) == {1: 2 * MINUTE, 2: MINUTE}


def test_each_pause_is_told_with_its_length_also_where_the_hand_in_ended_it_or_nothing_has() -> None:
    ended = HandedIn(when=moment(30 * MINUTE), by="committee")
    events = (
        started(),
        Paused(when=moment(5 * MINUTE), why="停电", by="李老师"),
        Unpaused(when=moment(7 * MINUTE), why="来电", by="李老师"),
        Paused(when=moment(20 * MINUTE), why="演习", by="李老师"),
    )
    first = Pause(line=2, why="停电", by="李老师", length=2 * MINUTE)
    second = Pause(line=4, why="演习", by="李老师", length=None)
    assert list(pauses(events)) == [first, second]
    assert list(pauses((*events, ended))) == [first, replace(second, length=10 * MINUTE)]


# A copy that was collected while it was paused


def test_a_copy_left_paused_ends_only_by_the_committees_order() -> None:
    attempt = paused(attempt_of(), 10 * MINUTE)
    assert not as_ended(attempt, HOUR, None, None).has_ended
    closed = as_ended(attempt, HOUR, None, moment(300 * MINUTE).at)
    assert closed.handed_in_at == moment(300 * MINUTE).at


# A start by order


def test_a_start_by_order_counts_the_window_from_the_start() -> None:
    window = replace(HOUR.delivery, opens=NINE - 500 * MINUTE, closes=NINE - 410 * MINUTE)
    attempt = fold((replace(started(), ordered_by="李老师", why="时钟不对"),))
    assert deadline(attempt, window) == NINE + 60 * MINUTE
    assert deadline(attempt, replace(window, time_limit=None)) == NINE + 90 * MINUTE
    assert deadline(attempt, replace(window, time_limit=None, opens=None)) is None
    assert deadline(fold((started(),)), window) == NINE - 410 * MINUTE
