"""A class's marked attempts as integers of a common denominator, and what the form they sat asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import count
from math import lcm
from typing import NamedTuple

from quizapp.domain.attempt.events import Certainty
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.item import FULL_FOR_ALL, Response
from quizapp.domain.marking.marks import Score, mark_question
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSheet:
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


def sheet(form: AskedForm, attempt: Attempt, score: Score, times: Mapping[int, timedelta]) -> AnalysisSheet:
    """Return an attempt as a sheet; `times` are by the question's number."""
    places, responses = form.places, attempt.responses
    seen = [times.get(place + 1) for place in places]
    return AnalysisSheet(
        form=form,
        score=score.total,
        marks=tuple(score.questions[place] for place in places),
        responses=tuple(responses[place] for place in places),
        seconds=tuple(None if time is None else time // timedelta(seconds=1) for time in seen),
        certainties=tuple(attempt.certainties.get(place + 1) for place in places) if attempt.certainties else (),
    )


class AttemptRow(NamedTuple):
    """One attempt's marks, responses and times, item by item."""

    form: AskedForm
    total: int
    """The sum of its marks."""
    marks: Sequence[int]
    given: Sequence[int]
    """Its responses, each as a number that a mark can be added to and told from again."""
    seconds: Sequence[int | None]
    certainties: Sequence[Certainty | None]
    """() where none was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What was given and what it earned, in one small number: it is put on its pile far quicker than a pair is."""

    least: int
    """The lowest of all marks."""
    wide: int
    """How many numbers each response has, one for every mark there may be."""
    responses: Sequence[Response]
    """All that were given, each once."""

    def read(self, cell: int) -> tuple[Response, int]:
        """Return the response and the mark that a cell stands for."""
        place, over = divmod(cell, self.wide)
        return self.responses[place], over + self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A class. What is counted in marks is to be divided by `unit`."""

    unit: int
    rows: Sequence[AttemptRow]
    """By their totals, the lowest first."""
    scores: Sequence[int]
    """As the book has them; they differ from the totals where a section's penalties would have gone below nothing."""
    cells: Cells
    """What a response and a mark in one number mean."""


def rows_of(sheets: Sequence[AnalysisSheet]) -> Rows:
    """Return a class's attempts by their totals."""
    marks, unit = _as_integers(sheets)
    found = set[int]().union(*marks)
    least, wide = min(found, default=0), max(found, default=0) - min(found, default=0) + 1
    codes: defaultdict[Response, int] = defaultdict(count(-least, wide).__next__)
    rows = [
        AttemptRow(
            form=each.form,
            total=sum(row),
            marks=row,
            given=list(map(codes.__getitem__, each.responses)),
            seconds=each.seconds,
            certainties=each.certainties,
        )
        for each, row in zip(sheets, marks, strict=True)
    ]
    return Rows(
        unit=unit,
        rows=sorted(rows, key=lambda row: row.total),
        scores=scaled([each.score for each in sheets], unit),
        cells=Cells(least=least, wide=wide, responses=list(codes)),
    )


def scaled(marks: Sequence[Fraction], unit: int) -> list[int]:
    """Return marks in parts of `unit`, which is a multiple of their denominators."""
    return [mark.numerator * (unit // mark.denominator) for mark in marks]


def _as_integers(sheets: Sequence[AnalysisSheet]) -> tuple[list[list[int]], int]:
    """Return the marks of each attempt, and in parts of how many they are counted: their common denominator."""
    found = {1, *_other_denominators(sheets)}
    over: list[list[int]] = []
    under: list[list[int]] = []
    for each in sheets:
        # both at once, as every mark is an object of its own that has to be fetched
        over.append([mark.numerator for mark in each.marks])
        denominators = [mark.denominator for mark in each.marks]
        found.update(denominators)
        # most papers know whole marks only: then there is nothing to keep
        under.append(denominators if len(found) > 1 else [])
    unit = lcm(*found)
    if unit == 1:
        return over, unit
    times = {denominator: unit // denominator for denominator in found}
    whole = [1] * max(map(len, over))
    pairs = zip(over, under, strict=True)
    return [
        [mark * times[below] for mark, below in zip(row, parts or whole, strict=False)] for row, parts in pairs
    ], unit


def _other_denominators(sheets: Sequence[AnalysisSheet]) -> set[int]:
    """Return the denominators of what is counted beside the marks."""
    forms = {id(each.form): each.form for each in sheets}.values()
    counted = [*(each.score for each in sheets), *(form.full_score for form in forms)]
    return {marks.denominator for marks in (*counted, *(item.marks for form in forms for item in form.items))}
