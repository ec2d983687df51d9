"""A wall of names, each with a sign for how it stands; one that changes turns where it is."""

from __future__ import annotations

from rich.cells import set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.themes import MUTED
from quizapp.tui.widgets.clipped import clipped

_CELL = 14
"""Cells of a name with its sign, and a blank behind it."""


class NameWall(Widget):
    """Shows `names`, in as many columns as there is room for, row by row."""

    DEFAULT_CSS = """
    NameWall { height: auto; width: 1fr; }
    """

    names: reactive[tuple[tuple[str, str, bool], ...]] = reactive((), layout=True)
    """Triples of a sign, a name and whether it needs nobody's eye any more."""

    def render(self) -> Content:
        across = self._across(self.size.width)
        rows = [self.names[first : first + across] for first in range(0, len(self.names), across)]
        return Content("\n").join([Content("").join([_cell(*one) for one in row]) for row in rows])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return -(-len(self.names) // self._across(width))

    def _across(self, width: int) -> int:
        return max(width // _CELL, 1)


def _cell(sign: str, name: str, is_done: bool) -> Content:
    text = set_cell_size(f"{sign} {clipped(name, _CELL - len(sign) - 2)}", _CELL)
    return Content.styled(text, MUTED) if is_done else Content(text)
