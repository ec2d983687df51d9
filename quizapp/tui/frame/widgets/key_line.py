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

    from quizapp.tui.frame.commands import KeyPiece

    Parts = Sequence[Sequence[KeyPiece]]

PARTING = " | "
LASTING = 2
"""How many parts at the end of a line stay where not all have room: help tells the others."""


class KeyLine(Widget):
    """Shows parts such as `F2 标记`; a click on one does what its key does."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; color: $text-muted; }
    KeyLine { link-color: $text-muted; link-style: none; }
    """

    parts: reactive[Parts] = reactive((), layout=True)

    def __init__(self, parts: Parts = ()) -> None:
        super().__init__()
        self.set_reactive(KeyLine.parts, parts)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return min(container.width, line_width(self.parts))

    def render(self) -> Content:
        shown = [Content.assemble(*map(clickable, part)) for part in _fitting(self.parts, self.size.width)]
        return Content(PARTING).join(shown)


def line_text(parts: Parts) -> str:
    """Return a key line as it reads where there is room for all of it."""
    return PARTING.join("".join(piece.words for piece in part) for part in parts)


def line_width(parts: Parts) -> int:
    """Return how many cells a key line takes."""
    return cell_len(line_text(parts))


def clickable(piece: KeyPiece) -> str | tuple[str, Style]:
    """Return words for a content; a click on them presses their key."""
    press = {"@click": f"app.press_key('{piece.key}')"}
    return (piece.words, Style.from_meta(press)) if piece.key else piece.words


def _fitting(parts: Parts, width: int) -> Parts:
    """Return the parts there is room for: the last ones stay, which are help and the way back."""
    shown = list(parts)
    while len(shown) > LASTING and line_width(shown) > width:
        del shown[-LASTING - 1]
    return shown
