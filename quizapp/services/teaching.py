"""What the teacher's room needs of the banks' files: read as they stand, tried out, changed and put back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from quizapp.domain.declaration import Value
    from quizapp.reading.source_question import Reading, Reason
    from quizapp.services.importing import Import
    from quizapp.services.shelf import Facts, Shelf, Stamp, Tried


class Saved(NamedTuple):
    """A change that was written, so that it can be taken back."""

    path: Path
    key: str
    """The item it was of; "" for many."""
    before: bytes
    after: str
    """The digest of the file as it was written."""


class Planned(NamedTuple):
    """What an import would make of a bank."""

    plan: Import
    path: Path
    data: bytes | None
    """None where nothing changes."""
    digest: str


class BankDesk(Protocol):
    """The bank files of the pool on a teacher's desk. All of it waits for the disk: call it off the event loop."""

    def banks(self) -> tuple[Facts, ...]:
        """Return the banks of the pool as their files stand now."""
        ...

    def stamp(self, path: Path) -> Stamp:
        """Return what changes when a file is saved; () where it is not there."""
        ...

    def read(self, path: Path) -> Shelf:
        """Return a bank as its file stands now, quickly. Raises Faulty where it is no text at all."""
        ...

    def advised(self, shelf: Shelf) -> Shelf:
        """Return a shelf that was read last of its file with the warnings of quality too."""
        ...

    def free_id(self, path: Path) -> str:
        """Return an id for a new item. Raises Faulty, Refused."""
        ...

    def try_new(self, path: Path, fields: Mapping[str, Value]) -> Tried:
        """Return what a new item would be, its id among its fields. Raises Faulty, Refused."""
        ...

    def try_change(self, path: Path, fields: Mapping[str, Value], before: Mapping[str, Value], of: str = "") -> Tried:
        """Return what an item would be with other fields; `of` is one of a case's that is asked about.

        Raises Faulty, Refused where it is no longer as `before`.
        """
        ...

    def try_alone(self, fields: Mapping[str, Value]) -> Tried:
        """Return what an item would be that is of no bank yet."""
        ...

    def save(self, path: Path, tried: Tried, key: str) -> Saved:
        """Write what was tried. Raises Refused where the file was changed meanwhile, MachineRefused."""
        ...

    def take_back(self, saved: Saved) -> None:
        """Put a file back as it was before. Raises Refused where it was changed since, MachineRefused."""
        ...

    def source(self, path: Path) -> Reading:
        """Return the questions of a file from elsewhere. Raises CalledWrongly, Refused, Faulty, MachineRefused."""
        ...

    def pasted(self, text: str) -> Reading:
        """Return the questions of a text. Raises Refused, Faulty."""
        ...

    def plan(
        self, reading: Reading, path: Path, say: Callable[[Reason], str], tongue: Literal["zh", "en"] = "zh"
    ) -> Planned:
        """Return what an import would make of a bank, there or not; `tongue` is that of a new one.

        Raises Faulty, Refused.
        """
        ...

    def bring_in(self, planned: Planned) -> Path | None:
        """Write what was planned, and return where the old file is kept. Raises Refused, MachineRefused."""
        ...

    def new_path(self, name: str) -> Path:
        """Return where a new bank of that name would be. Raises CalledWrongly where the name or the place is none."""
        ...
