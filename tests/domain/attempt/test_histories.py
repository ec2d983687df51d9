"""Random histories of attempts on machines whose clocks are meddled with: what must hold always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt.events import (
    EVENTS,
    Answered,
    CarriedOver,
    CertaintyGiven,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    Paused,
    SectionClosed,
    SectionOpened,
    Unpaused,
    Visited,
)
from quizapp.domain.attempt.rules import following
from quizapp.domain.attempt.state import Attempt, begin, evolve, fold
from quizapp.domain.attempt.terms import (
    Terms,
    closing,
    due,
    next_due,
    remaining,
    remaining_in_section,
    seconds_used,
    section_end,
)
from quizapp.domain.codec import event_to_plain, fact_from_plain
from quizapp.domain.moment import Moment
from tests.domain.attempt.random_histories import (
    EVERYTHING,
    QUESTIONS,
    TEN_YEARS,
    TERMS,
    Step,
    Walk,
    ended,
    steps,
    walk,
)
from tests.domain.attempt.stopped_clock import MILLISECOND, NINE
from tests.samples.small_items import unhurried

a_thousand = settings(deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
"""Histories for each of the promises that scores are answered for by."""

ONLY_WHILE_IT_RUNS = (
    *(Answered, CertaintyGiven, Fixed, Flagged, HandedIn, Paused, SectionClosed, SectionOpened, Visited),
)
"""What never happens while the clock stands."""
WITH_REBOOTS, ONE_BOOT = steps(reboots=True), steps(reboots=False)


def told(one: Walk) -> Iterator[tuple[Attempt, Event]]:
    """Yield every event after the start with the attempt as it stood before it."""
    state = begin(one.first)
    for event in one.events[1:]:
        yield state, event
        state = evolve(state, event)


def stood(events: list[Event]) -> Iterator[timedelta]:
    """Yield how long the clock stood each time, told without the fold: paused, or on the way to another machine."""
    since = None
    for before, event in pairwise(events):
        if isinstance(event, Paused):
            since = event.when.at
        elif isinstance(event, CarriedOver):
            yield event.when.at - (since or before.when.at)
            since = None
        elif isinstance(event, Unpaused) and since is not None:
            yield event.when.at - since
            since = None
    if since is not None:
        yield events[-1].when.at - since


# What scores are answered for by


@a_thousand
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_nothing_counts_at_or_after_the_closing_and_no_hand_in_is_after_it(
    terms: Terms, taken: list[Step], is_blind: bool
) -> None:
    for state, event in told(ended(walk(terms, taken, is_blind=is_blind))):
        last = closing(state, terms.delivery)
        if state.paused_at is not None:
            assert not isinstance(event, ONLY_WHILE_IT_RUNS)
        elif isinstance(event, HandedIn):
            assert event.by == ("deadline" if event.when.at == last else "candidate")
            assert last is None or event.when.at <= last
        else:
            # From another machine it goes on where its clock stood, however long the way took.
            assert last is None or event.when.at < last or isinstance(event, CarriedOver)


@a_thousand
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_no_answer_counts_at_or_after_its_sections_end_nor_before_it_was_opened(
    terms: Terms, taken: list[Step], is_blind: bool
) -> None:
    for state, event in told(ended(walk(terms, taken, is_blind=is_blind))):
        if isinstance(event, Answered | CertaintyGiven | Visited) or (isinstance(event, Fixed) and not_onward(terms)):
            section = terms.section_of(event.question)
            assert not state.is_closed(section)
            if terms.limit_of(section) is not None:
                end = section_end(state, terms, section)
                assert end is not None
                assert event.when.at < end
        if isinstance(event, SectionClosed) and event.by == "deadline":
            assert event.when.at == section_end(state, terms, event.section)


@a_thousand
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_each_attempt_ends_exactly_once_and_nothing_comes_after(
    terms: Terms, taken: list[Step], is_blind: bool
) -> None:
    one = ended(walk(terms, taken, is_blind=is_blind))
    assert [isinstance(event, HandedIn) for event in one.events] == [False] * (len(one.events) - 1) + [True]
    assert one.attempt.has_ended
    before = len(one.events)
    for does in EVERYTHING:
        one.do(does, QUESTIONS, ("C",))
    assert len(one.events) == before
    assert "attempt-ended" in one.refusals


@a_thousand
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_the_time_used_never_exceeds_what_was_allowed(terms: Terms, taken: list[Step], is_blind: bool) -> None:
    one = ended(walk(terms, taken, is_blind=is_blind))
    more, limit = one.attempt.extended, terms.delivery.time_limit
    used = seconds_used(one.attempt)
    assert used is not None
    assert used >= 0
    if limit is not None:
        assert timedelta(seconds=used) <= limit + more + one.attempt.paused + terms.delivery.grace
    for clock in one.attempt.clocks:
        allowed, over = terms.limit_of(clock.section), clock.closed_at or one.attempt.handed_in_at
        assert allowed is not None
        assert over is not None
        assert timedelta(0) <= over - clock.opened_at <= allowed + clock.extended + clock.paused
        assert clock.extended <= more
        assert clock.paused <= one.attempt.paused


# Time


@unhurried
@given(terms=TERMS, taken=ONE_BOOT)
def test_within_one_boot_no_setting_of_the_clock_gives_or_takes_a_millisecond(terms: Terms, taken: list[Step]) -> None:
    one = walk(terms, taken)
    state = begin(one.first)
    for event, truth in zip(one.events[1:], one.truths[1:], strict=True):
        came_due = isinstance(event, HandedIn | SectionClosed) and event.by == "deadline"
        if came_due:
            assert NINE + truth >= event.when.at
            ends = (closing(state, terms.delivery), *(section_end(state, terms, section) for section in range(3)))
            assert event.when.at in ends
        else:
            assert event.when.at == NINE + truth
        state = evolve(state, event)


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS, is_blind=st.booleans())
def test_an_attempts_time_never_runs_backwards(terms: Terms, taken: list[Step], is_blind: bool) -> None:
    times = [event.when.at for event in ended(walk(terms, taken, is_blind=is_blind)).events]
    assert times == sorted(times)


@unhurried
@given(terms=TERMS, taken=ONE_BOOT)
def test_the_time_left_falls_with_the_time_that_passed_and_rises_with_extensions(
    terms: Terms, taken: list[Step]
) -> None:
    one = walk(terms, taken)
    whole = closing(begin(one.first), terms.delivery)
    left = remaining(one.attempt, terms.delivery, one.attempt.last.at)
    if whole is None:
        assert left is None
        return
    given_more = sum((event.more for event in one.events if isinstance(event, Extended)), timedelta(0))
    ran = one.attempt.last.at - one.first.when.at - sum(stood(one.events), timedelta(0))
    assert left == whole - one.first.when.at + given_more - ran


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_a_section_never_has_more_time_left_than_the_paper(terms: Terms, taken: list[Step]) -> None:
    for state, event in told(walk(terms, taken)):
        of_paper = remaining(state, terms.delivery, event.when.at)
        of_section = remaining_in_section(state, terms, event.when.at)
        assert of_paper is None or of_section is None or of_section <= of_paper


# The journal


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_a_fold_over_the_journal_equals_the_steps_taken_one_by_one(terms: Terms, taken: list[Step]) -> None:
    one = walk(terms, taken)
    assert fold(one.events) == one.attempt
    for stop in range(1, len(one.events)):
        assert evolve(fold(one.events[:stop]), one.events[stop]) == fold(one.events[: stop + 1])
    written = [(event_to_plain(event), event.when) for event in one.events]
    assert fold(fact_from_plain(EVENTS, plain["kind"], plain["data"], when) for plain, when in written) == one.attempt


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_responses_are_what_was_last_given_as_a_plain_retelling_finds(terms: Terms, taken: list[Step]) -> None:
    one = walk(terms, taken)
    given_last: dict[int, tuple[str, ...]] = {}
    for event in one.events:
        if isinstance(event, Answered):
            given_last[event.question] = event.response
    assert one.attempt.responses == tuple(given_last.get(number, ()) for number in range(1, QUESTIONS + 1))
    assert one.attempt.answered == {number for number, response in given_last.items() if response}


# The way through


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_with_forward_only_there_is_no_way_back_and_no_jump(terms: Terms, taken: list[Step]) -> None:
    one = walk(terms, taken)
    if not terms.goes_forward_only:
        assert not {"no-way-back", "no-jump"} & one.refusals
        return
    for state, event in told(one):
        if isinstance(event, Answered | CertaintyGiven | Fixed):
            assert event.question == state.current
        if isinstance(event, Visited):
            assert event.question in (state.current, following(state, terms))


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_a_fixed_answer_is_fixed_once_and_never_changed(terms: Terms, taken: list[Step]) -> None:
    one = walk(terms, taken)
    for state, event in told(one):
        if isinstance(event, Answered | CertaintyGiven | Fixed):
            assert event.question not in state.fixed
        assert terms.fixes_each or not isinstance(event, Fixed)
        assert terms.delivery.certainty or not isinstance(event, CertaintyGiven)


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_a_section_with_a_clock_is_opened_once_and_closed_once_and_one_at_a_time(
    terms: Terms, taken: list[Step]
) -> None:
    one = ended(walk(terms, taken))
    opened = Counter(event.section for event in one.events if isinstance(event, SectionOpened))
    closed = Counter(event.section for event in one.events if isinstance(event, SectionClosed))
    assert all(count == 1 and terms.limit_of(section) is not None for section, count in opened.items())
    assert all(count == 1 and section in opened for section, count in closed.items())
    for state, event in told(one):
        assert state.running is None or not isinstance(event, SectionOpened)
        if isinstance(event, SectionOpened) and terms.goes_forward_only:
            assert event.section >= terms.section_of(state.current)


def not_onward(terms: Terms) -> bool:
    """Return whether answers are fixed by F5 alone: moving on fixes one whose section may be closed by then."""
    return not terms.goes_forward_only


@unhurried
@given(terms=TERMS, taken=WITH_REBOOTS)
def test_the_next_instant_at_which_something_is_due_is_the_first_at_which_something_comes_due(
    terms: Terms, taken: list[Step]
) -> None:
    one = walk(terms, taken)
    for state in [begin(one.first), *(evolve(state, event) for state, event in told(one))]:
        at = next_due(state, terms)
        if at is None:
            assert due(state, terms, Moment(at=NINE + TEN_YEARS)) == ()
        else:
            assert due(state, terms, Moment(at=at - MILLISECOND)) == ()
            assert due(state, terms, Moment(at=at)) != ()
