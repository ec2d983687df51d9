"""The end of a rehearsal: passed, or what to do, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical

from quizapp.domain.rehearsal import Checked, has_passed
from quizapp.tui.room import Room
from quizapp.tui.screens.rehearsal_keys import key_name
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.page import Page, Paragraph
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

KINDS = {"ok": "good", "failed": "bad", "skipped": "muted"}


class RehearsalDone(Room[bool]):
    """Returns whether to rehearse once more."""

    CSS_PATH = "rehearsal.tcss"
    GUIDE: ClassVar = "rehearse"
    BINDINGS: ClassVar = [
        Binding("enter,escape", "leave", show=False, priority=True),
        Binding("f5", "again", show=False, priority=True),
    ]

    def __init__(self, found: Sequence[Checked], left: str) -> None:
        """Make the screen of what was found; `left` says where that was recorded."""
        super().__init__()
        self._found, self._left = found, left

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield Page()
            yield Rule()
        say = self.say
        yield KeyLine(
            [(say("rehearse.key_done"), "leave"), (say("rehearse.key_again"), "again"), (say("key.help"), "explain")]
        )

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self.say("rehearse.title"))
        self.query_one(Page).show(list(self._paragraphs()))

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_again(self) -> None:
        self.dismiss(True)

    def _paragraphs(self) -> Iterator[Paragraph]:
        passed, failed = has_passed(self._found), sum(one.state == "failed" for one in self._found)
        word = "passed" if passed else "not_passed"
        yield Paragraph(self.say(f"rehearse.{word}", count=failed), kind="good" if passed else "bad")
        yield Paragraph(self.say(f"rehearse.{word}_note"), kind="gap")
        for one in self._found:
            yield Paragraph(self._said(one), f"[{self.say(f'rehearse.state_{one.state}')}] ", KINDS[one.state])
        yield Paragraph("")
        yield Paragraph(self._left, kind="muted")

    def _said(self, one: Checked) -> str:
        keys = one.values.get("keys")
        missed = [key_name(self.language, key) for key in keys] if isinstance(keys, list) else []
        names = self.say("word.comma").join(missed)
        return self.say(one.code, names=names, **one.values)
