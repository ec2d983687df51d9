"""Texts to exact numbers and shares. Each returns None for what it cannot read."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

# As in the native format's values, patterns are of normal text and use nothing that JavaScript reads otherwise.
DECIMAL = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
PERCENT = r"0{0,7}(?:100(?:\.0{1,9})?|[0-9]{1,2}(?:\.[0-9]{1,9})?) ?%"
RATIO = r"[0-9]{1,9} ?/ ?0{0,8}[1-9][0-9]{0,8}"

_DECIMAL, _PERCENT, _RATIO = (re.compile(pattern) for pattern in (DECIMAL, PERCENT, RATIO))


def decimal(text: str) -> Fraction | None:
    """Return a non-negative decimal number exactly."""
    text = normal(text)
    return Fraction(text) if _DECIMAL.fullmatch(text) else None


def share(text: str) -> Fraction | None:
    """Return a share of one: 1/3, 0.25 or 25%."""
    text = normal(text)
    value = decimal(text)
    if _PERCENT.fullmatch(text):
        value = Fraction(text.rstrip("% ")) / 100
    elif _RATIO.fullmatch(text):
        given, all_ = text.split("/")
        value = Fraction(int(given), int(all_))
    return value if value is not None and value <= 1 else None


def normal(text: str) -> str:
    """Return a text in half width, its blanks single."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
