"""How far the committee's decisions go that the score book has in it, and which attempts are doubtful: never a record.

It spares reading every decision and every attempt at every look. It holds for one very file of the book, told by size
and time; where it is missing or is another file's, everything counts as not yet in the book, and is brought in once
more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from quizapp.services.records import Decided

_RULES = 3
"""Of how decisions are brought into the book: what an earlier version noted does not hold for this one's rules."""


class BookMark:
    """The note of one data folder."""

    def __init__(self, book: Path) -> None:
        self._book = book
        self._file = book.parent / "cache" / "decided.json"

    def read(self) -> tuple[dict[str, Decided], frozenset[str] | None]:
        """Return how far the decisions go, by paper, that the book as it stands has in it, and its odd attempts."""
        try:
            kept = json.loads(self._file.read_bytes())
            papers: dict[str, Decided] = {name: Decided(*pair) for name, pair in kept["papers"].items()}
            odd = frozenset(map(str, kept["odd"]))
            return (papers, odd) if (kept["book"], kept["rules"]) == (self._stamp(), _RULES) else ({}, None)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}, None  # missing, torn, another book's or another version's: all is looked at again

    def keep(self, decided: Mapping[str, Decided], odd: Collection[str]) -> None:
        """Note it for the book as it stands. What cannot be noted costs time later, nothing else."""
        beside = self._file.with_name(f"decided.{os.getpid()}")
        with suppress(OSError):
            data = json.dumps({"book": self._stamp(), "rules": _RULES, "papers": decided, "odd": sorted(odd)})
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(data, encoding="ascii")
            beside.replace(self._file)

    def _stamp(self) -> list[int]:
        found = self._book.stat()
        return [found.st_size, found.st_mtime_ns]
