"""The data folder kept elsewhere: what bears witness packed as a ZIP, and a copy of all at a second place."""

from __future__ import annotations

import io
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from quizapp.domain.errors import AttemptBusy, MachineRefused, Refused
from quizapp.stores.disk.operating_system import Disk, disk_refusals, is_safe
from quizapp.stores.disk.whole_files import keep_whole, write_whole
from quizapp.stores.files.book import FileBook
from quizapp.stores.files.folder_contents import BOOK, SEALS, SETTINGS, kind_of
from quizapp.stores.files.home import FileHome
from quizapp.stores.files.journals import FileJournals, FileJournalWriter

if TYPE_CHECKING:
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
        """Open the unpacked folder; `archive` is what a person is told was not written to."""
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


SKIPPED = frozenset({"locks", "requests", "cache", "failures", "preferences.json"})
"""What is no record: locks, requests, notes of this machine's."""
_GROWS = ".jsonl"


class FileSecondPlace:
    """The copy of one data folder."""

    def __init__(self, home: Path, folder: Path, disk: Disk | None = None) -> None:
        self._home = home
        self._folder = folder
        self._disk = disk or Disk()

    @property
    def folder(self) -> str:
        """The folder, to be told to a person."""
        return str(self._folder)

    def check(self) -> None:
        """Make sure that something can be kept there. Raises MachineRefused."""
        with disk_refusals(self._folder):
            self._disk.make_folder(self._folder)
            probe = self._folder / f".quizapp-{os.urandom(8).hex()}.new"
            self._disk.close(self._disk.open_new(probe))
            self._disk.remove(probe)

    def copy(self) -> None:
        """Bring the copy up to date. Raises MachineRefused, what was copied until then being whole."""
        with disk_refusals(self._folder):
            for name in self._names():
                self._copy(name)

    def _names(self) -> Iterator[str]:
        for folder, folders, files in os.walk(self._home):
            start = Path(folder).relative_to(self._home)
            # A second place within the home is no reason to copy it into itself.
            folders[:] = [one for one in folders if self._is_copied(start / one)]
            for file in sorted(files):
                if self._is_copied(start / file):
                    yield (start / file).as_posix()

    def _is_copied(self, name: Path) -> bool:
        is_half = name.name.endswith(".new") or name.name.startswith(".")
        return not is_half and name.parts[0] not in SKIPPED and self._home / name != self._folder

    def _copy(self, name: str) -> None:
        source, target = self._home / name, self._folder / name
        try:
            stamp = source.stat()
            if _is_same(stamp, target):
                return
            data = self._disk.read(source)
        except FileNotFoundError:
            return  # gone meanwhile
        self._keep_what_differs(target, data)
        write_whole(self._disk, target, data)
        os.utime(target, ns=(stamp.st_mtime_ns, stamp.st_mtime_ns))

    def _keep_what_differs(self, target: Path, data: bytes) -> None:
        """Set aside a copy that the new one does not go on from: records only grow, so somebody had a hand in it."""
        if target.suffix != _GROWS and target.parent.name != "forms":
            return
        try:
            old = self._disk.read(target)
        except FileNotFoundError:
            return
        if not data.startswith(old):
            aside = self._folder / "set-aside" / f"{target.name}.{sha256(old).hexdigest()[:16]}"
            keep_whole(self._disk, (aside, old))


def _is_same(stamp: os.stat_result, target: Path) -> bool:
    try:
        there = target.stat()
    except FileNotFoundError:
        return False
    # A drive that keeps times to two seconds only has files copied once more than need be, never once too few.
    return (there.st_size, there.st_mtime_ns) == (stamp.st_size, stamp.st_mtime_ns)
