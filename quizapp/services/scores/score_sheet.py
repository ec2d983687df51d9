"""A paper's score table as it is exported, each row with whose it is, to be searched, narrowed down and sorted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.text import folded
from quizapp.services.book.score_book import look
from quizapp.services.carrying.forks import parted
from quizapp.services.decisions.committee_journal import SeenJournal, seen_now
from quizapp.services.decisions.correction_list import pending_corrections
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.scores.score_rows import export_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizapp.services.book.score_table import Cell, Column
    from quizapp.services.ports.port_values import Document
    from quizapp.services.ports.workplace import Workplace


STATUSES = (
    *("in_progress", "marking", "handed_in", "marked", "void"),
    *("absent", "deferred", "exempt", "misconduct", "left", ""),
)
"""How rows stand, in the order in which they are sorted and offered; "" is who may still come."""

FAILED = "failed"
"""What is asked for beside them: 不及格."""


class ScoreSheetLine(NamedTuple):
    """A row of the export, and whose it is."""

    candidate: str
    name: str
    attempt: str
    """Which attempt it shows; "" where there is none."""
    number: int | None
    """Which of the candidate's attempts it is, or of how many the mean."""
    status: str
    cells: tuple[Cell, ...]
    sought: str
    """What a search looks through: 学号, name and unit."""
    is_elsewhere: bool = False
    """Whether another machine writes the attempt, which was collected from there and is under way."""
    is_forked: bool = False
    """Whether copies of the attempt part ways and nobody has decided between them."""
    has_failed: bool = False
    """Whether its mark is below the pass mark."""


class ScoreSheetOrder(NamedTuple):
    """What lines are sorted by."""

    column: int
    is_falling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """A paper's rows in the export's own order."""

    paper: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[ScoreSheetLine, ...]
    seen: SeenJournal
    """What was decided when it was read."""
    pending: int = 0
    """Corrections that do not hold yet: the scores are from before them."""

    def column(self, name: str) -> int:
        """Return the place of a column. Raises KeyError."""
        for place, column in enumerate(self.columns):
            if column.name == name and not column.is_titled:
                return place
        raise KeyError(name)


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
    names = [column.name for column in table.columns]
    attempts = _attempts(doc for doc in book.scores if doc["paper"] == about.id)
    lines = _marked_elsewhere(
        place, about.id, [_line(dict(zip(names, row, strict=True)), row, attempts) for row in table.rows]
    )
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


def ordered(
    lines: Sequence[ScoreSheetLine], order: ScoreSheetOrder | None, columns: Sequence[Column]
) -> list[ScoreSheetLine]:
    """Return the lines sorted, what is not known last whichever way; None is the export's own order."""
    if order is None:
        return list(lines)
    known = [line for line in lines if line.cells[order.column] not in (None, "", ())]
    others = [line for line in lines if line.cells[order.column] in (None, "", ())]
    column = columns[order.column]
    is_status = column.name == "status" and not column.is_titled
    key: Callable[[ScoreSheetLine], tuple[float, bytes]] = _by_status if is_status else partial(_value, order.column)
    return [*sorted(known, key=key, reverse=order.is_falling), *others]


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


def _marked_elsewhere(place: Workplace, paper: str, lines: Sequence[ScoreSheetLine]) -> tuple[ScoreSheetLine, ...]:
    under_way = any(line.status == "in_progress" for line in lines)
    away = place.home.collected.attempts() if under_way else frozenset()
    forked = parted(place.home, paper, (line.attempt for line in lines))
    return tuple(
        line._replace(
            is_elsewhere=line.status == "in_progress" and line.attempt in away,
            is_forked=line.attempt in forked,
        )
        for line in lines
    )


def _attempts(docs: Iterable[Document]) -> Mapping[tuple[object, ...], str]:
    return {(doc["candidate"], doc["started_at"], doc["receipt"]): doc["attempt"] for doc in docs}


def _line(
    row: Mapping[str, Cell], cells: tuple[Cell, ...], attempts: Mapping[tuple[object, ...], str]
) -> ScoreSheetLine:
    candidate, name = str(row["id"]), str(row["name"])
    return ScoreSheetLine(
        candidate=candidate,
        name=name,
        attempt=attempts.get((candidate, row["started_at"], row["receipt"]), ""),
        number=_number(row["attempt"]),
        status=str(row["status"]),
        cells=cells,
        sought=folded(f"{candidate} {name} {row['unit']}"),
        has_failed=row["passed"] is False,
    )


def _number(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _by_status(line: ScoreSheetLine) -> tuple[float, bytes]:
    return STATUSES.index(line.status), b""


def _value(column: int, line: ScoreSheetLine) -> tuple[float, bytes]:
    """Return the key of a column: numbers by size, texts as Chinese dictionaries have them."""
    cell = line.cells[column]
    if isinstance(cell, int | float):
        return float(cell), b""
    # The first 3,755 characters of GB 18030, nearly all that names are made of, stand in the order of pinyin.
    return 0.0, str(cell).casefold().encode("gb18030", "replace")
