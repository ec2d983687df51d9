"""The line below: what can be done here, by key or by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTING = " | "


class KeyLine(Widget):
    """Shows parts such as `F2 标记`; clicking on one with an action runs it on the screen."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; color: $text-muted; }
    KeyLine { link-color: $text-muted; link-style: none; }
    """

    parts: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """Pairs of a text and the screen's action it runs, "" for none."""

    def __init__(self, parts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.set_reactive(KeyLine.parts, tuple(parts))

    def render(self) -> Content:
        shown = [
            Content.assemble((text, Style.from_meta({"@click": f"screen.{action}"}))) if action else Content(text)
            for text, action in self.parts
        ]
        return Content(PARTING).join(shown)
