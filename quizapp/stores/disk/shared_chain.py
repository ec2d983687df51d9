"""A chain that any program may add to: each in turn, under a lock, after reading what the others wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import MachineRefused
from quizapp.stores import chain
from quizapp.stores.disk.operating_system import Disk, altered, disk_refusals
from quizapp.stores.disk.whole_files import SetAside

if TYPE_CHECKING:
    from quizapp.services.ports.port_values import Exchange

Decide = Callable[[Sequence[chain.ChainEntry]], Sequence[chain.ChainEntry]]
"""Takes what stands and returns what to add."""
Note = Callable[[Path, "Exchange"], Sequence[chain.ChainEntry]]
"""Records that a file is put right, and returns what is to be added to it for that."""


class _Seen(NamedTuple):
    """What was read, with its bytes."""

    reading: chain.ChainReading
    data: bytes


_NOTHING = _Seen(chain.ChainReading(entries=(), head=chain.ChainHead(), whole=0), b"")


class SharedChain:
    """One such file. What was read once is not read again while the file only grows.

    What this program wrote, or took for written, stands for as long as the program does: lines that were cut off, or
    went with the file, are put back and that is noted; a file that says something else is refused and left as it is.
    """

    def __init__(self, path: Path, locks: Path, disk: Disk, set_aside: SetAside, patience: float, note: Note) -> None:
        self._path = path
        self._lock = locks / f"{path.stem}.lock"
        self._disk = disk
        self._set_aside = set_aside
        self._patience = patience
        self._note = note
        self._seen = _NOTHING
        self._tried = b""
        """What the last addition may have left, where it failed."""
        self._known = b""
        """The bytes that stood when this program last wrote, or made sure of what others had written."""

    def entries(self) -> Sequence[chain.ChainEntry]:
        """Return what stands, a torn end left out. Raises MachineRefused where it was altered."""
        return self.read().entries

    def read(self) -> chain.ChainReading:
        """Return the same with its hashes. Raises MachineRefused."""
        with disk_refusals(self._path):
            data = self._bytes() or b""
            if data.startswith(self._known):
                return self._catch_up(data).reading
        self.extend(lambda _: ())
        return self._seen.reading

    def extend(self, decide: Decide) -> None:
        """Add what follows from what stands, on disk, all or none. Raises MachineRefused."""
        from quizapp.stores.disk.locks import held

        with held(self._lock, self._patience), disk_refusals(self._path):
            data = self._bytes()
            if (data or b"").startswith(self._known):
                noted: Sequence[chain.ChainEntry] = ()
            else:
                data, noted = self._known, self._put_back(data)
            seen = self._catch_up(data or b"")
            added, _ = chain.encode((*noted, *decide(seen.reading.entries)), seen.reading.head)
            self._tried = added
            if added or seen.data:
                self._append(added, seen)
            self._tried, self._known = b"", seen.data + added

    def _append(self, data: bytes, seen: _Seen) -> None:
        from quizapp.stores.disk.append_file import AppendFile

        self._disk.make_folder(self._path.parent)
        file = AppendFile(self._path, seen.data, self._disk, self._set_aside)
        try:
            if seen.reading.rest:
                file.mend()
            if data:
                file.append(data)
            else:
                # What makes an addition needless may be another's, killed before it was on disk.
                file.settle()
        finally:
            file.close()

    def _put_back(self, there: bytes | None) -> Sequence[chain.ChainEntry]:
        """Have what is known stand again where nothing else was put in its place; return what is to be added for it."""
        from quizapp.stores.disk.append_file import found_instead, put_back

        if there is None and not self._path.parent.is_dir():
            # Not the file alone: its drive is missing, and comes back.
            raise FileNotFoundError(ENOENT, "the folder is gone", str(self._path))
        found = found_instead(self._known, there, self._tried)
        if found != "gone" and found != "shorter":
            kept, reading = self._set_aside.keep(self._path.name, self._known), chain.read(there or b"")
            if reading.is_altered:
                raise altered(self._path, reading.head.seq + 1)
            raise MachineRefused("file-replaced", file=str(self._path), kept=kept)
        exchange = put_back(self._disk, self._set_aside, self._path, self._known, found, there)
        return self._note(self._path, exchange)

    def _catch_up(self, data: bytes) -> _Seen:
        """Read on from where the last reading ended. It is replaced as a whole, so that threads may read at once."""
        last = self._seen if data.startswith(self._seen.data) else _NOTHING
        before, new = last.reading, chain.read(data[len(last.data) :], last.reading.head)
        if new.is_altered and before.entries:
            # A line written again after a failed sync is known only beside the first: read both together.
            before, new = _NOTHING.reading, chain.read(data)
        if new.is_altered:
            raise altered(self._path, new.head.seq + 1)
        entries = before.entries + new.entries if new.entries else before.entries
        hashes = before.hashes + new.hashes if new.hashes else before.hashes
        whole = before.whole + new.whole
        self._seen = _Seen(new._replace(entries=entries, hashes=hashes, whole=whole), data[:whole])
        return self._seen

    def _bytes(self) -> bytes | None:
        try:
            return self._disk.read(self._path)
        except FileNotFoundError:
            return None
