"""Candidates' own receipts against the attempts: a list of 学号 and 回执号, an earlier export among others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import same_number
from quizapp.domain.errors import Faulty
from quizapp.reading.findings import Findings
from quizapp.reading.rows import read_rows
from quizapp.services.enrolling import NUMBER_HEADS
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.headers import find_columns
from quizapp.services.table_faults import TableFaults

if TYPE_CHECKING:
    from quizapp.services.evidence.finding import Kind
    from quizapp.services.evidence.recomputing import Recomputed

HEADS: Mapping[str, tuple[str, ...]] = {"id": NUMBER_HEADS, "receipt": ("回执号", "交卷回执号", "回执", "receipt")}


class Receipt(NamedTuple):
    """What a candidate holds."""

    line: int
    candidate: str
    receipt: str


def read_receipts(path: Path) -> tuple[Receipt, ...]:
    """Return a table's receipts; who has none is left out. Raises Faulty, CalledWrongly, Refused."""
    findings = Findings(str(path))
    rows = read_rows(path, findings, lambda sheet: find_columns(sheet, HEADS, needed="receipt") is not None)
    faults = TableFaults(str(path), findings.faults)
    columns = None if faults.has_errors else find_columns(rows, HEADS, needed="receipt")
    if not faults.has_errors and (columns is None or "id" not in columns.places):
        faults.error("receipts-no-heads", (1, 0))
    if columns is None or faults.has_errors:
        raise Faulty(faults.faults)
    listed = (
        Receipt(row.line, _id(row.cell(columns.places["id"])), _plain(row.cell(columns.places["receipt"])))
        for row in rows[columns.below :]
    )
    return tuple(one for one in listed if one.receipt)


def check_receipts(receipts: tuple[Receipt, ...], now: Recomputed) -> Iterator[Finding]:
    """Give the receipts that fit no attempt of their candidate."""
    held: dict[str, dict[str, str]] = {}
    for one in now.attempts:
        if one.receipt is not None:
            # Whose it was when it was handed in, and whose it is now: either may hold it.
            for id in {same_number(one.attempt.started.candidate), same_number(one.candidate.id)}:
                held.setdefault(id, {})[_plain(one.receipt)] = one.id
    everywhere = {receipt for mine in held.values() for receipt in mine}
    for given in receipts:
        mine = held.get(same_number(given.candidate), {})
        if given.receipt in mine:
            continue
        kind: Kind = "replaced" if mine else "missing"
        code = "receipt-another" if given.receipt in everywhere else "receipt-differs"
        yield found(
            kind,
            code if mine else "receipt-nobody",
            attempt=next(iter(mine.values())) if len(mine) == 1 else "",
            line=given.line,
            candidate=given.candidate,
            receipt=_shown(given.receipt),
            now="、".join(sorted(map(_shown, mine))),
        )


def _plain(text: str) -> str:
    """Return a receipt as it is compared: as it may be typed or read out, without its stroke."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum())


def _id(text: str) -> str:
    # An export writes one that a spreadsheet would run behind a quote.
    return text.removeprefix("'")


def _shown(plain: str) -> str:
    plain = _plain(plain)
    return f"{plain[:5]}-{plain[5:]}" if len(plain) == 10 else plain
