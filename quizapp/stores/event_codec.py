"""Facts as a chain's lines, and back: events, decisions, arrivals.

Also a chain's bytes as a file of the evidence: how far it chains, and what its lines tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from quizapp.domain.candidate import Candidate
from quizapp.domain.codec import event_to_plain, fact_from_plain, fields_to_plain, from_plain, to_plain
from quizapp.domain.errors import MachineRefused
from quizapp.domain.moment import Moment
from quizapp.services.ports.port_values import FileKind, FixedForm, KeptFile, LogLine
from quizapp.stores import chain
from quizapp.stores.chain import ChainEntry

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.carrying import PublicationFact
    from quizapp.domain.decisions.totals import OutsideFact
    from quizapp.domain.marking.keying import KeyingEvent
    from quizapp.domain.practice import PracticeEvent
    from quizapp.services.ports.arrivals import ArrivalFact


Fact = TypeVar("Fact")


class NotUnderstood(ValueError):
    """A line is whole but says what this version does not know."""

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")
        self.line = line
        self.kind = kind


class LineCodec(NamedTuple, Generic[Fact]):
    """How facts of one sort stand in the lines of a chain."""

    entries: Callable[[Iterable[Fact]], Sequence[ChainEntry]]
    """Returns what lines say of facts."""
    facts: Callable[[Iterable[ChainEntry]], tuple[Fact, ...]]
    """Returns the facts that lines tell of. Raises NotUnderstood, or ValueError, KeyError, TypeError for no such."""

    def read(self, entries: Sequence[ChainEntry], file: Path) -> tuple[Fact, ...]:
        """Return the facts that a file's lines tell of. Raises MachineRefused for a line that is not understood."""
        try:
            return self.facts(entries)
        except NotUnderstood as error:
            values = {"file": str(file), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error


def entries_of(
    events: Iterable[Event | Decision | PracticeEvent | KeyingEvent | OutsideFact],
) -> tuple[ChainEntry, ...]:
    """Return what a journal's lines say of these events."""
    return tuple(ChainEntry(when=event.when, **event_to_plain(event)) for event in events)


Sort: TypeAlias = Literal["events", "decisions", "practice", "keying", "outside", "arrivals"]


def _recorded(sort: Sort) -> LineCodec[Any]:
    def facts_of(entries: Iterable[ChainEntry]) -> tuple[Any, ...]:
        kinds: tuple[type[Any], ...] = ()
        facts = []
        for number, entry in enumerate(entries, 1):
            kinds = kinds or _kinds(sort)
            try:
                facts.append(fact_from_plain(kinds, entry.kind, entry.data, entry.when))
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
                raise NotUnderstood(number, entry.kind) from error
        return tuple(facts)

    return LineCodec(entries_of, facts_of)


def _kinds(sort: Sort) -> tuple[type[Any], ...]:
    """Return the facts of a sort, which are loaded where a line of theirs is read."""
    match sort:
        case "events":
            from quizapp.domain.attempt.events import EVENTS

            return EVENTS
        case "decisions":
            from quizapp.domain.attempt.decisions import DECISIONS

            return DECISIONS
        case "practice":
            from quizapp.domain.practice import PRACTICE_EVENTS

            return PRACTICE_EVENTS
        case "keying":
            from quizapp.domain.marking.keying import KEYING_EVENTS

            return KEYING_EVENTS
        case "outside":
            from quizapp.domain.decisions.totals import OUTSIDE_EVENTS

            return OUTSIDE_EVENTS
        case "arrivals":
            from quizapp.services.ports.arrivals import ARRIVALS

            return ARRIVALS


EVENT_LINES: LineCodec[Event] = _recorded("events")
DECISION_LINES: LineCodec[Decision] = _recorded("decisions")
PRACTICE_LINES: LineCodec[PracticeEvent] = _recorded("practice")
KEYING_LINES: LineCodec[KeyingEvent] = _recorded("keying")
MARK_LINES: LineCodec[OutsideFact] = _recorded("outside")
PLAIN_LINES: LineCodec[ChainEntry] = LineCodec(tuple, tuple)
"""Lines taken as they stand."""


def _publication_entries(facts: Iterable[PublicationFact]) -> tuple[ChainEntry, ...]:
    return tuple(ChainEntry(Moment(at=one.when.at), one.KIND, _without(to_plain(one), "when")) for one in facts)


def _publications(entries: Iterable[ChainEntry]) -> tuple[PublicationFact, ...]:
    """Return the publications that were opened or made; kinds of a later version are passed over."""
    from quizapp.domain.carrying import PublicationIssued, PublicationOpened

    kinds: dict[str, type[PublicationFact]] = {one.KIND: one for one in (PublicationOpened, PublicationIssued)}
    told = (one for one in entries if one.kind in kinds)
    return tuple(from_plain(kinds[one.kind], {**one.data, "when": to_plain(one.when)}) for one in told)


PUBLICATION_LINES = LineCodec(_publication_entries, _publications)


def _arrival_entries(facts: Iterable[ArrivalFact]) -> tuple[ChainEntry, ...]:
    return tuple(ChainEntry(Moment(at=fact.at), fact.KIND, _arrival_data(fact)) for fact in facts)


def _arrivals(entries: Iterable[ChainEntry]) -> tuple[ArrivalFact, ...]:
    """Return what came back; kinds of a later version are passed over."""
    told = tuple(entries)
    kinds = {one.KIND: one for one in _kinds("arrivals")} if told else {}
    try:
        known = (one for one in told if one.kind in kinds)
        return tuple(kinds[one.kind](at=one.when.at, **_with_tuples(one.data)) for one in known)
    except TypeError as error:
        raise NotUnderstood(0, "collected") from error


def _arrival_data(fact: ArrivalFact) -> dict[str, object]:
    data = fields_to_plain(fact, [name for name in fact.__slots__ if name not in ("at", "values")])
    # A map of texts is plain data already.
    return data | ({"values": dict(fact.values)} if fact.KIND == "rehearsed" else {})


def _with_tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


ARRIVAL_LINES = LineCodec(_arrival_entries, _arrivals)


def _log_entries(lines: Iterable[LogLine]) -> tuple[ChainEntry, ...]:
    return tuple(ChainEntry(Moment(at=one.at), one.what, {"who": one.who, "values": dict(one.values)}) for one in lines)


def _log_lines(entries: Iterable[ChainEntry]) -> tuple[LogLine, ...]:
    return tuple(LogLine(one.when.at, one.kind, str(one.data["who"]), dict(one.data["values"])) for one in entries)


LOG_LINES = LineCodec(_log_entries, _log_lines)


def attempts_in(facts: Iterable[ArrivalFact]) -> frozenset[str]:
    """Return the attempts of which a copy was put in place: one set aside makes nothing another machine's."""
    return frozenset(one.attempt for one in facts if one.KIND == "collected" and not one.is_aside)


def asides_in(facts: Iterable[ArrivalFact]) -> Mapping[str, frozenset[str]]:
    """Return the last hashes of the copies that were set aside, by attempt."""
    found: dict[str, frozenset[str]] = {}
    for one in facts:
        if one.KIND == "collected" and one.is_aside:
            found[one.attempt] = found.get(one.attempt, frozenset()) | {one.head}
    return found


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
        return file._replace(facts=CHAINS[kind](reading.entries))
    except NotUnderstood as error:
        # Whatever stands there for a kind, it is none: an empty text must not look like nothing unknown.
        return file._replace(unknown=str(error.kind) or "?")
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return file._replace(unknown=kind)


def _candidates(entries: Iterable[ChainEntry]) -> tuple[Candidate, ...]:
    return tuple(from_plain(Candidate, dict(entry.data)) for entry in entries if entry.kind == "candidate")


def _fixed_forms(entries: Iterable[ChainEntry]) -> tuple[FixedForm, ...]:
    return tuple(FixedForm(at=entry.when.at, **entry.data) for entry in entries if entry.kind == "fixed")


def _without(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


CHAINS: Mapping[FileKind, Callable[[Iterable[ChainEntry]], tuple[Any, ...]]] = {
    "journal": EVENT_LINES.facts,
    "decisions": DECISION_LINES.facts,
    "roster": _candidates,
    "marks": MARK_LINES.facts,
    "index": _fixed_forms,
    "log": LOG_LINES.facts,
    "collected": ARRIVAL_LINES.facts,
    "publications": PUBLICATION_LINES.facts,
}
"""The kinds of files that are chains, with what the evidence reads in their lines."""
