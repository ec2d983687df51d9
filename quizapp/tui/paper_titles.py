"""What papers are called where one of them is chosen: equal titles are told apart by their ids."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language

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
