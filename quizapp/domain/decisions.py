"""What people decided about a paper's attempts after hand-in, as facts in the past tense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, TypeAlias

from quizapp.domain.attempt.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayMarked:
    """A person gave an essay its marks."""

    KIND: ClassVar = "essay_marked"
    when: Moment
    attempt: str
    question: int
    """From 1, as on the attempt's form."""
    points: tuple[Fraction, ...]
    """What each point of the rubric was given, in the rubric's own marks; one entry where there is no rubric."""
    marks: Fraction
    """What that amounts to in the question's marks."""
    comment: str = ""
    by: str
    checked_by: str = ""
    why: str = ""


# Overrides, corrections, voids and notes join here, each with its line in DECISIONS and its part in the folds.
Decision: TypeAlias = EssayMarked

DECISIONS: tuple[type[Decision], ...] = (EssayMarked,)


def given_marks(decisions: Iterable[Decision], attempt: str) -> Mapping[int, Fraction]:
    """Return the marks that people gave an attempt, by the question's number: the last word stands."""
    return {one.question: one.marks for one in decisions if one.attempt == attempt}


def last_marking(decisions: Iterable[Decision], attempt: str, question: int) -> EssayMarked | None:
    """Return how an essay was last marked; None while it waits."""
    found = None
    for one in decisions:
        if (one.attempt, one.question) == (attempt, question):
            found = one
    return found
