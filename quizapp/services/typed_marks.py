"""A question's number and marks as people type them."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from quizapp.domain.errors import CalledWrongly

_MARKS = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)


def typed_marks(text: str) -> Fraction:
    """Return typed marks exactly. Raises CalledWrongly."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not _MARKS.fullmatch(plain):
        raise CalledWrongly("override-marks-unread", given=text)
    return Fraction(plain)


def typed_number(text: str) -> int:
    """Return a typed question's number. Raises CalledWrongly."""
    plain = text.strip()
    if not plain.isdecimal():
        raise CalledWrongly("marks-question-unread", given=text)
    return int(plain)
