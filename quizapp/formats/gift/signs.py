"""GIFT's own signs: one behind a backslash means itself, and is hidden while a question is taken apart."""

from __future__ import annotations

import re

_SIGNS = "~=#{}:"

# Lone surrogates are in no text that was cleaned: each stands for a sign that means itself.
_HIDDEN = {sign: chr(0xD800 + place) for place, sign in enumerate((*_SIGNS, "n"))}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", **{sign: f"\\{sign}" for sign in _SIGNS}})


def hidden(text: str) -> str:
    """Return a cleaned text with its escapes hidden, so that every sign that is left has GIFT's meaning."""
    return _ESCAPE.sub(_stand_in, text) if "\\" in text else text


def shown(text: str) -> str:
    """Return a text with what was hidden as it is meant, without blanks around it."""
    return text.translate(_SHOWN).strip()


def escaped(text: str) -> str:
    """Return a text on one line, so that none of its signs has a meaning in GIFT."""
    return text.translate(_ESCAPED)


def _stand_in(found: re.Match[str]) -> str:
    return _HIDDEN.get(found[1], "\\")
