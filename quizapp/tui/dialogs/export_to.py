"""Which kind of file is to be written, how much it tells, and where."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.line import AutoLine
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.language import Language

KEYS = (
    ("tab,down", "go(1)"),
    ("shift+tab,up", "go(-1)"),
    ("enter,f9,ctrl+s", "done"),
    ("escape", "back"),
)


class Target(NamedTuple):
    """What is to be written."""

    path: str
    """Where to; the ending says which kind of file."""
    version: str
    """How much it tells."""


class ExportTo(LeftOnce["Target | None"], ModalScreen["Target | None"]):
    """Returns what is to be written; None for nothing.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = ["dialog.tcss", "export_to.tcss"]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        *(Binding(keys, action, show=False, priority=True) for keys, action in KEYS),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

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
        super().__init__()
        self._language = language
        self._title = title
        self._begun = begun
        ending = PurePath(begun.path).suffix
        self._kind = ChoiceLine(kinds, self._said(kinds), ending if ending in kinds else kinds[0])
        self._version = ChoiceLine(versions, self._said(versions), begun.version)
        self._path = TextField()
        self._fields: tuple[ChoiceLine | TextField, ...] = (self._kind, self._version, self._path)
        self._trouble = Prose(trouble, id="trouble")

    def _said(self, words: Sequence[str]) -> dict[str, str]:
        codes = {word: f"committee.kind_{word.removeprefix('.')}" for word in words}
        return {word: self._language.say(code) for word, code in codes.items() if self._language.knows(code)}

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            for name, field in zip(("kind", "version", "where"), self._fields, strict=True):
                label = AutoLine(classes="label")
                label.show(say(f"committee.export_{name}"))
                with Horizontal(classes="entry"):
                    yield label
                    yield field
            yield self._trouble
            yield Prose(say("committee.export_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._trouble.display = bool(self._trouble.text)
        self._path.begin_with(self._begun.path)
        self.set_focus(self._path if self._trouble.text else self._kind)

    def type_character(self, character: str) -> bool:
        """Give a character to the path; a blank goes through the words of a choice."""
        if isinstance(self.focused, ChoiceLine) and character in (" ", "\u3000"):
            self.focused.step(1)
        elif isinstance(self.focused, TextField):
            self.focused.type_text(character)
        return True

    @on(ChoiceLine.Changed)
    def end_so(self) -> None:
        """Give the file the ending of its kind."""
        self._path.begin_with(str(PurePath(self._path.value or self._begun.path).with_suffix(self._kind.value)))

    def action_go(self, step: int) -> None:
        at = next((place for place, field in enumerate(self._fields) if field is self.focused), 0)
        self.set_focus(self._fields[(at + step) % len(self._fields)])

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_done(self) -> None:
        if self._path.value.strip():
            self.dismiss(Target(self._path.value.strip(), self._version.value))

    def action_back(self) -> None:
        self.dismiss(None)
