"""A question's stem in HTML."""

from __future__ import annotations

from quizapp.documents.page import text
from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

_BLANK = '<span class="blank"></span>'


def stem(words: str) -> str:
    """Return a stem as HTML: its blanks as lines to write on, the place for its letter unbroken."""
    place = f'<span class="place">{PLACE}</span>'
    return _BLANK.join(text(part).replace(PLACE, place) for part in stem_parts(words))
