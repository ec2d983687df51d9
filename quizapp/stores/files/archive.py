"""A class in one file: what of a data folder bears witness, packed as a ZIP, and unpacked again to be read.

Only names that a data folder has are taken out, so that nothing can land elsewhere; only so much, so that nothing can
fill the disk. What is asked of the unpacked folder is answered, what would be written is refused in words.
"""

from __future__ import annotations

import io
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from quizapp.domain.errors import AttemptBusy, MachineRefused, Refused
from quizapp.stores.disk.operating_system import Disk, disk_refusals, is_safe
from quizapp.stores.files.book import FileBook
from quizapp.stores.files.folder_contents import BOOK, SEALS, SETTINGS, kind_of
from quizapp.stores.files.home import FileHome
from quizapp.stores.files.journals import FileJournals, FileJournalWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from quizapp.domain.attempt.events import Event, Started
    from quizapp.services.ports.port_values import AttemptName, Book, Chain


MOST_BYTES = 2 * 1024 * 1024 * 1024
"""All members together, unpacked: a hundred times a large class."""
MOST_ENTRIES = 200_000
_CHUNK = 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every member says it was written, so that equal contents make equal archives."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, IndexError)


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of these files, by name within the data folder."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give a folder with what an archive holds, of this program's own, which is removed in the end.

    Raises Refused for what is no archive of this program's, MachineRefused.
    """
    # Only its owner may look into a folder that is made so.
    folder = Path(tempfile.mkdtemp(prefix="quizapp-"))
    try:
        with disk_refusals(folder):
            _unpack(path, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check(entries, path)
            for entry in entries:
                _take_out(archive, entry, folder / entry.filename)
    except _DAMAGE as error:
        raise Refused("kept-no-archive", file=path.name) from error


def _take_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # zipfile gives no more than the entry says, and complains where the bytes are not those that were packed.
    with archive.open(entry) as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, _CHUNK)


def _check(entries: list[zipfile.ZipInfo], path: Path) -> None:
    names = {entry.filename for entry in entries}
    if not entries or len(names) != len(entries) or not all(map(_is_ours, entries)):
        raise Refused("kept-no-archive", file=path.name)
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refused("kept-too-big", file=path.name)


def _is_ours(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or name != entry.filename:
        return False
    folder, _, last = name.rpartition("/")
    if folder == SEALS:
        return last.endswith(".txt") and is_safe(last.removesuffix(".txt"))
    return name in (BOOK, SETTINGS) or kind_of(name) not in (None, "odd")


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
