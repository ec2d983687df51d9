"""The lines around a question, as widgets: kept up to date, and lent to what has to be said for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from quizapp.tui.room import NOTICE_SECONDS
from quizapp.tui.widgets.clock import Clock
from quizapp.tui.widgets.key_line import PARTING, KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting import Sitting
    from quizapp.tui.items.pane import QuestionPane
    from quizapp.tui.screens.sitting_words import SittingWords


class SittingLines:
    """What stands above and below a question, and the answer sheet beside it."""

    def __init__(self, language: Language, sitting: Sitting, words: SittingWords) -> None:
        self._sitting = sitting
        self._words = words
        self._where = Line(id="where")
        self._clock = Clock(language, sitting.remaining)
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

    def refresh(self, question: Question, pane: QuestionPane) -> None:
        """Say how the attempt stands now, this question being shown."""
        self._progress.show(self._words.progress(question))
        self._saved.show(f"{PARTING}{self._words.saved()}")
        self._saved.set_class(bool(self._sitting.unsaved), "-trouble")
        self._keys.parts = self._words.keys(pane.view, is_case=pane.has_material)
        self.grid.cursor, self.grid.attempt = question.number, self._sitting.attempt

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
