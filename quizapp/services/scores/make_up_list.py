"""Who of the class did not sit or pass a paper, and what came of the make-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.decisions.make_ups import is_due
from quizapp.domain.decisions.notes import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.scores.score_export import Export, PaperExport


_SAT = frozenset({"in_progress", "handed_in", "marking", "marked"})


class MakeUpMade(NamedTuple):
    """How somebody stands at a make-up."""

    title: str
    status: str
    score: int | float | None
    is_passed: bool | None


class Missed(NamedTuple):
    """Somebody who did not sit a paper, or not pass it."""

    paper: str
    """Its title."""
    person: Candidate
    standing: str
    """A status of the score export, or failed; "" is who may still come."""
    is_due: bool | None
    """Whether a make-up is due; None where that is not known yet."""
    make_up: MakeUpMade | None
    notes: tuple[ScoreNote, ...]


def missed(export: Export) -> Iterator[Missed]:
    """Give everybody who did not sit or pass each paper that stands for itself, paper by paper, in its export's order.

    Raises QuizError where the decisions about a make-up were altered.
    """
    for paper in export.firsts:
        make_ups = [(one.paper.title, _by_person(one)) for one in export.make_ups_of(paper)]
        awaited = paper.paper.is_awaited(export.now)
        for row in paper.people.rows:
            standing = "failed" if row.status == "marked" else row.status
            if (row.status in _SAT and row.marks.passed is not False) or row.person.id in paper.not_concerned:
                continue
            made_up = _made_up(row.person.id, make_ups)
            is_made_up = made_up is not None and bool(made_up.is_passed)
            yield Missed(
                paper=paper.paper.title,
                person=row.person,
                standing=standing,
                is_due=is_due(standing, is_awaited=awaited, is_made_up=is_made_up),
                make_up=made_up,
                notes=row.notes if export.wishes.tells_ranks else without_marks(row.notes),
            )


def _by_person(paper: PaperExport) -> dict[str, ScoreRow]:
    return {row.person.id: row for row in paper.people.rows if row.status}


def _made_up(candidate: str, make_ups: list[tuple[str, dict[str, ScoreRow]]]) -> MakeUpMade | None:
    """Return the make-up that was passed, else the last one at which the candidate is known."""
    found = [(title, rows[candidate]) for title, rows in make_ups if candidate in rows]
    if not found:
        return None
    title, row = next((one for one in found if one[1].marks.passed), found[-1])
    return MakeUpMade(title=title, status=row.status, score=row.marks.score, is_passed=row.marks.passed)
