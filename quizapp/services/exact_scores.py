"""What counted attempts earned exactly: the book has scores as shown, and ranks and means go by exact sums.

A score as shown decides every order but that of equal ones, so only those are marked again, and means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.records import AttemptName, Document
from quizapp.services.score_table import Cell

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.services.ports import Home
    from quizapp.services.scoring import MarkedAttempt


class Mean(NamedTuple):
    """The mean of several attempts, as it is shown."""

    marks: Mapping[str, Cell]
    """Score, percent, grade and passed."""
    sections: Sequence[Cell]
    """The sections' means, in their order; None for each where the attempts' sections differ."""


class Standing(NamedTuple):
    """How a candidate stands at a paper by the attempts that count."""

    total: Fraction | float
    """Comparable with all others': exact where it matters, else as shown."""
    mean: Mean | None = None
    """Where several attempts count."""


def standings(home: Home, docs: Sequence[Document]) -> dict[str, Standing]:
    """Return the standing of every candidate who has a counted attempt among one paper's documents."""
    counting: dict[str, list[Document]] = {}
    for doc in docs:
        if doc["counts"] and doc["status"] == "marked":
            counting.setdefault(doc["candidate"], []).append(doc)
    has_means = any(len(several) > 1 for several in counting.values())
    shown = Counter(several[0]["counted_score"] for several in counting.values())
    result = {}
    for candidate, several in counting.items():
        if has_means or shown[several[0]["counted_score"]] > 1:
            result[candidate] = _exactly(home, several)
        else:
            result[candidate] = Standing(total=several[0]["counted_score"])
    return result


def percent_of(score: float, full: float) -> int | float | None:
    """Return a score as shown as per cent of the full score."""
    from fractions import Fraction

    from quizapp.services.scoring import number

    return number(Fraction(str(score)) * 100 / Fraction(str(full))) if full else None


def counted_grade(home: Home, doc: Document) -> str:
    """Return the grade of a marked attempt by what it counts, a make-up's cap taken into account."""
    from quizapp.domain.marking import grade
    from quizapp.services.recorded import read_attempt
    from quizapp.services.scoring import counted_score, marked

    one = marked(read_attempt(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"])))
    return grade(one.recorded.form, counted_score(one))


def _exactly(home: Home, docs: Sequence[Document]) -> Standing:
    from fractions import Fraction

    from quizapp.services.recorded import read_attempt
    from quizapp.services.scoring import counted_score, marked

    several = [marked(read_attempt(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))) for doc in docs]
    total = sum((counted_score(one) for one in several), Fraction(0)) / len(several)
    if len(several) == 1:
        return Standing(total=total)
    return Standing(total=total, mean=Mean(marks=_mean(several[-1], total), sections=_mean_sections(several)))


def _mean(last: MarkedAttempt, total: Fraction) -> Mapping[str, Cell]:
    """Return what a mean amounts to by the rules of the last attempt's form."""
    from quizapp.domain.marking import grade
    from quizapp.services.scoring import number

    form = last.recorded.form
    full = form.full_score
    return {
        "score": number(total),
        "percent": number(total * 100 / full) if full else None,
        "grade": grade(form, total),
        "passed": total >= form.pass_marks,
    }


def _mean_sections(several: Sequence[MarkedAttempt]) -> Sequence[Cell]:
    """Return the sections' means; nothing where the attempts' sections differ: they are not the same thing."""
    from fractions import Fraction

    from quizapp.services.scoring import number

    titles = {tuple(section.title for section in one.recorded.form.paper.sections) for one in several}
    scores = [one.score.sections for one in several if one.score is not None]
    if len(titles) > 1:
        return [None] * len(several[-1].recorded.form.paper.sections)
    return [number(sum(column, Fraction(0)) / len(scores)) for column in zip(*scores, strict=True)]
