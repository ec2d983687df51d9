"""Which question of a paper is to be corrected: its key and what was answered stand beneath each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.text import folded
from quizapp.tui.room import Room
from quizapp.tui.screens import correcting_words as words
from quizapp.tui.themes import MUTED
from quizapp.tui.widgets.clipped import clipped
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.pointed_list import PointedList
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.services.correctable import Correctable

KEYS = (
    ("down", "move(1)"),
    ("up", "move(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("enter", "choose"),
    ("escape", "step_back"),
    ("ctrl+q", "leave"),
)
_BESIDE = 6
"""Cells that an entry has no room for: the margins and the sign of the cursor."""


class CorrectKey(Room[int | None]):
    """Returns the place of the question that is to be corrected, None for none.

    All its keys have priority, and what is typed is searched for: both are handled in the order they were pressed.
    """

    CSS_PATH = "correct_key.tcss"
    GUIDE: ClassVar = "correct_key"
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, about: str, questions: Sequence[Correctable], place: int = 0) -> None:
        """`about` names the paper and the form; `place` is the question that stands under the cursor."""
        super().__init__()
        self._about = about
        self._questions = questions
        self._found = list(range(len(questions)))
        self._begun = place
        self._search = TextField()

    def compose(self) -> ComposeResult:
        self._search = TextField(placeholder=self.say("correct.find_hint"))
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        with Horizontal(id="finding"):
            yield AutoLine(id="find")
            yield self._search
        yield Rule(id="upper")
        yield PointedList()
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("correct.key_choose"), ""),
                (self.say("correct.key_open"), "choose"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "step_back"),
            ]
        )
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('correct.title')} | {self._about}")
        self.query_one("#find", AutoLine).show(self.say("committee.find"))
        self.set_focus(self._search)
        self._sift(self._begun)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self._search.is_attached:
            self.call_after_refresh(self._sift, self._pointed)

    def type_character(self, character: str) -> bool:
        """Search for what is typed."""
        if character in "?？" and not self._search.value:
            self.action_explain()
        else:
            self._search.type_text(character)
            self._sift(self._pointed)
        return True

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._sift(self._pointed)

    def action_move(self, step: int) -> None:
        listed = self.query_one(PointedList)
        if self._found:
            listed.highlighted = max(0, min((listed.highlighted or 0) + step, len(self._found) - 1))

    def action_page(self, step: int) -> None:
        self.action_move(step * 5)

    def action_choose(self) -> None:
        if self._found:
            self.dismiss(self._pointed)

    @on(OptionList.OptionSelected)
    def choose_clicked(self, message: OptionList.OptionSelected) -> None:
        if self._found:
            self.dismiss(self._found[message.option_index])

    def action_step_back(self) -> None:
        """Show every question again; where all are shown, leave."""
        if not self._search.value:
            self.action_leave()
            return
        self._search.begin_with("")
        self._sift(self._pointed)

    def action_leave(self) -> None:
        self.dismiss(None)

    @property
    def _pointed(self) -> int:
        """The place of the question under the cursor, among all of them."""
        at = self.query_one(PointedList).highlighted
        return self._found[at] if self._found and at is not None else self._begun

    def _sift(self, pointed: int) -> None:
        """Show the questions that fit what is typed; the cursor stays on its own where that is one of them."""
        wanted = folded(self._search.value)
        self._found = [place for place, one in enumerate(self._questions) if self._fits(one, wanted)]
        listed = self.query_one(PointedList)
        if self._found:
            listed.show([self._entry(self._questions[place]) for place in self._found])
            listed.highlighted = self._found.index(pointed) if pointed in self._found else 0
        else:
            listed.show([Content.styled(self.say("correct.none_fit"), MUTED)], [0])
        shown, whole = len(self._found), len(self._questions)
        code = "correct.count" if shown == whole else "correct.count_of"
        self.query_one("#count", AutoLine).show(self.say(code, count=shown, whole=whole))

    def _fits(self, one: Correctable, wanted: str) -> bool:
        if wanted.isdecimal() and one.number is not None:
            return str(one.number).startswith(wanted)
        seen = "" if one.is_sat_now else one.question.item.stem
        return not wanted or wanted in folded(seen) or wanted in folded(one.question.item.id)

    def _entry(self, one: Correctable) -> Content:
        cells = self.size.width - _BESIDE
        lead = self.say("correct.lead", number=one.number) if one.number is not None else ""
        told = " | ".join(filter(None, (words.now(self.language, one), words.answers(self.language, one))))
        head = (clipped(lead + words.stem(self.language, one), cells), "bold")
        if not told:
            return Content.assemble(head)
        return Content.assemble(head, "\n", (clipped(" " * len(lead) + told, cells), MUTED))
