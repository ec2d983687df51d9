"""When sections with clocks of their own end, to the millisecond, and what ends with them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import (
    Answered,
    Extended,
    Flagged,
    HandedIn,
    Resumed,
    SectionClosed,
    SectionOpened,
    Visited,
)
from quizapp.domain.attempt.interruptions import resume
from quizapp.domain.attempt.rules import answer, flag, hand_in, leave_section, open_section, undo, visit
from quizapp.domain.attempt.terms import Terms, closing, due, remaining, remaining_in_section, section_end
from quizapp.domain.moment import Moment, present
from tests.domain.attempt.clocked_sections import CLOCKED, END, ENDLESS, more_time, opened, refusal
from tests.domain.attempt.stopped_clock import MILLISECOND, MINUTE, NINE, after, attempt_of, held_to, moment

# The end


def test_an_answer_counts_until_just_before_the_sections_end() -> None:
    attempt = opened()
    last = moment(END - MILLISECOND)
    assert answer(attempt, CLOCKED, 3, ("A",), last) == (Answered(when=last, question=3, response=("A",)),)


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND, 19 * MINUTE])
@pytest.mark.parametrize("terms", [CLOCKED, ENDLESS])
def test_at_its_end_a_section_closes_and_no_answer_in_it_counts(terms: Terms, late: timedelta) -> None:
    closed = SectionClosed(when=moment(END), section=1, by="deadline")
    attempt = after(opened(terms), answer(opened(terms), terms, 3, ("A",), moment(MINUTE)))
    now = moment(END + late)
    assert answer(attempt, terms, 3, ("B",), now) == (closed,)
    assert undo(attempt, terms, 3, now) == (closed,)
    assert visit(attempt, terms, 4, now) == (closed,)
    attempt = after(attempt, (closed,))
    assert refusal(lambda: answer(attempt, terms, 3, ("B",), now)) == "section-closed"
    assert attempt.response(3) == ("A",)


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND, 19 * MINUTE])
def test_what_is_done_elsewhere_goes_on_after_a_sections_end(late: timedelta) -> None:
    closed = SectionClosed(when=moment(END), section=1, by="deadline")
    now = moment(END + late)
    answered = Answered(when=now, question=1, response=("A",))
    assert answer(opened(), CLOCKED, 1, ("A",), now) == (closed, answered)
    assert visit(opened(), CLOCKED, 1, now) == (closed, Visited(when=now, question=1))
    assert flag(opened(), CLOCKED, 3, now) == (closed, Flagged(when=now, question=3, is_flagged=True))
    assert hand_in(opened(), CLOCKED, now) == (closed, HandedIn(when=now, by="candidate"))
    assert open_section(opened(), CLOCKED, 2, now) == (closed, SectionOpened(when=now, section=2))
    assert leave_section(opened(), CLOCKED, now) == (closed,)
    assert resume(opened(), CLOCKED, now) == (closed, Resumed(when=now))
    assert more_time(opened(), CLOCKED, now) == (
        closed,
        Extended(when=now, more=10 * MINUTE, why="停电", by="李老师"),
    )


@pytest.mark.parametrize("question", [3, 5])
def test_what_a_sections_end_made_impossible_leaves_just_the_end(question: int) -> None:
    closed = SectionClosed(when=moment(END), section=1, by="deadline")
    assert visit(opened(), CLOCKED, question, moment(END)) == (closed,)


def test_a_section_ends_once_however_often_anybody_looks() -> None:
    assert due(opened(), CLOCKED, moment(END - MILLISECOND)) == ()
    closed = after(opened(), due(opened(), CLOCKED, moment(30 * MINUTE)))
    for look in (20 * MINUTE, 30 * MINUTE, 59 * MINUTE):
        assert due(closed, CLOCKED, moment(look)) == ()
    left = after(opened(), leave_section(opened(), CLOCKED, moment(MINUTE)))
    assert due(left, CLOCKED, moment(30 * MINUTE)) == ()


def test_the_end_of_a_section_noticed_late_takes_nothing_from_the_time_after_it() -> None:
    late = moment(50 * MINUTE)
    closed = after(opened(), due(opened(), CLOCKED, late))
    assert present(closed.last, late) == late
    assert remaining(closed, CLOCKED.delivery, present(closed.last, moment(55 * MINUTE)).at) == 5 * MINUTE


def test_after_a_reboot_too() -> None:
    late = Moment(at=NINE + 50 * MINUTE, boot="boot-2", clock=5.0)
    closed = after(opened(), due(opened(), CLOCKED, late))
    assert closed.last.at == NINE + END
    assert present(closed.last, late) == late


def test_where_no_boot_clock_is_known_the_wall_clock_tells() -> None:
    late = Moment(at=NINE + 50 * MINUTE)
    (closed,) = due(opened(), CLOCKED, late)
    assert closed.when == Moment(at=NINE + END)


def test_both_a_section_and_the_paper_may_have_ended_since_anybody_looked() -> None:
    now = moment(61 * MINUTE)
    decided = due(opened(), CLOCKED, now)
    assert [(event.KIND, event.when.at) for event in decided] == [
        ("section_closed", NINE + END),
        ("handed_in", NINE + 60 * MINUTE),
    ]
    for move in (answer(opened(), CLOCKED, 1, ("A",), now), resume(opened(), CLOCKED, now)):
        assert move == decided
    ended = after(opened(), decided)
    assert due(ended, CLOCKED, now) == ()
    assert refusal(lambda: open_section(ended, CLOCKED, 2, now)) == "attempt-ended"
    assert refusal(lambda: leave_section(ended, CLOCKED, now)) == "attempt-ended"


# The paper's end


@pytest.mark.parametrize("start", [40 * MINUTE, 41 * MINUTE, 59 * MINUTE])
def test_a_section_never_outlasts_the_paper(start: timedelta) -> None:
    attempt = opened(at=start)
    assert section_end(attempt, CLOCKED, 1) == NINE + 60 * MINUTE
    assert remaining_in_section(attempt, CLOCKED, NINE + start) == 60 * MINUTE - start
    (handed_in,) = due(attempt, CLOCKED, moment(60 * MINUTE))
    assert handed_in == HandedIn(when=moment(60 * MINUTE), by="deadline")


def test_a_section_that_ends_a_millisecond_before_the_paper_closes_by_itself_first() -> None:
    attempt = opened(at=40 * MINUTE - MILLISECOND)
    decided = due(attempt, CLOCKED, moment(60 * MINUTE))
    assert [event.KIND for event in decided] == ["section_closed", "handed_in"]
    assert decided[1].when.at - decided[0].when.at == MILLISECOND


def test_grace_is_the_papers_only() -> None:
    terms = held_to(None, END, 30 * MINUTE, grace=MINUTE)
    assert section_end(opened(terms), terms, 1) == NINE + END
    late = opened(terms, at=59 * MINUTE)
    assert section_end(late, terms, 1) == closing(late, terms.delivery) == NINE + 61 * MINUTE


def test_without_a_paper_limit_a_section_ends_by_its_own_clock() -> None:
    assert section_end(opened(ENDLESS), ENDLESS, 1) == NINE + END
    (closed,) = due(opened(ENDLESS), ENDLESS, moment(timedelta(days=9)))
    assert closed.when.at == NINE + END


# The time left


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (timedelta(0), END),
        (END - MILLISECOND, MILLISECOND),
        (END, timedelta(0)),
        (END + MINUTE, timedelta(0)),
    ],
)
def test_the_time_left_in_a_section_runs_to_its_end_and_never_below_none(now: timedelta, left: timedelta) -> None:
    assert remaining_in_section(opened(), CLOCKED, NINE + now) == left


def test_there_is_no_time_left_to_tell_where_no_clock_runs() -> None:
    assert remaining_in_section(attempt_of(6), CLOCKED, NINE) is None
    left = after(opened(), leave_section(opened(), CLOCKED, moment()))
    assert remaining_in_section(left, CLOCKED, NINE) is None


def test_a_section_that_was_opened_though_it_has_no_clock_never_ends() -> None:
    odd = after(attempt_of(6), (SectionOpened(when=moment(), section=0),))
    assert section_end(odd, CLOCKED, 0) is None
    assert remaining_in_section(odd, CLOCKED, NINE) is None
    assert due(odd, CLOCKED, moment(59 * MINUTE)) == ()


# More time


def test_an_extension_lengthens_the_open_section_too() -> None:
    attempt = opened()
    attempt = after(attempt, more_time(attempt, CLOCKED, moment(END - MILLISECOND)))
    assert section_end(attempt, CLOCKED, 1) == NINE + 30 * MINUTE
    assert closing(attempt, CLOCKED.delivery) == NINE + 70 * MINUTE
    assert answer(attempt, CLOCKED, 3, ("A",), moment(30 * MINUTE - MILLISECOND)) != ()
    assert due(attempt, CLOCKED, moment(30 * MINUTE)) == (
        SectionClosed(when=moment(30 * MINUTE), section=1, by="deadline"),
    )


def test_an_extension_lengthens_no_section_that_was_not_open_then() -> None:
    attempt = opened()
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment(MINUTE)))
    attempt = after(attempt, more_time(attempt, CLOCKED, moment(2 * MINUTE)))
    assert attempt.clocks[0].extended == timedelta(0)
    attempt = after(attempt, open_section(attempt, CLOCKED, 2, moment(3 * MINUTE)))
    assert section_end(attempt, CLOCKED, 2) == NINE + 33 * MINUTE
    assert closing(attempt, CLOCKED.delivery) == NINE + 70 * MINUTE


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND, 30 * MINUTE])
def test_an_extension_at_a_sections_end_or_later_opens_it_no_more(late: timedelta) -> None:
    now = moment(END + late)
    attempt = after(opened(), more_time(opened(), CLOCKED, now))
    assert attempt.is_closed(1)
    assert attempt.extended == 10 * MINUTE
    assert refusal(lambda: answer(attempt, CLOCKED, 3, ("A",), now)) == "section-closed"


def test_extensions_of_a_section_add_up() -> None:
    attempt = opened()
    for _ in range(3):
        attempt = after(attempt, more_time(attempt, CLOCKED, moment(MINUTE), 5 * MINUTE))
    assert section_end(attempt, CLOCKED, 1) == NINE + 35 * MINUTE
