"""Several lines to write into that grow with the text, each behind its letter where they are options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import TextArea

from quizapp.domain.item import LETTERS
from quizapp.tui.widgets.writing_field import WritingField

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

MOST_ROWS = 12
"""Rows beyond which a long text scrolls within its field."""


class Letters(Widget):
    """The letters of the lines beside it, each at the row where its line begins."""

    DEFAULT_CSS = """
    Letters { width: 4; padding: 0 0 0 1; height: auto; color: $text-muted; }
    """

    rows: reactive[tuple[str, ...]] = reactive(("",), layout=True)

    def render(self) -> Content:
        return Content("\n".join(self.rows))


class LinesField(Horizontal):
    """A text area as high as its text."""

    DEFAULT_CSS = """
    LinesField { height: auto; width: 1fr; }
    LinesField WritingField { width: 1fr; height: 1; border: none; padding: 0 1; background: $field; }
    LinesField WritingField:focus { background: $field; background-tint: $accent 12%; }
    """

    def __init__(self, text: str, *, has_letters: bool = False) -> None:
        super().__init__()
        self._begun = text
        self._letters = Letters() if has_letters else None
        self.area = WritingField()

    def compose(self) -> ComposeResult:
        if self._letters is not None:
            yield self._letters
        yield self.area

    def on_mount(self) -> None:
        self.area.begin_with(self._begun)
        self.call_after_refresh(self._fit)

    @on(TextArea.Changed)
    def grow(self) -> None:
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        wrapped = self.area.wrapped_document
        rows = max(wrapped.height, 1)
        self.area.styles.height = min(rows, MOST_ROWS)
        if self._letters is not None:
            shown: list[str] = []
            for place in range(self.area.document.line_count):
                below = max(len(wrapped.get_sections(place)) - 1, 0)
                shown += [LETTERS[place] if place < len(LETTERS) else "", *[""] * below]
            self._letters.rows = tuple(shown[:MOST_ROWS])
