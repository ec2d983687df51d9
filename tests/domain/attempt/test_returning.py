"""Going on with an attempt: after a crash, a reboot, in another program's place."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import ClockDisagreed, HandedIn, Resumed, SectionClosed, TakenOver
from quizapp.domain.attempt.interruptions import notice_clock, resume, take_over
from quizapp.domain.attempt.rules import answer, open_section
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import HOUR, MINUTE, NINE, after, attempt_of, held_to, moment

CLOSING = 60 * MINUTE


def test_an_attempt_is_opened_again_within_one_boot() -> None:
    assert resume(attempt_of(), HOUR, moment(MINUTE)) == (Resumed(when=moment(MINUTE)),)


@pytest.mark.parametrize("gap", [-30 * MINUTE, timedelta(days=1)])
def test_a_clock_that_was_set_gives_no_time_and_is_noted(gap: timedelta) -> None:
    reading = Moment(at=NINE + 50 * MINUTE + gap, boot="boot-1", clock=50 * 60.0)
    now = moment(50 * MINUTE)
    decided = resume(attempt_of(), HOUR, reading)
    assert decided == (ClockDisagreed(when=now, by=gap), Resumed(when=now))
    assert after(attempt_of(), decided).last == now


def test_a_clock_set_back_across_the_closing_hands_in_all_the_same() -> None:
    reading = Moment(at=NINE, boot="boot-1", clock=61 * 60.0)
    (handed_in,) = resume(attempt_of(), HOUR, reading)
    assert isinstance(handed_in, HandedIn)
    assert handed_in.when.at == NINE + CLOSING


def test_a_clock_set_forward_past_the_closing_takes_no_time_away_within_one_boot() -> None:
    reading = Moment(at=NINE + 300 * MINUTE, boot="boot-1", clock=60.0)
    assert resume(attempt_of(), HOUR, reading)[-1] == Resumed(when=moment(MINUTE))


def test_after_a_reboot_the_wall_clock_counts_the_time_switched_off_too() -> None:
    soon = Moment(at=NINE + 40 * MINUTE, boot="boot-2", clock=5.0)
    assert resume(attempt_of(), HOUR, soon) == (Resumed(when=soon),)
    late = Moment(at=NINE + CLOSING, boot="boot-2", clock=5.0)
    assert resume(attempt_of(), HOUR, late) == (HandedIn(when=late, by="deadline"),)


def test_after_a_reboot_a_clock_set_back_stands_at_the_last_event_and_is_noted() -> None:
    attempt = attempt_of()
    attempt = after(attempt, answer(attempt, HOUR, 1, ("A",), moment(30 * MINUTE)))
    reading = Moment(at=NINE - MINUTE, boot="boot-2", clock=5.0)
    now = Moment(at=NINE + 30 * MINUTE, boot="boot-2", clock=5.0)
    assert resume(attempt, HOUR, reading) == (ClockDisagreed(when=now, by=-31 * MINUTE), Resumed(when=now))


def test_an_attempt_is_taken_over_from_a_program_that_is_gone() -> None:
    now = moment(MINUTE)
    decided = take_over(attempt_of(), HOUR, now, pid="4711", host="pc-1", since="2026-12-01T01:00:00.000Z")
    assert decided == (TakenOver(when=now, pid="4711", host="pc-1", since="2026-12-01T01:00:00.000Z"),)


def test_a_take_over_notes_a_clock_that_was_set_as_any_return_does() -> None:
    reading = Moment(at=NINE, boot="boot-1", clock=30 * 60.0)
    now = moment(30 * MINUTE)
    noted, taken = take_over(attempt_of(), HOUR, reading, pid="?", host="?", since="?")
    assert noted == ClockDisagreed(when=now, by=-30 * MINUTE)
    assert taken == TakenOver(when=now, pid="?", host="?", since="?")


def test_a_wall_clock_that_went_wrong_is_news_once() -> None:
    reading = Moment(at=NINE + 90 * MINUTE, boot="boot-1", clock=60.0)
    (noted,) = notice_clock(attempt_of(), reading)
    assert noted == ClockDisagreed(when=moment(MINUTE), by=89 * MINUTE)
    assert notice_clock(after(attempt_of(), (noted,)), reading) == ()


def test_on_return_a_sections_end_comes_before_the_note_on_the_clock() -> None:
    terms = held_to(20 * MINUTE, None)
    attempt = after(attempt_of(4), open_section(attempt_of(4), terms, 0, moment()))
    reading = Moment(at=NINE, boot="boot-1", clock=30 * 60.0)
    now = moment(30 * MINUTE)
    assert resume(attempt, terms, reading) == (
        SectionClosed(when=moment(20 * MINUTE), section=0, by="deadline"),
        ClockDisagreed(when=now, by=-30 * MINUTE),
        Resumed(when=now),
    )


def test_an_attempt_suspended_past_its_closing_is_handed_in_at_closing_with_what_it_had() -> None:
    attempt = attempt_of()
    attempt = after(attempt, answer(attempt, HOUR, 1, ("A",), moment(30 * MINUTE)))
    attempt = after(attempt, answer(attempt, HOUR, 2, ("B",), moment(600 * MINUTE)))
    assert attempt.responses == (("A",), (), ())
    assert attempt.handed_in_at == NINE + CLOSING
