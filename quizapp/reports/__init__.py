"""Reports: exports written for others to read, loaded when they are asked for.

A newcomer says what stands on a report's pages and declares it in `REPORTS`: `documents` writes it as any kind of file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly, Refused

if TYPE_CHECKING:
    from quizapp.documents.page import Pages
    from quizapp.language import Language
    from quizapp.services.scores.score_export import Export

ReportWriter: TypeAlias = "Callable[[Export, Language, BinaryIO], None]"
"""Writes an export into a stream that goes on from where it stands."""


class Report(NamedTuple):
    """One way of writing an export."""

    name: str
    suffixes: tuple[str, ...]
    write: ReportWriter
    takes_all: bool = False
    """Whether it has a place for several papers."""
    takes_responses: bool = True
    """Whether it can be written of responses alone."""
    takes_both: bool = False
    """Whether it has a place for responses beside the scores."""
    is_text: bool = True
    """Whether a person may look at its bytes on a terminal."""


def _write_csv(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.cells import write_csv

    write_csv(export.only.table, language, out)


def _write_json(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.cells import json_bytes

    out.write(json_bytes(export.only.table, language))


def _write_workbook(export: Export, language: Language, out: BinaryIO) -> None:
    try:
        from quizapp.reports.workbook.sheets import write_workbook
    except ImportError as error:
        raise Refused("workbook-needs-writer") from error
    write_workbook(export, language, out)


def _write_chat(export: Export, language: Language, out: BinaryIO) -> None:
    from quizapp.reports.class_report.report import write_chat

    out.write(write_chat(export, language))


def _class_pages(export: Export, language: Language) -> Pages:
    from quizapp.reports.class_report.report import class_pages

    return class_pages(export, language)


def _as(kind: str, pages: Callable[[Export, Language], Pages]) -> ReportWriter:
    """Return what writes pages as that kind of file. It raises Refused where what that needs is not installed."""

    def write(export: Export, language: Language, out: BinaryIO) -> None:
        from quizapp.documents.writers import WRITERS, check_word

        if kind == "docx":
            check_word("report-needs-word")
        out.write(WRITERS[kind](pages(export, language)))

    return write


REPORTS: dict[str, Report] = {
    "csv": Report("csv", (".csv",), _write_csv),
    "json": Report("json", (".json",), _write_json),
    "xlsx": Report("xlsx", (".xlsx",), _write_workbook, takes_all=True, takes_both=True, is_text=False),
    "html": Report("html", (".html", ".htm"), _as("html", _class_pages), takes_all=True, takes_responses=False),
    "docx": Report("docx", (".docx",), _as("docx", _class_pages), takes_all=True, takes_responses=False, is_text=False),
    "txt": Report("txt", (".txt",), _write_chat, takes_responses=False),
}


def report_for(suffix: str, name: str = "") -> Report:
    """Return the report of that name, else the one for that ending. Raises CalledWrongly, naming the choices."""
    for report in REPORTS.values():
        if report.name == name or (not name and suffix.lower() in report.suffixes):
            return report
    raise CalledWrongly("unknown-report", wanted=name or suffix, choices=" ".join(REPORTS))
