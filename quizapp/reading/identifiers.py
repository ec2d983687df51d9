"""What may be an id: of a bank, an item, a paper, a class."""

from __future__ import annotations

import re
import unicodedata

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
