"""A score table as it is looked at: its columns, searched, narrowed down and sorted, and where it leads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len

from quizapp.reports.cells import text
from quizapp.services.scores.score_sheet import ordered, read_sheet, sifted
from quizapp.tui.frame.widgets.frozen_table import FrozenColumn, FrozenRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizapp.language import Language
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.score_table import AnyColumn, Cell, Column
    from quizapp.services.ports.port_values import AttemptName
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.scores.score_sheet import ScoreSheet, ScoreSheetLine, ScoreSheetOrder
    from quizapp.tui.shell import Shell


FROZEN = ("rank", "id", "name")
FIRST = ("unit", "score", "grade", "status", "seconds", "notes")
"""What is looked at first; the export's other columns follow in its order."""
ALWAYS = frozenset((*FROZEN, "score", "status"))
"""Shown even where nothing stands in them."""
NEVER = frozenset(("paper",))
"""The same on every row, and said above."""
WIDEST = {"id": 12, "name": 12, "unit": 18, "notes": 32}
USUAL = 16
WIDTHS = {"seconds": 8, "instant": 19, "word": 10, "flag": 8, "number": 5}
"""Cells of columns, by what they hold, whose texts are all about as long."""


class Shown(NamedTuple):
    """A column on the screen."""

    column: Column[ScoreRow]
    head: FrozenColumn


def shown_columns(sheet: ScoreSheet, language: Language) -> tuple[Shown, ...]:
    """Return the columns to show: those in which something stands. It looks at every line: not on the event loop."""
    first = {name: at for at, name in enumerate((*FROZEN, *FIRST))}
    shown = [one for column in sheet.columns if (one := _shown(sheet, column, language))]
    return tuple(sorted(shown, key=lambda one: first.get(_name(one.column), len(first))))


def row_of(line: ScoreSheetLine, columns: Sequence[Shown], language: Language) -> FrozenRow:
    """Return a line as it is shown, who has no score muted."""
    return FrozenRow([said(line, one.column, language) for one in columns], line.status != "marked")


def said(line: ScoreSheetLine, column: Column[ScoreRow], language: Language) -> str:
    """Return what stands in a column for a line, in the person's language."""
    return _said(column.cell(line.row), column, language)


def _said(cell: Cell, column: AnyColumn, language: Language) -> str:
    if column.kind == "word" and cell:
        return language.say(f"word.{cell}")
    if column.kind == "seconds" and isinstance(cell, int):
        hours, rest = divmod(cell, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return text(cell, column, language)


def head_of(column: AnyColumn, language: Language) -> str:
    """Return what a column is called on the screen."""
    if column.is_titled:
        return column.name
    said = language.say("column.used" if column.kind == "seconds" else f"column.{column.name}")
    # In English these are the names of a table that a program reads.
    return said.replace("_", " ")


def _name(column: AnyColumn) -> str:
    return "" if column.is_titled else column.name


def _shown(sheet: ScoreSheet, column: Column[ScoreRow], language: Language) -> Shown | None:
    """Return a column as it is shown; None where it is not."""
    name = _name(column)
    cells = [cell for line in sheet.lines if (cell := column.cell(line.row)) not in (None, "", ())]
    if name in NEVER or not (cells or name in ALWAYS):
        return None
    title = head_of(column, language)
    wide = max(_width(cells, column, language), min(cell_len(title), USUAL))
    return Shown(column, FrozenColumn(title, wide, column.kind in ("number", "seconds")))


def _width(cells: Sequence[Cell], column: AnyColumn, language: Language) -> int:
    """Return how many screen cells a column's texts take, as far as they are given room."""
    if column.kind in WIDTHS:
        return WIDTHS[column.kind]
    told = (_said(cell, column, language) for cell in cells) if column.kind == "notes" else set(map(str, cells))
    return min(_widest(told), WIDEST.get(_name(column), USUAL))


def _widest(texts: Iterable[str]) -> int:
    """Return the cells of the widest text; most are told at a glance not to be it, for there may be thousands."""
    widest = 0
    for one in texts:
        if 2 * len(one) > widest:
            widest = max(widest, len(one) if one.isascii() else cell_len(one))
    return widest


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """What of a sheet is shown."""

    sheet: ScoreSheet
    columns: tuple[Shown, ...]
    language: Language
    all_attempts: bool
    """Whether it has a line for every attempt, not for every person."""
    words: str = ""
    status: str | None = None
    """Only lines that stand so; None is all."""
    order: ScoreSheetOrder | None = None
    """None is the export's own: by rank."""
    lines: tuple[ScoreSheetLine, ...] = field(default=())
    """Those that fit, in order."""

    def changed(self, **wishes: object) -> ScoreView:
        """Return it with other wishes."""
        return replace(self, **wishes)._sorted()  # type: ignore[arg-type]  # named by the screen

    def row(self, place: int) -> FrozenRow:
        """Return a line's row."""
        return row_of(self.lines[place], self.columns, self.language)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or self.status is not None

    def _sorted(self) -> ScoreView:
        lines = ordered(sifted(self.sheet.lines, self.words, self.status), self.order)
        return replace(self, lines=tuple(lines))


def read_view(place: Workplace, language: Language, paper: str, *, all_attempts: bool) -> ScoreView:
    """Return a paper's score table, all of it. Waits for the disk; raises QuizError."""
    return view_of(read_sheet(place, paper, all_attempts=all_attempts), language, all_attempts=all_attempts)


def view_of(sheet: ScoreSheet, language: Language, *, all_attempts: bool = False) -> ScoreView:
    """Return the view of a sheet that was read, all of it. It looks at every line: not on the event loop."""
    columns = shown_columns(sheet, language)
    return ScoreView(sheet=sheet, columns=columns, language=language, all_attempts=all_attempts, lines=sheet.lines)


PaperVisit: TypeAlias = "Callable[[Shell, str], Awaitable[str]]"


class PaperOffer(NamedTuple):
    """What can be done with one paper: the code of its title and of its note, and the way, which returns what to say.

    The paper is named by its id.
    """

    title: str
    note: str
    visit: PaperVisit
    is_projected: bool = False
    """Whether a room of people looks at it: what shows names is closed first, so that leaving it shows none."""


class PaperWays(NamedTuple):
    """The ways on from a score table, handed to it by whoever opens it."""

    replay: Callable[[Shell, AttemptName], Awaitable[None]]
    choose_offer: Callable[[Shell, str], Awaitable[PaperOffer | None]]
    """Asks what is to be done with a paper of that title; None for nothing."""
