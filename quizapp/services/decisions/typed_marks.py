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
    marks = Fraction(plain)
    if is_too_fine(marks):
        raise CalledWrongly("marks-too-fine", given=text)
    return marks


def is_too_fine(marks: Fraction) -> bool:
    """Return whether marks have more than two decimals: they would be shown as others than they count."""
    return (marks * 100).denominator != 1


def typed_number(text: str) -> int:
    """Return a typed question's number. Raises CalledWrongly."""
    plain = text.strip()
    if not plain.isdecimal():
        raise CalledWrongly("marks-question-unread", given=text)
    return int(plain)
