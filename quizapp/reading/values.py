"""What people write for a number, a share, an id or a day, as values; None for what cannot be read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
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


MOST_ID = 64
"""Characters of an id."""
PLAIN_ID = rf"[A-Za-z0-9_-]{{1,{MOST_ID}}}"
DEVICES = ("con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in "123456789¹²³"))

_PLAIN_ID = re.compile(PLAIN_ID)
_DEVICES = frozenset(DEVICES)


def identifier(text: str) -> str | None:
    """Return an id in NFC: letters of any script, digits, - and _, no name of a Windows device."""
    if not _PLAIN_ID.fullmatch(text):
        text = unicodedata.normalize("NFC", text)
        if not 0 < len(text) <= MOST_ID or not all(_may_stand(character) for character in text):
            return None
    return None if text.casefold() in _DEVICES else text


def _may_stand(character: str) -> bool:
    return character in "-_" or unicodedata.category(character)[0] in "LM" or character.isdecimal()


_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日)")


def day(text: str) -> date | None:
    """Return the day that 2026-09-01 or 2026年9月1日 names; None for what names none."""
    found = _DAY.fullmatch(normal(text))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None
