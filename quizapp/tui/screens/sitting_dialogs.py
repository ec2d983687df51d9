"""What the question screen asks, hand in and leave, and what it says while a hand-in waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll

from quizapp.tui.dialogs.confirm import Confirm
from quizapp.tui.dialogs.notice import Notice
from quizapp.tui.widgets.clock import Clock
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual import events
    from textual.widget import Widget

    from quizapp.language import Language
    from quizapp.tui.screens.sitting_words import SittingWords


def hand_in_dialog(language: Language, words: SittingWords, notes: Sequence[str] = ()) -> Confirm:
    """Return the question before handing in, which counts what is unanswered and flagged; `notes` stand first.

    The time left goes on while it is asked.
    """
    say = language.say
    lines: list[str | Widget] = [*notes, *words.hand_in_lines()]
    if words.whole_left().left is not None:
        lines.append(Clock(language, words.whole_left))
    lines.append(say("hand_in.final"))
    return Confirm(say("hand_in.title"), lines, safe=say("hand_in.back"), step=say("hand_in.confirm"), key="f9")


def leave_dialog(language: Language, words: SittingWords) -> Confirm:
    """Return the question before leaving: the clock goes on."""
    say = language.say
    lines = [words.leave_note()]
    return Confirm(say("leave.title"), lines, safe=say("leave.stay"), step=say("leave.go"), key="ctrl+q")


class HandInWaits(Notice):
    """Stands over the paper until its hand-in is on disk: every key is answered with it, none closes it but leaving."""

    CSS_PATH = "../dialogs/dialog.tcss"
    BINDINGS: ClassVar = [Binding("ctrl+q", "leave", show=False, priority=True)]

    def __init__(
        self, language: Language, words: SittingWords, now: Callable[[], datetime], leave: Callable[[], object]
    ) -> None:
        super().__init__(language.say("hand_in.waits_title"), words.hand_in_waits(), "")
        self._words, self._now, self._leave = words, now, leave
        self._language = language

    def on_mount(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Say anew why it waits, and when it was last tried."""
        lines = self.query(VerticalScroll).first().query(Prose)
        for line, text in zip(lines, self._words.hand_in_waits(), strict=True):
            line.text = text
        tried = f"{self._now().astimezone(self._language.zone):%H:%M:%S}"
        self.query(".dialog-foot").first(Prose).text = self._language.say("hand_in.waits_foot", time=tried)

    def type_character(self, character: str) -> bool:
        self.renew()
        return True

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.renew()

    def on_click(self) -> None:
        self.renew()

    def action_back(self) -> None:
        self.renew()

    def action_leave(self) -> None:
        self._leave()
