"""An export as the material of a report: only what that report may tell is asked for."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted, rows_of
from quizapp.services.totalling import in_order

if TYPE_CHECKING:
    from quizapp.reports.class_report.material import Row
    from quizapp.services.score_export import Export, PaperExport
    from quizapp.services.totalling import Totals


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
    )


def _concerned(one: PaperExport, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row["id"] not in one.not_concerned)


def _dates(one: PaperExport) -> tuple[datetime | None, datetime | None]:
    """Return the paper's window; where it has none, from the first start to the last hand-in."""
    opens, closes = one.paper.window
    if opens is not None or closes is not None:
        return opens, closes
    started = [str(doc["started_at"]) for doc in one.docs if doc["started_at"]]
    handed_in = [str(doc["handed_in_at"]) for doc in one.docs if doc["handed_in_at"]]
    return (
        datetime.fromisoformat(min(started)) if started else None,
        datetime.fromisoformat(max(handed_in)) if handed_in else None,
    )


def _totals(export: Export) -> Totals:
    """Return everybody's totals in the order that was asked for."""
    found = export.totals
    ordered = in_order(found.people, export.wishes.row_order)
    return found._replace(people=ordered)
