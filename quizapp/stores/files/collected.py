"""What was collected, on disk: collected.jsonl, a chain, written before what it tells of is put in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused
from quizapp.stores.arrival_lines import arrival_entries, arrivals_of, asides_in, attempts_in

if TYPE_CHECKING:
    from quizapp.services.arrivals import ArrivalFact
    from quizapp.stores.chain import Entry
    from quizapp.stores.files.shared_chain import SharedChain

NAME = "collected.jsonl"


class FileCollected:
    """What one data folder collected."""

    def __init__(self, path: Path, chain: SharedChain) -> None:
        self._path = path
        self._chain = chain
        self._known: tuple[Sequence[Entry], tuple[ArrivalFact, ...]] = ((), ())
        """What was read last: every attempt under way asks if it is one of these."""
        self._attempts: frozenset[str] = frozenset()
        self._asides: Mapping[str, frozenset[str]] = {}

    def read(self) -> tuple[ArrivalFact, ...]:
        """Return everything, in order. Raises MachineRefused where it was altered."""
        return self._read()[1]

    def attempts(self) -> frozenset[str]:
        """Return the attempts that are not this home's own. Raises MachineRefused where that was altered."""
        self._read()
        return self._attempts

    def asides(self) -> Mapping[str, frozenset[str]]:
        """Return the last hashes of the copies that were set aside, by attempt. Raises MachineRefused."""
        self._read()
        return self._asides

    def record(self, facts: Sequence[ArrivalFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        if facts:
            self._chain.extend(lambda _: arrival_entries(facts))

    def _read(self) -> tuple[Sequence[Entry], tuple[ArrivalFact, ...]]:
        entries = self._chain.entries()
        if self._known[0] is not entries:
            try:
                facts = arrivals_of(entries)
            except TypeError as error:
                values = {"file": str(self._path), "line": 0, "kind": "collected"}
                raise MachineRefused("journal-not-understood", **values) from error
            self._attempts, self._asides = attempts_in(facts), asides_in(facts)
            self._known = (entries, facts)
        return self._known
