"""The committee's side on disk: journal/<paper>/committee.jsonl, a chain that any program may add to."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from quizapp.domain.errors import MachineRefused
from quizapp.services.records import CommitteeJournal
from quizapp.stores.files.naming import COMMITTEE, is_safe
from quizapp.stores.files.refusals import told
from quizapp.stores.telling import NotUnderstood, decisions_of, entries_of

if TYPE_CHECKING:
    from quizapp.domain.decisions import Decision
    from quizapp.stores.chain import Entry
    from quizapp.stores.files.shared_chain import SharedChain


class FileDecisions:
    """The committee's journals of one data folder."""

    def __init__(self, folder: Path, chain: Callable[[Path], SharedChain]) -> None:
        self._folder = folder
        self._chain = chain
        self._chains: dict[str, SharedChain] = {}
        self._known: dict[str, tuple[Sequence[Entry], tuple[Decision, ...]]] = {}
        """What was read of each paper: a class's attempts are marked one by one, each asking again."""

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order. Raises MachineRefused where it was altered."""
        if not is_safe(paper):
            return ()
        return self._decisions(paper, self._of(paper).entries())

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by. Raises MachineRefused."""
        if not is_safe(paper):
            return CommitteeJournal()
        read = self._of(paper).read()
        return CommitteeJournal(self._decisions(paper, read.entries), read.hashes)

    def sizes(self) -> Mapping[str, int]:
        """Return how much was written of each paper's decisions, by paper: it grows with every one. Reads no file."""
        with told(self._folder):
            if not self._folder.is_dir():
                return {}
            with os.scandir(self._folder) as entries:
                # macOS may give the letters of a name back taken apart.
                found = {normalize("NFC", entry.name): _size(entry) for entry in entries if is_safe(entry.name)}
        return {paper: size for paper, size in sorted(found.items()) if size}

    def record(self, paper: str, decisions: Sequence[Decision]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        if not is_safe(paper):
            raise ValueError(f"not a file name: {paper}")
        self._of(paper).extend(lambda _: entries_of(decisions))

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, on disk, all or none, nobody else deciding meanwhile.

        Returns what stands just after. Raises MachineRefused, and what `make` does, nothing recorded.
        """
        if not is_safe(paper):
            raise ValueError(f"not a file name: {paper}")
        count = 0

        def entries(there: Sequence[Entry]) -> Sequence[Entry]:
            nonlocal count
            new = entries_of(make(self.journal(paper)))
            count = len(there) + len(new)
            return new

        self._of(paper).extend(entries)
        # Others may have gone on since: theirs was not seen by whoever decided this.
        after = self.journal(paper)
        return CommitteeJournal(after.decisions[:count], after.hashes[:count])

    def _decisions(self, paper: str, entries: Sequence[Entry]) -> tuple[Decision, ...]:
        known = self._known.get(paper)
        if known is None or known[0] is not entries:
            known = self._known[paper] = (entries, self._understood(paper, entries))
        return known[1]

    def _of(self, paper: str) -> SharedChain:
        if paper not in self._chains:
            self._chains[paper] = self._chain(self._path(paper))
        return self._chains[paper]

    def _path(self, paper: str) -> Path:
        return self._folder / paper / f"{COMMITTEE}.jsonl"

    def _understood(self, paper: str, entries: Sequence[Entry]) -> tuple[Decision, ...]:
        try:
            return decisions_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path(paper)), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error


def _size(entry: os.DirEntry[str]) -> int:
    with suppress(FileNotFoundError, NotADirectoryError):
        return os.stat(os.path.join(entry.path, f"{COMMITTEE}.jsonl")).st_size  # noqa: PTH116, PTH118 the quicker calls
    return 0
