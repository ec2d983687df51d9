"""A text made to fit where there is no room for all of it."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

CUT = ".."
"""Ends what is longer than its place: three dots in one character are two cells wide on some consoles."""


def clipped(text: str, cells: int) -> str:
    """Return a text in at most so many cells, with a sign where something is left out."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(cells - len(CUT), 0)).rstrip() + CUT[:cells]
