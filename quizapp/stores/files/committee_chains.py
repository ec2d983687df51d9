"""What the committee decided, on disk: journal/<paper>/committee.jsonl, a chain that any program may add to."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from quizapp.services.ports.port_values import CommitteeJournal
from quizapp.stores.disk.chain_file import ChainFile, ChainFolder, ChainPlace
from quizapp.stores.disk.operating_system import COMMITTEE, disk_refusals, is_safe
from quizapp.stores.event_codec import DECISION_LINES

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision


class FileDecisions:
    """The committee's journals of one data folder."""

    def __init__(self, folder: Path, place: ChainPlace) -> None:
        self._folder = folder
        self._chains = ChainFolder(lambda paper: folder / paper / f"{COMMITTEE}.jsonl", place, DECISION_LINES)

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order. Raises MachineRefused where it was altered."""
        return self.journal(paper).decisions

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by. Raises MachineRefused."""
        return CommitteeJournal(*self._chains.of(paper).look()) if is_safe(paper) else CommitteeJournal()

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
        self._of(paper).record(decisions)

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, on disk, all or none, nobody else deciding meanwhile.

        Returns what stands just after. Raises MachineRefused, and what `make` does, nothing recorded.
        """
        return CommitteeJournal(*self._of(paper).extend(lambda there: make(CommitteeJournal(*there))))

    def _of(self, paper: str) -> ChainFile[Decision]:
        if not is_safe(paper):
            raise ValueError(f"not a file name: {paper}")
        return self._chains.of(paper)


def _size(entry: os.DirEntry[str]) -> int:
    with suppress(FileNotFoundError, NotADirectoryError):
        return os.stat(os.path.join(entry.path, f"{COMMITTEE}.jsonl")).st_size  # noqa: PTH116, PTH118 the quicker calls
    return 0
