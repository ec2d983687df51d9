"""Which events of an attempt count: no honest history, however its clocks are meddled with, loses one or is doubted."""

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
    Fixed,
    HandedIn,
    JournalRestored,
    Paused,
    SectionClosed,
    SectionOpened,
    Unpaused,
    Visited,
)
from quizapp.domain.attempt.soundness import timely
from quizapp.domain.attempt.state import fold
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery
from tests.domain.attempt.random_histories import TERMS, Step, ended, walk
from tests.domain.attempt.stopped_clock import HOUR, MINUTE, NINE, held_to, moment, started
from tests.domain.attempt.test_histories import WITH_REBOOTS, a_thousand

WINDOW = Terms(delivery=Delivery(time_limit=60 * MINUTE, opens=NINE - MINUTE, closes=NINE + 30 * MINUTE))
SECTIONS = held_to(10 * MINUTE, None, each=1)


@a_thousand
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_what_a_machine_of_ours_wrote_counts_whole_whatever_befell_its_clock(
    terms: Terms, taken: list[Step], is_blind: bool
) -> None:
    one = walk(terms, taken, is_blind=is_blind)
    assert timely(one.events, terms) == (tuple(one.events), (), frozenset())
    ended(one)
    assert timely(one.events, terms).irregularities == ()


def at(minutes: float) -> Moment:
    return moment(minutes * MINUTE)


def unclocked(minutes: float) -> Moment:
    return replace(at(minutes), boot="", clock=None)


def answered(minutes: float, response: str = "A", question: int = 1) -> Answered:
    return Answered(when=at(minutes), question=question, response=(response,))


def handed_in(minutes: float, by: str = "candidate") -> HandedIn:
    return HandedIn(when=at(minutes), by=by)  # type: ignore[arg-type]  # each row says which


CASES: dict[str, tuple[Terms, list[Event], dict[str, int], dict[str, object]]] = {
    "an answer after the deadline": (
        HOUR,
        [answered(5), answered(61, "B"), handed_in(62)],
        {"late": 2},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "a hand-in 400 days later": (
        HOUR,
        [answered(5), handed_in(400 * 24 * 60)],
        {"handed_in_late": 1},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "answers at the very closing": (
        HOUR,
        [answered(5), answered(60, "B")],
        {"late": 1},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "a journal that was put right for the hand-in at its closing": (
        HOUR,
        [
            answered(5),
            JournalRestored(when=replace(at(90), at=at(60).at), found="gone", lines=2),
            HandedIn(when=replace(at(90), at=at(60).at), by="deadline"),
        ],
        {},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "a journal that was put right after its closing": (
        HOUR,
        [answered(5), JournalRestored(when=at(61), found="gone", lines=2)],
        {"late": 1},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "more time that came too late": (
        HOUR,
        [Extended(when=at(60), more=60 * MINUTE, why="x", by="y"), answered(61)],
        {"late": 2},
        {"response": (), "by": "deadline", "after": 60},
    ),
    "more time in time": (
        HOUR,
        [Extended(when=at(59), more=60 * MINUTE, why="x", by="y"), answered(61), handed_in(62)],
        {},
        {"response": ("A",), "by": "candidate", "after": 62},
    ),
    "an answer before the start": (
        HOUR,
        [answered(-5), handed_in(5)],
        {"before_start": 1},
        {"response": ("A",), "by": "candidate", "after": 5},
    ),
    "time that goes back": (
        HOUR,
        [
            answered(50),
            Answered(when=replace(at(51), at=NINE + 10 * MINUTE), question=1, response=("B",)),
            handed_in(52),
        ],
        {"goes_back": 1, "clock_differs": 2},
        {"response": ("B",), "by": "candidate", "after": 52},
    ),
    "time that goes back behind the closing": (
        HOUR,
        [answered(50), answered(61, "B"), Answered(when=unclocked(20), question=1, response=("C",))],
        {"late": 2, "goes_back": 1},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "an hour of the boot's clock in a minute": (
        HOUR,
        [Answered(when=Moment(at=NINE + MINUTE, boot="boot-1", clock=3660.0), question=1, response=("A",))],
        {"clock_differs": 1},
        {"response": ("A",), "by": None},
    ),
    "the boot's clock left behind in small steps": (
        HOUR,
        [
            Answered(
                when=Moment(at=NINE + step * MINUTE, boot="boot-1", clock=step * 64.0), question=1, response=("A",)
            )
            for step in range(1, 3)
        ],
        {"clock_differs": 1},
        {"response": ("A",), "by": None},
    ),
    "a start before the window": (
        replace(WINDOW, delivery=replace(WINDOW.delivery, opens=NINE + MINUTE)),
        [answered(5), handed_in(6)],
        {"started_early": 1},
        {"response": ("A",), "by": "candidate", "after": 6},
    ),
    "a start after the window": (
        replace(WINDOW, delivery=replace(WINDOW.delivery, opens=None, closes=NINE - MINUTE)),
        [answered(5), handed_in(6)],
        {"started_late": 1, "late": 2},
        {"response": (), "by": "deadline", "after": 0},
    ),
    "an answer in a pause": (
        HOUR,
        [Paused(when=at(5), why="x", by="y"), answered(50), Unpaused(when=at(90), why="x", by="y"), handed_in(100)],
        {"answered_paused": 1},
        {"response": (), "by": "candidate", "after": 100},
    ),
    "a way to another machine beyond the closing": (
        HOUR,
        [answered(5), CarriedOver(when=at(90), from_home="a", to_home="b", why="x", by="y"), answered(100, "B")],
        {},
        {"response": ("B",), "by": None},
    ),
    "an answer in a section that has ended": (
        SECTIONS,
        [SectionOpened(when=at(0), section=0), answered(9), answered(10, "B"), answered(11, "C", 2)],
        {"answered_closed": 1},
        {"response": ("A",), "by": None},
    ),
    "an answer in a section that was left": (
        SECTIONS,
        [SectionOpened(when=at(0), section=0), SectionClosed(when=at(1), section=0, by="candidate"), answered(2)],
        {"answered_closed": 1},
        {"response": (), "by": None},
    ),
    "an answer in a section that was never opened": (
        SECTIONS,
        [answered(2)],
        {"answered_closed": 1},
        {"response": (), "by": None},
    ),
    "an answer changed once its key was shown": (
        HOUR,
        [answered(1), Fixed(when=at(2), question=1), answered(3, "B")],
        {"answered_fixed": 1},
        {"response": ("A",), "by": None},
    ),
    "going on behind the hand-in": (
        HOUR,
        [answered(1), handed_in(2), answered(3, "B"), handed_in(4)],
        {"after_hand_in": 2},
        {"response": ("A",), "by": "candidate", "after": 2},
    ),
    "what was keyed in from paper a day after": (
        WINDOW,
        [Answered(when=at(0), question=1, response=("A",)), handed_in(0, "entered")],
        {},
        {"response": ("A",), "by": "entered", "after": 0},
    ),
    "what says that it was keyed in from paper, and took two hours": (
        HOUR,
        [answered(1), answered(110, "B"), handed_in(120, "entered")],
        {"late": 2},
        {"response": ("A",), "by": "deadline", "after": 60},
    ),
    "no limit and no window": (
        Terms(delivery=Delivery()),
        [answered(1), Visited(when=at(10**6), question=2), handed_in(10**6)],
        {},
        {"response": ("A",), "by": "candidate", "after": 10**6},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_have_been_is_told_and_what_came_too_late_counts_for_nothing(case: str) -> None:
    terms, events, faults, stands = CASES[case]
    begun = started(2)
    counts = timely((begun, *events), terms)
    told = {one.fault: one.count for one in counts.irregularities}
    assert told == faults
    attempt = fold(counts.events)
    ended_at = None if attempt.handed_in_at is None else (attempt.handed_in_at - NINE) / MINUTE
    found = {"response": attempt.response(1), "by": attempt.handed_in_by}
    assert {**found, **({} if ended_at is None else {"after": ended_at})} == stands


def test_nothing_that_a_journal_says_makes_time_pass_backwards() -> None:
    back: Callable[[float], Moment] = unclocked
    events: list[Event] = [Paused(when=back(10), why="x", by="y"), Unpaused(when=back(-50), why="x", by="y")]
    attempt = fold(timely((started(), *events), HOUR).events)
    assert attempt.paused == timedelta(0)


def test_each_fault_names_the_first_event_that_shows_it_and_how_many_do() -> None:
    events = [answered(5), answered(70), answered(80)]
    (late,) = timely((started(), *events), HOUR).irregularities
    assert (late.line, late.count, late.at, late.than) == (3, 2, NINE + 70 * MINUTE, NINE + 60 * MINUTE)
