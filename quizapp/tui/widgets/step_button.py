"""A dialog's button whose focus is a sign, not only a colour."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Button


class StepButton(Button):
    """Shows its words behind a `>` while it has the focus, as a list shows its cursor."""

    def render(self) -> Content:
        return Content("> " if self.has_focus else "  ") + Content.from_text(self.label)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return super().get_content_width(container, viewport) + 2
