"""Which publications were opened or made here, on disk: publications.jsonl, one line for each."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quizapp.domain.carrying import PublicationFact, PublicationIssued, PublicationOpened
    from quizapp.stores.disk.chain_file import ChainFile

PUBLICATIONS = "publications.jsonl"


class FilePublications:
    """The publications of one data folder. Home asks at its start: where there are none nothing more is loaded."""

    def __init__(self, path: Path, opening: Callable[[], ChainFile[PublicationFact]]) -> None:
        self._path = path
        self._opening = opening

    @cached_property
    def _lines(self) -> ChainFile[PublicationFact]:
        return self._opening()

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was. Raises MachineRefused where the file was altered."""
        if not self._path.exists():
            return ()
        from quizapp.domain.carrying import PublicationOpened

        return tuple(one for one in self._lines.read() if isinstance(one, PublicationOpened))

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made here, in the order it was. Raises MachineRefused where the file was altered."""
        if not self._path.exists():
            return ()
        from quizapp.domain.carrying import PublicationIssued

        return tuple(one for one in self._lines.read() if isinstance(one, PublicationIssued))

    def record(self, one: PublicationFact) -> None:
        """Add one, on disk; one that is there already changes nothing. Raises MachineRefused."""

        def fresh(there: Sequence[PublicationFact], _: str) -> Sequence[PublicationFact]:
            return () if any(replace(each, when=one.when) == one for each in there[-1:]) else (one,)

        self._lines.decide(fresh)
