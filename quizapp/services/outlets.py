"""Where files leave this machine: the port."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol


class Outlet(NamedTuple):
    """A folder that a person finds again."""

    folder: Path
    is_removable: bool
    """Whether it is on a stick, and can be carried away."""


class Outlets(Protocol):
    """Sticks, the desktop, the home folder."""

    def folders(self) -> tuple[Outlet, ...]:
        """Return the folders that are there now, the one to take first of all."""
        ...

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes; None where there is none, or none that can be read."""
        ...

    def put(self, path: Path, data: bytes) -> None:
        """Write a file as a whole, on disk. Raises CalledWrongly, MachineRefused."""
        ...
