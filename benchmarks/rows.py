"""One line of a measure's result, and what a table's line has to say of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol


class Line(Protocol):
    """A line of a table."""

    HEAD: ClassVar[tuple[str, ...]]
    """The table's columns."""

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A median of ours beside its peer's, in the same unit."""

    HEAD: ClassVar = ("measure", "ours", "peer", "times", "at most", "", "beside")
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

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the row as it is printed."""
        most = "" if self.at_most is None else f"{self.at_most:g}"
        ours, peer = f"{self.ours:.3f} {self.unit}", f"{self.peer:.3f} {self.unit}"
        return (self.name, ours, peer, f"{self.ratio:.3f}", most, self.verdict, self.peer_name)
