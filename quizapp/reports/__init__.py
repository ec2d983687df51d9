"""Reports: tables written for others to read, one file for each kind, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_table import Table


class Report(NamedTuple):
    """One way of writing a table."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Table, Language], bytes]


def _write_csv(table: Table, language: Language) -> bytes:
    from quizapp.reports.csv_report import write

    return write(table, language)


def _write_json(table: Table, language: Language) -> bytes:
    from quizapp.reports.json_report import write

    return write(table, language)


REPORTS: dict[str, Report] = {
    "csv": Report(name="csv", suffixes=(".csv",), write=_write_csv),
    "json": Report(name="json", suffixes=(".json",), write=_write_json),
}


def report_for(suffix: str, name: str = "") -> Report:
    """Return the report of that name, else the one for that ending. Raises CalledWrongly, naming the choices."""
    for report in REPORTS.values():
        if report.name == name or (not name and suffix.lower() in report.suffixes):
            return report
    raise CalledWrongly("unknown-report", wanted=name or suffix, choices=" ".join(REPORTS))
