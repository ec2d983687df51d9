"""Events as a chain's entries, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.plain import event_from_plain, event_to_plain
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event


class NotUnderstood(ValueError):
    """A line is whole but says what this version does not know."""

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")
        self.line = line
        self.kind = kind


def entries_of(events: Iterable[Event]) -> tuple[Entry, ...]:
    """Return what a journal's lines say of these events."""
    return tuple(Entry(when=event.when, **event_to_plain(event)) for event in events)


def events_of(entries: Iterable[Entry]) -> tuple[Event, ...]:
    """Return the events that these lines tell of. Raises NotUnderstood."""
    events = []
    for number, entry in enumerate(entries, 1):
        try:
            events.append(event_from_plain(entry.kind, dict(entry.data), entry.when))
        except (ValueError, KeyError, TypeError) as error:
            raise NotUnderstood(number, entry.kind) from error
    return tuple(events)
