"""What commands lay out for people in cells of a terminal: tables, and texts that are cut or broken into lines."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.documents.text_width import GAP, TextHeading, cells_of, lay_out, padded, width

__all__ = ["GAP", "TextHeading", "lay_out", "padded", "shortened", "width", "wrapped"]


def shortened(text: str, wide: int) -> str:
    """Return a text, or its beginning and “…”, in at most so many cells."""
    if width(text) <= wide:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > wide - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def wrapped(text: str, wide: int) -> list[str]:
    """Return a text in lines of at most so many cells: broken at blanks, and between Chinese characters."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for piece in _pieces(paragraph):
            if line and width(line) + width(piece.rstrip()) > wide:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> Iterator[str]:
    """Give what may not be broken, each with the blanks and the closing marks behind it."""
    piece = ""
    for character in text:
        starts = bool(piece) and character not in _CLOSING and not piece.endswith(_OPENING)
        if (
            starts
            and (piece.endswith(" ") or cells_of(character) == 2 or cells_of(piece[-1]) == 2)
            and character != " "
        ):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


_CLOSING = "，。；：、！？）》”’」』】"
_OPENING = ("（", "《", "“", "‘", "「", "『", "【")
