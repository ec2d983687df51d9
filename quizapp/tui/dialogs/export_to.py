"""Which kind of file is to be written, how much it tells, and where."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on

from quizapp.tui.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog, FormField
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language

KIND, VERSION, WHERE = "kind", "version", "where"


class Target(NamedTuple):
    """What is to be written."""

    path: str
    """Where to; the ending says which kind of file."""
    version: str
    """How much it tells."""


class ExportTo(FieldsDialog["Target | None"]):
    """Returns what is to be written; None for nothing."""

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss", "export_to.tcss"]
    BINDINGS: ClassVar = [DONE]

    def __init__(
        self,
        language: Language,
        title: str,
        kinds: Sequence[str],
        versions: Sequence[str],
        begun: Target,
        trouble: str = "",
    ) -> None:
        """`kinds` are endings, `begun` is what stands in the fields, `trouble` why nothing was written."""
        self._language = language
        self._usual = begun.path
        ending = PurePath(begun.path).suffix
        self._kind = ChoiceLine(kinds, self._said(kinds), ending if ending in kinds else kinds[0])
        self._version = ChoiceLine(versions, self._said(versions), begun.version)
        self._path = TextField()
        fields: dict[str, FormField] = {KIND: self._kind, VERSION: self._version, WHERE: self._path}
        labels = {name: language.say(f"committee.export_{name}") for name in fields}
        words = DialogWords(title, labels, language.say("committee.export_keys"))
        super().__init__(words, fields, {WHERE: begun.path}, trouble)

    def _said(self, words: Sequence[str]) -> dict[str, str]:
        codes = {word: f"committee.kind_{word.removeprefix('.')}" for word in words}
        return {word: self._language.say(code) for word, code in codes.items() if self._language.knows(code)}

    def first(self) -> str:
        return WHERE if self.is_in_trouble else KIND

    @on(ChoiceLine.Changed)
    def end_so(self) -> None:
        """Give the file the ending of its kind."""
        self._path.begin_with(str(PurePath(self._path.value or self._usual).with_suffix(self._kind.value)))

    def action_enter(self) -> None:
        """Write it from every field: what stands in them may well do."""
        self.action_done()

    def missing(self, name: str) -> str:
        return self._language.say("committee.form_empty", field=self._language.say(f"committee.export_{name}"))

    def done(self) -> Target:
        return Target(self._path.value.strip(), self._version.value)
