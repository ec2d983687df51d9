"""What is asked before an answer is final, a question is left for good, and the paper is left or handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll

from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.sitting.clock import ClockLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual import events
    from textual.widget import Widget

    from quizapp.domain.item import Response
    from quizapp.language import Language
    from quizapp.tui.sitting.question_words import SittingWords

FORWARD = "right,pagedown,ctrl+pagedown"
"""The keys that lead on, and confirm a dialog that they opened."""
BACK = "left,pageup,ctrl+pageup"


def hand_in_dialog(language: Language, words: SittingWords, notes: Sequence[str] = ()) -> Confirm:
    """Return the question before handing in, which counts what is unanswered and flagged; `notes` stand first.

    The time left goes on while it is asked.
    """
    say = language.say
    lines: list[str | Widget] = [*notes, *words.hand_in_lines()]
    if words.whole_left().left is not None:
        lines.append(ClockLine(language, words.whole_left))
    lines.append(say("hand_in.final"))
    return Confirm(say("hand_in.title"), lines, safe=say("hand_in.back"), step=say("hand_in.confirm"), key="f9")


def leave_paper_dialog(language: Language, words: SittingWords) -> Confirm:
    """Return the question before leaving: the clock goes on."""
    say = language.say
    lines = [words.leave_note()]
    return Confirm(say("leave.title"), lines, safe=say("leave.stay"), step=say("leave.go"), key="ctrl+q")


def leave_question_dialog(language: Language, number: int, response: Response, missing: int) -> Confirm:
    """Return the question before an unanswered question is left where there is no way back."""
    say = language.say
    words = {"safe": say("feedback.back"), "step": say("feedback.leave_step")}
    foot = say("feedback.leave_keys", key="→")
    lines = [say("feedback.leave_note")]
    return Confirm(_title(language, number, response, missing), lines, **words, key=FORWARD, foot=foot)


def fix_dialog(language: Language, number: int, response: Response, missing: int, keys: str) -> Confirm:
    """Return the question before an answer is fixed that is none, or only a part of one."""
    say = language.say
    words = {"safe": say("feedback.back"), "step": say("feedback.fix_step")}
    foot = say("feedback.fix_keys", key="→" if keys == FORWARD else keys.upper())
    lines = [say("feedback.fix_note")]
    return Confirm(_title(language, number, response, missing), lines, **words, key=keys, foot=foot)


def _title(language: Language, number: int, response: Response, missing: int) -> str:
    code = "feedback.partly_title" if response else "feedback.empty_title"
    return language.say(code, number=number, count=missing)


class HandInWaits(Notice):
    """Stands over the paper until its hand-in is on disk: every key is answered with it, none closes it but leaving."""

    CSS_PATH = "../frame/dialogs/dialog.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (Command("ctrl+q", "leave"),)

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
