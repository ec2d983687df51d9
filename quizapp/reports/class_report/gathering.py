"""An export as the material of a report: only what that report may tell is asked for."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted, rows_of
from quizapp.services.totalling import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.totals import Totals
    from quizapp.reports.class_report.material import Row
    from quizapp.services.records import Document
    from quizapp.services.score_export import Export, PaperExport


def wanted_of(export: Export) -> Wanted:
    """Return which report is wished for."""
    return Wanted(bands=export.wishes.bands, public=export.wishes.is_public)


def material_of(export: Export) -> ClassMaterial:
    """Return the class and its papers. Raises QuizError where something of it cannot be read."""
    has_first_page = not export.wishes.paper
    return ClassMaterial(
        title=export.class_title,
        organiser=export.place.organiser,
        papers=tuple(_paper(export, one) for one in export.papers),
        has_first_page=has_first_page,
        totals=_totals(export) if has_first_page and wanted_of(export).is_whole else None,
    )


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
        people=_concerned(one, rows_of(one.people)),
        # What is put up names nobody whom it is not for: they did not pass it.
        told=rows_of(one.scores) if is_public else _concerned(one, rows_of(one.scores)),
        summary=one.summary,
        analysis=None if is_public else one.analysis,
        topics=() if is_public else one.topics,
        entered=None if any(about.window) else _span(_standing(one, is_entered=True)),
        corrections=one.corrections if wanted_of(export).is_whole else (),
        hidden=one.hidden_corrections if wanted_of(export).is_whole else frozenset(),
    )


def _concerned(one: PaperExport, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row["id"] not in one.not_concerned)


def _dates(one: PaperExport) -> tuple[datetime | None, datetime | None]:
    """Return the paper's window; where it has none, from the first start to the last hand-in of what counts as sat.

    What was keyed in from paper says when it was keyed in, and what is void was not sat.
    """
    opens, closes = one.paper.window
    if opens is not None or closes is not None:
        return opens, closes
    return _span(_standing(one, is_entered=False)) or (None, None)


def _standing(one: PaperExport, *, is_entered: bool) -> list[Document]:
    """Return the attempts that are not void, those keyed in from paper or the others."""
    return [doc for doc in one.docs if doc["status"] != "void" and (doc["handed_in_by"] == "entered") == is_entered]


def _span(docs: Iterable[Document]) -> tuple[datetime, datetime] | None:
    """Return from which start to which hand-in attempts reach; what is still being sat has only begun."""
    times = [str(doc[name]) for doc in docs for name in ("started_at", "handed_in_at") if doc[name]]
    return (datetime.fromisoformat(min(times)), datetime.fromisoformat(max(times))) if times else None


def _totals(export: Export) -> Totals:
    """Return everybody's totals in the order that was asked for."""
    found = export.totals
    ordered = in_order(found.people, export.wishes.row_order)
    return found._replace(people=ordered)
