"""A question as it stands on screen: its material where it has any, its stem, and the view that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll

from quizapp.tui.items import view_for
from quizapp.tui.items.cases import case_places, case_title
from quizapp.tui.widgets.material import Material, MaterialTitle
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.tui.items.view import ItemView

SCROLLED = 3
"""Lines that a key scrolls a long question by."""


class QuestionPane(Horizontal):
    """Shows one of the questions it was made with. The views of all their types are made once, and shown in turn."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(id="pane")
        kinds: dict[str, list[Question]] = {}
        for question in questions:
            kinds.setdefault(question.item.TYPE, []).append(question)
        self._language = language
        self._views = {kind: view_for(kind)(language, those) for kind, those in kinds.items()}
        self._cases = case_places(questions)
        self._question = questions[0]
        self._case = ""
        """The case whose material is shown."""
        self._material = Material()
        self._scroll = VerticalScroll(id="question", can_focus=False)
        self._stem = Prose(id="stem")

    def compose(self) -> ComposeResult:
        yield self._material
        with self._scroll:
            yield self._stem
            for view in self._views.values():
                view.display = False
                yield view

    @property
    def view(self) -> ItemView:
        """The view of the question shown."""
        return self._views[self._question.item.TYPE]

    @property
    def has_material(self) -> bool:
        """Whether the question shown has material beside it."""
        return self._question.number in self._cases

    @property
    def is_cut(self) -> bool:
        """Whether the question is longer than there is room for."""
        return self._scroll.max_scroll_y > 0

    def show(self, question: Question, response: Response) -> None:
        """Show a question as answered, from its top, and put the cursor where text is asked."""
        self.view.leave_text()
        self._put(question, response)
        if self.view.takes_text:
            self.view.enter_text()

    def _put(self, question: Question, response: Response) -> None:
        self.view.display = False
        self._question = question
        self._stem.lead, self._stem.text = f"{question.number}. ", question.item.stem
        self._show_material(question)
        view = self.view
        view.show(question, response)
        view.display = True
        self._scroll.scroll_home(animate=False)

    def scroll_by(self, step: int) -> None:
        """Scroll to what a long question hides, up (-1) or down (1)."""
        self._scroll.scroll_relative(y=step * SCROLLED, animate=False)

    def scroll_material(self, step: int) -> None:
        """Scroll a case's material, up (-1) or down (1)."""
        self._material.scroll_by(step)

    @on(MaterialTitle.Clicked)
    def fold(self) -> None:
        """Fold the material away, or unfold it."""
        if self.has_material:
            self.toggle_class("-folded")
            self._entitle()

    def _show_material(self, question: Question) -> None:
        """Show a case's material; within the case it stays as it is scrolled and folded, another one is unfolded."""
        self.screen.set_class(self.has_material, "-case")
        if self.has_material and question.case != self._case:
            self.remove_class("-folded")
            self._material.show(question.stimulus)
            self._case = question.case
        if self.has_material:
            self._entitle()

    def _entitle(self) -> None:
        title = case_title(self._language, self._cases[self._question.number])
        keys = self._language.say("case.unfold" if self.has_class("-folded") else "case.keys")
        self._material.entitle(f"{title} | {keys}")
