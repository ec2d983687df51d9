"""How hard a form is expected to be, and how alike forms are, before anybody has sat them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from quizapp.domain.item import Difficulty
from quizapp.domain.papers.paper import Form, Question

LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard", "")
"""The difficulties in the order they are told, those without one last."""


def facility_forecast(difficulty: Difficulty) -> Fraction | None:
    """Return the share that is expected to know an item, from 0 to 1; None where its author forecast nothing.

    An author's difficulty forecasts a range (the course's guide to writing items, 13): easy is at least 3/4, medium
    1/2 to 3/4, hard less than 1/2. The middle of the range stands for it.
    """
    match difficulty:
        case "easy":
            return Fraction(7, 8)
        case "medium":
            return Fraction(5, 8)
        case "hard":
            return Fraction(1, 4)
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is expected of one form."""

    levels: tuple[tuple[Difficulty, int], ...]
    """How many questions there are of each difficulty, in the order of `LEVELS`."""
    facility: Fraction | None
    """The mean facility of its questions, weighed by their marks; of those that have a difficulty, None without any."""
    expected_score: Fraction | None
    """The mean score in marks, where those without a difficulty are taken to be as hard as the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two forms have in common."""

    forms: tuple[str, str]
    shared: int
    """How many items stand on both."""
    share: Fraction
    """Of the questions of the first, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormComparison:
    """Forms of one paper beside each other."""

    forms: tuple[tuple[Form, Forecast], ...]
    overlaps: tuple[Overlap, ...]
    """Of every two of them, in their order."""
    facility_difference: Fraction | None
    """Between the easiest and the hardest; None where nothing is expected of any."""
    score_difference: Fraction | None
    """Between the highest and the lowest expected score, in marks."""


def forecast(form: Form) -> Forecast:
    """Return what is expected of a form."""
    counts = Counter(question.item.difficulty for question in form.questions)
    known = [
        (question.marking.marks, share)
        for question in form.questions
        if (share := facility_forecast(question.item.difficulty)) is not None
    ]
    marks = sum((mark for mark, _ in known), Fraction(0))
    facility = sum((mark * share for mark, share in known), Fraction(0)) / marks if marks else None
    return Forecast(
        levels=tuple((level, counts[level]) for level in LEVELS),
        facility=facility,
        expected_score=None if facility is None else facility * form.full_score,
    )


def compare(forms: Sequence[Form]) -> FormComparison:
    """Return forms of one paper beside each other."""
    told = tuple((form, forecast(form)) for form in forms)
    return FormComparison(
        forms=told,
        overlaps=tuple(_overlap(one, other) for one, other in combinations(forms, 2)),
        facility_difference=_difference(each.facility for _, each in told),
        score_difference=_difference(each.expected_score for _, each in told),
    )


def _overlap(one: Form, other: Form) -> Overlap:
    shared = len(_ids(one.questions) & _ids(other.questions))
    return Overlap(forms=(one.letter, other.letter), shared=shared, share=Fraction(shared, len(one.questions) or 1))


def _ids(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset(question.item.id for question in questions)


def _difference(numbers: Iterable[Fraction | None]) -> Fraction | None:
    known = [number for number in numbers if number is not None]
    return max(known) - min(known) if known else None
