"""A score book that another hand changed: kept as it was found, and named in the log until a person takes note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from quizapp.services.ports import Home
    from quizapp.services.records import LogLine

ALTERED, ACKNOWLEDGED = "book-altered", "book-acknowledged"
"""What the log calls the finding, and that a person has taken note of it."""
_MOST_NAMED = 20


def note_alteration(home: Home, odd: tuple[str, ...], now: datetime) -> None:
    """Set the file aside, and name it and what was changed in the log. Raises MachineRefused."""
    kept = home.book.set_aside()
    values = {"kept": kept, "count": str(len(odd)), "of": " ".join(odd[:_MOST_NAMED])}
    home.log.record(now, ALTERED, "", values)


def acknowledge(home: Home, by: str, why: str, now: datetime) -> None:
    """Record that a person has taken note of every alteration found so far. Raises MachineRefused."""
    home.log.record(now, ACKNOWLEDGED, by, {"why": why})


def unacknowledged(lines: Iterable[LogLine]) -> tuple[LogLine, ...]:
    """Return the alterations that the log names and nobody has taken note of since."""
    waiting: list[LogLine] = []
    for line in lines:
        if line.what == ALTERED:
            waiting.append(line)
        elif line.what == ACKNOWLEDGED:
            waiting = []
    return tuple(waiting)
