"""The lines around a question, as widgets: kept up to date, and lent to what has to be said for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal

from quizapp.tui.room import NOTICE_SECONDS, WIDE_FROM
from quizapp.tui.widgets.clock import Clock
from quizapp.tui.widgets.key_line import PARTING, KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting import Sitting
    from quizapp.tui.screens.sitting_key_words import Keys
    from quizapp.tui.screens.sitting_words import SittingWords

MOST_KEYS = 70
"""Cells of the key line on a narrow terminal, behind which it is said whether all is saved."""


class SittingLines:
    """What stands above and below a question, and the answer sheet beside it."""

    def __init__(self, language: Language, sitting: Sitting, words: SittingWords, ticked: Callable[[], None]) -> None:
        self._sitting = sitting
        self._words = words
        self._where = Line(id="where")
        self._language = language
        self._clock = Clock(language, words.time_left, ticked)
        self._progress = Line(id="progress", classes="muted")
        self._rule = Rule(id="rule")
        self._keys = KeyLine()
        self._saved = AutoLine(id="saved")
        self.grid = SheetGrid(words.sections())
        """The answer sheet, which stands beside the question where there is room."""

    def above(self) -> ComposeResult:
        """Yield what stands above the question."""
        with Horizontal(id="top"):
            yield self._where
            yield self._clock
        yield self._progress
        yield Rule()

    def below(self) -> ComposeResult:
        """Yield what stands below it."""
        yield self._rule
        with Horizontal(id="foot"):
            yield self._keys
            yield self._saved

    def begin(self) -> None:
        """Say where this is and who sits here, which does not change."""
        self._where.show(self._words.where())
        self.grid.attempt = self._sitting.attempt

    @property
    def room(self) -> int:
        """How many cells the key line may take."""
        columns = self._keys.app.size.width
        # Nothing moves from key to key.
        saved = max(cell_len(f"{PARTING}{self._words.saved(waits=waits)}") for waits in (False, True))
        return columns - 2 - saved if columns >= WIDE_FROM else min(columns - 2 - saved, MOST_KEYS)

    def refresh(self, question: Question, progress: str, keys: Keys) -> None:
        """Say how the attempt stands now, this question being shown, and what can be done."""
        self._progress.show(progress)
        self._keys.parts = keys
        self.grid.cursor, self.grid.attempt = question.number, self._sitting.attempt
        self.grid.states = self._words.section_states() if self._sitting.terms.has_clocks else ()

    def show_saved(self, *, waits: bool) -> None:
        """Say whether everything is on disk, typed text that `waits` too."""
        self._saved.show(f"{PARTING}{self._words.saved(waits=waits)}")
        self._saved.set_class(self._sitting.trouble is not None, "-trouble")

    def show_time(self, progress: str) -> None:
        """Show the time left at once: the clock's, and the paper's behind how the attempt stands."""
        self._clock.show_now()
        self._progress.show(progress)

    def show_progress(self, progress: str) -> None:
        """Show how the attempt stands, nothing else."""
        self._progress.show(progress)

    def tell_time(self, text: str) -> None:
        """Say that the time left was changed, and show it at once."""
        self._clock.show_now()
        self.tell(text)

    def tell(self, text: str) -> None:
        """Say something in the rule for a while; "" takes it back. What is unsaved stands there until it is saved."""
        rule = self._rule
        rule.notice = text or self._words.trouble()
        rule.is_alarm = not text
        if text:
            rule.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def _take_back(self, text: str) -> None:
        if self._rule.notice == text:
            self.tell("")
