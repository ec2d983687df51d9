"""Answers being keyed in, on disk: keying/keying-<paper>.jsonl, a chain that any program may add to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused
from quizapp.stores.files.naming import safe
from quizapp.stores.telling import NotUnderstood, entries_of, keying_of

if TYPE_CHECKING:
    from quizapp.domain.keying.events import KeyingEvent
    from quizapp.stores.chain import Entry
    from quizapp.stores.files.shared_chain import SharedChain


class FileKeyed:
    """The drafts of one data folder."""

    def __init__(self, folder: Path, chain: Callable[[Path], SharedChain]) -> None:
        self._folder = folder
        self._chain = chain
        self._chains: dict[str, SharedChain] = {}

    def read(self, paper: str) -> tuple[KeyingEvent, ...]:
        """Return what was keyed in for a paper, in order. Raises MachineRefused where it was altered."""
        return self._understood(paper, self._of(paper).entries())

    def decide(self, paper: str, make: Callable[[Sequence[KeyingEvent]], Sequence[KeyingEvent]]) -> None:
        """Add what follows from what stands, on disk, all or none, nobody else keying meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        self._of(paper).extend(lambda there: entries_of(make(self._understood(paper, there))))

    def _understood(self, paper: str, entries: Sequence[Entry]) -> tuple[KeyingEvent, ...]:
        try:
            return keying_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path(paper)), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error

    def record(self, paper: str, events: Sequence[KeyingEvent]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._of(paper).extend(lambda _: entries_of(events))

    def _of(self, paper: str) -> SharedChain:
        if paper not in self._chains:
            self._chains[paper] = self._chain(self._path(paper))
        return self._chains[paper]

    def _path(self, paper: str) -> Path:
        # Its lock is called as the file is: no paper's id may be the name of another lock.
        return self._folder / f"keying-{safe(paper)}.jsonl"
