"""Text from outside, so that no terminal, widget, reader or spreadsheet is fooled by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

LONGEST_SHOWN = 1000
"""Characters of a text from a file that one message shows."""
MOST_MARKS = 3
"""Combining marks kept on one character; more is a tower that spills over other lines."""

# Controls but newline and tab (C0, DEL, C1), bidi embeddings, overrides and isolates, lone surrogates,
# line and paragraph separators. Joiners and variation selectors are needed by scripts and emoji and stay.
_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
_SIMPLE = r"[\n\t\x20-\x7e\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]*\Z"


def clean(text: str) -> str:
    """Return `text` without what could harm a terminal; an unharmful text comes back equal, but for CR LF."""
    if _simple().match(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(_UNSAFE, "", text)
    return _without_towers(text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, blanks folded: for names, ids and titles."""
    return " ".join(clean(text).split())


def brief(values: Mapping[str, object]) -> dict[str, object]:
    """Return what a message says with its texts cut to what it shows: a line of a file may be as long as the file."""
    return {
        name: value[:LONGEST_SHOWN] + "…" if isinstance(value, str) and len(value) > LONGEST_SHOWN else value
        for name, value in values.items()
    }


def is_clean(text: str) -> bool:
    """Return whether cleaning would take anything away (line endings do not count)."""
    return clean(text) == text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def _simple() -> re.Pattern[str]:
    """Return what fits most texts, which takes longer to compile than most modules to load: few commands clean any."""
    return re.compile(_SIMPLE)


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf" or _selects(character):
            kept.append(character)
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _selects(character: str) -> bool:
    """Return whether this selects a variation: like a joiner it stays, and begins no new count of marks."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def folded(text: str) -> str:
    """Return `text` as answers are compared: NFKC, case folded, no white space, no quotes around it."""
    text = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return text.strip(_QUOTES)


_QUOTES = "\"'“”‘’「」『』《》〈〉«»"


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
