"""What a candidate is told of one answer while the paper is sat: feedback comes after each item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizapp.domain.marking import mark_question
from quizapp.services.results import ReviewedQuestion

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction

    from quizapp.domain.item import Response
    from quizapp.domain.paper import Form, Question

Verdict = Literal["right", "partly", "wrong", "by_person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFeedback:
    """An answer that is fixed, with what its paper shows of it."""

    reviewed: ReviewedQuestion
    verdict: Verdict | None
    """Whether it is right, where marks or keys are shown; None where neither is, or the keys are elsewhere."""
    shows_key: bool


def item_feedback(form: Form, question: Question, response: Response, now: datetime) -> ItemFeedback:
    """Return what may be told of a fixed answer at `now`. Source: exam-rules, Navigation and feedback."""
    delivery, item = form.paper.delivery, question.item
    shows_key = form.has_keys and delivery.shows("key", now)
    shows_marks = form.has_keys and delivery.shows("marks", now)
    marks = mark_question(form, question, response) if shows_key or shows_marks else None
    return ItemFeedback(
        reviewed=ReviewedQuestion(
            question=question,
            response=response,
            marks=marks if shows_marks and not item.NEEDS_PERSON else None,
            key=item.key_response() if shows_key else None,
            rationale=item.rationale if form.has_keys and delivery.shows("rationale", now) else None,
        ),
        verdict=_verdict(question, marks) if shows_key or shows_marks else None,
        shows_key=shows_key,
    )


def _verdict(question: Question, marks: Fraction | None) -> Verdict:
    if marks is None or question.item.NEEDS_PERSON:
        return "by_person"
    if marks == question.marking.marks:
        return "right"
    return "wrong" if marks <= 0 else "partly"
