"""A score table as it is looked at: searched, narrowed down and sorted, each row's texts made when it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizapp.services.score_sheet import ordered, read_sheet, sifted
from quizapp.tui.screens.score_columns import row_of, shown_columns

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_sheet import Line, Order, ScoreSheet
    from quizapp.services.workplace import Workplace
    from quizapp.tui.screens.score_columns import Shown
    from quizapp.tui.widgets.frozen_table import Row


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
    order: Order | None = None
    """None is the export's own: by rank."""
    lines: tuple[Line, ...] = field(default=())
    """Those that fit, in order."""

    def changed(self, **wishes: object) -> ScoreView:
        """Return it with other wishes."""
        return replace(self, **wishes)._sorted()  # type: ignore[arg-type]  # named by the screen

    def row(self, place: int) -> Row:
        """Return a line's row."""
        return row_of(self.lines[place], self.columns, self.language)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or self.status is not None

    def _sorted(self) -> ScoreView:
        lines = ordered(sifted(self.sheet.lines, self.words, self.status), self.order, self.sheet.columns)
        return replace(self, lines=tuple(lines))


def read_view(place: Workplace, language: Language, paper: str, *, all_attempts: bool) -> ScoreView:
    """Return a paper's score table, all of it. Waits for the disk; raises QuizError."""
    return view_of(read_sheet(place, paper, all_attempts=all_attempts), language, all_attempts=all_attempts)


def view_of(sheet: ScoreSheet, language: Language, *, all_attempts: bool = False) -> ScoreView:
    """Return the view of a sheet that was read, all of it. It looks at every line: not on the event loop."""
    columns = shown_columns(sheet, language)
    return ScoreView(sheet=sheet, columns=columns, language=language, all_attempts=all_attempts, lines=sheet.lines)
