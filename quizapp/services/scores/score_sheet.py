"""A paper's score table as it is exported, each row with whose it is, to be searched, narrowed down and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quizapp.domain.text import folded
from quizapp.services.book.attempt_door import pending_corrections
from quizapp.services.book.score_book import look
from quizapp.services.book.score_columns import ScoreRow
from quizapp.services.book.score_table import Cell, Column, by_name
from quizapp.services.carrying.forks import parted
from quizapp.services.decisions.committee_journal import SeenJournal, seen_now
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_rows import export_table

STATUSES = (
    *("in_progress", "marking", "handed_in", "marked", "void"),
    *("absent", "deferred", "exempt", "misconduct", "left", ""),
)
"""How rows stand, in the order in which they are sorted and offered; "" is who may still come."""

FAILED = "failed"
"""What is asked for beside them: 不及格."""


@dataclass(frozen=True, slots=True)
class ScoreSheetLine:
    """A row of the export, with what is known of its attempt beside it."""

    row: ScoreRow
    sought: str
    """What a search looks through: 学号, name and unit."""
    is_elsewhere: bool = False
    """Whether another machine writes the attempt, which was collected from there and is under way."""
    is_forked: bool = False
    """Whether copies of the attempt part ways and nobody has decided between them."""

    @property
    def candidate(self) -> str:
        return self.row.person.id

    @property
    def name(self) -> str:
        return self.row.person.name

    @property
    def attempt(self) -> str:
        """Which attempt it shows; "" where there is none."""
        return self.row.record["attempt"] if self.row.record else ""

    @property
    def number(self) -> int | None:
        """Which of the candidate's attempts it is, or of how many the mean."""
        return self.row.number

    @property
    def status(self) -> str:
        return self.row.status

    @property
    def has_failed(self) -> bool:
        """Whether its mark is below the pass mark."""
        return self.row.marks.passed is False


def line_of(row: ScoreRow) -> ScoreSheetLine:
    """Return a row as a line that can be searched for."""
    return ScoreSheetLine(row, folded(f"{row.person.id} {row.person.name} {row.person.unit}"))


class ScoreSheetOrder(NamedTuple):
    """What lines are sorted by."""

    column: Column[ScoreRow]
    is_falling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """A paper's rows in the export's own order."""

    paper: str
    title: str
    columns: tuple[Column[ScoreRow], ...]
    lines: tuple[ScoreSheetLine, ...]
    seen: SeenJournal
    """What was decided when it was read."""
    pending: int = 0
    """Corrections that do not hold yet: the scores are from before them."""

    def column(self, name: str) -> Column[ScoreRow]:
        """Return a column by its name. Raises KeyError."""
        return by_name(self.columns)[name]


def read_sheet(place: Workplace, paper: str, *, all_attempts: bool = False) -> ScoreSheet:
    """Return a paper's score table as of now, what is past its closing handed in. Waits for the disk.

    Raises Refused, MachineRefused: also where its decisions were altered.
    """
    id = find_exported(place, look(place.home, place.clock, place.class_id).scores, paper).id
    seen = seen_now(place.home, id)
    book = look(place.home, place.clock, place.class_id)
    about = find_exported(place, book.scores, id)
    book.check(about.id)
    table = export_table(place.home, book, about, place.clock.read().at, all_attempts=all_attempts)
    lines = _lines(place, about.id, table.rows)
    pending = pending_corrections(place.home, [about.id]).get(about.id, 0)
    return ScoreSheet(paper=about.id, title=about.title, columns=table.columns, lines=lines, pending=pending, seen=seen)


def sifted(lines: Iterable[ScoreSheetLine], words: str, status: str | None) -> list[ScoreSheetLine]:
    """Return the lines in which every word stands, in 学号, name or unit, and of that status; None is any.

    One is FAILED: marked, and below the pass mark.
    """
    wanted = [folded(word) for word in words.split()]
    return [
        line
        for line in lines
        if (status in (None, line.status) or (status == FAILED and line.has_failed))
        and all(word in line.sought for word in wanted)
    ]


def ordered(lines: Sequence[ScoreSheetLine], order: ScoreSheetOrder | None) -> list[ScoreSheetLine]:
    """Return the lines sorted, what is not known last whichever way; None is the export's own order."""
    if order is None:
        return list(lines)
    column = order.column
    cells = [(column.cell(line.row), line) for line in lines]
    known = [pair for pair in cells if pair[0] not in (None, "", ())]
    key = _by_status if column.name == "status" and not column.is_titled else _by_value
    known.sort(key=lambda pair: key(pair[0]), reverse=order.is_falling)
    return [line for _, line in (*known, *(pair for pair in cells if pair[0] in (None, "", ())))]


def statuses(lines: Iterable[ScoreSheetLine]) -> dict[str, int]:
    """Return how many lines stand how, in the order in which that is told; who failed is among the marked, too."""
    lines = tuple(lines)
    found = Counter(line.status for line in lines)
    found[FAILED] = sum(line.has_failed for line in lines)
    return {status: found[status] for status in (*STATUSES[:4], FAILED, *STATUSES[4:]) if found[status]}


def kept_place(before: ScoreSheetLine | None, place: int, lines: Sequence[ScoreSheetLine]) -> int:
    """Return where the cursor belongs: on the same attempt, else the same person, else where it was."""
    if before is None:
        return 0
    same = (at for at, line in enumerate(lines) if line.attempt == before.attempt and line.attempt)
    person = (at for at, line in enumerate(lines) if line.candidate == before.candidate)
    return next(same, next(person, place))


def _lines(place: Workplace, paper: str, rows: Sequence[ScoreRow]) -> tuple[ScoreSheetLine, ...]:
    lines = [line_of(row) for row in rows]
    under_way = any(line.status == "in_progress" for line in lines)
    away = place.home.collected.attempts() if under_way else frozenset()
    forked = parted(place.home, paper, (line.attempt for line in lines))
    return tuple(
        replace(
            line,
            is_elsewhere=line.status == "in_progress" and line.attempt in away,
            is_forked=line.attempt in forked,
        )
        for line in lines
    )


def _by_status(cell: Cell) -> tuple[float, bytes]:
    return STATUSES.index(str(cell)), b""


def _by_value(cell: Cell) -> tuple[float, bytes]:
    """Return the key of a cell: numbers by size, texts as Chinese dictionaries have them."""
    if isinstance(cell, int | float):
        return float(cell), b""
    # The first 3,755 characters of GB 18030, nearly all that names are made of, stand in the order of pinyin.
    return 0.0, str(cell).casefold().encode("gb18030", "replace")
