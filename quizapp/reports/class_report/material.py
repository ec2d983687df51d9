"""What a report is made of: of each paper what is known and may be said, gathered from an export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.services.decisions.totals import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.analysis.class_answers import TopicShare
    from quizapp.domain.decisions.totals import ClassTotals
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.analysis.paper_summary import Summary
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.score_table import Table
    from quizapp.services.decisions.correction_list import CorrectionRound
    from quizapp.services.ports.port_values import ScoreDocument
    from quizapp.services.scores.score_export import Export, PaperExport


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMaterial:
    """One paper."""

    title: str
    begins: datetime | None = None
    """When it opens, or was first sat where it has no window; what is void was not sat."""
    ends: datetime | None = None
    """When it closes, or was last handed in where it has no window."""
    closes: datetime | None = None
    full_score: Fraction | None
    pass_marks: Fraction | None
    grades: tuple[str, ...] = ()
    """The highest first."""
    is_awaited: bool = False
    """Whether somebody may still come."""
    people: tuple[ScoreRow, ...]
    """One for each person, with everything that the committee may know."""
    told: Table[ScoreRow]
    """What this export may tell, by its columns, in the order that was asked for."""
    summary: Summary
    analysis: PaperAnalysis | None = None
    """None where there is none to be told."""
    topics: tuple[TopicShare, ...] = ()
    """The weakest first."""
    entered: tuple[datetime, datetime] | None = None
    """From when to when answers given on paper were keyed in, where no window says when it was sat."""
    corrections: tuple[CorrectionRound, ...] = ()
    hidden: frozenset[str] = frozenset()
    """Corrected items whose keys may not be told yet."""

    @property
    def noted(self) -> tuple[ScoreRow, ...]:
        """Who has an attempt and is noted for misconduct all the same, void or not."""
        return tuple(row for row in self.people if row.status != "misconduct" and has_note(row, "misconduct"))

    @property
    def is_final(self) -> bool:
        """Whether nothing of it is open any more: the time is over and everything is marked."""
        return not self.is_awaited and not self.summary.everybody.waiting


def has_note(row: ScoreRow, code: str) -> bool:
    """Return whether the committee noted that of a row's person or attempt."""
    return any(note.code == code for note in row.notes)


def papers_of(export: Export) -> tuple[PaperMaterial, ...]:
    """Return what is known of each paper. Raises QuizError where something of it cannot be read."""
    return tuple(_paper(export, one) for one in export.papers)


def totals_of(export: Export) -> ClassTotals:
    """Return everybody's totals in the order that was asked for."""
    found = export.totals
    return found._replace(people=in_order(found.people, export.wishes.row_order))


def _paper(export: Export, one: PaperExport) -> PaperMaterial:
    about, is_public = one.paper, export.wishes.is_public
    full = about.full_score
    begins, ends = _dates(one)
    return PaperMaterial(
        title=about.title,
        begins=begins,
        ends=ends,
        closes=about.window[1],
        full_score=None if full is None else Fraction(str(full)),
        pass_marks=about.pass_marks,
        grades=about.grades,
        is_awaited=about.is_awaited(export.now),
        people=_concerned(one, one.people.rows),
        # What is put up names nobody whom it is not for: they did not pass it.
        told=one.scores if is_public else replace(one.scores, rows=_concerned(one, one.scores.rows)),
        summary=one.findings.summary,
        analysis=None if is_public else one.findings.analysis,
        topics=() if is_public else one.findings.topics,
        entered=None if any(about.window) else _span(_standing(one, is_entered=True)),
        corrections=one.findings.corrections if export.wishes.tells_ranks else (),
        hidden=one.findings.hidden_corrections if export.wishes.tells_ranks else frozenset(),
    )


def _concerned(one: PaperExport, rows: tuple[ScoreRow, ...]) -> tuple[ScoreRow, ...]:
    return tuple(row for row in rows if row.person.id not in one.findings.not_concerned)


def _dates(one: PaperExport) -> tuple[datetime | None, datetime | None]:
    """Return the paper's window; where it has none, from the first start to the last hand-in of what counts as sat.

    What was keyed in from paper says when it was keyed in, and what is void was not sat.
    """
    opens, closes = one.paper.window
    if opens is not None or closes is not None:
        return opens, closes
    return _span(_standing(one, is_entered=False)) or (None, None)


def _standing(one: PaperExport, *, is_entered: bool) -> list[ScoreDocument]:
    """Return the attempts that are not void, those keyed in from paper or the others."""
    return [doc for doc in one.docs if doc["status"] != "void" and (doc["handed_in_by"] == "entered") == is_entered]


def _span(docs: Iterable[ScoreDocument]) -> tuple[datetime, datetime] | None:
    """Return from which start to which hand-in attempts reach; what is still being sat has only begun."""
    times = [str(doc[name]) for doc in docs for name in ("started_at", "handed_in_at") if doc[name]]
    return (datetime.fromisoformat(min(times)), datetime.fromisoformat(max(times))) if times else None
