"""Exporting: a report written where it is wanted, and a line in the log. Commands and screens alike call it.

Whoever exports says what is wished for (`services.export_wishes.Wishes`), opens it on a book that is up to date
(`services.score_export.open_export`), names the kind of file (`reports.report_for`), and calls `write_export`. Nothing
is computed before a report asks for it, and everything is computed while `put` is at work: what fails leaves no file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.language import Language
    from quizapp.reports import Report
    from quizapp.services.book.score_table import Wishes
    from quizapp.services.scores.score_export import Export

Put: TypeAlias = Callable[[Callable[[BinaryIO], None], Callable[[], None]], None]
"""Calls what writes with a stream, then what must stand before the file does, and puts it in place, or not at all."""


class WrittenExport(NamedTuple):
    """What was exported."""

    report: str
    papers: Mapping[str, str]
    """The papers' titles by their ids."""
    rows: int


def check_wanted(wishes: Wishes, report: Report) -> None:
    """Refuse what a report has no place for. Raises CalledWrongly."""
    if not wishes.paper and not report.takes_all:
        raise CalledWrongly("export-needs-paper")
    if wishes.responses and not report.takes_responses:
        raise CalledWrongly("export-no-responses", format=report.name)
    if wishes.with_responses and not report.takes_both:
        raise CalledWrongly("export-not-beside", format=report.name)


def write_export(export: Export, report: Report, to: str, put: Put, language: Language) -> WrittenExport:
    """Write an export and record it; `to` is where, as the log says it, and `put` puts it there.

    Raises CalledWrongly, MachineRefused; then nothing is written, and what was there before still is.
    """
    check_wanted(export.wishes, report)
    papers = {one.paper.id: one.paper.title for one in export.papers}
    place = export.place

    def log() -> None:
        # Before the file has its name: none leaves the house without a line.
        values = {"paper": " ".join(papers), "to": to, "format": report.name, "rows": str(export.rows)}
        place.home.log.record(place.clock.read().at, "exported", place.staff, values)

    put(lambda out: report.write(export, language, out), log)
    return WrittenExport(report=report.name, papers=papers, rows=export.rows)
