"""Which publications were opened here, on disk: publications.jsonl, one line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.publishing import PublicationOpened
from quizapp.plain import from_plain, to_plain
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.stores.files.shared_chain import SharedChain


class FilePublications:
    """The publications of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was. Raises MachineRefused where the file was altered."""
        known = (entry for entry in self._lines.entries() if entry.kind == PublicationOpened.KIND)
        return tuple(from_plain(PublicationOpened, {**entry.data, "when": to_plain(entry.when)}) for entry in known)

    def record(self, one: PublicationOpened) -> None:
        """Add one, on disk; one that is there already changes nothing. Raises MachineRefused."""
        data = to_plain(one)
        del data["when"]
        entry = Entry(when=Moment(at=one.when.at), kind=one.KIND, data=data)
        self._lines.extend(lambda there: () if any(each.data == data for each in there[-1:]) else (entry,))
