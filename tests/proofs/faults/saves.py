"""The kinds of save: each goes on for ever, telling after every step what it shows as stored."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from quizapp.services.ports.home import Home

Fact: TypeAlias = object
"""What was shown as stored; equal where it is read back equal."""
Steps: TypeAlias = Generator[Fact, None, None]
"""One save a step; closing it gives up what it holds."""


class Save(Protocol):
    """One kind of save in one data folder."""

    folder: Path

    @property
    def name(self) -> str:
        """As the table says it."""
        ...

    @property
    def span(self) -> int:
        """How many facts a short run tells."""
        ...

    def prepare(self, home: Home) -> None:
        """Put in place what it goes on from."""
        ...

    def steps(self, home: Home) -> Steps:
        """Save again and again from where the home stands, giving each fact once it stands."""
        ...

    def stored(self, home: Home) -> Sequence[Fact]:
        """Return all facts that stand, in order, each once."""
        ...

    def file(self) -> Path | None:
        """Return the one file that it writes; None where there are several."""
        ...


def spoil(save: Save) -> bytes | None:
    """Damage a save's file as a crash would, and return the bytes to be set aside; None where it has no one file."""
    path = save.file()
    if path is None:
        return None
    data = path.read_bytes()
    is_whole = path.suffix == ".json"
    spoilt = data[: len(data) // 2] if is_whole else b'{"at":"2026-12-01T01:'
    path.write_bytes(spoilt if is_whole else data + spoilt)
    return spoilt
