"""A question that is being written, as the trainee will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll

from quizapp.tui.items.shown import ShownQuestion
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.tui.screens.shelf_words import ShelfWords


class FormSheet(VerticalScroll, can_focus=False):
    """Shows one question with its key, or says that it cannot be shown yet."""

    def __init__(self, language: Language, words: ShelfWords) -> None:
        super().__init__(id="sheet")
        self._language = language
        self._words = words
        self._shown: Question | None = None
        self._pane: ShownQuestion | None = None
        self._unseen = Prose(language.say("teach.unseen"), classes="muted")
        self._place = Vertical(id="place")
        self._told = Page()

    def compose(self) -> ComposeResult:
        yield self._unseen
        yield self._place
        yield self._told

    async def show(self, question: Question | None) -> None:
        """Show a question; None where it cannot be shown as it stands."""
        if question == self._shown and self._pane is not None:
            return
        self._shown = question
        with self.app.batch_update():
            if self._pane is not None:
                await self._pane.remove()
                self._pane = None
            if question is not None:
                self._pane = ShownQuestion(self._language, [question])
                await self._place.mount(self._pane)
                self._pane.show(question, ())
            self._unseen.display = question is None
            self._told.show([] if question is None else self._words.explained(question))
