"""Whether a journal from elsewhere can be what a candidate did: chains prove that nobody else wrote it, not that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from quizapp.domain.attempt.events import Answered, ClockDisagreed, Event, Extended, HandedIn, Started
from quizapp.domain.paper import Form
from quizapp.domain.well_made import LONGEST_ANSWER, is_well_made

MOST_ANSWERS = 200
"""Texts that one response has: a matching question's pairs, a question's blanks."""
LONGEST = timedelta(days=3650)
"""What all durations together may come to."""
_WITH_DURATION = (Extended, ClockDisagreed)


def contradiction(events: Sequence[Event], form: Form) -> int:
    """Return the number, from 1, of the first event that cannot have happened at that form; 0 where all can."""
    started, *others = events
    if not isinstance(started, Started) or not _fits_form(started, form):
        return 1
    questions, sections = range(1, len(form.questions) + 1), range(max(len(form.paper.sections), 1))
    spent = timedelta(0)
    has_ended = False
    for number, event in enumerate(others, 2):
        if has_ended or not _may_be(event, questions, sections) or not _is_of_choices(event, form):
            return number
        if isinstance(event, _WITH_DURATION):
            spent += abs(event.by if isinstance(event, ClockDisagreed) else event.more)
            if spent > LONGEST:
                return number
        has_ended = isinstance(event, HandedIn)
    return 0


def _fits_form(started: Started, form: Form) -> bool:
    shown = tuple((question.item.id, question.order) for question in form.questions)
    return (
        is_well_made(started)
        and 0 < len(started.candidate) <= 64
        and (started.paper, started.letter) == (form.paper.id, form.letter)
        and len(started.items) == len(started.orders)
        and tuple(zip(started.items, started.orders, strict=True)) == shown
    )


def _may_be(event: Event, questions: range, sections: range) -> bool:
    return (
        is_well_made(event)
        and getattr(event, "question", 1) in questions
        and getattr(event, "section", 0) in sections
        and not isinstance(event, Started)
        and (not isinstance(event, Answered) or _is_response(event.response))
    )


def _is_of_choices(event: Event, form: Form) -> bool:
    return not isinstance(event, Answered) or form.questions[event.question - 1].could_be_given(event.response)


def _is_response(response: tuple[str, ...]) -> bool:
    return len(response) <= MOST_ANSWERS and sum(map(len, response)) <= LONGEST_ANSWER
