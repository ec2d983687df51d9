"""The line below: what can be done here, by key or by mouse, as far as there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

PARTING = " | "
LASTING = 2
"""How many parts at the end of a line stay where not all have room: help tells the others."""


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

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return min(container.width, _cells(self.parts))

    def render(self) -> Content:
        shown = [
            Content.assemble((text, Style.from_meta({"@click": f"screen.{action}"}))) if action else Content(text)
            for text, action in _fitting(self.parts, self.size.width)
        ]
        return Content(PARTING).join(shown)


def _fitting(parts: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Return the parts there is room for: the last ones stay, which are help and the way back."""
    shown = list(parts)
    while len(shown) > LASTING and _cells(shown) > width:
        del shown[-LASTING - 1]
    return shown


def _cells(parts: Sequence[tuple[str, str]]) -> int:
    return cell_len(PARTING.join(text for text, _ in parts))
