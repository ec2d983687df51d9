"""How an essay's points become marks, and who may give them: each rule looks and decides, or refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict

from quizapp.domain.answer_key import Deduction, RubricPoint
from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.candidate import Candidate, is_same_person
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Question
from quizapp.domain.text import folded


class SignedBy(TypedDict):
    """Who decided something, as every decision has it."""

    by: str
    checked_by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Who marks, who checks it, and why where there is something to say."""

    by: str
    checked_by: str = ""
    why: str = ""

    @property
    def signed(self) -> SignedBy:
        """The fields that a decision has of who made it."""
        return {"by": self.by, "checked_by": self.checked_by, "why": self.why}


def points_of(question: Question) -> tuple[RubricPoint, ...]:
    """Return the points that a question's marks are given by: its rubric, or all of it as one point."""
    return question.item.key_parts(()).points or (RubricPoint(point="", marks=question.marking.marks),)


def deductions_of(question: Question) -> tuple[Deduction, ...]:
    """Return what may be taken off a question's points."""
    return question.item.key_parts(()).deductions


def suggested_points(question: Question, response: Response) -> tuple[Fraction | None, ...]:
    """Return what the keywords suggest for each point: its marks, or none of them; None where it has no keywords."""
    text = "\n".join(response)
    return tuple(
        (point.marks if point.is_suggested(text) else Fraction(0)) if point.keywords else None
        for point in points_of(question)
    )


def marks_for(question: Question, given: Sequence[Fraction], deducted: Sequence[Fraction] = ()) -> Fraction:
    """Return max(0, points given - deducted) / rubric points x marks. Source: judgement-items, Essays."""
    full = sum((point.marks for point in points_of(question)), Fraction(0))
    left = sum(given, Fraction(0)) - sum(deducted, Fraction(0))
    return max(left, Fraction(0)) / full * question.marking.marks


def is_own(owner: Candidate, person: str) -> bool:
    """Return whether a person, as they are called or by their number, is whose attempt it is."""
    return folded(person) in {folded(one) for one in (owner.id, owner.name)}


def check_two(marker: Marker) -> None:
    """Refuse a decision without a name, and one whose maker is who checks it. Raises Refused.

    Source: exam-rules: 经办人 and 复核人 are two people.
    """
    if not folded(marker.by):
        raise Refused("marker-needed")
    if is_same_person(marker.by, marker.checked_by):
        raise Refused("checker-is-decider", by=marker.checked_by)


def may_mark(owner: Candidate, marker: Marker) -> None:
    """Refuse a marker without a name, and one who is the candidate; so for who checks. Raises Refused."""
    check_two(marker)
    for person in (marker.by, marker.checked_by):
        if folded(person) and is_own(owner, person):
            raise Refused("marker-is-candidate", by=person)


def mark_essay(
    form: Form,
    attempt: Attempt,
    number: int,
    points: Sequence[Fraction],
    marker: Marker,
    now: Moment,
    comment: str,
    *,
    owner: Candidate,
    deducted: Sequence[Fraction] = (),
    is_overridden: bool = False,
) -> EssayMarked:
    """Give an essay marks, point by point in the rubric's own marks. `owner` is whose attempt it is by now.

    Raises Refused for what is no essay, was not handed in or has no text, for points and deductions that are not the
    rubric's, for who may not mark it, and where a decision has settled its marks.
    """
    may_mark(owner, marker)
    if not attempt.has_ended:
        raise Refused("mark-not-handed-in", attempt=attempt.started.attempt)
    question = essay_question(form, attempt, number)
    if is_overridden:
        raise Refused("mark-overridden-already", number=number)
    _check_points(question, points)
    _check_deducted(question, deducted)
    return EssayMarked(
        when=now,
        attempt=attempt.started.attempt,
        question=number,
        points=tuple(points),
        marks=marks_for(question, points, deducted),
        comment=comment,
        deducted=tuple(deducted) if any(deducted) else (),
        **marker.signed,
    )


def essay_question(form: Form, attempt: Attempt, number: int) -> Question:
    """Return the question of that number that a person marks. Raises Refused where there is none."""
    if not 1 <= number <= len(form.questions):
        raise Refused("mark-question-unknown", number=number, count=len(form.questions))
    question = form.questions[number - 1]
    if not question.item.NEEDS_PERSON:
        raise Refused("mark-not-an-essay", number=number)
    if question.item.fraction(attempt.response(number), question.marking) is not None or not attempt.response(number):
        raise Refused("mark-nothing-written", number=number)
    return question


def _check_points(question: Question, given: Sequence[Fraction]) -> None:
    points = points_of(question)
    if len(given) != len(points):
        raise Refused("mark-points-count", number=question.number, points=len(points), given=len(given))
    for place, (point, marks) in enumerate(zip(points, given, strict=True), 1):
        if not 0 <= marks <= point.marks:
            raise Refused("mark-point-outside", point=place, most=point.marks, given=marks)


def _check_deducted(question: Question, deducted: Sequence[Fraction]) -> None:
    known = deductions_of(question)
    if deducted and len(deducted) != len(known):
        raise Refused("mark-deductions-count", number=question.number, known=len(known), given=len(deducted))
    for one, marks in zip(known, deducted, strict=False):
        if not 0 <= marks <= one.most or marks % one.each:
            raise Refused("mark-deduction-outside", point=one.point, each=one.each, most=one.most, given=marks)
