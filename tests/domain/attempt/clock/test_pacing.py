"""How long each question was on screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.attempt.events import (
    Answered,
    ClockDisagreed,
    HandedIn,
    Resumed,
    SectionClosed,
    SectionOpened,
    TakenOver,
    Visited,
)
from quizapp.domain.attempt.story import times_on
from tests.domain.attempt.stopped_clock import MINUTE, moment, started


def test_the_time_from_one_event_to_the_next_is_the_question_on_screens() -> None:
    events = (
        started(),
        Answered(when=moment(2 * MINUTE), question=1, response=("A",)),
        Visited(when=moment(3 * MINUTE), question=2),
        Visited(when=moment(4 * MINUTE), question=1),
        HandedIn(when=moment(9 * MINUTE), by="candidate"),
    )
    assert times_on(events) == {1: 8 * MINUTE, 2: MINUTE}


def test_time_with_no_program_open_is_nobodys() -> None:
    events = (
        started(),
        Visited(when=moment(MINUTE), question=2),
        ClockDisagreed(when=moment(30 * MINUTE), by=-MINUTE),
        Resumed(when=moment(30 * MINUTE)),
        Visited(when=moment(31 * MINUTE), question=3),
        Resumed(when=moment(50 * MINUTE)),
        HandedIn(when=moment(51 * MINUTE), by="candidate"),
    )
    assert times_on(events) == {1: MINUTE, 2: MINUTE, 3: MINUTE}


def test_time_before_a_take_over_is_nobodys() -> None:
    events = (
        started(),
        Visited(when=moment(MINUTE), question=2),
        TakenOver(when=moment(9 * MINUTE), pid="7", host="pc-1", since="?"),
        Visited(when=moment(10 * MINUTE), question=3),
    )
    assert times_on(events) == {1: MINUTE, 2: MINUTE}


def test_a_section_that_ran_out_on_screen_took_the_question_its_time() -> None:
    events = (
        started(),
        SectionOpened(when=moment(MINUTE), section=0),
        SectionClosed(when=moment(20 * MINUTE), section=0, by="deadline"),
        Visited(when=moment(21 * MINUTE), question=3),
    )
    assert times_on(events) == {1: 21 * MINUTE}


def test_a_section_that_ran_out_with_no_program_open_took_nobodys_time() -> None:
    events = (
        started(),
        Visited(when=moment(MINUTE), question=2),
        SectionClosed(when=moment(20 * MINUTE), section=0, by="deadline"),
        ClockDisagreed(when=moment(30 * MINUTE), by=MINUTE),
        Resumed(when=moment(30 * MINUTE)),
        Visited(when=moment(31 * MINUTE), question=3),
    )
    assert times_on(events) == {1: MINUTE, 2: MINUTE}


def test_a_section_that_was_left_took_the_question_on_screen_its_time() -> None:
    events = (
        started(),
        SectionClosed(when=moment(2 * MINUTE), section=0, by="candidate"),
        Resumed(when=moment(9 * MINUTE)),
    )
    assert times_on(events) == {1: 2 * MINUTE}


def test_an_attempt_that_only_began_has_no_times() -> None:
    assert times_on(()) == {}
    assert times_on((started(),)) == {}
    assert times_on((started(), Visited(when=moment(), question=1))) == {1: timedelta(0)}


def test_a_closing_that_was_noticed_later_took_nobodys_time_and_one_on_screen_took_the_questions() -> None:
    begun = replace(started(), when=replace(moment(), boot="b", clock=100.0))
    closing = moment(30 * MINUTE)
    for boot, clock, first in (("b", 1900.5, 30 * MINUTE), ("b", 9100.0, None), ("b-2", 60.0, None)):
        handed_in = HandedIn(when=replace(closing, boot=boot, clock=clock), by="deadline")
        assert times_on((begun, handed_in)).get(1) == first
