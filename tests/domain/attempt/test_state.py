"""The fold over an attempt's events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import (
    EVENTS,
    Answered,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    Resumed,
    SectionClosed,
    SectionOpened,
    TakenOver,
    Visited,
)
from quizapp.domain.attempt.state import SectionClock, begin, evolve, fold
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import MINUTE, NINE, attempt_of, moment, started


def test_an_attempt_begins_with_nothing_given() -> None:
    attempt = attempt_of(3)
    assert attempt.responses == ((), (), ())
    assert attempt.questions == 3
    assert (attempt.answered, attempt.flagged, attempt.visited) == (frozenset(), frozenset(), frozenset())
    assert (attempt.current, attempt.extended, attempt.last) == (1, timedelta(0), moment())
    assert not attempt.has_ended
    assert attempt.handed_in_by is None


def test_the_present_response_is_the_last_one_given() -> None:
    attempt = attempt_of(2)
    for response in (("A",), ("B",), ("B", "C")):
        attempt = evolve(attempt, Answered(when=moment(MINUTE), question=2, response=response))
    assert attempt.response(2) == ("B", "C")
    assert attempt.response(1) == ()
    assert attempt.responses == ((), ("B", "C"))
    assert attempt.histories == ((), (("A",), ("B",), ("B", "C")))
    assert attempt.answered == {2}


def test_a_response_taken_away_is_no_answer() -> None:
    attempt = attempt_of(1)
    for response in (("A",), ()):
        attempt = evolve(attempt, Answered(when=moment(), question=1, response=response))
    assert attempt.answered == frozenset()
    assert attempt.histories == ((("A",), ()),)


def test_an_undo_takes_the_last_change_back_and_one_too_many_changes_nothing() -> None:
    attempt = attempt_of(1)
    attempt = evolve(attempt, Answered(when=moment(), question=1, response=("A",)))
    for _ in range(2):
        attempt = evolve(attempt, Answered(when=moment(), question=1, response=(), is_undo=True))
        assert attempt.histories == ((),)


def test_each_event_is_the_last_one_and_leaves_the_rest_as_it_was() -> None:
    attempt = attempt_of()
    later = moment(MINUTE)
    taken = TakenOver(when=later, pid="7", host="pc-1", since="?")
    for event in (Resumed(when=later), taken, ClockDisagreed(when=later, by=MINUTE), started(when=later)):
        changed = evolve(attempt, event)
        assert changed.last == moment(MINUTE)
        assert (changed.started, changed.histories) == (attempt.started, attempt.histories)


def test_a_flag_is_set_and_taken_away() -> None:
    flagged = evolve(attempt_of(), Flagged(when=moment(), question=2, is_flagged=True))
    assert flagged.flagged == {2}
    assert evolve(flagged, Flagged(when=moment(), question=2, is_flagged=False)).flagged == frozenset()
    assert evolve(attempt_of(), Flagged(when=moment(), question=2, is_flagged=False)).flagged == frozenset()


def test_a_visit_moves_and_is_remembered() -> None:
    attempt = attempt_of()
    for question in (1, 3, 2):
        attempt = evolve(attempt, Visited(when=moment(), question=question))
    assert attempt.current == 2
    assert attempt.visited == {1, 2, 3}


def test_extensions_add_up() -> None:
    attempt = attempt_of()
    for _ in range(2):
        attempt = evolve(attempt, Extended(when=moment(), more=10 * MINUTE, why="停电", by="李老师"))
    assert attempt.extended == 20 * MINUTE


def test_a_fixed_answer_is_remembered() -> None:
    attempt = attempt_of()
    for question in (2, 1):
        attempt = evolve(attempt, Fixed(when=moment(), question=question))
    assert attempt.fixed == {1, 2}


def test_the_last_word_on_certainty_stands() -> None:
    attempt = attempt_of()
    for certainty in ("sure", "not_sure"):
        attempt = evolve(attempt, CertaintyGiven(when=moment(), question=2, certainty=certainty))
    assert attempt.certainties == {2: "not_sure"}


def test_a_sections_clock_runs_from_its_opening_until_it_is_closed() -> None:
    attempt = attempt_of()
    assert (attempt.running, attempt.clock_of(1), attempt.is_closed(1)) == (None, None, False)
    attempt = evolve(attempt, SectionOpened(when=moment(MINUTE), section=1))
    assert attempt.running == attempt.clock_of(1) == SectionClock(section=1, opened_at=NINE + MINUTE)
    assert (attempt.clock_of(0), attempt.is_closed(1)) == (None, False)
    attempt = evolve(attempt, SectionClosed(when=moment(2 * MINUTE), section=1, by="candidate"))
    assert attempt.running is None
    assert attempt.is_closed(1)
    assert attempt.clocks == (SectionClock(section=1, opened_at=NINE + MINUTE, closed_at=NINE + 2 * MINUTE),)


def test_a_section_opened_or_closed_twice_is_as_it_was_the_first_time() -> None:
    attempt = attempt_of()
    for minutes in (1, 2):
        attempt = evolve(attempt, SectionOpened(when=moment(minutes * MINUTE), section=1))
    for minutes in (3, 4):
        attempt = evolve(attempt, SectionClosed(when=moment(minutes * MINUTE), section=1, by="deadline"))
    assert attempt.clocks == (SectionClock(section=1, opened_at=NINE + MINUTE, closed_at=NINE + 3 * MINUTE),)


def test_an_extension_lengthens_the_section_that_runs_and_no_other() -> None:
    attempt = evolve(attempt_of(), SectionOpened(when=moment(), section=0))
    attempt = evolve(attempt, SectionClosed(when=moment(), section=0, by="candidate"))
    attempt = evolve(attempt, SectionOpened(when=moment(), section=2))
    for _ in range(2):
        attempt = evolve(attempt, Extended(when=moment(), more=MINUTE, why="停电", by="李老师"))
    assert [clock.extended for clock in attempt.clocks] == [timedelta(0), 2 * MINUTE]


def test_a_hand_in_ends_the_attempt() -> None:
    attempt = evolve(attempt_of(), HandedIn(when=moment(MINUTE), by="committee"))
    assert attempt.has_ended
    assert (attempt.handed_in_at, attempt.handed_in_by) == (NINE + MINUTE, "committee")


def test_a_fold_is_the_steps_one_by_one() -> None:
    events = (
        Visited(when=moment(), question=1),
        Answered(when=moment(MINUTE), question=1, response=("A",)),
        HandedIn(when=moment(2 * MINUTE), by="candidate"),
    )
    attempt = begin(started())
    for event in events:
        attempt = evolve(attempt, event)
    assert fold([started(), *events]) == attempt
    assert fold(iter([started()])) == attempt_of()


def test_events_that_do_not_begin_with_a_start_are_no_attempt() -> None:
    broken: list[list[Event]] = [[], [Resumed(when=moment())], [Visited(when=moment(), question=1), started()]]
    for events in broken:
        with pytest.raises(ValueError, match="begins with its start"):
            fold(events)


def test_every_kind_of_event_has_a_name_of_its_own() -> None:
    assert len({event.KIND for event in EVENTS}) == len(EVENTS) == 19


@dataclass(frozen=True)
class Regraded:
    """An event of a later program."""

    when: Moment


def test_an_event_that_the_fold_does_not_know_is_never_passed_over() -> None:
    with pytest.raises(AssertionError, match="Regraded"):
        evolve(attempt_of(), Regraded(when=moment()))  # type: ignore[arg-type]  # that is what is tried
