"""One attempt as its paper's analysis takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from quizapp.domain.analysis.asked import AskedForm
from quizapp.domain.attempt.events import Certainty
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.item import Response
from quizapp.domain.marking import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A marked attempt that counts. All but form and score stand for the items its form asks, in their order."""

    form: AskedForm
    """The same object for all attempts at the same form."""
    score: Fraction
    """As the book has it, before a make-up's cap."""
    marks: tuple[Fraction, ...]
    responses: tuple[Response, ...]
    seconds: tuple[int | None, ...]
    """For which each was on screen, in whole seconds as exports have them; None where that is not known."""
    certainties: tuple[Certainty | None, ...]
    """None where none was given; () where none was asked for."""


def sheet(form: AskedForm, attempt: Attempt, score: Score, times: Mapping[int, timedelta]) -> Sheet:
    """Return an attempt as a sheet; `times` are by the question's number."""
    places, responses = form.places, attempt.responses
    seen = [times.get(place + 1) for place in places]
    return Sheet(
        form=form,
        score=score.total,
        marks=tuple(score.questions[place] for place in places),
        responses=tuple(responses[place] for place in places),
        seconds=tuple(None if time is None else time // timedelta(seconds=1) for time in seen),
        certainties=tuple(attempt.certainties.get(place + 1) for place in places) if attempt.certainties else (),
    )
