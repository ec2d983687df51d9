"""Rehearsing the keys: each is pressed once, and ticked when it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from quizapp.domain.rehearsal import KEYS, Checked, of_keys
from quizapp.tui.room import Room
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.language import Language

_WIDE = {"１": "1", "Ａ": "a", "ａ": "a"}


class RehearsalKeys(Room[Checked | None]):
    """Returns which keys arrived; None where the person left. Only these keys, blanks and Ctrl+Q do anything here."""

    CSS_PATH = "rehearsal.tcss"
    GUIDE: ClassVar = "rehearse"

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._arrived: list[str] = []
        self._lines = [Line() for _ in KEYS]

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Prose(self.say("rehearse.keys_ask"), classes="ask")
            yield from self._lines
            yield Rule(id="rule")
            yield Prose(id="next", classes="next")
        yield KeyLine([(self.say("rehearse.key_skip"), "skip"), (self.say("rehearse.key_leave"), "leave")])

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self.say("rehearse.title"))
        self._show()

    async def on_event(self, event: events.Event) -> None:
        """Take every key before any binding has it."""
        from textual import events as kinds

        if isinstance(event, kinds.Key):
            event.stop()
            event.prevent_default()
            self._take(event.key, event.character)
            return
        await super().on_event(event)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_skip(self) -> None:
        """Go on to the next key, this one missing."""
        self._go_on()

    def _take(self, key: str, character: str | None) -> None:
        if character in (" ", "\u3000"):
            self.action_skip()
            return
        if key == "ctrl+q":
            self.action_leave()
            return
        wanted = KEYS[self._place]
        if wanted.lower() in (key.lower(), _WIDE.get(character or "", (character or "").lower())):
            self._arrived.append(wanted)
            self._go_on()
        elif character is not None and ord(character) > 0x2E80:
            self.query_one("#rule", Rule).notice = self.say("rehearse.keys_ime")

    def _go_on(self) -> None:
        self._place += 1
        if self._place < len(KEYS):
            self._show()
        else:
            self.dismiss(of_keys(self._arrived))

    def _show(self) -> None:
        self.query_one("#rule", Rule).notice = ""
        for place, (key, line) in enumerate(zip(KEYS, self._lines, strict=True)):
            mark = "[x]" if key in self._arrived else "[-]" if place < self._place else "[ ]"
            line.show(f"  {mark} {key_name(self.language, key)}", "bold" if place == self._place else "")
        key = key_name(self.language, KEYS[self._place])
        self.query_one(
            "#next", Prose
        ).text = f"{self.say('rehearse.keys_next', key=key)}\n{self.say('rehearse.keys_skip')}"


def key_name(language: Language, key: str) -> str:
    """Return what a key is called on a keyboard."""
    code = f"rehearse.key_{key}"
    return language.say(code) if language.knows(code) else key.upper()
