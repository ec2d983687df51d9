"""More time and hand-ins by order: by whom, until when, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import Extended, HandedIn
from quizapp.domain.attempt.interruptions import pause
from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.terms import Terms, closing
from quizapp.domain.decisions.decision_rules import MOST, check_more, grant
from quizapp.domain.errors import Refused
from tests.domain.attempt.stopped_clock import HOUR_LONG, MILLISECOND, MINUTE, after, attempt_of, moment

TERMS = Terms(delivery=HOUR_LONG)
MORE = Request(id="r-1", asks="more_time", more=10 * MINUTE, by="李老师", checked_by="王老师", why="停电")
HAND_IN = Request(id="r-2", asks="hand_in", by="李老师", checked_by="王老师", why="清场")


def test_more_time_is_an_event_that_names_its_request() -> None:
    (given,) = grant(attempt_of(), TERMS, MORE, moment(MINUTE))
    assert given == Extended(
        when=moment(MINUTE), more=10 * MINUTE, why="停电", by="李老师", checked_by="王老师", request="r-1"
    )
    attempt = after(attempt_of(), (given,))
    assert attempt.granted == {"r-1"}
    assert closing(attempt, HOUR_LONG) == moment(70 * MINUTE).at


def test_a_hand_in_by_order_ends_one_that_is_paused_too() -> None:
    stands = after(attempt_of(), pause(attempt_of(), TERMS, moment(MINUTE), why="清场", by="李老师"))
    (ended,) = grant(stands, TERMS, HAND_IN, moment(200 * MINUTE))
    assert after(stands, (ended,)).handed_in_at == moment(200 * MINUTE).at


def test_a_hand_in_by_order_says_who_ordered_it() -> None:
    (ended,) = grant(attempt_of(), TERMS, HAND_IN, moment(MINUTE))
    assert ended == HandedIn(
        when=moment(MINUTE),
        by="committee",
        ordered_by="李老师",
        checked_by="王老师",
        why="清场",
        request="r-2",
    )
    attempt = after(attempt_of(), (ended,))
    assert attempt.granted == {"r-2"}
    assert attempt.handed_in_by == "committee"


@pytest.mark.parametrize("request_", [MORE, HAND_IN], ids=lambda one: one.asks)
def test_a_request_is_granted_once_also_when_it_is_asked_again_after_the_end(request_: Request) -> None:
    attempt = after(attempt_of(), grant(attempt_of(), TERMS, request_, moment(MINUTE)))
    assert grant(attempt, TERMS, request_, moment(2 * MINUTE)) == ()
    assert grant(attempt, TERMS, request_, moment(100 * MINUTE)) == ()


def test_what_was_given_without_a_request_is_no_request_that_was_granted() -> None:
    given = Extended(when=moment(MINUTE), more=MINUTE, why="停电", by="李老师")
    ended = HandedIn(when=moment(2 * MINUTE), by="candidate")
    assert after(attempt_of(), (given, ended)).granted == frozenset()


def test_at_the_closing_it_is_too_late_and_a_millisecond_before_it_is_not() -> None:
    hour = 60 * MINUTE
    assert len(grant(attempt_of(), TERMS, MORE, moment(hour - MILLISECOND))) == 1
    with pytest.raises(Refused, match="attempt-ended"):
        grant(attempt_of(), TERMS, MORE, moment(hour))
    (ended,) = grant(attempt_of(), TERMS, HAND_IN, moment(hour))
    assert isinstance(ended, HandedIn)
    assert (ended.by, ended.when.at, ended.request) == ("deadline", moment(hour).at, "")


@pytest.mark.parametrize("request_", [MORE, HAND_IN], ids=lambda one: one.asks)
def test_an_attempt_that_ended_is_neither_extended_nor_collected(request_: Request) -> None:
    attempt = after(attempt_of(), (HandedIn(when=moment(MINUTE), by="candidate"),))
    with pytest.raises(Refused, match="attempt-ended"):
        grant(attempt, TERMS, request_, moment(2 * MINUTE))


@pytest.mark.parametrize("request_", [MORE, HAND_IN], ids=lambda one: one.asks)
@pytest.mark.parametrize("change", [{"by": "张三"}, {"by": "001"}, {"checked_by": "张 三"}, {"checked_by": "００１"}])
def test_the_candidate_neither_orders_nor_checks(request_: Request, change: dict[str, str]) -> None:
    with pytest.raises(Refused, match="decider-is-candidate"):
        grant(attempt_of(), TERMS, replace(request_, **change), moment(MINUTE))  # type: ignore[arg-type]  # names of texts


@pytest.mark.parametrize(("change", "code"), [({"by": " "}, "marker-needed"), ({"why": ""}, "why-needed")])
def test_an_order_has_a_name_and_a_reason(change: dict[str, str], code: str) -> None:
    with pytest.raises(Refused, match=code):
        grant(attempt_of(), TERMS, replace(MORE, **change), moment(MINUTE))  # type: ignore[arg-type]  # names of texts


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (timedelta(0), "extension-not-positive"),
        (-MINUTE, "extension-not-positive"),
        (MOST + MILLISECOND, "extension-too-long"),
    ],
)
def test_no_time_and_too_much_are_refused(more: timedelta, code: str) -> None:
    with pytest.raises(Refused, match=code):
        grant(attempt_of(), TERMS, replace(MORE, more=more), moment(MINUTE))
    check_more(MOST)
    check_more(MILLISECOND)
