"""Responses to marks: exact fractions, a section at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from quizapp.domain.exact_numbers import exact_sum
from quizapp.domain.item import FULL_FOR_ALL, NOTHING, Response

if TYPE_CHECKING:
    from quizapp.domain.papers.paper import Form, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What an attempt earned, exactly."""

    total: Fraction
    sections: tuple[Fraction, ...]
    questions: tuple[Fraction, ...]
    """Marks of each question; a penalty makes one negative."""


NONE_GIVEN: Mapping[int, Fraction] = MappingProxyType({})


def mark(form: Form, responses: Sequence[Response], given: Mapping[int, Fraction] = NONE_GIVEN) -> Score | None:
    """Return what the responses earn on a form; None while a question waits for a key or a person.

    `given` has the marks that people gave, by the question's number; they stand in place of any other.
    Source of schemes, penalty and rounding: banks-and-papers, Marking schemes.
    """
    earned: list[Fraction] = []
    for question, response in zip(form.questions, responses, strict=True):
        marks = given.get(question.number)
        if marks is None:
            marks = mark_question(form, question, response)
        if marks is None:
            return None
        earned.append(marks)
    sections = tuple(
        max(Fraction(0), exact_sum(earned[q.number - 1] for q in form.section_questions(place)))
        for place in range(len(form.paper.sections))
    )
    return Score(total=sum(sections, Fraction(0)), sections=sections, questions=tuple(earned))


def waiting(form: Form, responses: Sequence[Response], given: Mapping[int, Fraction] = NONE_GIVEN) -> tuple[int, ...]:
    """Return the numbers of the questions that wait for a person's marks."""
    return tuple(
        question.number
        for question, response in zip(form.questions, responses, strict=True)
        if question.item.NEEDS_PERSON
        and question.number not in given
        and mark_question(form, question, response) is None
    )


def mark_question(form: Form, question: Question, response: Response) -> Fraction | None:
    """Return the marks one response earns, its section's penalty taken off; None where only a person can say."""
    if question.marking.scheme == FULL_FOR_ALL or question.marking.marks == 0:
        # Neither asks what was answered: a dropped essay waits for nobody.
        return question.marking.marks
    if not question.item.has_key:
        return None
    if not response:
        return NOTHING
    share = best_share(question, response)
    if share is None:
        return None
    if not share and question.item.PENALISABLE:
        share = -form.paper.sections[question.section].penalty
    # Nearly every response earns all or nothing, and a product of fractions takes ten times as long as to ask.
    if share == 1:
        return question.marking.marks
    return share * question.marking.marks if share else NOTHING


def best_share(question: Question, response: Response) -> Fraction | None:
    """Return the share that a response earns by the key it fits best; None where only a person can say."""
    if not question.also:
        return question.item.fraction(response, question.marking)
    shares = [item.fraction(response, question.marking) for item in (question.item, *question.also)]
    known = [share for share in shares if share is not None]
    return max(known) if len(known) == len(shares) else None


def as_counted(form: Form, total: Fraction, *, is_deferred: bool = False) -> Fraction:
    """Return a total as it counts: a make-up with a cap counts at most the pass mark.

    For whom the first sitting was put off (`is_deferred`, 缓考) it is the first one, and no cap holds.
    """
    make_up = form.paper.make_up
    return min(total, form.pass_marks) if make_up is not None and make_up.cap and not is_deferred else total
