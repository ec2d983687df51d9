"""The title and the id that a paper is saved under."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from quizapp.domain.text import clean_line
from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.line import AutoLine
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.language import Language

KEYS = (
    ("tab,down,shift+tab,up", "other"),
    ("enter,f9,ctrl+s", "save"),
    ("escape", "back"),
)


class NamePaper(LeftOnce["tuple[str, str] | None"], ModalScreen["tuple[str, str] | None"]):
    """Returns the title and the id; None to go on composing."""

    CSS_PATH = ["dialog.tcss", "name_paper.tcss"]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, language: Language, title: str, id: str, notes: Sequence[str], trouble: str = "") -> None:
        """`notes` are told above, `trouble` is why it was not saved."""
        super().__init__()
        self._language = language
        self._begun = (title, id)
        self._notes = notes
        self._trouble = Prose(trouble, id="trouble")
        self._title_field, self._id_field = TextField(), TextField()

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(say("compose.save_title"), classes="dialog-title")
            for note in self._notes:
                yield Prose(note, classes="note")
            for code, field in (("compose.save_name", self._title_field), ("compose.save_id", self._id_field)):
                with Horizontal(classes="entry"):
                    label = AutoLine(classes="label")
                    label.show(say(code))
                    yield label
                    yield field
            yield Prose(say("compose.save_id_note"), classes="muted")
            yield self._trouble
            yield Prose(say("compose.save_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._trouble.display = bool(self._trouble.text)
        self._title_field.begin_with(self._begun[0])
        self._id_field.begin_with(self._begun[1])
        self.set_focus(self._id_field if self._trouble.text else self._title_field)

    def type_character(self, character: str) -> bool:
        """Give a character to the field that has the cursor."""
        if isinstance(self.focused, TextField):
            self.focused.type_text(character)
        return True

    def action_other(self) -> None:
        self.set_focus(self._id_field if self.focused is self._title_field else self._title_field)

    def action_save(self) -> None:
        title, id = clean_line(self._title_field.value), clean_line(self._id_field.value)
        if title:
            self.dismiss((title, id))
        else:
            self._trouble.text, self._trouble.display = self._language.say("compose.no_title"), True
            self.set_focus(self._title_field)

    def action_back(self) -> None:
        self.dismiss(None)
