"""A data folder out of an archive: what is asked of it is answered, what would be written is refused in words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from quizapp.domain.errors import AttemptBusy, MachineRefused
from quizapp.stores.files.book import FileBook
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.home import FileHome
from quizapp.stores.files.journals import FileJournals, FileJournalWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from quizapp.domain.attempt.events import Event, Started
    from quizapp.services.records import AttemptName, Book, Chain


class ReadOnlyDisk(Disk):
    """Refuses to write anything."""

    def __init__(self, archive: str) -> None:
        super().__init__()
        self._archive = archive

    def refuse(self, *_: object, **__: object) -> NoReturn:
        """Say that it is an archive. Raises MachineRefused."""
        raise MachineRefused("archived-read-only", file=self._archive)

    open_append = open_new = replace = rename = remove = make_folder = refuse


class ArchivedJournals(FileJournals):
    """Journals that nobody goes on with: an attempt that was under way stays so."""

    def create(self, started: Started, then: Sequence[Event] = ()) -> FileJournalWriter:  # noqa: ARG002 # whichever
        """Raise MachineRefused."""
        self._disk.make_folder(self._folder)
        raise AssertionError

    def open(self, name: AttemptName) -> tuple[FileJournalWriter, Chain]:  # noqa: ARG002 # whichever it is
        """Raise AttemptBusy: whoever would end an attempt whose time is up leaves it alone, as one that is sat."""
        try:
            self._disk.make_folder(self._folder)
        except MachineRefused as refused:
            raise AttemptBusy(refused.code, **refused.values) from None
        raise AssertionError

    def holder(self, name: AttemptName) -> None:  # whichever it is
        """Nobody has an attempt of an archive open."""


class ArchivedBook(FileBook):
    """A score book that is brought up to date for whoever asks, and stays on disk as it was."""

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        """Return the book as it would be."""
        return change(self.read())


class ArchivedLog:
    """A log that ended when the archive was made."""

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Leave the log as it is: that an archive was looked at changes nothing in it."""


class ArchivedHome(FileHome):
    """The data folder that an archive was unpacked into."""

    def __init__(self, folder: Path, archive: str) -> None:
        """Open it; `archive` is what a person is told was not written to."""
        super().__init__(folder, disk=ReadOnlyDisk(archive))
        self._archive = archive

    def apart(self) -> ArchivedHome:
        """Return the same with ports of its own."""
        return ArchivedHome(self._folder, self._archive)

    @cached_property
    def journals(self) -> ArchivedJournals:
        return ArchivedJournals(self._folder / "journal", self._locks, self._disk, self._set_aside)

    @cached_property
    def book(self) -> ArchivedBook:
        path = self._folder / "scores.json"
        return ArchivedBook(path, self._locks / "scores.lock", self._disk, self._set_aside, self._patience)

    @cached_property
    def log(self) -> ArchivedLog:
        return ArchivedLog()
