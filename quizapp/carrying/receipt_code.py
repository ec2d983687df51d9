"""A receipt as a QR code: for the screen in half lines, and as a picture that is written beside the packs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import segno

from quizapp.carrying.pack_file import picture_name
from quizapp.domain.attempt.receipt import write_line
from quizapp.domain.errors import QuizError, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.attempt.receipt import PhotoLine
    from quizapp.services.ports.workplace import Workplace


SIDES, ABOVE, BELOW = 2, 1, 2
"""Modules of light around it. The standard's four would not leave room at 24 lines; a camera needs less."""
_SCALE, _BORDER = 8, 4
"""Of the picture: pixels to a module, and the standard's quiet zone."""


class Code(NamedTuple):
    """A code as rows of modules, True where one is dark, without its quiet zone."""

    modules: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules in a row."""
        return len(self.modules)


def code_of(text: str) -> Code:
    """Return the smallest code of a text, with as much correction as has room in that size."""
    return Code(tuple(tuple(bool(module) for module in row) for row in _made(text).matrix))


def picture_of(text: str) -> bytes:
    """Return the code as a PNG."""
    out = io.BytesIO()
    _made(text).save(out, kind="png", scale=_SCALE, border=_BORDER)
    return out.getvalue()


def size_needed(code: Code, *, in_halves: bool) -> tuple[int, int]:
    """Return how many columns and lines of a terminal it takes: a module a half of a cell, or two cells."""
    columns, lines = code.size + 2 * SIDES, code.size + ABOVE + BELOW
    # A code has an odd number of modules, so that with the light around them they come in pairs.
    return (columns, lines // 2) if in_halves else (2 * columns, lines)


def halves(code: Code) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Return for each line of a terminal the upper and the lower module of every cell, the light around included."""
    rows = _rows(code)
    return tuple(tuple(zip(rows[place], rows[place + 1], strict=True)) for place in range(0, len(rows), 2))


def wholes(code: Code) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Return for each line of a terminal its cells as `halves` does, each module two cells wide and one high."""
    return tuple(tuple((module, module) for module in row for _ in range(2)) for row in _rows(code))


def _rows(code: Code) -> list[tuple[bool, ...]]:
    """Return the rows of modules with the light around them."""
    beside = (False,) * SIDES
    blank = (False,) * (code.size + 2 * SIDES)
    return [*[blank] * ABOVE, *(beside + row + beside for row in code.modules), *[blank] * BELOW]


def _made(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="l", boost_error=True)


def save_picture(place: Workplace, line: PhotoLine, name: str) -> Path:
    """Write a candidate's code to the first place that takes it, a stick before the desktop, and say where.

    Raises Refused where nothing can be written anywhere.
    """
    trouble: QuizError | None = None
    for outlet in place.outlets.folders() if place.outlets is not None else ():
        path = outlet.folder / picture_name(line, name)
        try:
            if place.outlets is not None:
                place.outlets.put(path, picture_of(write_line(line)))
        except QuizError as error:
            trouble = trouble or error
        else:
            return path
    raise Refused("pack-nowhere", trouble=trouble) if trouble is not None else Refused("pack-no-place")
