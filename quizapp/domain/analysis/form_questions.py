"""What a form asks, as far as its analysis needs it, and what blind guessing earns of each question."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.item import FULL_FOR_ALL, Response
from quizapp.domain.marking.marks import mark_question
from quizapp.domain.papers.paper import Form, Question


def random_guess(form: Form, question: Question) -> Fraction | None:
    """Return the random-guess score as a share of the question's marks; None but for single choice and true/false.

    The mean of what each choice earns, a penalty taken off: 1/k for one key of k options. Source: Moodle, Quiz report
    statistics, Random guess score.
    """
    choices = [(letter,) for letter in question.item.letters] if question.item.IS_SIGN else []
    marks = question.marking.marks
    if not choices or not marks:
        return None
    earned = [mark_question(form, question, choice) for choice in choices]
    known = [each for each in earned if each is not None]
    if len(known) < len(earned):
        return None
    return sum(known, Fraction(0)) / (len(choices) * marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """One item on one form."""

    item: str
    """Its id."""
    number: int | None
    """Of the question; None where forms differ."""
    order: tuple[int, ...] = ()
    """In which its letters are told: the form's, or the bank's where forms differ."""
    bank_order: tuple[int, ...] = ()
    """In which the bank's letters go; () is as the choices stand."""
    marks: Fraction
    """What it is worth on this form."""
    letters: tuple[str, ...] = ()
    """What of it can be chosen, as responses have it; () where nothing is chosen."""
    keys: tuple[Response, ...] = ()
    """The responses that earn full marks; () where nothing is chosen, or the keys are elsewhere."""
    guess: Fraction | None = None
    """The share that blind guessing earns; None where that is not told."""
    is_given: bool = False
    """Whether everybody gets its marks by a correction, whatever they answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedForm:
    """What one form asks, but for questions that were dropped."""

    items: tuple[AskedItem, ...]
    places: tuple[int, ...]
    """Of those items among the form's questions, from 0."""
    full_score: Fraction


def asked(form: Form) -> AskedForm:
    """Return what a form asks; give it corrected."""
    kept = [place for place, question in enumerate(form.questions) if not is_dropped(question)]
    return AskedForm(
        items=tuple(_item(form, form.questions[place]) for place in kept),
        places=tuple(kept),
        full_score=form.full_score,
    )


def _item(form: Form, question: Question) -> AskedItem:
    letters = question.item.letters
    return AskedItem(
        item=question.item.id,
        number=question.number,
        order=question.order,
        bank_order=question.item.authored,
        marks=question.marking.marks,
        letters=letters,
        keys=_keys(question) if letters else (),
        guess=random_guess(form, question),
        is_given=question.marking.scheme == FULL_FOR_ALL,
    )


def _keys(question: Question) -> tuple[Response, ...]:
    found = [item.key_response() for item in (question.item, *question.also) if item.has_key]
    return tuple(dict.fromkeys(key for key in found if key is not None))
