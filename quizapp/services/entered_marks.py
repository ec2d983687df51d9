"""Marks that a person gave on paper, keyed in beside the answers: what they decide about the attempts entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.decisions import EssayMarked, MarkOverridden
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import may_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.answer_rows import AnswerRow, AnswerSheet, GivenMarks
    from quizapp.services.records import AttemptName


def check_marker(sheet: AnswerSheet, marker: Marker) -> None:
    """Find every row with marks whose candidate is who gives or checks them, or that nobody gives."""
    for row in sheet.rows:
        if not row.marks:
            continue
        try:
            may_mark(row.candidate, marker)
        except Refused as reason:
            sheet.faults.error(reason.code, (row.line, 0), row.candidate.id, **reason.values)


def decisions_of(
    entered: Iterable[tuple[AttemptName, AnswerRow]], marker: Marker, now: Moment
) -> tuple[EssayMarked | MarkOverridden, ...]:
    """Return what the marks of attempts decide. `marker.why` is told where they take the place of the program's."""
    return tuple(_decision(name.attempt, given, marker, now) for name, row in entered for given in row.marks)


def _decision(attempt: str, given: GivenMarks, marker: Marker, now: Moment) -> EssayMarked | MarkOverridden:
    """Return one: an essay is marked as a whole, by no point of its rubric; what needs nobody is overridden."""
    if given.is_awaited:
        return EssayMarked(
            when=now, attempt=attempt, question=given.question, points=(), marks=given.marks, by=marker.by
        )
    return MarkOverridden(
        when=now, attempt=attempt, question=given.question, marks=given.marks, by=marker.by, why=marker.why
    )
