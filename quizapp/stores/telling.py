"""Events and decisions as a chain's entries, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from quizapp.plain import (
    decision_from_plain,
    event_from_plain,
    event_to_plain,
    from_plain,
    keying_event_from_plain,
    outside_from_plain,
    practice_event_from_plain,
    to_plain,
)
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.decisions import Decision
    from quizapp.domain.keying.events import KeyingEvent
    from quizapp.domain.outside import OutsideFact
    from quizapp.domain.practice.events import PracticeEvent
    from quizapp.domain.publishing import PublicationIssued, PublicationOpened

Fact = TypeVar("Fact")


class NotUnderstood(ValueError):
    """A line is whole but says what this version does not know."""

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")
        self.line = line
        self.kind = kind


def entries_of(events: Iterable[Event | Decision | PracticeEvent | KeyingEvent | OutsideFact]) -> tuple[Entry, ...]:
    """Return what a journal's lines say of these events."""
    return tuple(Entry(when=event.when, **event_to_plain(event)) for event in events)


def events_of(entries: Iterable[Entry]) -> tuple[Event, ...]:
    """Return the events that these lines tell of. Raises NotUnderstood."""
    return _read(entries, event_from_plain)


def decisions_of(entries: Iterable[Entry]) -> tuple[Decision, ...]:
    """Return the decisions that these lines tell of. Raises NotUnderstood."""
    return _read(entries, decision_from_plain)


def practice_of(entries: Iterable[Entry]) -> tuple[PracticeEvent, ...]:
    """Return the events of somebody's practice that these lines tell of. Raises NotUnderstood."""
    return _read(entries, practice_event_from_plain)


def keying_of(entries: Iterable[Entry]) -> tuple[KeyingEvent, ...]:
    """Return the events of keying answers in that these lines tell of. Raises NotUnderstood."""
    return _read(entries, keying_event_from_plain)


def outside_of(entries: Iterable[Entry]) -> tuple[OutsideFact, ...]:
    """Return what these lines tell of marks from outside. Raises NotUnderstood."""
    return _read(entries, outside_from_plain)


def publications_of(entries: Iterable[Entry]) -> tuple[PublicationOpened | PublicationIssued, ...]:
    """Return the publications that these lines say were opened or made; kinds of a later version are passed over.

    Raises ValueError, KeyError or TypeError for what is none.
    """
    from quizapp.domain.publishing import PublicationIssued, PublicationOpened

    found: list[PublicationOpened | PublicationIssued] = []
    for entry in entries:
        data = {**entry.data, "when": to_plain(entry.when)}
        if entry.kind == PublicationOpened.KIND:
            found.append(from_plain(PublicationOpened, data))
        elif entry.kind == PublicationIssued.KIND:
            found.append(from_plain(PublicationIssued, data))
    return tuple(found)


def _read(entries: Iterable[Entry], from_plain: Callable[[str, Mapping[str, Any], object], Fact]) -> tuple[Fact, ...]:
    facts = []
    for number, entry in enumerate(entries, 1):
        try:
            facts.append(from_plain(entry.kind, entry.data, entry.when))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise NotUnderstood(number, entry.kind) from error
    return tuple(facts)
