"""Facts as a chain's entries, and back: events, decisions, arrivals.

Also a chain's bytes as a file of the evidence: how far it chains, and what its lines tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from quizapp.domain.codec import (
    decision_from_plain,
    event_from_plain,
    event_to_plain,
    from_plain,
    keying_event_from_plain,
    outside_from_plain,
    practice_event_from_plain,
    to_plain,
)
from quizapp.domain.moment import Moment
from quizapp.services.ports.arrivals import Arrival, Placed, Rehearsal
from quizapp.services.ports.port_values import FixedForm, KeptFile, LogLine
from quizapp.stores import chain
from quizapp.stores.chain import ChainEntry

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.decisions.external_marks import OutsideFact
    from quizapp.domain.marking.keying import KeyingEvent
    from quizapp.domain.practice.progress import PracticeEvent
    from quizapp.domain.publications import PublicationIssued, PublicationOpened
    from quizapp.services.ports.arrivals import ArrivalFact
    from quizapp.services.ports.port_values import FileKind


Fact = TypeVar("Fact")


class NotUnderstood(ValueError):
    """A line is whole but says what this version does not know."""

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")
        self.line = line
        self.kind = kind


def entries_of(
    events: Iterable[Event | Decision | PracticeEvent | KeyingEvent | OutsideFact],
) -> tuple[ChainEntry, ...]:
    """Return what a journal's lines say of these events."""
    return tuple(ChainEntry(when=event.when, **event_to_plain(event)) for event in events)


def events_of(entries: Iterable[ChainEntry]) -> tuple[Event, ...]:
    """Return the events that these lines tell of. Raises NotUnderstood."""
    return _facts_of(entries, event_from_plain)


def decisions_of(entries: Iterable[ChainEntry]) -> tuple[Decision, ...]:
    """Return the decisions that these lines tell of. Raises NotUnderstood."""
    return _facts_of(entries, decision_from_plain)


def practice_of(entries: Iterable[ChainEntry]) -> tuple[PracticeEvent, ...]:
    """Return the events of somebody's practice that these lines tell of. Raises NotUnderstood."""
    return _facts_of(entries, practice_event_from_plain)


def keying_of(entries: Iterable[ChainEntry]) -> tuple[KeyingEvent, ...]:
    """Return the events of keying answers in that these lines tell of. Raises NotUnderstood."""
    return _facts_of(entries, keying_event_from_plain)


def outside_of(entries: Iterable[ChainEntry]) -> tuple[OutsideFact, ...]:
    """Return what these lines tell of marks from outside. Raises NotUnderstood."""
    return _facts_of(entries, outside_from_plain)


def publications_of(entries: Iterable[ChainEntry]) -> tuple[PublicationOpened | PublicationIssued, ...]:
    """Return the publications that these lines say were opened or made; kinds of a later version are passed over.

    Raises ValueError, KeyError or TypeError for what is none.
    """
    from quizapp.domain.publications import PublicationIssued, PublicationOpened

    found: list[PublicationOpened | PublicationIssued] = []
    for entry in entries:
        data = {**entry.data, "when": to_plain(entry.when)}
        if entry.kind == PublicationOpened.KIND:
            found.append(from_plain(PublicationOpened, data))
        elif entry.kind == PublicationIssued.KIND:
            found.append(from_plain(PublicationIssued, data))
    return tuple(found)


def _facts_of(
    entries: Iterable[ChainEntry], from_plain: Callable[[str, Mapping[str, Any], object], Fact]
) -> tuple[Fact, ...]:
    facts = []
    for number, entry in enumerate(entries, 1):
        try:
            facts.append(from_plain(entry.kind, entry.data, entry.when))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise NotUnderstood(number, entry.kind) from error
    return tuple(facts)


_ARRIVAL_KINDS: tuple[tuple[str, type[ArrivalFact]], ...] = (
    ("collected", Arrival),
    ("placed", Placed),
    ("rehearsed", Rehearsal),
)


def arrival_entries(facts: Iterable[ArrivalFact]) -> tuple[ChainEntry, ...]:
    """Return the lines that say it."""
    return tuple(_entry(fact) for fact in facts)


def arrivals_of(entries: Iterable[ChainEntry]) -> tuple[ArrivalFact, ...]:
    """Return what the lines say; kinds of a later version are passed over. Raises TypeError for what is none."""
    kinds = dict(_ARRIVAL_KINDS)
    return tuple(kinds[one.kind](at=one.when.at, **_data(one.data)) for one in entries if one.kind in kinds)


def attempts_in(facts: Iterable[ArrivalFact]) -> frozenset[str]:
    """Return the attempts of which a copy was put in place: one set aside makes nothing another machine's."""
    return frozenset(one.attempt for one in facts if isinstance(one, Arrival) and not one.is_aside)


def asides_in(facts: Iterable[ArrivalFact]) -> Mapping[str, frozenset[str]]:
    """Return the last hashes of the copies that were set aside, by attempt."""
    found: dict[str, frozenset[str]] = {}
    for one in facts:
        if isinstance(one, Arrival) and one.is_aside:
            found[one.attempt] = found.get(one.attempt, frozenset()) | {one.head}
    return found


def _data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a line says with its lists as they were."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def _entry(fact: ArrivalFact) -> ChainEntry:
    kind = next(name for name, one in _ARRIVAL_KINDS if isinstance(fact, one))
    # A map of texts is plain data already.
    data = {**_fields(fact), **({"values": dict(fact.values)} if isinstance(fact, Rehearsal) else {})}
    return ChainEntry(when=Moment(at=fact.at), kind=kind, data=data)


def _fields(fact: ArrivalFact) -> dict[str, object]:
    later = getattr(fact, "LATER", ())
    values = {name: getattr(fact, name) for name in fact.__slots__ if name not in ("at", "values")}
    return {name: to_plain(value) for name, value in values.items() if value or name not in later}


CHAINS = ("journal", "decisions", "roster", "marks", "index", "log", "collected", "publications")
"""The kinds of files that are chains."""


def chained(name: str, kind: FileKind, data: bytes) -> KeptFile:
    """Return the file of that name and kind with these bytes, which may be anybody's."""
    reading = chain.read(data)
    file = KeptFile(
        name=name,
        kind=kind,
        data=data[: reading.whole],
        head=reading.head.hash,
        is_torn=bool(reading.rest),
        is_altered=reading.is_altered,
        lines=reading.head.seq,
        hashes=reading.hashes,
    )
    try:
        return file._replace(facts=tuple(_facts_in(kind, reading.entries)))
    except NotUnderstood as error:
        # Whatever stands there for a kind, it is none: an empty text must not look like nothing unknown.
        return file._replace(unknown=str(error.kind) or "?")
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return file._replace(unknown=kind)


def _facts_in(kind: FileKind, entries: Iterable[chain.ChainEntry]) -> Iterable[Any]:
    if kind == "journal":
        return events_of(entries)
    if kind == "decisions":
        return decisions_of(entries)
    if kind == "marks":
        return outside_of(entries)
    if kind == "collected":
        return arrivals_of(entries)
    if kind == "publications":
        return publications_of(entries)
    if kind == "roster":
        from quizapp.domain.candidate import Candidate

        return [from_plain(Candidate, dict(entry.data)) for entry in entries if entry.kind == "candidate"]
    if kind == "index":
        return [FixedForm(at=entry.when.at, **entry.data) for entry in entries if entry.kind == "fixed"]
    if kind == "log":
        return [LogLine(one.when.at, one.kind, str(one.data["who"]), dict(one.data["values"])) for one in entries]
    return ()
