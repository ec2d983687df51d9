"""Texts made to fit: clipped, and papers' titles told apart where one of several is chosen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language


CUT = ".."
"""Ends what is longer than its place: three dots in one character are two cells wide on some consoles."""


def clipped(text: str, cells: int) -> str:
    """Return a text in at most so many cells, with a sign where something is left out."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(cells - len(CUT), 0)).rstrip() + CUT[:cells]


WIDEST = 50
"""Cells of a title in a dialog."""


def paper_titles(language: Language, papers: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each pair of an id and a title, short enough for a dialog."""
    known = tuple(papers)
    many = Counter(title for _, title in known)
    return [
        clipped(title if many[title] == 1 else language.say("word.of_id", title=title, id=paper), WIDEST)
        for paper, title in known
    ]
