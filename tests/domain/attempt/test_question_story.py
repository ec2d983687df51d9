"""One question's part of an attempt: when it was met, for how long, how often its answer changed."""

from __future__ import annotations

from datetime import timedelta

from quizapp.domain.attempt.events import Answered, Event, HandedIn, Resumed, Visited
from quizapp.domain.attempt.story import QuestionStory, question_stories, story
from tests.domain.attempt.stopped_clock import MINUTE, moment, started

EVENTS: tuple[Event, ...] = (
    started(),
    Answered(when=moment(MINUTE), question=1, response=("A",)),
    Visited(when=moment(2 * MINUTE), question=2),
    Answered(when=moment(3 * MINUTE), question=2, response=("A",)),
    Answered(when=moment(4 * MINUTE), question=2, response=("A", "C")),
    Resumed(when=moment(30 * MINUTE)),
    Visited(when=moment(31 * MINUTE), question=1),
    Answered(when=moment(33 * MINUTE), question=1, response=("B",)),
    Answered(when=moment(34 * MINUTE), question=1, response=("A",), is_undo=True),
    HandedIn(when=moment(35 * MINUTE), by="candidate"),
)


def stories(events: tuple[Event, ...] = EVENTS) -> tuple[QuestionStory, ...]:
    return question_stories(story(events), 3)


def test_time_on_a_question_leaves_out_who_was_away() -> None:
    assert [one.time for one in stories()] == [6 * MINUTE, 3 * MINUTE, None]


def test_an_answer_changes_each_time_it_becomes_another_one_an_undo_too() -> None:
    assert [one.changes for one in stories()] == [2, 1, 0]


def test_the_first_and_the_final_answer_are_told() -> None:
    assert [(one.first, one.final) for one in stories()] == [(("A",), ("A",)), (("A",), ("A", "C")), ((), ())]


def test_a_question_is_first_met_where_it_came_on_screen_and_the_first_at_the_start() -> None:
    assert [one.first_step for one in stories()] == [0, 2, None]


def test_an_attempt_keyed_in_from_paper_met_its_questions_where_they_were_answered() -> None:
    events = (
        started(),
        Answered(when=moment(), question=2, response=("A",)),
        HandedIn(when=moment(), by="entered"),
    )
    assert [one.first_step for one in stories(events)] == [0, 1, None]
    assert stories(events)[1].time in (None, timedelta(0))
