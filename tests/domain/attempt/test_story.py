"""An attempt told event by event: what each event was, how its question stood, who was away for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import (
    EVENTS,
    Answered,
    CarriedOut,
    CarriedOver,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    JournalRestored,
    Paused,
    Resumed,
    SectionClosed,
    SectionOpened,
    StageOpened,
    TakenOver,
    Unpaused,
    Visited,
)
from quizapp.domain.attempt.state import fold
from quizapp.domain.attempt.story import Step, story
from quizapp.domain.item import Response
from tests.domain.attempt.stopped_clock import MINUTE, moment, started

SECOND = timedelta(seconds=1)


def told(*events: Event) -> Step:
    """Return the last step of an attempt that is a start and these."""
    return story((started(), *events))[-1]


def answer(response: Response, at: timedelta = MINUTE, question: int = 1, *, is_undo: bool = False) -> Answered:
    return Answered(when=moment(at), question=question, response=response, is_undo=is_undo)


KINDS: tuple[tuple[Event, str], ...] = (
    (started(), "started"),
    (replace(started(), ordered_by="王班长", why="停电"), "started_by_order"),
    (Visited(when=moment(), question=2), "came_to"),
    (answer(("A",)), "answered"),
    (answer(()), "cleared"),
    (Flagged(when=moment(), question=2, is_flagged=True), "flagged"),
    (Flagged(when=moment(), question=2, is_flagged=False), "unflagged"),
    (Fixed(when=moment(), question=2), "fixed"),
    (CertaintyGiven(when=moment(), question=2, certainty="sure"), "certainty"),
    (SectionOpened(when=moment(), section=0), "section_opened"),
    (SectionClosed(when=moment(), section=0, by="candidate"), "section_left"),
    (SectionClosed(when=moment(), section=0, by="deadline"), "section_ended"),
    (StageOpened(when=moment(), question=2), "stage_opened"),
    (Resumed(when=moment()), "returned"),
    (TakenOver(when=moment(), pid="7", host="pc-1", since="?"), "taken_over"),
    (JournalRestored(when=moment(), found="copy", lines=0), "restored_copy"),
    (JournalRestored(when=moment(), found="shorter", lines=2), "restored_shorter"),
    (JournalRestored(when=moment(), found="gone", lines=9), "restored_gone"),
    (JournalRestored(when=moment(), found="other", lines=9, kept="a"), "restored_other"),
    (ClockDisagreed(when=moment(), by=MINUTE), "clock_ahead"),
    (ClockDisagreed(when=moment(), by=-MINUTE), "clock_behind"),
    (ClockDisagreed(when=moment(), by=SECOND), "clock_right"),
    (Extended(when=moment(), more=MINUTE, why="停电", by="王班长"), "extended"),
    (Paused(when=moment(), why="停电", by="王班长"), "paused"),
    (Unpaused(when=moment(), why="来电", by="王班长"), "unpaused"),
    (CarriedOut(when=moment(), why="坏了", by="王班长"), "carried_out"),
    (CarriedOver(when=moment(), from_home="a", to_home="b", why="坏了", by="王班长"), "carried_over"),
    (HandedIn(when=moment(), by="candidate"), "by_candidate"),
    (HandedIn(when=moment(), by="deadline"), "by_deadline"),
    (HandedIn(when=moment(), by="committee"), "by_committee"),
    (HandedIn(when=moment(), by="entered"), "by_entered"),
)


@pytest.mark.parametrize(("event", "what"), KINDS, ids=[what for _, what in KINDS])
def test_each_kind_of_event_is_called_what_it_was(event: Event, what: str) -> None:
    steps = story((event,)) if what.startswith("started") else story((started(), event))
    assert steps[-1].what == what


def test_every_kind_of_event_has_an_entry_and_each_of_its_codes_is_met() -> None:
    met = {what for _, what in KINDS} | {"changed", "taken_back", "taken_back_all"}
    assert met == {code for kind in EVENTS for code in kind.CODES or (kind.KIND,)}


def test_a_change_tells_the_answer_before_and_after() -> None:
    step = told(answer(("A",)), answer(("A", "C")))
    assert (step.what, step.before, step.response) == ("changed", ("A",), ("A", "C"))


def test_an_answer_taken_back_is_the_one_before_it_again() -> None:
    step = told(answer(("A",)), answer(("B",)), answer(("A",), is_undo=True))
    assert (step.what, step.before, step.response) == ("taken_back", ("B",), ("A",))


def test_an_only_answer_taken_back_leaves_none() -> None:
    step = told(answer(("A",)), answer((), is_undo=True))
    assert (step.what, step.before, step.response, step.answered) == ("taken_back_all", ("A",), (), 0)


def test_what_is_about_no_question_is_told_of_the_one_on_screen() -> None:
    step = told(answer(("A",), question=2), Visited(when=moment(), question=2), Resumed(when=moment()))
    assert (step.question, step.response) == (2, ("A",))


def test_a_step_says_how_its_question_stood_and_how_many_were_answered() -> None:
    events = (
        answer(("A",), question=1),
        Flagged(when=moment(), question=2, is_flagged=True),
        CertaintyGiven(when=moment(), question=2, certainty="not_sure"),
        answer(("B",), question=2),
        Fixed(when=moment(), question=2),
    )
    step = told(*events)
    assert (step.is_flagged, step.is_fixed, step.certainty, step.answered) == (True, True, "not_sure", 2)
    assert not told(*events, Flagged(when=moment(), question=2, is_flagged=False)).is_flagged


def test_who_comes_back_was_away_since_the_last_event() -> None:
    assert told(answer(("A",), 2 * MINUTE), Resumed(when=moment(9 * MINUTE))).away == 7 * MINUTE
    taken = TakenOver(when=moment(9 * MINUTE), pid="7", host="pc-1", since="?")
    assert told(answer(("A",), 3 * MINUTE), taken).away == 6 * MINUTE


def test_a_section_that_ran_out_and_a_clock_found_wrong_meanwhile_are_no_sign_of_anybody() -> None:
    steps = story(
        (
            started(),
            answer(("A",), 2 * MINUTE),
            SectionClosed(when=moment(5 * MINUTE), section=0, by="deadline"),
            ClockDisagreed(when=moment(9 * MINUTE), by=MINUTE),
            Resumed(when=moment(9 * MINUTE)),
        )
    )
    assert [step.away for step in steps] == [timedelta(0)] * 4 + [7 * MINUTE]


def test_a_clock_found_wrong_by_who_was_there_is_a_sign_of_them() -> None:
    wrong = ClockDisagreed(when=moment(5 * MINUTE), by=MINUTE)
    assert told(answer(("A",), 2 * MINUTE), wrong, Resumed(when=moment(9 * MINUTE))).away == 4 * MINUTE


def test_time_that_ran_out_with_nobody_there_says_for_how_long() -> None:
    noticed = HandedIn(when=replace(moment(60 * MINUTE), boot="boot-2"), by="deadline")
    assert told(answer(("A",), 10 * MINUTE), noticed).away == 50 * MINUTE


def test_time_that_ran_out_on_screen_is_no_time_away() -> None:
    assert told(answer(("A",), 10 * MINUTE), HandedIn(when=moment(60 * MINUTE), by="deadline")).away == timedelta(0)


def test_what_people_ordered_is_told_with_who_and_why_and_nothing_else_is() -> None:
    given = Extended(when=moment(), more=MINUTE, why="停电", by="王班长", checked_by="李老师")
    assert (given.order.by, given.order.checked_by, given.order.why) == ("王班长", "李老师", "停电")
    forced = HandedIn(when=moment(), by="committee", ordered_by="王班长", why="违纪")
    assert (forced.order.by, forced.order.why) == ("王班长", "违纪")
    for free in (HandedIn(when=moment(), by="candidate"), SectionClosed(when=moment(), section=0, by="candidate")):
        assert free.order.by == ""


def test_leaves_clocks_orders_and_the_end_are_remarkable_and_answers_are_not() -> None:
    found = {what for event, what in KINDS if story((started(), event))[-1].is_remarkable}
    assert found == {
        *("started_by_order", "returned", "taken_over", "carried_out", "carried_over"),
        *("restored_copy", "restored_shorter", "restored_gone", "restored_other"),
        *("clock_ahead", "clock_behind", "clock_right"),
        *("extended", "paused", "unpaused", "by_candidate", "by_deadline", "by_committee", "by_entered"),
    }


def test_a_story_without_a_start_is_refused() -> None:
    for events in ((), (Resumed(when=moment()),)):
        with pytest.raises(ValueError, match="start"):
            story(events)


def test_the_last_step_of_each_question_agrees_with_the_attempt() -> None:
    events = (
        started(),
        answer(("A",), question=1),
        answer(("B",), question=2),
        answer(("C",), question=1),
        answer(("A",), question=1, is_undo=True),
        answer((), question=2),
    )
    steps, attempt = story(events), fold(events)
    last = {step.question: step.response for step in steps}
    assert last == {1: attempt.response(1), 2: attempt.response(2)}
    assert steps[-1].answered == len(attempt.answered)
