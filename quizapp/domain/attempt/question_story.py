"""What happened to each question of an attempt: when it was first seen, for how long, how often its answer changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.attempt.story import Step, question_of
from quizapp.domain.item import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStory:
    """One question's part of an attempt."""

    number: int
    first_step: int | None
    """The place, from 0, of the first step that came to it or is about it; None where none is."""
    time: timedelta | None
    """How long it was on screen; None where it never was."""
    changes: int
    """How often its answer became another one after it was first given; a tick more or less counts as one."""
    first: Response
    """What was given first; () where nothing ever was."""
    final: Response


def question_stories(steps: Sequence[Step], questions: int) -> tuple[QuestionStory, ...]:
    """Return the stories of an attempt's questions, in their order."""
    times = times_on(step.event for step in steps if step.counts)
    first_steps: dict[int, int] = {}
    given: dict[int, list[Response]] = {}
    for place, step in enumerate(steps):
        if question_of(step.event):
            first_steps.setdefault(step.question, place)
        if step.is_answer:
            given.setdefault(step.question, []).append(step.response)
    if 1 in times:
        # It is on screen from the start, whoever came back to it later.
        first_steps[1] = 0
    return tuple(
        QuestionStory(
            number=number,
            first_step=first_steps.get(number),
            time=times.get(number),
            changes=max(len(given.get(number, ())) - 1, 0),
            first=given[number][0] if number in given else (),
            final=given[number][-1] if number in given else (),
        )
        for number in range(1, questions + 1)
    )
