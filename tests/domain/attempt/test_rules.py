"""What may happen to an attempt and when, to the millisecond."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import (
    Answered,
    Event,
    Extended,
    Flagged,
    HandedIn,
    Visited,
)
from quizapp.domain.attempt.interruptions import resume, take_over
from quizapp.domain.attempt.rules import (
    answer,
    extend,
    flag,
    hand_in,
    leave_section,
    may_start,
    open_section,
    undo,
    visit,
)
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms, due
from quizapp.domain.errors import Refused
from quizapp.domain.item import INVALID
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper
from tests.domain.attempt.stopped_clock import HOUR, MILLISECOND, MINUTE, NINE, after, attempt_of, held_to, moment

CLOSING = 60 * MINUTE
FORWARD = held_to(navigation="forward_only")

Move = Callable[[Attempt, Terms, Moment], tuple[Event, ...]]

MOVES: dict[str, Move] = {
    "answer": lambda attempt, terms, now: answer(attempt, terms, 1, ("A",), now),
    "undo": lambda attempt, terms, now: undo(attempt, terms, 1, now),
    "flag": lambda attempt, terms, now: flag(attempt, terms, 1, now),
    "visit": lambda attempt, terms, now: visit(attempt, terms, 2, now),
    "hand_in": lambda attempt, terms, now: hand_in(attempt, terms, now),
    "resume": resume,
    "take_over": lambda attempt, terms, now: take_over(attempt, terms, now, pid="7", host="pc-1", since="?"),
    "open_section": lambda attempt, terms, now: open_section(attempt, terms, 0, now),
    "leave_section": leave_section,
}
EVERY_MOVE = pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)


def more_time(attempt: Attempt, terms: Terms, now: Moment) -> tuple[Event, ...]:
    return extend(attempt, terms, now, more=10 * MINUTE, why="停电", by="李老师", checked_by="王老师")


def paper(**rules: object) -> Paper:
    return Paper(id="final", title="结业考试", delivery=Delivery(**rules))  # type: ignore[arg-type]  # each test says which


# Starting


@pytest.mark.parametrize("now", [timedelta(0), MILLISECOND, 120 * MINUTE - MILLISECOND])
def test_a_start_is_taken_from_opening_until_just_before_closing(now: timedelta) -> None:
    may_start(paper(opens=NINE, closes=NINE + 120 * MINUTE), 0, NINE + now)


@pytest.mark.parametrize(
    ("now", "code", "values"),
    [
        (-MILLISECOND, "paper-not-open", {"paper": "结业考试", "opens": NINE}),
        (120 * MINUTE, "paper-closed", {"paper": "结业考试", "closes": NINE + 120 * MINUTE}),
        (120 * MINUTE + MILLISECOND, "paper-closed", {"paper": "结业考试", "closes": NINE + 120 * MINUTE}),
    ],
)
def test_a_start_outside_the_window_is_refused(now: timedelta, code: str, values: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        may_start(paper(opens=NINE, closes=NINE + 120 * MINUTE), 0, NINE + now)
    assert (refused.value.code, refused.value.values) == (code, values)


def test_a_paper_without_a_window_may_be_started_at_any_time() -> None:
    may_start(paper(), 0, NINE - timedelta(days=1000))
    may_start(paper(opens=NINE), 0, NINE + timedelta(days=1000))
    may_start(paper(closes=NINE), 0, NINE - timedelta(days=1000))


@pytest.mark.parametrize(("allowed", "before"), [(1, 0), (2, 1), (None, 0), (None, 1000)])
def test_a_start_within_the_allowed_number_of_tries_is_taken(allowed: int | None, before: int) -> None:
    may_start(paper(attempts=allowed), before, NINE)


@pytest.mark.parametrize(("allowed", "before"), [(1, 1), (2, 2), (2, 3)])
def test_a_start_beyond_the_allowed_number_of_tries_is_refused(allowed: int, before: int) -> None:
    with pytest.raises(Refused) as refused:
        may_start(paper(attempts=allowed), before, NINE)
    assert (refused.value.code, refused.value.values) == ("no-tries-left", {"paper": "结业考试", "allowed": allowed})


# Answering


def test_an_answer_is_a_fact_with_its_moment() -> None:
    now = moment(MINUTE)
    assert answer(attempt_of(), HOUR, 2, ("B",), now) == (Answered(when=now, question=2, response=("B",)),)


def test_an_equal_response_changes_nothing() -> None:
    attempt = attempt_of()
    assert answer(attempt, HOUR, 1, (), moment()) == ()
    attempt = after(attempt, answer(attempt, HOUR, 1, ("A",), moment()))
    assert answer(attempt, HOUR, 1, ("A",), moment(MINUTE)) == ()
    assert answer(attempt, HOUR, 1, (), moment(MINUTE)) != ()
    assert answer(attempt, HOUR, 1, INVALID, moment(MINUTE)) != ()


def test_an_answer_one_millisecond_before_closing_counts() -> None:
    now = moment(CLOSING - MILLISECOND)
    assert answer(attempt_of(), HOUR, 1, ("A",), now) == (Answered(when=now, question=1, response=("A",)),)


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND, timedelta(days=400)])
@EVERY_MOVE
def test_whatever_is_done_at_closing_or_later_hands_in_at_closing_instead(move: Move, late: timedelta) -> None:
    now = moment(CLOSING + late)
    decided = move(attempt_of(), HOUR, now)
    assert decided == (HandedIn(when=replace(now, at=NINE + CLOSING), by="deadline"),)
    ended = after(attempt_of(), decided)
    assert ended.handed_in_at == NINE + CLOSING
    assert ended.handed_in_by == "deadline"
    assert ended.responses == ((), (), ())


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND])
@EVERY_MOVE
def test_grace_puts_the_closing_off(move: Move, late: timedelta) -> None:
    terms = held_to(grace=30 * timedelta(seconds=1))
    end = CLOSING + 30 * timedelta(seconds=1)
    in_grace = move(attempt_of(), terms, moment(CLOSING + late))
    assert not any(isinstance(event, HandedIn) and event.by == "deadline" for event in in_grace)
    (handed_in,) = move(attempt_of(), terms, moment(end + late))
    assert isinstance(handed_in, HandedIn)
    assert (handed_in.when.at, handed_in.by) == (NINE + end, "deadline")


def test_an_answer_counts_until_the_window_closes_though_time_is_left() -> None:
    terms = held_to(closes=NINE + 20 * MINUTE)
    assert isinstance(answer(attempt_of(), terms, 1, ("A",), moment(20 * MINUTE - MILLISECOND))[0], Answered)
    assert isinstance(answer(attempt_of(), terms, 1, ("A",), moment(20 * MINUTE))[0], HandedIn)


@EVERY_MOVE
def test_without_limit_and_window_nothing_is_ever_late(move: Move) -> None:
    decided = move(attempt_of(), Terms(delivery=Delivery()), moment(timedelta(days=4000)))
    assert not any(isinstance(event, HandedIn) and event.by == "deadline" for event in decided)


@pytest.mark.parametrize("terms", [HOUR, Terms(delivery=Delivery())])
@EVERY_MOVE
def test_nothing_can_be_done_once_it_is_handed_in(move: Move, terms: Terms) -> None:
    attempt = attempt_of()
    ended = after(attempt, hand_in(attempt, terms, moment(MINUTE)))
    for now in (moment(2 * MINUTE), moment(CLOSING), moment(CLOSING + MINUTE)):
        with pytest.raises(Refused) as refused:
            move(ended, terms, now)
        assert refused.value.code == "attempt-ended"


# Undoing


def test_an_undo_gives_back_the_response_before_and_then_none() -> None:
    attempt = attempt_of()
    for response in (("A",), ("B",), ()):
        attempt = after(attempt, answer(attempt, HOUR, 1, response, moment(MINUTE)))
    seen = []
    while decided := undo(attempt, HOUR, 1, moment(2 * MINUTE)):
        (event,) = decided
        assert isinstance(event, Answered)
        assert event.is_undo
        attempt = after(attempt, decided)
        assert event.response == attempt.response(1)
        seen.append(event.response)
    assert seen == [("B",), ("A",), ()]


def test_an_undo_touches_its_own_question_only() -> None:
    attempt = attempt_of()
    attempt = after(attempt, answer(attempt, HOUR, 1, ("A",), moment()))
    attempt = after(attempt, answer(attempt, HOUR, 2, ("B",), moment()))
    assert undo(attempt, HOUR, 3, moment()) == ()
    attempt = after(attempt, undo(attempt, HOUR, 1, moment()))
    assert attempt.responses == ((), ("B",), ())


def test_an_answer_after_an_undo_is_undone_to_what_stood_before_it() -> None:
    attempt = attempt_of()
    for letter in ("A", "B", "undo", "C", "undo"):
        undone = undo(attempt, HOUR, 1, moment())
        given = answer(attempt, HOUR, 1, (letter,), moment())
        attempt = after(attempt, undone if letter == "undo" else given)
    assert attempt.response(1) == ("A",)


# Flagging and moving


def test_a_flag_is_set_and_taken_away_by_turns() -> None:
    attempt = attempt_of()
    first = flag(attempt, HOUR, 2, moment())
    assert first == (Flagged(when=moment(), question=2, is_flagged=True),)
    assert flag(after(attempt, first), HOUR, 2, moment()) == (Flagged(when=moment(), question=2, is_flagged=False),)


def test_a_question_comes_on_screen_once_until_it_is_left() -> None:
    attempt = attempt_of()
    first = visit(attempt, HOUR, 1, moment())
    assert first == (Visited(when=moment(), question=1),)
    attempt = after(attempt, first)
    assert visit(attempt, HOUR, 1, moment()) == ()
    attempt = after(attempt, visit(attempt, HOUR, 3, moment()))
    assert visit(attempt, HOUR, 1, moment()) == first


def test_with_free_navigation_any_question_can_be_gone_back_to() -> None:
    attempt = attempt_of()
    attempt = after(attempt, visit(attempt, HOUR, 3, moment()))
    assert answer(attempt, HOUR, 1, ("A",), moment()) != ()
    assert visit(attempt, HOUR, 2, moment()) != ()


def test_with_forward_only_there_is_no_way_back_to_see_answer_or_undo() -> None:
    attempt = attempt_of()
    attempt = after(attempt, answer(attempt, FORWARD, 1, ("A",), moment()))
    attempt = after(attempt, visit(attempt, FORWARD, 2, moment()))
    moves: tuple[Move, ...] = (
        lambda attempt, terms, now: visit(attempt, terms, 1, now),
        lambda attempt, terms, now: answer(attempt, terms, 1, ("B",), now),
        lambda attempt, terms, now: undo(attempt, terms, 1, now),
    )
    for back in moves:
        with pytest.raises(Refused) as refused:
            back(attempt, FORWARD, moment())
        assert refused.value.code == "no-way-back"


def test_with_forward_only_the_question_on_screen_can_be_answered_again_and_the_next_one_seen() -> None:
    attempt = attempt_of()
    attempt = after(attempt, visit(attempt, FORWARD, 2, moment()))
    for response in (("A",), ("B",)):
        attempt = after(attempt, answer(attempt, FORWARD, 2, response, moment()))
    attempt = after(attempt, undo(attempt, FORWARD, 2, moment()))
    assert attempt.response(2) == ("A",)
    assert visit(attempt, FORWARD, 3, moment()) == (Visited(when=moment(), question=3),)


# Handing in


@pytest.mark.parametrize("by", ["candidate", "committee", "entered"])
def test_a_hand_in_ends_the_attempt_now_and_says_by_whom(by: str) -> None:
    now = moment(CLOSING - MILLISECOND)
    decided = hand_in(attempt_of(), HOUR, now, by=by)  # type: ignore[arg-type]  # parametrize gives plain text
    assert decided == (HandedIn(when=now, by=by),)  # type: ignore[arg-type]  # the same


def test_an_attempt_is_handed_in_by_the_deadline_once_whoever_looks_and_however_often() -> None:
    attempt = attempt_of()
    assert due(attempt, HOUR, moment(CLOSING - MILLISECOND)) == ()
    ended = after(attempt, due(attempt, HOUR, moment(CLOSING + 99 * MINUTE)))
    assert ended.handed_in_at == NINE + CLOSING
    for look in (CLOSING, CLOSING + MINUTE, timedelta(days=30)):
        assert due(ended, HOUR, moment(look)) == ()


def test_who_handed_in_before_closing_is_not_handed_in_again_by_the_deadline() -> None:
    attempt = attempt_of()
    ended = after(attempt, hand_in(attempt, HOUR, moment(MINUTE)))
    assert due(ended, HOUR, moment(CLOSING + MINUTE)) == ()
    assert (ended.handed_in_at, ended.handed_in_by) == (NINE + MINUTE, "candidate")


# More time


def test_an_extension_before_closing_is_a_fact_with_who_and_why() -> None:
    now = moment(CLOSING - MILLISECOND)
    assert more_time(attempt_of(), HOUR, now) == (
        Extended(when=now, more=10 * MINUTE, why="停电", by="李老师", checked_by="王老师"),
    )


def test_an_extension_puts_the_closing_off_for_everything() -> None:
    attempt = attempt_of()
    attempt = after(attempt, more_time(attempt, HOUR, moment(CLOSING - MILLISECOND)))
    last = moment(CLOSING + 10 * MINUTE - MILLISECOND)
    assert answer(attempt, HOUR, 1, ("A",), last) == (Answered(when=last, question=1, response=("A",)),)
    (handed_in,) = due(attempt, HOUR, moment(CLOSING + 10 * MINUTE))
    assert handed_in.when.at == NINE + CLOSING + 10 * MINUTE


@pytest.mark.parametrize("late", [timedelta(0), MILLISECOND, MINUTE])
def test_an_extension_at_closing_or_later_is_refused(late: timedelta) -> None:
    with pytest.raises(Refused) as refused:
        more_time(attempt_of(), HOUR, moment(CLOSING + late))
    assert refused.value.code == "attempt-ended"


def test_an_extension_in_the_grace_is_taken() -> None:
    assert more_time(attempt_of(), held_to(grace=MINUTE), moment(CLOSING)) != ()


def test_an_extension_of_what_was_handed_in_is_refused() -> None:
    attempt = attempt_of()
    ended = after(attempt, hand_in(attempt, HOUR, moment(MINUTE)))
    with pytest.raises(Refused) as refused:
        more_time(ended, HOUR, moment(2 * MINUTE))
    assert refused.value.code == "attempt-ended"


@pytest.mark.parametrize("seconds", [0, -60])
def test_an_extension_of_no_time_or_less_is_refused(seconds: int) -> None:
    with pytest.raises(Refused, match="extension-not-positive"):
        extend(attempt_of(), HOUR, moment(MINUTE), more=timedelta(seconds=seconds), why="停电", by="班委会")
