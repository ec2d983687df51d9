"""The verdicts that were given while the desk was open: each that says something new, in the order they came."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.services.collecting.verdict import Verdict


class Told(NamedTuple):
    """A verdict, and when it was given."""

    at: datetime
    verdict: Verdict


class Known(NamedTuple):
    """How many attempts were here already when the desk came upon them."""

    attempts: int


class DeskVerdicts:
    """A file that is collected once more is told of again only where it fares otherwise than before.

    What was here before the desk was opened, or came by another way, is no news: it is counted.
    """

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._codes: dict[tuple[str, str], str] = {}
        """What was said last of a file and an attempt in it."""
        self._known: set[str] = set()
        """Attempts that were here already, and of which nothing was said."""

    @property
    def entries(self) -> tuple[Told | Known, ...]:
        """What is news, the newest first, and then how many were here already."""
        return (*reversed(self._told), *([Known(len(self._known))] if self._known else ()))

    @property
    def to_look_at(self) -> int:
        """How many were refused, or are to be checked."""
        return sum(one.verdict.is_refused for one in self._told)

    def take(self, at: datetime, verdict: Verdict) -> None:
        """Add a verdict where it says what was not said."""
        before = self._codes.get((verdict.file, verdict.attempt))
        if verdict.attempt and verdict.kind == "known":
            if all(one.verdict.attempt != verdict.attempt for one in self._told):
                self._known.add(verdict.attempt)
        elif before != verdict.code and not (before and verdict.kind == "known"):
            self._codes[verdict.file, verdict.attempt] = verdict.code
            self._told.append(Told(at, verdict))
            self._known.discard(verdict.attempt)

    def forget(self, files: Collection[str]) -> None:
        """Take back what was refused of files that were taken away half read: they are read again."""
        if files:
            self._told = [one for one in self._told if not (one.verdict.is_refused and one.verdict.file in files)]
            self._codes = {(one.verdict.file, one.verdict.attempt): one.verdict.code for one in self._told}
