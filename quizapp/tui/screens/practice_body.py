"""A question in practice with the line that confirms its answer, and beneath or beside it what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.screens.practice_words import chooses_at_once
from quizapp.tui.widgets.confirm_line import ConfirmLine
from quizapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.tui.items.view import ItemView
    from quizapp.tui.screens.practice_round import PracticeRound
    from quizapp.tui.screens.practice_words import PracticeWords


class PracticeBody(Horizontal):
    """Shows where a person is in a round. It changes nothing of it."""

    def __init__(self, language: Language, words: PracticeWords, place: PracticeRound) -> None:
        super().__init__(id="body")
        self._language = language
        self._words = words
        self._round = place
        self._confirm = ConfirmLine(id="confirm")
        self._page = Page()
        self._page.can_focus = False
        self.pane = QuestionPane(language, place.session.questions)

    def compose(self) -> ComposeResult:
        with Vertical(id="asked"):
            yield self.pane
            yield self._confirm
        yield self._page

    @property
    def view(self) -> ItemView:
        """The view of the question shown."""
        return self.pane.view

    @property
    def is_at_confirm(self) -> bool:
        """Whether the cursor is on the line that confirms."""
        return self._confirm.is_pointed

    def show(self) -> None:
        """Show the question from its top, as far as it is answered."""
        self._confirm.is_pointed = False
        self.pane.show(self._round.question, self._round.response)
        self.tell()

    def tell(self) -> None:
        """Show what is told of the answer, where there is one."""
        place, needs_person = self._round, self._round.question.item.NEEDS_PERSON
        self.screen.set_class(place.is_settled, "-told")
        self.screen.set_class(needs_person, "-writing")
        self._confirm.text = self._language.say("practice.see_model" if needs_person else "practice.confirm")
        self._confirm.display = not place.is_settled and not chooses_at_once(place.question)
        self._page.display = place.is_settled
        if place.is_settled:
            self.view.leave_text()
            self._page.show(self._words.answer_paragraphs(place))
        self.screen.remove_class("-tight")
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Set the options closer where question and verdict do not both fit with air between."""
        is_cut = self.pane.is_cut or self._page.max_scroll_y > 0
        self.screen.set_class(self._round.is_settled and is_cut, "-tight")

    def move(self, step: int) -> None:
        """Move the cursor, from the last option to the line that confirms; scroll what there is to read."""
        if self._round.is_settled:
            self._page.scroll_relative(y=step, animate=False)
        elif self._confirm.is_pointed:
            self.point_at_confirm(step > 0)
        elif not self.view.move(step):
            self.pane.scroll_by(step)
            self.point_at_confirm(step > 0 and self._confirm.display)

    def point_at_confirm(self, is_wanted: bool) -> None:
        """Put the cursor on the line that confirms, or back: there is one, so that none stays on an option."""
        if is_wanted != self._confirm.is_pointed and not self.view.takes_text:
            if is_wanted:
                self.view.show(self._round.question, self._round.draft)
            else:
                self.view.move(-1)
        self._confirm.is_pointed = is_wanted

    def update_response(self) -> None:
        """Show what was chosen or typed just now."""
        self._confirm.is_pointed = False
        self.view.update_response(self._round.draft)
