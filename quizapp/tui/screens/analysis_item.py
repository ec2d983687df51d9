"""One item of an analysis after the other: its question, what was chosen, and its statistics beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from quizapp.reports.analysis_sentences import place
from quizapp.tui.room import Room
from quizapp.tui.screens.analysis_item_words import item_page
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.services.class_answers import ClassAnswers

KEYS = (
    ("right", "turn(1)"),
    ("left", "turn(-1)"),
    ("down", "scroll(1)"),
    ("up", "scroll(-1)"),
    ("pagedown", "scroll(10)"),
    ("pageup", "scroll(-10)"),
    ("f6", "correct"),
    ("escape,enter,ctrl+q", "leave"),
)
WIDEST = 76
"""Cells of a column of text."""


class AnalysisItem(Room[str]):
    """Shows items until it is left, or until a key was corrected: what is to be told of that, "" for nothing."""

    CSS_PATH = "analysis_item.tcss"
    GUIDE: ClassVar = "analysis"
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, found: ClassAnswers, items: Sequence[ItemStatistics], place: int) -> None:
        super().__init__()
        self._found, self._items, self._place = found, items, place

    def compose(self) -> ComposeResult:
        yield Line(id="where")
        yield Rule()
        yield Page()
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("analysis.key_turn"), "turn(1)"),
                (self.say("analysis.key_scroll"), "scroll(1)"),
                (self.say("correct.key_item"), "correct"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "leave"),
            ]
        )

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._show)

    def action_turn(self, step: int) -> None:
        self._place = max(0, min(self._place + step, len(self._items) - 1))
        self._show()

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    @work(exclusive=True, group="visit")
    async def action_correct(self) -> None:
        """Have the key of the item on screen corrected: what was found is out of date from then on."""
        from quizapp.tui.correcting_visit import correct_item

        asked, paper = self._items[self._place].item, self._found.analysed.paper
        told = await correct_item(self.quizapp, paper, asked.item, asked.number, asked.order)
        if told:
            self.dismiss(told)

    def action_leave(self) -> None:
        self.dismiss("")

    def _show(self) -> None:
        item = self._items[self._place]
        question = self._found.questions[item.item.item]
        parts = [
            place(item, self.language),
            self.say(f"compose.part_{question.item.TYPE}"),
            self.say("analysis.item_marks", marks=self.language.marks(item.item.marks)),
            f"{self._place + 1}/{len(self._items)}",
        ]
        self.query_one("#where", Line).show(" | ".join(parts))
        width = min(self.size.width - 4, WIDEST)
        self.query_one(Page).show(item_page(self._found, item, self.language, width))
