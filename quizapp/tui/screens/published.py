"""What was published: where it is, what to do next, and what whoever publishes ought to know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical

from quizapp.tui.room import Room
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.page import Page, Paragraph
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from quizapp.carrying.publication.issuing import Issued


class Published(Room[None]):
    """Shown until it is left."""

    CSS_PATH = "publish.tcss"
    GUIDE: ClassVar = "publish"
    BINDINGS: ClassVar = [
        Binding("enter,escape,ctrl+q", "leave", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False, priority=True),
    ]

    def __init__(self, issued: Issued, path: Path, *, is_on_stick: bool, has_password: bool) -> None:
        super().__init__()
        self._issued, self._path = issued, path
        self._is_on_stick, self._has_password = is_on_stick, has_password

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Page()
            yield Rule(id="rule")
        yield KeyLine(
            [(self.say("publish.key_end"), "leave"), (self.say("key.help"), "explain")],
        )
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(self.say("publish.done_title"))
        self.query_one(Page).show(list(self._paragraphs()))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).scroll_relative(y=step, animate=False)

    def _paragraphs(self) -> Iterator[Paragraph]:
        made = self._issued.publication
        values = {"paper": made.cover.title, "file": str(self._path), "forms": len(made.forms)}
        yield Paragraph(self.say("publication.made", **values), kind="good")
        if not self._is_on_stick:
            yield Paragraph(self.say("publish.done_machine"))
        yield Paragraph(self.say("publish.done_next"), kind="title")
        steps = ["carry", "rehearse", *(["secret"] if self._has_password else [])]
        for number, step in enumerate(steps, 1):
            yield Paragraph(self.say(f"publish.done_{step}"), f"{number}. ")
        yield Paragraph(self.say("publish.done_notes"), kind="title")
        for note in self._issued.notes:
            yield Paragraph(self.say(f"publication.{note}", people=len(made.roster)), "- ")
        yield Paragraph(self.say("publish.done_again"), "- ")
