"""Which texts a spreadsheet would run as formulas, and the ' that keeps it from doing so.

Source: data-folder, Score export.
"""

from __future__ import annotations

import unicodedata

GUARD = "'"
_STARTS = frozenset("=+-@")


def would_run(text: str) -> bool:
    """Return whether a spreadsheet may take a text for a formula: by its first character after NFKC and blanks."""
    if text[:1].isalnum():
        # No letter and no digit becomes anything that runs; most texts begin so, and normal forms are slow.
        return False
    normal = unicodedata.normalize("NFKC", text)
    inner = normal.lstrip()
    blanks = normal[: len(normal) - len(inner)]
    return inner[:1] in _STARTS or "\t" in blanks or "\r" in blanks


def harmless(text: str) -> str:
    """Return a text with one leading ' where a spreadsheet would take it for a formula."""
    return GUARD + text if would_run(text) else text


def guarded(text: str) -> str:
    """Return a text that `unguarded` gives back as it was, with nothing that would run."""
    return GUARD + text if would_run(text) or looks_guarded(text) else text


def looks_guarded(text: str) -> bool:
    """Return whether a text is one that would run, behind one or more guards."""
    return text.startswith(GUARD) and would_run(text.lstrip(GUARD))


def unguarded(text: str) -> str:
    """Return a text without the one guard that was put before it, where it has one."""
    return text[len(GUARD) :] if looks_guarded(text) else text
