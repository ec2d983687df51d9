"""Breaking text into lines as a printed page does, by the cells that a terminal gives it."""

from __future__ import annotations

from rich.cells import cell_len

from quizapp.documents.wrapping import wrapped as wrapped_by

_FEWEST = 4
"""Cells of the narrowest line."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines that `text` makes at `width` cells; one line at least."""
    return [line.rstrip() for line in wrapped_by(text, max(width, _FEWEST), cell_len)]
