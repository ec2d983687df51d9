"""One line of a measure's result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A median of ours beside its peer's, in the same unit."""

    name: str
    ours: float
    peer: float
    peer_name: str
    at_most: float | None = None
    """How many times the peer's it may be; None where nothing is promised here."""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the peer's."""
        return self.ours / self.peer

    @property
    def verdict(self) -> str:
        """Return "ok" or "over", and "" where nothing is promised."""
        if self.at_most is None:
            return ""
        return "ok" if self.ratio <= self.at_most else "over"
