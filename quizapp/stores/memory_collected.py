"""What a home in memory collected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizapp.services.arrivals import ArrivalFact
from quizapp.stores import chain
from quizapp.stores.arrival_lines import arrival_entries, arrivals_of, asides_in, attempts_in


class MemoryCollected:
    """The same chain as on disk."""

    def __init__(self) -> None:
        self.data, self._head = b"", chain.START

    def read(self) -> tuple[ArrivalFact, ...]:
        """Return everything, in order."""
        return arrivals_of(chain.read(self.data).entries)

    def attempts(self) -> frozenset[str]:
        """Return the attempts that are not this home's own."""
        return attempts_in(self.read())

    def asides(self) -> Mapping[str, frozenset[str]]:
        """Return the last hashes of the copies that were set aside, by attempt."""
        return asides_in(self.read())

    def record(self, facts: Sequence[ArrivalFact]) -> None:
        """Add these."""
        data, self._head = chain.encode(arrival_entries(facts), self._head)
        self.data += data
