"""HOME/secret: 128 bits that only this class has, which go into the seed of every form it draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused
from quizapp.stores.disk.locks import held
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.disk.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.services.ports.home import Chance

SECRET = "secret"
_BYTES = 16
_WRITTEN = re.compile(rb"[0-9a-f]{32}\n?")


class FileClassSecret:
    """The secret of one data folder's class."""

    def __init__(self, path: Path, lock: Path, disk: Disk, patience: float, chance: Chance | None) -> None:
        """`chance` makes the secret where there is none; None in a home that is of no class."""
        self._path = path
        self._lock = lock
        self._disk = disk
        self._patience = patience
        self._chance = chance
        self._known = ""

    def read(self) -> str:
        """Return it, made now where the home is a class's and has none; "" in a home without a class.

        Raises MachineRefused, also where it is damaged.
        """
        self._known = self._known or self._kept()
        if not self._known and self._chance is not None:
            # Two programs that fix the first form at once must not each have a secret of their own.
            with held(self._lock, self._patience):
                self._known = self._kept() or self._made(self._chance(_BYTES).hex())
        return self._known

    def _kept(self) -> str:
        with disk_refusals(self._path):
            try:
                data = self._disk.read(self._path)
            except FileNotFoundError:
                return ""
        if not _WRITTEN.fullmatch(data):
            raise MachineRefused("secret-damaged", file=str(self._path))
        return data.decode().strip()

    def _made(self, secret: str) -> str:
        with disk_refusals(self._path):
            write_whole(self._disk, self._path, f"{secret}\n".encode())
        return secret
