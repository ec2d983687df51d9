"""The terminal's own cursor, beside which an input method opens its window: it stands where text is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import Input, TextArea


def keep_cursor_in(field: Input | TextArea) -> None:
    """Move the terminal's cursor with a field that was laid out anew; Textual moves it only when text changes."""

    def follow(_: Screen[object]) -> None:
        if field.has_focus and field.app.cursor_position != field.cursor_screen_offset:
            field.app.cursor_position = field.cursor_screen_offset
            field.refresh()  # what is drawn next takes the cursor along

    field.screen.screen_layout_refresh_signal.subscribe(field, follow)
