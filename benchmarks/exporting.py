"""100,000 attempts exported, as CSV and as a workbook, beside the bare writers on the same rows."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from benchmarks.rows import Row

ATTEMPTS = 100_000
MOST_MEMORY = 60
"""MB above what was taken before writing began."""

# Each process does one thing: from the rows as the book gives them, or for the peers as they are shown, to a file. How
# they are read and ranked is not counted. It says how long it took, and how much higher its memory stood than before.
_BEGIN = """
import csv, gc, io, resource, sys, tempfile, time
from datetime import UTC, datetime, timedelta, timezone
from benchmarks.exported_rows import exported_table
from quizapp.language import Language
from quizapp.reports.cells import write_csv
from quizapp.documents.workbook import new_book
from quizapp.reports.workbook.fields import fields_of
from quizapp.documents.table_sheet import add_table
from xlsxwriter import Workbook
table, language = exported_table({attempts}), Language("zh", timezone(timedelta(hours=8)))
fields = fields_of(table.columns, language)
{prepare}
gc.collect()
before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
with tempfile.TemporaryFile() as out:
{write}
taken, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(taken, (after - before) / 1024)
"""
_SHOWN = """
shown = [[field.show(row) for field in fields] for row in table.rows]
heads = [field.head for field in fields]
"""
_OUR_CSV = "    write_csv(table, language, out)"
_BARE_CSV = """
    lines = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(lines)
    writer.writerow(heads)
    writer.writerows(shown)
    lines.flush()
"""
_OUR_BOOK = """
    with new_book(out, language, datetime(2026, 12, 1, tzinfo=UTC)) as book:
        add_table(book, "结业考试", "结业考试 成绩表", "", fields, table.rows)
"""
_BARE_BOOK = """
    book = Workbook(out, dict(constant_memory=True, strings_to_formulas=False, strings_to_urls=False))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, heads)
    for number, row in enumerate(shown, 1):
        sheet.write_row(number, 0, row)
    book.close()
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of both exports, ours and the peers' taken in turn, and the workbook's memory."""
    csv, bare_csv = _in_turn(_OUR_CSV, _BARE_CSV, max(3, int(7 * strength)))
    # A workbook takes half a minute, which is long beside what varies from run to run.
    book, bare_book = _in_turn(_OUR_BOOK, _BARE_BOOK, 3)
    return [
        _seconds("CSV", csv, bare_csv, "csv.writer on the same rows as they are shown", 3.0),
        _seconds("a workbook", book, bare_book, "XlsxWriter's write_row in constant memory on the same rows", 1.3),
        Row(
            name=f"memory above the start while {ATTEMPTS:,} attempts become a workbook",
            ours=median(one for _, one in book),
            peer=MOST_MEMORY,
            peer_name=f"the {MOST_MEMORY} MB that it may take",
            at_most=1.0,
            unit="MB",
        ),
    ]


def _seconds(
    words: str, ours: list[tuple[float, float]], peers: list[tuple[float, float]], peer_name: str, at_most: float
) -> Row:
    return Row(
        name=f"{ATTEMPTS:,} attempts exported as {words}",
        ours=median(one for one, _ in ours) * 1e3,
        peer=median(one for one, _ in peers) * 1e3,
        peer_name=peer_name,
        at_most=at_most,
    )


def _in_turn(ours: str, bare: str, times: int) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    pairs = [(_run("", ours), _run(_SHOWN, bare)) for _ in range(times)]
    return [one for one, _ in pairs], [one for _, one in pairs]


def _run(prepare: str, write: str) -> tuple[float, float]:
    """Return the seconds that a program took in a process of its own, and its megabytes."""
    program = _BEGIN.format(attempts=ATTEMPTS, prepare=prepare, write=write)
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    seconds, megabytes = said.split()
    return float(seconds), float(megabytes)
