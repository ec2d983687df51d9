"""The ports of what is kept beside attempts.

Practice, answers keyed in, what came back, marks from outside, publications, the log, the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quizapp.domain.carrying import PublicationFact, PublicationIssued, PublicationOpened
from quizapp.domain.decisions.totals import OutsideFact
from quizapp.domain.marking.keying import KeyingEvent
from quizapp.domain.practice import PracticeEvent
from quizapp.services.ports.arrivals import ArrivalFact
from quizapp.services.ports.port_values import KeptFile


class Practice(Protocol):
    """What people practised: one append-only chain for each, apart from the score book."""

    def read(self, candidate: str) -> tuple[PracticeEvent, ...]:
        """Return what a person's practice has seen, in order; nothing where they never practised.

        Raises MachineRefused where it was altered.
        """
        ...

    def record(self, candidate: str, events: Sequence[PracticeEvent]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...


class Keyed(Protocol):
    """Answers given on paper while they are keyed in: a draft for each paper, kept line by line."""

    def read(self, paper: str) -> tuple[KeyingEvent, ...]:
        """Return what was keyed in for a paper, in order. Raises MachineRefused where it was altered."""
        ...

    def decide(self, paper: str, make: Callable[[Sequence[KeyingEvent]], Sequence[KeyingEvent]]) -> None:
        """Add what follows from what stands, on disk, all or none, nobody else keying meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        ...

    def record(self, paper: str, events: Sequence[KeyingEvent]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...


class Arrivals(Protocol):
    """Which attempts came back from other machines: an append-only chain, written before each is put in place."""

    def read(self) -> tuple[ArrivalFact, ...]:
        """Return everything, in order. Raises MachineRefused where it was altered."""
        ...

    def attempts(self) -> frozenset[str]:
        """Return the attempts that are not this home's own, and never written to here. Raises MachineRefused."""
        ...

    def asides(self) -> Mapping[str, frozenset[str]]:
        """Return the last hashes of the copies that were set aside, by attempt. Raises MachineRefused."""
        ...

    def record(self, facts: Sequence[ArrivalFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...


class ActivityLog(Protocol):
    """Who exported, collected, changed what."""

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Append a line, on disk."""
        ...


class EvidenceFiles(Protocol):
    """The files that show what happened, read as they stand: nothing is mended, nobody is kept waiting."""

    def names(self) -> tuple[str, ...]:
        """Every file's name, sorted: journals, decisions, roster, outside marks, forms and their index, keys, log."""
        ...

    def look(self, name: str) -> KeptFile | None:
        """Return a file as it stands; None where there is none of that name. Raises MachineRefused."""
        ...

    def examine(self, name: str, data: bytes) -> KeptFile | None:
        """Return what bytes from elsewhere would be as a file of that name; None for a name of no evidence."""
        ...

    def beside(self) -> tuple[tuple[str, bytes], ...]:
        """Return the name and the bytes of what goes into an archive too: the book, the settings, earlier seals."""
        ...

    def keep_seal(self, name: str, data: bytes) -> None:
        """Keep a copy of a seal, on disk. Raises MachineRefused."""
        ...


class ExternalMarks(Protocol):
    """Marks from outside the program, such as attendance: one append-only chain, whose last word holds."""

    def read(self) -> tuple[OutsideFact, ...]:
        """Return all that was brought in or taken back, in order; nothing where nobody brought any.

        Raises MachineRefused where it was altered.
        """
        ...

    def record(self, marks: Sequence[OutsideFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...

    def decide(self, make: Callable[[Sequence[OutsideFact], str], Sequence[OutsideFact]]) -> None:
        """Add what follows from what stands and its head, on disk, all or none, nobody else deciding meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        ...


class Publications(Protocol):
    """Which publications were opened here, and which were made."""

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was. Raises MachineRefused where the file was altered."""
        ...

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made here, in the order it was. Raises MachineRefused where the file was altered."""
        ...

    def record(self, one: PublicationFact) -> None:
        """Add one, on disk; one that is there already changes nothing. Raises MachineRefused."""
        ...
