"""The line below: what can be done here, by key or by mouse, as far as there is room for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.frame.commands import KeyPiece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

    Parts = Sequence[Sequence[KeyPiece] | tuple[str, str]]

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
        self.set_reactive(KeyLine.parts, self.validate_parts(parts))

    def validate_parts(self, parts: Parts) -> Parts:
        return list(map(_pieces, parts))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return min(container.width, line_width(self.parts))

    def render(self) -> Content:
        shown = [Content.assemble(*map(_clickable, _pieces(part))) for part in _fitting(self.parts, self.size.width)]
        return Content(PARTING).join(shown)


def line_text(parts: Parts) -> str:
    """Return a key line as it reads where there is room for all of it."""
    return PARTING.join("".join(piece.words for piece in _pieces(part)) for part in parts)


def line_width(parts: Parts) -> int:
    """Return how many cells a key line takes."""
    return cell_len(line_text(parts))


def _clickable(piece: KeyPiece) -> str | tuple[str, Style]:
    press = {"@click": piece.key if "." in piece.key else f"app.press_key('{piece.key}')"}
    return (piece.words, Style.from_meta(press)) if piece.key else piece.words


def _fitting(parts: Parts, width: int) -> Parts:
    """Return the parts there is room for: the last ones stay, which are help and the way back."""
    shown = list(parts)
    while len(shown) > LASTING and line_width(shown) > width:
        del shown[-LASTING - 1]
    return shown


_NAMES = {"←": "left", "→": "right", "↑": "up", "↓": "down", "Esc": "escape", "空格": "space", "退格": "backspace"}
_KEY = re.compile(
    r"(?P<held>Ctrl\+)?"
    r"(?:(?P<turning>[←→↑↓]|PgUp|PgDn)|(?P<named>(?:Enter|Esc|Tab|Delete|Backspace|Space|F\d{1,2})(?![A-Za-z0-9])|空格|退格)"
    r"|(?<=\+)(?P<letter>[A-Z])(?![A-Za-z]))"
)
"""A key as lines name it; in `Ctrl+PgUp PgDn` the second is held down with Ctrl too."""


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


def _pieces(part: Sequence[KeyPiece] | tuple[str, str]) -> Sequence[KeyPiece]:
    """Return a part in pieces; one that is a text and an action is taken to pieces by the keys it names."""
    pieces = [piece for piece in part if isinstance(piece, KeyPiece)]
    text, *action = [word for word in part if isinstance(word, str)] or [""]
    return pieces or [KeyPiece(words, does) for words, does in clicked(text, "".join(action))]
