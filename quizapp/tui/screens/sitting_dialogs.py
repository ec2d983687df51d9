"""The two questions that the question screen asks: hand in, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.dialogs.confirm import Confirm
from quizapp.tui.widgets.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

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
