"""The title and the id that a paper is saved under."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quizapp.tui.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language

NAME, ID = "name", "id"


class NamePaper(FieldsDialog["tuple[str, str] | None"]):
    """Returns the title and the id; None to go on composing."""

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss", "name_paper.tcss"]
    BINDINGS: ClassVar = [DONE]
    OPTIONAL = frozenset({ID})

    def __init__(self, language: Language, title: str, id: str, notes: Sequence[str], trouble: str = "") -> None:
        """`notes` are told above, `trouble` is why it was not saved."""
        self._language = language
        say = language.say
        labels = {name: say(f"compose.save_{name}") for name in (NAME, ID)}
        below = [say("compose.save_id_note")]
        words = DialogWords(say("compose.save_title"), labels, say("compose.save_keys"), above=notes, below=below)
        super().__init__(words, {NAME: TextField(), ID: TextField()}, {NAME: title, ID: id}, trouble)

    def first(self) -> str:
        return ID if self.is_in_trouble else NAME

    def action_enter(self) -> None:
        """Save it from every field: what stands in them may well do."""
        self.action_done()

    def missing(self, name: str) -> str:
        return self._language.say("compose.no_title")

    def done(self) -> tuple[str, str]:
        values = self.values()
        return values[NAME], values[ID]
