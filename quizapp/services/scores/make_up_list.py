"""Who of the class did not sit or pass a paper, and what came of the make-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.decisions.make_ups import is_due
from quizapp.domain.decisions.notes import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.book.score_table import Cell
    from quizapp.services.scores.score_export import Export, PaperExport


_SAT = frozenset({"in_progress", "handed_in", "marking", "marked"})
_PERSON = ("id", "name", "unit", "group")


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
    person: tuple[str, ...]
    """学号, name, unit and group."""
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
        for row in _people(paper):
            standing = "failed" if row["status"] == "marked" else str(row["status"])
            if (row["status"] in _SAT and row["passed"] is not False) or row["id"] in paper.not_concerned:
                continue
            made_up = _made_up(str(row["id"]), make_ups)
            is_made_up = made_up is not None and bool(made_up.is_passed)
            yield Missed(
                paper=paper.paper.title,
                person=tuple(str(row[name]) for name in _PERSON),
                standing=standing,
                is_due=is_due(standing, is_awaited=awaited, is_made_up=is_made_up),
                make_up=made_up,
                notes=_notes(row["notes"], tells_marks=export.wishes.tells_ranks),
            )


def _notes(cell: Cell, *, tells_marks: bool) -> tuple[ScoreNote, ...]:
    notes = cell if isinstance(cell, tuple) else ()
    return notes if tells_marks else without_marks(notes)


def _people(paper: PaperExport) -> Iterator[dict[str, Cell]]:
    table = paper.people
    names = ["" if column.is_titled else column.name for column in table.columns]
    for row in table.rows:
        yield dict(zip(names, row, strict=True))


def _by_person(paper: PaperExport) -> dict[str, dict[str, Cell]]:
    return {str(row["id"]): row for row in _people(paper) if row["status"]}


def _made_up(candidate: str, make_ups: list[tuple[str, dict[str, dict[str, Cell]]]]) -> MakeUpMade | None:
    """Return the make-up that was passed, else the last one at which the candidate is known."""
    found = [(title, rows[candidate]) for title, rows in make_ups if candidate in rows]
    if not found:
        return None
    title, row = next((one for one in found if one[1]["passed"]), found[-1])
    return _made(title, row)


def _made(title: str, row: Mapping[str, Cell]) -> MakeUpMade:
    score, passed = row["score"], row["passed"]
    return MakeUpMade(
        title=title,
        status=str(row["status"]),
        score=score if isinstance(score, int | float) else None,
        is_passed=passed if isinstance(passed, bool) else None,
    )
