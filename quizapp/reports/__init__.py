"""Reports: exports written for others to read, one file for each kind, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.scores.score_export import Export


class Report(NamedTuple):
    """One way of writing an export."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Export, Language, BinaryIO], None]
    """Writes an export into a stream that goes on from where it stands."""
    takes_all: bool = False
    """Whether it has a place for several papers."""
    takes_responses: bool = True
    """Whether it can be written of responses alone."""
    takes_both: bool = False
    """Whether it has a place for responses beside the scores."""
    is_text: bool = True
    """Whether a person may look at its bytes on a terminal."""


def _write_csv(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.csv_report import write_into

    write_into(export.only.table, language, out)


def _write_json(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.json_report import write

    out.write(write(export.only.table, language))


def _write_xlsx(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.workbook.export_workbook import write_workbook

    write_workbook(export, language, out)


def _write_class_report(kind: str) -> Callable[[Export, Language, BinaryIO], None]:
    """Return what writes the class report as that kind of file."""

    def write(export: Export, language: Language, out: BinaryIO) -> None:
        from quizapp.documents.writers import WRITERS, check_word
        from quizapp.reports.class_report.report import class_pages

        if kind == "docx":
            check_word("report-needs-word")
        out.write(WRITERS[kind](class_pages(export, language)))

    return write


def _write_chat(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.class_report.report import write_chat

    out.write(write_chat(export, language))


REPORTS: dict[str, Report] = {
    "csv": Report(name="csv", suffixes=(".csv",), write=_write_csv),
    "json": Report(name="json", suffixes=(".json",), write=_write_json),
    "xlsx": Report(name="xlsx", suffixes=(".xlsx",), write=_write_xlsx, takes_all=True, takes_both=True, is_text=False),
    "html": Report(
        name="html",
        suffixes=(".html", ".htm"),
        write=_write_class_report("html"),
        takes_all=True,
        takes_responses=False,
    ),
    "docx": Report(
        name="docx",
        suffixes=(".docx",),
        write=_write_class_report("docx"),
        takes_all=True,
        takes_responses=False,
        is_text=False,
    ),
    "txt": Report(name="txt", suffixes=(".txt",), write=_write_chat, takes_responses=False),
}


def report_for(suffix: str, name: str = "") -> Report:
    """Return the report of that name, else the one for that ending. Raises CalledWrongly, naming the choices."""
    for report in REPORTS.values():
        if report.name == name or (not name and suffix.lower() in report.suffixes):
            return report
    raise CalledWrongly("unknown-report", wanted=name or suffix, choices=" ".join(REPORTS))
