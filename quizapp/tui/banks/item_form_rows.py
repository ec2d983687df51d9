"""The rows of a question's form: a label, what is typed or chosen, and the faults beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from quizapp.domain.items import ITEM_TYPES
from quizapp.reading import native_words as words
from quizapp.reading.exchange.source_question import field_name, value_text
from quizapp.services.banks.item_form_texts import FormField
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.frame.widgets.writing_field import LinesField, WritingField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.ports.bank_editor import ShelfTopic

_LETTERS = ("letters",)
_AREAS = ("text", "lines", "letters")


class FormRow(Vertical):
    """One field of the form."""

    def __init__(self, language: Language, field: FormField, topics: Sequence[ShelfTopic]) -> None:
        super().__init__(classes="-area" if field.kind in _AREAS else "")
        self.field = field
        self._language = language
        self._topics = topics
        self._fault = Prose(classes="fault")
        self.input = self._made()

    def compose(self) -> ComposeResult:
        with Horizontal(classes="entry"):
            label = Line(classes="label")
            label.show(field_name(self.field.name, self._language))
            yield label
            yield self.input
        note = self.field.note or ("teach.field_fixed" if self.field.is_fixed else "")
        if note:
            yield Prose(self._language.say(note), classes="note")
        yield self._fault

    def on_mount(self) -> None:
        self._fault.display = False

    @property
    def target(self) -> TextField | WritingField | ChoiceLine | None:
        """What takes the cursor; None where the field cannot be changed here."""
        if self.field.is_fixed or isinstance(self.input, Line):
            return None
        return self.input.area if isinstance(self.input, LinesField) else self.input

    @property
    def text(self) -> str:
        """What stands in the field now."""
        target = self.target
        if target is None:
            return self.field.text
        if isinstance(target, WritingField):
            return target.text
        return target.value

    def say(self, sentences: Sequence[tuple[str, bool]]) -> None:
        """Show faults beneath the field, each with whether it is an error."""
        self._fault.text = "\n".join(text for text, _ in sentences)
        self._fault.display = bool(sentences)
        self._fault.set_class(any(is_error for _, is_error in sentences), "-error")

    def _made(self) -> Line | TextField | LinesField | ChoiceLine:
        field = self.field
        if field.is_fixed:
            line = Line(classes="muted")
            line.show(field.text)
            return line
        if field.kind in _AREAS:
            return LinesField(field.text, has_letters=field.kind in _LETTERS)
        if field.kind in ("choice", "topic"):
            choices = field.words if field.kind == "choice" else ("", *(topic.id for topic in self._topics))
            unset = {"": self._language.say("teach.unset")}
            return ChoiceLine(choices, {**unset, **{word: self._said(word) for word in choices if word}}, field.text)
        text = TextField()
        text.value = field.text
        return text

    def _said(self, word: str) -> str:
        """Return how a word that can be chosen is said."""
        name, language = self.field.name, self._language
        if name == "topic":
            return next((topic.title for topic in self._topics if topic.id == word), word)
        code = {"status": f"teach.status_{word}"}.get(name, f"word.{word}")
        if name in ("any_order", "keep_order"):
            code = f"teach.flag_{word}"
        if name == "marking" and language.tongue == "zh":
            return words.chinese(words.schemes(ITEM_TYPES.values()), word)
        return language.say(code) if language.knows(code) else value_text(name, word, language)

    def listed(self) -> list[str]:
        """Return how the words that can be chosen are said in a list, topics under those above them."""
        assert isinstance(self.input, ChoiceLine)
        if self.field.kind != "topic":
            return [self.input.said(word) for word in self.input.words]
        return [self.input.said(""), *("  " * topic.depth + topic.title for topic in self._topics)]
