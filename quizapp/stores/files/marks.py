"""Marks from outside on disk: marks.jsonl, a chain that any program may add to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused
from quizapp.stores.telling import NotUnderstood, entries_of, outside_of

if TYPE_CHECKING:
    from quizapp.domain.outside import OutsideFact
    from quizapp.stores.chain import Entry
    from quizapp.stores.files.shared_chain import SharedChain


class FileOutsideMarks:
    """The marks from outside of one data folder."""

    def __init__(self, path: Path, lines: SharedChain) -> None:
        self._path = path
        self._lines = lines

    def read(self) -> tuple[OutsideFact, ...]:
        """Return all that was brought in or taken back, in order. Raises MachineRefused where the file was altered."""
        return self._understood(self._lines.entries())

    def decide(self, make: Callable[[Sequence[OutsideFact], str], Sequence[OutsideFact]]) -> None:
        """Add what follows from what stands and its head, on disk, all or none, nobody else deciding meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        self._lines.extend(lambda there: entries_of(make(self._understood(there), self._lines.read().head.hash)))

    def _understood(self, entries: Sequence[Entry]) -> tuple[OutsideFact, ...]:
        try:
            return outside_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error

    def record(self, marks: Sequence[OutsideFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._lines.extend(lambda _: entries_of(marks))
