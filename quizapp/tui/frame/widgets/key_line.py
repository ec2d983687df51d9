"""The line below: what can be done here, by key or by mouse, as far as there is room for it."""

from __future__ import annotations

import re
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
_NAMES = {"←": "left", "→": "right", "↑": "up", "↓": "down", "Esc": "escape", "空格": "space", "退格": "backspace"}
_KEY = re.compile(
    r"(?P<held>Ctrl\+)?"
    r"(?:(?P<turning>[←→↑↓]|PgUp|PgDn)|(?P<named>(?:Enter|Esc|Tab|Delete|Backspace|Space|F\d{1,2})(?![A-Za-z0-9])|空格|退格)"
    r"|(?<=\+)(?P<letter>[A-Z])(?![A-Za-z]))"
)
"""A key as lines name it; in `Ctrl+PgUp PgDn` the second is held down with Ctrl too."""


class KeyLine(Widget):
    """Shows parts such as `F2 标记`; a click on one does what its key does, or runs its action on the screen."""

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
            Content.assemble(*(_pointed(words, does) for words, does in clicked(text, action)))
            for text, action in _fitting(self.parts, self.size.width)
        ]
        return Content(PARTING).join(shown)


def clicked(text: str, action: str) -> list[tuple[str, str]]:
    """Return a part in pieces, each with the action that a click on it runs, "" for none.

    Where it names several keys, as `上一题 ← → 下一题` does, or has no action, each piece is pressed like its key.
    """
    found = list(_KEY.finditer(text))
    if not found or (action and len(found) == 1):
        return [(text, f"screen.{action}" if action else "")]
    # What is said before a comma is of other keys, such as the arrows that move among rows.
    first = max(text.rfind(comma, 0, found[0].start()) + 1 for comma in "，,")
    starts = [first, *(key.start() for key in found[1:]), len(text)]
    pieces = [(text[:first], "")] if first else []
    is_held = False
    for key, start, end in zip(found, starts, starts[1:], strict=False):
        is_held = bool(key["held"]) or (is_held and key["turning"] is not None)
        pieces.append((text[start:end], f"app.press_key('{_named(key, is_held)}')"))
    return pieces


def _named(key: re.Match[str], is_held: bool) -> str:
    """Return a key as Textual names it."""
    said = key["turning"] or key["named"] or key["letter"]
    name = _NAMES.get(said, said.lower().replace("pgup", "pageup").replace("pgdn", "pagedown"))
    return f"ctrl+{name}" if is_held else name


def _pointed(words: str, action: str) -> str | tuple[str, Style]:
    return (words, Style.from_meta({"@click": action})) if action else words


def _fitting(parts: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Return the parts there is room for: the last ones stay, which are help and the way back."""
    shown = list(parts)
    while len(shown) > LASTING and _cells(shown) > width:
        del shown[-LASTING - 1]
    return shown


def _cells(parts: Sequence[tuple[str, str]]) -> int:
    return cell_len(PARTING.join(text for text, _ in parts))
