"""Practice on disk: practice/<SHA-256 of 学号>.jsonl, a chain for each person, which any program may add to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.candidate import same_number
from quizapp.domain.errors import MachineRefused
from quizapp.stores.telling import NotUnderstood, entries_of, practice_of

if TYPE_CHECKING:
    from quizapp.domain.practice.events import PracticeEvent
    from quizapp.stores.files.shared_chain import SharedChain


class FilePractice:
    """The practice of one data folder's people."""

    def __init__(self, folder: Path, chain: Callable[[Path], SharedChain]) -> None:
        self._folder = folder
        self._chain = chain
        self._chains: dict[str, SharedChain] = {}

    def read(self, candidate: str) -> tuple[PracticeEvent, ...]:
        """Return what a person's practice has seen, in order. Raises MachineRefused where it was altered."""
        entries = self._of(candidate).entries()
        try:
            return practice_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path(candidate)), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error

    def record(self, candidate: str, events: Sequence[PracticeEvent]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._of(candidate).extend(lambda _: entries_of(events))

    def _of(self, candidate: str) -> SharedChain:
        if candidate not in self._chains:
            self._chains[candidate] = self._chain(self._path(candidate))
        return self._chains[candidate]

    def _path(self, candidate: str) -> Path:
        """Return where a person's practice is. A 学号 is no file name, and tells nobody whose mistakes these are.

        What an older version began for a number as it was written goes on there.
        """
        begun = self._named(candidate)
        return begun if begun.exists() else self._named(same_number(candidate))

    def _named(self, number: str) -> Path:
        return self._folder / f"{sha256(number.encode('utf-8', 'surrogatepass')).hexdigest()}.jsonl"
