"""A copy of the data folder at a second place: only what changed, each file whole, and nothing there is ever lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.disk.whole_files import keep_whole, write_whole

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
