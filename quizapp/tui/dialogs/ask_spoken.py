"""The password of who invigilates: asked, looked at off the event loop, and said where it is wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.domain.errors import QuizError
from quizapp.services.order_proofs import OrderKey
from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.spoken_field import SpokenField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.invigilating import Doorkeeper


class AskSpoken(LeftOnce[OrderKey | None], ModalScreen[OrderKey | None]):
    """Returns the key behind the password once that was typed, None where the person went back.

    It stays until then: no key of a password must reach the question beneath. All its keys have priority.
    """

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        Binding("escape,f8", "back", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(self, language: Language, keeper: Doorkeeper) -> None:
        super().__init__()
        self._language = language
        self._keeper = keeper
        self._field = SpokenField()
        self._told = Prose("", id="told")
        self._is_checking = False

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(say("invigilate.ask"), classes="dialog-title")
            yield Prose(say("invigilate.ask_note"), classes="dialog-note")
            yield self._field
            yield self._told
            yield Prose(say("invigilate.ask_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._told.display = False
        self.set_focus(self._field)

    def type_character(self, character: str) -> bool:
        if not self._is_checking:
            self._field.type_text(character)
        return True

    def action_take(self) -> None:
        """Have the password looked at; what is pressed meanwhile does nothing, so that each try takes its time."""
        if self._is_checking or not self._field.value.strip():
            return
        self._is_checking = True
        self._tell(self._language.say("invigilate.checking"))
        self.run_worker(self._check(self._field.value), exclusive=True, group="password")

    async def _check(self, password: str) -> None:
        try:
            key = await asyncio.to_thread(self._keeper.admits, password)
        except QuizError as error:
            self._tell(self._language.error(error))
        else:
            if key is not None:
                self.dismiss(key)
                return
            self._tell(self._language.say("invigilate.wrong"))
        self._field.begin_with("")
        self._is_checking = False

    def _tell(self, text: str) -> None:
        self._told.text = text
        self._told.display = True

    def action_back(self) -> None:
        self.dismiss(None)
