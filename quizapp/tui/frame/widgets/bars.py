"""Numbers drawn with signs that are one cell wide on every terminal: bars of `#`, and large digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from fractions import Fraction


def bar(share: float | Fraction, cells: int) -> str:
    """Return a bar for a share of its fullest; whatever is more than nothing shows at least one sign."""
    filled = round(min(max(share, 0), 1) * cells)
    return "#" * (max(filled, 1) if share > 0 else 0)


def fitted(text: str, cells: int) -> str:
    """Return a text in exactly so many cells: cut with two dots, or filled with blanks."""
    if cell_len(text) > cells:
        while text and cell_len(text) > cells - 2:
            text = text[:-1]
        text += ".."
    return text + " " * (cells - cell_len(text))


SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ".": (" ", " ", " ", " ", "#"),
    "-": ("   ", "   ", "###", "   ", "   "),
    "%": ("# #", "  #", " # ", "#  ", "# #"),
}


def big_number(number: str) -> str:
    """Return five lines that draw the digits, the point, the minus and the per cent of a number."""
    rows = ("  ".join(SHAPES[sign][row] for sign in number if sign in SHAPES) for row in range(5))
    return "\n".join(rows)
