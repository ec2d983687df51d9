"""Names that a spreadsheet takes for its sheets: short, without what has a meaning of its own, and each but once."""

from __future__ import annotations

import unicodedata

LONGEST = 31
"""UTF-16 units."""
_FORBIDDEN = frozenset("[]:*?/\\")
_RESERVED = "history"
"""Excel keeps this one for itself."""


def sheet_name(wanted: str, taken: set[str], otherwise: str) -> str:
    """Return the name nearest to what is wanted, and take it; `otherwise` is for what leaves nothing.

    Names are told apart as spreadsheets do it, capitals being no difference.
    """
    plain = _plain(wanted)
    name = _cut(plain, LONGEST) or otherwise
    number = 1
    while _folded(name) in taken or _folded(name) == _RESERVED:
        number += 1
        tail = f" ({number})"
        name = _cut(plain or otherwise, LONGEST - len(tail)) + tail
    taken.add(_folded(name))
    return name


def _plain(wanted: str) -> str:
    """Return a name without what no sheet's may hold; Chinese Excel refuses the wide forms of those marks too."""
    kept = (" " if _is_forbidden(one) else one for one in wanted)
    return " ".join("".join(kept).split()).strip("' ")


def _is_forbidden(character: str) -> bool:
    narrow = unicodedata.normalize("NFKC", character)
    return bool(_FORBIDDEN.intersection(narrow)) or unicodedata.category(character) in ("Cc", "Cs", "Cn", "Co", "Cf")


def _cut(name: str, length: int) -> str:
    """Return as much of a name as has a place in so many UTF-16 units."""
    name = name[:length]
    while len(name.encode("utf-16-le")) // 2 > length:
        name = name[:-1]
    return name.strip("' ")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
