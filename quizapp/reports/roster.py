"""The class roster for others to read and to edit: what is written is what an import brings in again, unchanged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.errors import CalledWrongly
from quizapp.domain.spreadsheet import GUARD, looks_guarded
from quizapp.services.score_table import Column, Table

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.language import Language

COLUMNS = (Column(name="id", kind="id"), *(Column(name=name) for name in ("name", "unit", "post", "group")))

Write: TypeAlias = "Callable[[Sequence[Candidate], Language], bytes]"


def _write_csv(people: Sequence[Candidate], language: Language) -> bytes:
    from quizapp.reports.csv_report import write

    return write(_to_read_back(people), language)


def _write_workbook(people: Sequence[Candidate], language: Language) -> bytes:
    from quizapp.reports.roster_workbook import write

    return write(_to_read_back(people), language)


def _write_json(people: Sequence[Candidate], language: Language) -> bytes:
    from quizapp.reports.json_report import write

    return write(_table(people), language)


ROSTER_REPORTS: Mapping[str, Write] = MappingProxyType(
    {".csv": _write_csv, ".xlsx": _write_workbook, ".json": _write_json}
)
"""By the file's ending."""


def roster_report(suffix: str) -> Write:
    """Return what writes a roster into a file of that ending. Raises CalledWrongly, naming the choices."""
    write = ROSTER_REPORTS.get(suffix.lower())
    if write is None:
        raise CalledWrongly("unknown-report", wanted=suffix, choices=" ".join(name[1:] for name in ROSTER_REPORTS))
    return write


def _table(people: Sequence[Candidate]) -> Table:
    rows = tuple((one.id, one.name, one.unit, one.post, one.group) for one in people)
    return Table(columns=COLUMNS, rows=rows)


def _to_read_back(people: Sequence[Candidate]) -> Table:
    """Return the table with one more ' before what looks as if it had one: an import takes one off."""
    table = _table(people)
    texts = (tuple(map(str, row)) for row in table.rows)
    rows = ((id, *(GUARD + text if looks_guarded(text) else text for text in rest)) for id, *rest in texts)
    return table._replace(rows=tuple(rows))
