"""Writing an export to a file or to standard output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cli.desk import Desk
from quizapp.cli.file_writing import write_file
from quizapp.cli.pending import tell_pending
from quizapp.domain.errors import CalledWrongly
from quizapp.language import Language, Tongue
from quizapp.reports import Report, report_for
from quizapp.services.exported_paper import ExportedPaper, find_exported
from quizapp.services.exporting import export_table

if TYPE_CHECKING:
    from quizapp.services.records import Book
    from quizapp.services.score_table import Table

STANDARD_OUTPUT = "-"


class Wanted(NamedTuple):
    """What is to be exported, and how."""

    paper: str
    target: str
    report: str
    """A report's name; "" where the file's ending tells."""
    all_attempts: bool
    responses: bool
    tongue: str


def export_scores(desk: Desk, book: Book, wanted: Wanted) -> int:
    """Export a paper's scores or responses; return the exit status."""
    report = _report(wanted)
    place = desk.workplace
    if not wanted.paper:
        raise CalledWrongly("export-needs-paper")
    paper = find_exported(place, book.scores, wanted.paper)
    book.check(paper.id)
    table = _table(desk, book, paper, wanted)
    tongue: Tongue = "en" if wanted.tongue == "en" else "zh"
    data = report.write(table, Language(tongue, desk.language.zone))
    if wanted.target == STANDARD_OUTPUT:
        desk.show_bytes(data)
    else:
        write_file(Path(wanted.target), data)
    values = {"paper": paper.id, "to": wanted.target, "format": report.name, "rows": str(len(table.rows))}
    place.home.log.record(place.clock.read().at, "exported", desk.staff, values)
    tell_pending(desk, {paper.id: paper.title})
    if wanted.target != STANDARD_OUTPUT:
        desk.show(desk.say("scores.exported", paper=paper.title, rows=len(table.rows), file=wanted.target))
    return 0


def _report(wanted: Wanted) -> Report:
    if wanted.target == STANDARD_OUTPUT:
        if not wanted.report:
            raise CalledWrongly("export-needs-format")
        return report_for("", wanted.report)
    return report_for(Path(wanted.target).suffix, wanted.report)


def _table(desk: Desk, book: Book, paper: ExportedPaper, wanted: Wanted) -> Table:
    place = desk.workplace
    if wanted.responses:
        from quizapp.services.responses import responses_table

        return responses_table(place.home, book, paper.id)
    return export_table(place.home, book, paper, place.clock.read().at, all_attempts=wanted.all_attempts)
