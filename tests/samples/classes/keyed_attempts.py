"""Attempts keyed into a workplace, and class lists brought into it, as short as a test needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import Paper
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import AnyColumn, Cell, Wishes
from quizapp.services.marking.answer_entry import enter
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_export import open_export
from quizapp.services.scores.score_rows import export_table
from tests.samples.workplace import PAPER, StoppedClock


def written(folder: Path, lines: Sequence[str], name: str = "table.csv") -> Path:
    """Return a file that holds these lines."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def key_in(
    place: Workplace, folder: Path, answers: Mapping[str, str], paper: Paper = PAPER, *, again: bool = False
) -> None:
    """Enter answers, parted by commas, for candidates by their number."""
    lines = ["学号,1,2,3,4,5", *(f"{id},{given}" for id, given in answers.items())]
    enter(place, paper, written(folder, lines), again=again)
    if isinstance(place.clock, StoppedClock):
        place.clock.at += timedelta(seconds=1)


def roster(place: Workplace, *people: str) -> None:
    """Put people on the roster: 学号 and 姓名 parted by a blank."""
    everybody = [Candidate(id=one.split()[0], name=one.split()[1], unit="办公室") for one in people]
    place.home.roster.record(everybody, place.clock.read().at)


def exported(place: Workplace, *, all_attempts: bool = False, paper: str = "sample-paper") -> list[dict[str, Cell]]:
    """Return the rows of a paper's export as maps of their columns."""
    book = look(place.home, place.clock)
    found = find_exported(place, book.scores, paper)
    table = export_table(place.home, book, found, place.clock.read().at, all_attempts=all_attempts)
    names = [column.name for column in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in table.cells()]


class ResponseCells(NamedTuple):
    """The export of responses as it stands in a file."""

    columns: tuple[AnyColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


def responses(place: Workplace, paper: str = "sample-paper") -> ResponseCells:
    """Return the export of a paper's responses."""
    wishes = Wishes(paper=paper, responses=True)
    table = open_export(place, look(place.home, place.clock), wishes).only.table
    return ResponseCells(table.columns, tuple(table.cells()))
