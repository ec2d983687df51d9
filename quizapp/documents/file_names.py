"""What files for people are called."""

from __future__ import annotations

_UNFIT = frozenset('\\/:*?"<>|')
"""What some system takes in no file's name."""


def fit(text: str, most: int) -> str:
    """Return a text of at most so many characters as every system takes it: `_` for what one refuses.

    File systems take no more than 255 bytes for a whole name: three or four for a character.
    """
    taken = "".join(sign if sign.isprintable() and sign not in _UNFIT else "_" for sign in text.strip(" ."))
    return taken[:most].strip(" .")
