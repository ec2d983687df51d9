"""Pieces of HTML: every text is escaped here and nowhere else."""

from __future__ import annotations

from html import escape

from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

_BLANK = '<span class="blank"></span>'


def text(words: str) -> str:
    """Return a text as HTML, its lines kept."""
    return escape(words).replace("\n", "<br>")


def stem(words: str) -> str:
    """Return a stem as HTML: its blanks as lines to write on, the place for its letter unbroken."""
    place = f'<span class="place">{PLACE}</span>'
    return _BLANK.join(text(part).replace(PLACE, place) for part in stem_parts(words))


def element(tag: str, inner: str, kind: str = "") -> str:
    """Return an element around HTML that is escaped already."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{tag}{attribute}>{inner}</{tag}>"
