"""A chain that any program may add to: each in turn, under a lock, after reading what the others wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quizapp.stores import chain
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import altered, told
from quizapp.stores.files.set_aside import SetAside

Decide = Callable[[Sequence[chain.Entry]], Sequence[chain.Entry]]
"""Takes what stands and returns what to add."""

_NOTHING = chain.Reading(entries=(), head=chain.Head(), whole=0)


class SharedChain:
    """One such file. What was read once is not read again while the file only grows."""

    def __init__(self, path: Path, locks: Path, disk: Disk, set_aside: SetAside, patience: float) -> None:
        self._path = path
        self._lock = locks / f"{path.stem}.lock"
        self._disk = disk
        self._set_aside = set_aside
        self._patience = patience
        self._read = _NOTHING

    def entries(self) -> Sequence[chain.Entry]:
        """Return what stands, a torn end left out. Raises MachineRefused where it was altered."""
        with told(self._path):
            return self._catch_up().entries

    def extend(self, decide: Decide) -> None:
        """Add what follows from what stands, on disk, all or none. Raises MachineRefused."""
        from quizapp.stores.files.locking import held

        with held(self._lock, self._patience), told(self._path):
            read = self._catch_up()
            data, _ = chain.encode(decide(read.entries), read.head)
            if data or read.entries:
                self._append(data, read)

    def _append(self, data: bytes, read: chain.Reading) -> None:
        from quizapp.stores.files.appending import AppendFile

        self._disk.make_folder(self._path.parent)
        file = AppendFile(self._path, read.whole, self._disk, self._set_aside)
        try:
            if read.rest:
                file.mend()
            if data:
                file.append(data)
            else:
                # What makes an addition needless may be another's, killed before it was on disk.
                file.settle()
        finally:
            file.close()

    def _catch_up(self) -> chain.Reading:
        """Read on from where the last reading ended. It is replaced as a whole, so that threads may read at once."""
        data = self._bytes()
        before = self._read if _still_holds(data, self._read) else _NOTHING
        new = chain.read(data[before.whole :], before.head)
        if new.is_altered and before is not _NOTHING:
            # A line written again after a failed sync is known only beside the first: read both together.
            before, new = _NOTHING, chain.read(data)
        if new.is_altered:
            raise altered(self._path, new.head.seq + 1)
        entries = before.entries + new.entries if new.entries else before.entries
        self._read = new._replace(entries=entries, whole=before.whole + new.whole)
        return self._read

    def _bytes(self) -> bytes:
        try:
            return self._disk.read(self._path)
        except FileNotFoundError:
            return b""


def _still_holds(data: bytes, read: chain.Reading) -> bool:
    """Return whether bytes still begin with what was read of them: its last line is where it was.

    Else the file is gone or another copy was put in its place, or what a failed sync left was taken back.
    """
    return data.startswith(read.head.hash.encode() + b'"}\n', max(read.whole - 67, 0)) if read.entries else True
