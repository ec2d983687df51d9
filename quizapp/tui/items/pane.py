"""A question as it stands on screen: its material where it has any, its stem, and its view; or to be looked at only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message

from quizapp.language.words import chinese_numeral
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.items import view_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.tui.items.view import ItemView


SCROLLED = 3
"""Lines that a key scrolls by."""


class MaterialTitle(Line):
    """The line that stays when the material is folded; a click folds and unfolds."""

    class Clicked(Message):
        """Somebody clicked on it."""

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class Material(VerticalScroll, can_focus=False):
    """Shows one text under a title that does not scroll away."""

    def __init__(self) -> None:
        super().__init__(id="material")
        self._title = MaterialTitle(id="case")
        self._text = Prose()

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._text

    def entitle(self, title: str) -> None:
        """Show another title over the same text."""
        self._title.show(title)

    def show(self, text: str) -> None:
        """Show another text, from its top."""
        self._text.text = text
        self.scroll_home(animate=False)

    def scroll_by(self, step: int) -> None:
        """Scroll the text up (-1) or down (1)."""
        self.scroll_relative(y=step * SCROLLED, animate=False)


class CasePlace(NamedTuple):
    """All counted from 1, as people count."""

    case: int
    question: int
    questions: int


def case_places(questions: Sequence[Question]) -> Mapping[int, CasePlace]:
    """Return the place in its case of every question that has one, by the question's number."""
    cases: dict[str, list[int]] = {}
    for question in questions:
        if question.case:
            cases.setdefault(question.case, []).append(question.number)
    return {
        number: CasePlace(case, place, len(numbers))
        for case, numbers in enumerate(cases.values(), 1)
        for place, number in enumerate(numbers, 1)
    }


def case_title(language: Language, place: CasePlace) -> str:
    """Return the name of a case and which of its questions this is: 案例一 第 2/3 问."""
    number = chinese_numeral(place.case) if language.tongue == "zh" else str(place.case)
    name = language.say("case.title", number=number)
    return f"{name} {language.say('case.place', place=place.question, total=place.questions)}"


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
        self._told = ("", "")
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
        told = (question.case, question.stimulus)
        if self.has_material and told != self._told:
            self.remove_class("-folded")
            has_more = question.case == self._told[0] and question.stimulus.startswith(self._told[1])
            self._material.show(question.stimulus)
            if has_more:
                # What a case tells anew stands at its end.
                self._material.scroll_end(animate=False)
            self._told = told
        if self.has_material:
            self._entitle()

    def _entitle(self) -> None:
        title = case_title(self._language, self._cases[self._question.number])
        keys = self._language.say("case.unfold" if self.has_class("-folded") else "case.keys")
        self._material.entitle(f"{title} | {keys}")


class ShownQuestion(QuestionPane):
    """A pane that takes neither keys, clicks nor the cursor, as high as its question; what is around it scrolls."""

    DEFAULT_CSS = """
    ShownQuestion { height: auto; layout: vertical; opacity: 100%; }
    ShownQuestion #question { height: auto; width: 1fr; overflow-y: hidden; }
    ShownQuestion #stem { margin-bottom: 1; }
    ShownQuestion OptionLine, ShownQuestion Sides { padding: 0 0 0 1; }
    ShownQuestion Sides, ShownQuestion Choices, ShownQuestion OrderedLines { margin-bottom: 1; }
    ShownQuestion #material { display: none; height: auto; margin-bottom: 1; padding: 0 1; background: $surface; }
    ShownQuestion #material { overflow-y: hidden; }
    ShownQuestion.-cased #material { display: block; }
    ShownQuestion #material #case { color: $text-muted; text-style: bold; }
    ShownQuestion .note { margin: 0 0 1 3; color: $text-muted; }
    ShownQuestion EssayView, ShownQuestion EssayView VerticalScroll { height: auto; }
    ShownQuestion EssayView { margin: 0 0 1 1; }
    ShownQuestion EssayView DocumentPart.-whole { height: auto; }
    ShownQuestion EssayView DocumentPart WritingField { border: none; padding: 0 1; background: $field; }
    ShownQuestion EssayView DocumentPart WritingField, ShownQuestion EssayView DocumentPart.-whole WritingField {
        height: 3;
    }
    ShownQuestion Blank { height: 1; margin: 0 0 1 1; }
    ShownQuestion Blank AutoLine { margin-right: 1; color: $text-muted; }
    """

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self.disabled = True

    def show(self, question: Question, response: Response) -> None:
        """Show a question as answered, the cursor left where it is."""
        self._put(question, response)
        self.set_class(self.has_material, "-cased")

    def _entitle(self) -> None:
        self._material.entitle(case_title(self._language, self._cases[self._question.number]))
