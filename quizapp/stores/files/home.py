"""One class's data folder, its parts opened as they are asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.stores.disk.chain_file import ChainFile, ChainFolder, ChainPlace
from quizapp.stores.disk.locks import held, take
from quizapp.stores.disk.operating_system import Disk, disk_refusals, is_open_to_others, safe
from quizapp.stores.disk.whole_files import SetAside
from quizapp.stores.event_codec import (
    ARRIVAL_LINES,
    KEYING_LINES,
    LOG_LINES,
    MARK_LINES,
    PLAIN_LINES,
    PRACTICE_LINES,
    PUBLICATION_LINES,
)
from quizapp.stores.files.class_chains import (
    COLLECTED,
    ROSTER_LINES,
    FileCollected,
    FileDecisions,
    FileLog,
    FileRoster,
    keying_path,
    practice_path,
    put_back_line,
)
from quizapp.stores.files.folder_contents import FileEvidence, close_to_others
from quizapp.stores.files.journals import FileJournals
from quizapp.stores.files.publications import PUBLICATIONS, FilePublications

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from quizapp.services.ports.home import (
        Chance,
        Claim,
        ClassSecret,
        Decisions,
        Forms,
        Home,
        Journals,
        Requests,
        Roster,
        ScoreBook,
    )
    from quizapp.services.ports.kept_ports import (
        ActivityLog,
        Arrivals,
        EvidenceFiles,
        ExternalMarks,
        Keyed,
        Practice,
        Publications,
    )
    from quizapp.services.ports.port_values import Exchange
    from quizapp.stores.event_codec import Fact, LineCodec


class FileHome:
    """The data folder at a path; folders are made when something is written into them.

    Forms, requests and the book are loaded when they are first asked for: home paints its first frame without them.
    """

    def __init__(
        self, folder: Path, *, disk: Disk | None = None, patience: float = 10.0, chance: Chance | None = None
    ) -> None:
        """Open a home; `patience` is how many seconds to wait for a lock that another program holds.

        `chance` makes the class's secret; None where the home's settings name no class.
        """
        self._folder = folder
        self._given_disk = disk
        self._patience = patience
        self._chance = chance
        self._locks = folder / "locks"

    @cached_property
    def journals(self) -> Journals:
        return FileJournals(self._folder / "journal", self._locks, self._disk, self._set_aside)

    @cached_property
    def decisions(self) -> Decisions:
        return FileDecisions(self._folder / "journal", self._place)

    @cached_property
    def forms(self) -> Forms:
        from quizapp.stores.files.forms import FileForms

        folder = self._folder / "forms"
        index = self._chain(folder / "index.jsonl", PLAIN_LINES)
        return FileForms(folder, index, self._locks / "forms.lock", self._disk, self._patience)

    @cached_property
    def secret(self) -> ClassSecret:
        from quizapp.stores.files.class_secret import SECRET, FileClassSecret

        lock = self._locks / f"{SECRET}.lock"
        return FileClassSecret(self._folder / SECRET, lock, self._disk, self._patience, self._chance)

    @cached_property
    def roster(self) -> Roster:
        return FileRoster(self._chain(self._folder / "candidates.jsonl", ROSTER_LINES))

    @cached_property
    def outside_marks(self) -> ExternalMarks:
        return self._chain(self._folder / "marks.jsonl", MARK_LINES)

    @cached_property
    def publications(self) -> Publications:
        path = self._folder / PUBLICATIONS
        return FilePublications(path, lambda: self._chain(path, PUBLICATION_LINES))

    @cached_property
    def book(self) -> ScoreBook:
        from quizapp.stores.files.book import FileBook

        path = self._folder / "scores.json"
        return FileBook(path, self._locks / "scores.lock", self._disk, self._set_aside, self._patience)

    @cached_property
    def collected(self) -> Arrivals:
        return FileCollected(self._chain(self._folder / COLLECTED, ARRIVAL_LINES))

    @cached_property
    def practice(self) -> Practice:
        return ChainFolder(practice_path(self._folder / "practice"), self._place, PRACTICE_LINES)

    @cached_property
    def keyed(self) -> Keyed:
        return ChainFolder(keying_path(self._folder / "keying"), self._place, KEYING_LINES)

    @cached_property
    def log(self) -> ActivityLog:
        # It can say of itself what was done to it.
        place = self._place._replace(note=lambda path, what: LOG_LINES.entries((put_back_line(path.name, what),)))
        return FileLog(ChainFile(self._folder / "log.jsonl", place, LOG_LINES))

    @cached_property
    def requests(self) -> Requests:
        from quizapp.stores.files.sitting_requests import FileRequests

        return FileRequests(self._folder / "requests", self._disk)

    @cached_property
    def evidence(self) -> EvidenceFiles:
        return FileEvidence(self._folder, self._disk)

    def apart(self) -> Home:
        """Return this folder with ports of its own, for a thread beside this one: they share nothing that changes."""
        return FileHome(self._folder, disk=self._given_disk, patience=self._patience, chance=self._chance)

    def only_one(self, what: str) -> AbstractContextManager[None]:
        """Hold a lock that only one program at a time can, by the system's means. Raises MachineRefused."""
        return held(self._locks / f"one-{safe(what)}.lock", self._patience)

    def claim(self, what: str) -> Claim | None:
        """Take such a lock for a while; None at once where another has it. Raises MachineRefused."""
        path = self._locks / f"one-{safe(what)}.lock"
        with disk_refusals(path):
            self._locks.mkdir(parents=True, exist_ok=True)
            return take(path)

    @cached_property
    def _disk(self) -> Disk:
        if is_open_to_others(self._folder):
            close_to_others(self._folder)
        return self._given_disk or Disk()

    @cached_property
    def _set_aside(self) -> SetAside:
        return SetAside(self._folder / "set-aside", self._disk)

    @cached_property
    def _place(self) -> ChainPlace:
        return ChainPlace(self._locks, self._disk, self._set_aside, self._patience, self._note)

    def _chain(self, path: Path, codec: LineCodec[Fact]) -> ChainFile[Fact]:
        return ChainFile(path, self._place, codec)

    def _note(self, path: Path, exchange: Exchange) -> tuple[()]:
        """Log that lines of a file are put back. Raises MachineRefused."""
        self.log.record(*put_back_line(path.relative_to(self._folder).as_posix(), exchange))
        return ()
