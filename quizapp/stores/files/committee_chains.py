"""What the committee writes, on disk: decisions, answers being keyed in, marks from outside.

journal/<paper>/committee.jsonl, keying/keying-<paper>.jsonl and marks.jsonl are chains that any program may add to.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.port_values import CommitteeJournal
from quizapp.stores.disk.operating_system import COMMITTEE, disk_refusals, is_safe, safe
from quizapp.stores.event_codec import NotUnderstood, decisions_of, entries_of, keying_of, outside_of

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.decisions.external_marks import OutsideFact
    from quizapp.domain.marking.keying import KeyingEvent
    from quizapp.stores.chain import ChainEntry
    from quizapp.stores.disk.shared_chain import SharedChain


class FileDecisions:
    """The committee's journals of one data folder."""

    def __init__(self, folder: Path, chain: Callable[[Path], SharedChain]) -> None:
        self._folder = folder
        self._chain = chain
        self._chains: dict[str, SharedChain] = {}
        self._known: dict[str, tuple[Sequence[ChainEntry], tuple[Decision, ...]]] = {}
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
        with disk_refusals(self._folder):
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

        def entries(there: Sequence[ChainEntry]) -> Sequence[ChainEntry]:
            nonlocal count
            new = entries_of(make(self.journal(paper)))
            count = len(there) + len(new)
            return new

        self._of(paper).extend(entries)
        # Others may have gone on since: theirs was not seen by whoever decided this.
        after = self.journal(paper)
        return CommitteeJournal(after.decisions[:count], after.hashes[:count])

    def _decisions(self, paper: str, entries: Sequence[ChainEntry]) -> tuple[Decision, ...]:
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

    def _understood(self, paper: str, entries: Sequence[ChainEntry]) -> tuple[Decision, ...]:
        try:
            return decisions_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path(paper)), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error


def _size(entry: os.DirEntry[str]) -> int:
    with suppress(FileNotFoundError, NotADirectoryError):
        return os.stat(os.path.join(entry.path, f"{COMMITTEE}.jsonl")).st_size  # noqa: PTH116, PTH118 the quicker calls
    return 0


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

    def _understood(self, paper: str, entries: Sequence[ChainEntry]) -> tuple[KeyingEvent, ...]:
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

    def _understood(self, entries: Sequence[ChainEntry]) -> tuple[OutsideFact, ...]:
        try:
            return outside_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error

    def record(self, marks: Sequence[OutsideFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._lines.extend(lambda _: entries_of(marks))
