"""The verdicts that were given while the desk was open: each that says something new, in the order they came."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from quizapp.tui.screens.desk_words import kind

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.services.collecting.verdict import Verdict


class Told(NamedTuple):
    """A verdict, and when it was given."""

    at: datetime
    verdict: Verdict


class DeskVerdicts:
    """A file that is collected once more is told of again only where it fares otherwise than before."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._codes: dict[tuple[str, str], str] = {}
        """What was said last of a file and an attempt in it."""

    @property
    def newest_first(self) -> tuple[Told, ...]:
        """All that stand."""
        return tuple(reversed(self._told))

    @property
    def to_look_at(self) -> int:
        """How many were refused, or are to be checked."""
        return sum(one.verdict.is_refused for one in self._told)

    def take(self, at: datetime, verdict: Verdict) -> None:
        """Add a verdict where it says what was not said."""
        before = self._codes.get((verdict.file, verdict.attempt))
        if before is None or not (before == verdict.code or kind(verdict) == "known"):
            self._codes[verdict.file, verdict.attempt] = verdict.code
            self._told.append(Told(at, verdict))

    def forget(self, files: Collection[str]) -> None:
        """Take back what was refused of files that were taken away half read: they are read again."""
        if files:
            self._told = [one for one in self._told if not (one.verdict.is_refused and one.verdict.file in files)]
            self._codes = {(one.verdict.file, one.verdict.attempt): one.verdict.code for one in self._told}
