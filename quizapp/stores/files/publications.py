"""Which publications were opened or made here, on disk: publications.jsonl, one line for each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizapp.domain.publications import PublicationIssued, PublicationOpened
    from quizapp.stores.disk.shared_chain import SharedChain

PUBLICATIONS = "publications.jsonl"


class FilePublications:
    """The publications of one data folder. Home asks at its start: where there are none nothing more is loaded."""

    def __init__(self, path: Path, lines: Callable[[Path], SharedChain]) -> None:
        self._path = path
        self._make = lines

    @cached_property
    def _lines(self) -> SharedChain:
        return self._make(self._path)

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was. Raises MachineRefused where the file was altered."""
        if not self._path.exists():
            return ()
        from quizapp.domain.publications import PublicationOpened

        return tuple(one for one in self._all() if isinstance(one, PublicationOpened))

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made here, in the order it was. Raises MachineRefused where the file was altered."""
        if not self._path.exists():
            return ()
        from quizapp.domain.publications import PublicationIssued

        return tuple(one for one in self._all() if isinstance(one, PublicationIssued))

    def _all(self) -> tuple[PublicationOpened | PublicationIssued, ...]:
        from quizapp.stores.event_codec import publications_of

        return publications_of(self._lines.entries())

    def record(self, one: PublicationOpened | PublicationIssued) -> None:
        """Add one, on disk; one that is there already changes nothing. Raises MachineRefused."""
        from quizapp.domain.codec import to_plain
        from quizapp.domain.moment import Moment
        from quizapp.stores.chain import ChainEntry

        data = to_plain(one)
        del data["when"]
        entry = ChainEntry(when=Moment(at=one.when.at), kind=one.KIND, data=data)
        self._lines.extend(lambda there: () if any(each.data == data for each in there[-1:]) else (entry,))
