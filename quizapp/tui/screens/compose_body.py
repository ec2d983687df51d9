"""The sections of a draft, and beside them its table where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, VerticalScroll
from textual.geometry import Region

from quizapp.tui.screens.compose_rows import SectionRows, head
from quizapp.tui.screens.compose_table import TableText, short_lines
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.composing.draft import Draft
    from quizapp.language import Language
    from quizapp.services.composing import Look
    from quizapp.tui.screens.compose_rows import Cursor
    from quizapp.tui.screens.compose_words import ComposeWords

BESIDE = 38
"""Cells of the table beside the sections."""


class ComposeBody(Container):
    """Shows a draft. It changes nothing."""

    def __init__(self, language: Language, words: ComposeWords) -> None:
        super().__init__(id="body")
        self._language = language
        self._words = words
        self._rows = SectionRows()
        self._head = Line(classes="muted")
        self._empty = Prose(id="empty", classes="muted")
        self._table = TableText()
        self._note = Prose(classes="muted")
        self._sections = VerticalScroll(id="sections", can_focus=False)

    def compose(self) -> ComposeResult:
        with self._sections:
            yield self._head
            yield self._rows
            yield self._empty
        with VerticalScroll(id="beside", can_focus=False):
            title = Line(id="beside-title", classes="muted")
            title.show(self._words.say("compose.table_title"))
            yield title
            yield self._table
            yield self._note

    def on_mount(self) -> None:
        self._head.show(head(self._words))
        self._empty.text = self._words.say("compose.empty")

    def show(self, draft: Draft, look: Look | None, cursor: Cursor, typed: str) -> None:
        """Show a draft with what was last found out of it; `typed` is the number under the cursor as far as it is."""
        self._rows.show(self._words, draft, look, cursor, typed)
        self._empty.display = not draft.sections

    def show_table(self, draft: Draft, look: Look | None) -> None:
        """Show the table that was found out, or say why there is none."""
        table = look.table if look is not None else None
        self._table.lines = () if table is None else tuple(short_lines(table, self._language, BESIDE))
        code = "" if table is not None else "compose.table_none" if draft.sections else "compose.table_empty"
        self._note.text = self._words.say(code) if code else ""

    def reveal(self, row: int) -> None:
        """Have a section in sight, with the heads of the columns above the first."""
        start, end = self._rows.span(row)
        region = Region(0, start + 1, 1, end - start) if row else Region(0, 0, 1, end + 1)
        self._sections.scroll_to_region(region, animate=False, force=True)
