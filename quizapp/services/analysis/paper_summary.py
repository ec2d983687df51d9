"""A paper's summary for a report: how many, how well, by unit and by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.analysis.distribution import bands

if TYPE_CHECKING:
    from quizapp.services.book.score_columns import ScoreRow

BINS = 10
"""Of ten per cent each; who has all marks stands in the highest."""
EXCELLENT = Fraction(9, 10)
"""The share from which a score is excellent where the paper has no grades."""

_APART = frozenset({"deferred", "exempt", "left"})
_UNSEEN = frozenset({"absent", "misconduct", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTally:
    """How many people stand how, and how well those did whose marks are known."""

    status: Mapping[str, int]
    """How many people by status, as the score export has it; "" is who may still come."""
    scores: tuple[Fraction, ...]
    """Marks as shown of everybody marked and counted, the highest first."""
    passed: int
    excellent: int

    @property
    def expected(self) -> int:
        """How many were to sit (应考): all but who is deferred, exempt or no longer in the class."""
        return sum(count for status, count in self.status.items() if status not in _APART)

    @property
    def sat(self) -> int:
        """How many have an attempt (实考), whatever came of it."""
        return sum(count for status, count in self.status.items() if status not in _APART | _UNSEEN)

    @property
    def marked(self) -> int:
        """How many have a score."""
        return len(self.scores)

    @property
    def waiting(self) -> int:
        """How many have an attempt whose score is not known yet."""
        return sum(self.status.get(status, 0) for status in ("in_progress", "handed_in", "marking"))

    @property
    def mean(self) -> Fraction | None:
        """The mean of the marks; None of nobody."""
        return sum(self.scores, Fraction(0)) / len(self.scores) if self.scores else None

    @property
    def median(self) -> Fraction | None:
        """The middle mark, of two the mean; None of nobody."""
        middle, count = len(self.scores) // 2, len(self.scores)
        if not count:
            return None
        return self.scores[middle] if count % 2 else (self.scores[middle - 1] + self.scores[middle]) / 2

    @property
    def pass_share(self) -> Fraction | None:
        """The share of those marked who passed (及格率)."""
        return Fraction(self.passed, self.marked) if self.scores else None

    @property
    def excellent_share(self) -> Fraction | None:
        """The share of those marked who were excellent (优秀率)."""
        return Fraction(self.excellent, self.marked) if self.scores else None


class ClassPart(NamedTuple):
    """A unit, or a group, of the class."""

    name: str
    """"" where people have none."""
    tally: StatusTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How a class did at one paper, in figures."""

    everybody: StatusTally
    bins: tuple[int, ...]
    """How many scores in each tenth of the full score, the lowest first."""
    grades: tuple[tuple[str, int], ...]
    """The paper's grades, the highest first, with how many reached each; "" last, who reached none."""
    units: tuple[ClassPart, ...]
    """In order of the mean, the highest first; those without a score last."""
    groups: tuple[ClassPart, ...]


def summarise(
    people: Iterable[ScoreRow], grades: Sequence[str] = (), left_out: AbstractSet[str] = frozenset()
) -> Summary:
    """Return the summary of an export of one row for each person, of all but some by their 学号.

    `grades` are the paper's, from the highest down.
    """
    rows = [row for row in people if row.person.id not in left_out]
    best = grades[0] if grades else ""
    shares = [share for share in map(_share, rows) if share is not None]
    return Summary(
        everybody=_tally(rows, best),
        bins=bands(shares, BINS),
        grades=_grades(rows, grades),
        units=_parts(rows, lambda row: row.person.unit, best),
        groups=_parts(rows, lambda row: row.person.group, best),
    )


def _tally(rows: Sequence[ScoreRow], best: str) -> StatusTally:
    scored = [(row.marks, share) for row in rows if (share := _share(row)) is not None]
    return StatusTally(
        status=Counter(row.status for row in rows),
        scores=tuple(sorted((_exact(marks.score or 0) for marks, _ in scored), reverse=True)),
        passed=sum(1 for marks, _ in scored if marks.passed),
        excellent=sum(1 for marks, share in scored if (marks.grade == best if best else share >= EXCELLENT)),
    )


def _share(row: ScoreRow) -> Fraction | None:
    """Return the share of the full score; None of a row that is not ranked: not marked, or beyond what counts."""
    if row.rank is None or row.marks.score is None or not row.full_score:
        return None
    return _exact(row.marks.score) / _exact(row.full_score)


def _exact(shown: float) -> Fraction:
    return Fraction(str(shown))


def _grades(rows: Iterable[ScoreRow], grades: Sequence[str]) -> tuple[tuple[str, int], ...]:
    if not grades:
        return ()
    reached = [row.marks.grade for row in rows if _share(row) is not None]
    return tuple((name, reached.count(name)) for name in (*grades, ""))


def _parts(rows: Sequence[ScoreRow], of: Callable[[ScoreRow], str], best: str) -> tuple[ClassPart, ...]:
    several: dict[str, list[ScoreRow]] = {}
    for row in rows:
        several.setdefault(of(row), []).append(row)
    parts = [ClassPart(name, _tally(those, best)) for name, those in several.items()]
    return tuple(sorted(parts, key=lambda part: (part.tally.mean is None, -(part.tally.mean or 0), part.name)))
