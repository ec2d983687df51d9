"""A number in large digits, drawn with signs that are one cell wide on every terminal."""

from __future__ import annotations

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
