"""The candidates' side on disk: journal/<paper>/<attempt>.jsonl, one chain and one writer each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from quizapp.domain.errors import AttemptBusy, CalledWrongly, MachineRefused
from quizapp.services.ports.port_values import AttemptName, Chain, Exchange, LinePlace, LockHolder, Stamp
from quizapp.stores import chain
from quizapp.stores.disk.locks import Lock, LockOwner, take
from quizapp.stores.disk.operating_system import COMMITTEE, Disk, altered, disk_refusals, is_safe
from quizapp.stores.disk.whole_files import SetAside, write_batch, write_whole
from quizapp.stores.event_codec import EVENT_LINES

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event, Started
    from quizapp.stores.disk.append_file import AppendFile

_SUFFIX = ".jsonl"


class FileJournalWriter:
    """The one writer of an attempt's journal."""

    def __init__(self, file: AppendFile, lock: Lock, head: chain.ChainHead) -> None:
        self._file = file
        self._lock = lock
        self._head = head
        self._is_open = True

    @property
    def head(self) -> str:
        """The hash of the last line on disk."""
        return self._head.hash

    def append(self, events: Sequence[Event]) -> None:
        """Write the events and have them on disk, all or none. Raises MachineRefused; a later call goes on cleanly."""
        if not self._is_open:
            raise ValueError("the journal was given up")
        data, head = chain.encode(EVENT_LINES.entries(events), self._head)
        if data:
            self._file.append(data)
        self._head = head

    def place_after(self, events: Sequence[Event]) -> LinePlace:
        """Return where the line behind these events will stand, once they are written."""
        _, head = chain.encode(EVENT_LINES.entries(events), self._head)
        return LinePlace(seq=head.seq + 1, before=head.hash)

    def check(self) -> None:
        """Make sure that what was written stands under the journal's name. Raises MachineRefused."""
        # One given up is another program's to write.
        if self._is_open:
            self._file.check()

    def regain(self) -> Exchange | None:
        """Have what was written stand there again, where something else came in its place, and go on in it.

        Return what was found there; None where nothing was exchanged. Raises MachineRefused.
        """
        return self._file.regain() if self._is_open else None

    def close(self) -> None:
        """Give up the journal, so that another program may write it."""
        self._is_open = False
        try:
            self._file.close()
        finally:
            self._lock.release()


class FileJournals:
    """The journals of one data folder."""

    def __init__(self, folder: Path, locks: Path, disk: Disk, set_aside: SetAside) -> None:
        self._folder = folder
        self._locks = locks
        self._disk = disk
        self._set_aside = set_aside

    def create(self, started: Started, then: Sequence[Event] = ()) -> FileJournalWriter:
        """Begin an attempt's journal with its start and what belongs to it, on disk, all or none.

        Raises MachineRefused.
        """
        name = AttemptName(attempt=started.attempt, paper=started.paper)
        return self._begun(name, b"", chain.ChainHead(), (started, *then))

    def take_on(self, name: AttemptName, data: bytes, events: Sequence[Event]) -> FileJournalWriter:
        """Become the writer of another machine's journal, which ends with these events, on disk, whole or not there.

        Raises AttemptBusy, MachineRefused, also for one that is here, and ValueError for what cannot be a name.
        """
        reading = chain.read(data)
        return self._begun(name, data[: reading.whole], reading.head, events)

    def open(self, name: AttemptName) -> tuple[FileJournalWriter, Chain]:
        """Become the writer of an attempt, its torn end set aside. Raises AttemptBusy, MachineRefused.

        A journal that was altered is refused and left as it is: only what a crash left is ever cut.
        """
        path = self._known(name)
        lock = self._lock(name)
        try:
            data = self._read(path, name)
            reading = chain.read(data)
            events = _events(path, reading)
            if _is_altered(name, reading, events):
                raise altered(path, len(events) + 1)
            file = self._settled(path, data[: reading.whole], is_torn=bool(reading.rest))
        except BaseException:
            lock.release()
            raise
        chained = Chain(events=events, head=reading.head.hash, hashes=reading.hashes)
        return FileJournalWriter(file, lock, reading.head), chained

    def read(self, name: AttemptName) -> Chain:
        """Return what an attempt's journal holds, whoever writes it.

        Raises CalledWrongly("unknown-attempt"), and MachineRefused where nothing of it is whole.
        """
        path = self._known(name)
        reading = chain.read(self._read(path, name))
        events = _events(path, reading)
        return Chain(
            events=events,
            head=reading.head.hash,
            is_torn=bool(reading.rest),
            is_altered=_is_altered(name, reading, events),
            hashes=reading.hashes,
        )

    def names(self, paper: str = "") -> tuple[AttemptName, ...]:
        """All attempts, or a paper's, sorted by attempt id."""
        with disk_refusals(self._folder):
            return tuple(sorted(self._found(paper)))

    def stamp(self, name: AttemptName) -> Stamp | None:
        """Return a journal's length and time of change; None where there is none."""
        path = self._path(name)
        if path is None:
            return None
        with disk_refusals(path):
            try:
                found = path.stat()
            except FileNotFoundError:
                return None
        return Stamp(found.st_size, found.st_mtime_ns)

    def holder(self, name: AttemptName) -> LockHolder | None:
        """Return which program has an attempt open; None where none has. Raises MachineRefused."""
        if self._path(name) is None:
            return None
        try:
            self._lock(name).release()
        except AttemptBusy as busy:
            from quizapp.services.ports.port_values import LockHolder

            return LockHolder.of(busy)
        return None

    def place(self, copies: Mapping[AttemptName, bytes]) -> None:
        """Put other machines' journals in place as they are, each whole and on disk, in the place of an older copy.

        Raises AttemptBusy, MachineRefused, and ValueError for what cannot be a journal's name.
        """
        files = []
        for name, data in copies.items():
            path = self._path(name)
            if path is None:
                raise ValueError(f"not a file name: {name}")
            files.append((path, data))
        with ExitStack() as locks:
            for name, (path, _) in zip(copies, files, strict=True):
                # What is not there is not being written either.
                if path.exists():
                    locks.callback(self._lock(name).release)
            with disk_refusals(self._folder):
                write_batch(self._disk, files)

    def set_aside(self, name: AttemptName, data: bytes) -> None:
        """Keep a copy of a journal that does not stand, on disk, once. Raises MachineRefused."""
        path = self._folder / name.paper / (name.attempt + _SUFFIX)
        with disk_refusals(path):
            self._set_aside.keep(path.name, data)

    def aside(self, name: AttemptName) -> tuple[bytes, ...]:
        """Return what was set aside of an attempt's journal: copies, and ends that were cut. Raises MachineRefused."""
        if self._path(name) is None:
            return ()
        with disk_refusals(self._folder):
            return self._set_aside.kept(name.attempt + _SUFFIX)

    def _begun(
        self, name: AttemptName, before: bytes, head: chain.ChainHead, events: Sequence[Event]
    ) -> FileJournalWriter:
        from quizapp.stores.disk.append_file import AppendFile

        path = self._path(name)
        if path is None:
            raise ValueError(f"not a file name: {name}")
        lock = self._lock(name)
        try:
            if path.exists():
                raise MachineRefused("attempt-exists", attempt=name.attempt)
            data, head = chain.encode(EVENT_LINES.entries(events), head)
            # Whole or not there, so that no journal is ever found without its start.
            with disk_refusals(path):
                write_whole(self._disk, path, before + data)
            return FileJournalWriter(AppendFile(path, before + data, self._disk, self._set_aside), lock, head)
        except BaseException:
            lock.release()
            raise

    def _found(self, paper: str) -> Iterator[AttemptName]:
        for folder in _entries(self._folder):
            # macOS may give the letters of a name back taken apart.
            title = normalize("NFC", folder.name)
            if paper not in ("", title) or not is_safe(title) or not folder.is_dir():
                continue
            for file in _entries(Path(folder.path)):
                attempt, dot, suffix = file.name.partition(".")
                # What lies there under no such name, as a copy that a file manager made, is none of ours.
                if dot + suffix == _SUFFIX and attempt != COMMITTEE and is_safe(attempt):
                    yield AttemptName(attempt=attempt, paper=title)

    def _path(self, name: AttemptName) -> Path | None:
        if not (is_safe(name.attempt) and is_safe(name.paper)) or name.attempt == COMMITTEE:
            return None
        return self._folder / name.paper / (name.attempt + _SUFFIX)

    def _known(self, name: AttemptName) -> Path:
        path = self._path(name)
        if path is None or not path.exists():
            raise CalledWrongly("unknown-attempt", attempt=name.attempt)
        return path

    def _read(self, path: Path, name: AttemptName) -> bytes:
        with disk_refusals(path):
            try:
                return self._disk.read(path)
            except FileNotFoundError:
                raise CalledWrongly("unknown-attempt", attempt=name.attempt) from None

    def _settled(self, path: Path, stands: bytes, *, is_torn: bool) -> AppendFile:
        """Return the file's writer with what stands on disk: its last one may have been killed before that.

        What is shown from here on counts as stored.
        """
        from quizapp.stores.disk.append_file import AppendFile

        file = AppendFile(path, stands, self._disk, self._set_aside)
        try:
            with disk_refusals(path):
                self._disk.sync_folder(path.parent)
            if is_torn:
                file.mend()
            file.settle()
        except BaseException:
            file.close()
            raise
        return file

    def _lock(self, name: AttemptName) -> Lock:
        path = self._locks / f"attempt-{name.attempt}.lock"
        with disk_refusals(path):
            self._disk.make_folder(self._locks, lasts=False)
            lock = take(path)
        if lock is None:
            by = LockOwner.read(path)
            raise AttemptBusy("attempt-busy", attempt=name.attempt, pid=by.pid, host=by.host, since=by.since)
        return lock


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    if folder.is_dir():
        with os.scandir(folder) as entries:
            yield from entries


def _events(path: Path, reading: chain.ChainReading) -> tuple[Event, ...]:
    if not reading.entries:
        # It is put in place with its start, whole: no crash leaves less.
        raise altered(path, 1)
    events = EVENT_LINES.read(reading.entries, path)
    if events[0].KIND != "started":
        # Chained as it should be, by somebody who wrote it themselves.
        raise altered(path, 1)
    return events


def _is_altered(name: AttemptName, reading: chain.ChainReading, events: tuple[Event, ...]) -> bool:
    """Return whether somebody had a hand in it: lines that do not chain, or another attempt's journal."""
    from quizapp.domain.attempt.events import Started

    first = events[0]
    is_its_own = isinstance(first, Started) and (first.attempt, first.paper) == (name.attempt, name.paper)
    return reading.is_altered or not is_its_own
