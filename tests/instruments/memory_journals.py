"""Chains in memory, line by line as on disk: attempts' journals, what was collected, and whatever else is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import Generic

from quizapp.domain.attempt.events import Event, Started
from quizapp.domain.errors import AttemptBusy, CalledWrongly, MachineRefused
from quizapp.services.ports.arrivals import ArrivalFact
from quizapp.services.ports.port_values import AttemptName, Chain, Exchange, LinePlace, LockHolder, Stamp
from quizapp.stores import chain
from quizapp.stores.event_codec import ARRIVAL_LINES, EVENT_LINES, Fact, LineCodec, asides_in, attempts_in


class MemoryChain(Generic[Fact]):
    """A chain of facts of one sort: the bytes that would stand in a file."""

    def __init__(self, codec: LineCodec[Fact]) -> None:
        self.data, self._head = b"", chain.START
        self._codec = codec
        self._lock = RLock()

    def read(self) -> tuple[Fact, ...]:
        """Return what its lines tell, in order."""
        return self._codec.facts(chain.read(self.data).entries)

    def hashes(self) -> tuple[str, ...]:
        """Return what each line is known by."""
        return chain.read(self.data).hashes

    def record(self, facts: Sequence[Fact]) -> None:
        """Add these."""
        with self._lock:
            data, self._head = chain.encode(self._codec.entries(facts), self._head)
            self.data += data

    def decide(self, make: Callable[[Sequence[Fact], str], Sequence[Fact]]) -> None:
        """Add what follows from what stands and its head, nobody else deciding meanwhile."""
        with self._lock:
            self.record(make(self.read(), self._head.hash))


class MemoryChains(Generic[Fact]):
    """Chains of one sort, one for each paper or person."""

    def __init__(self, codec: LineCodec[Fact]) -> None:
        self._chains: defaultdict[str, MemoryChain[Fact]] = defaultdict(lambda: MemoryChain(codec))

    def of(self, name: str) -> MemoryChain[Fact]:
        """Return the chain of that name."""
        return self._chains[name]

    def names(self) -> list[str]:
        """Return the names under which something stands, sorted."""
        return sorted(name for name, one in self._chains.items() if one.data)

    def read(self, name: str) -> tuple[Fact, ...]:
        """Return what the lines of that name tell, in order."""
        return self.of(name).read()

    def record(self, name: str, facts: Sequence[Fact]) -> None:
        """Add these."""
        self.of(name).record(facts)

    def decide(self, name: str, make: Callable[[Sequence[Fact]], Sequence[Fact]]) -> None:
        """Add what follows from what stands."""
        self.of(name).decide(lambda facts, _: make(facts))


@dataclass(slots=True)
class _Journal:
    data: bytes = b""
    head: chain.ChainHead = field(default_factory=chain.ChainHead)
    writer: MemoryJournalWriter | None = None


@dataclass(slots=True)
class MemoryDisk:
    """Where all journals of a home are written."""

    is_full: bool = False


class MemoryJournalWriter:
    """The one writer of an attempt's journal."""

    def __init__(self, journal: _Journal, disk: MemoryDisk) -> None:
        self._journal = journal
        self._disk = disk
        journal.writer = self

    @property
    def head(self) -> str:
        """The hash of the last line."""
        return self._journal.head.hash

    def append(self, events: Sequence[Event]) -> None:
        """Add the events."""
        if self._journal.writer is not self:
            raise ValueError("the journal was given up")
        if self._disk.is_full:
            raise MachineRefused("disk-full", file="a.jsonl")
        data, self._journal.head = chain.encode(EVENT_LINES.entries(events), self._journal.head)
        self._journal.data += data

    def place_after(self, events: Sequence[Event]) -> LinePlace:
        """Return where the line behind these events will stand, once they are written."""
        _, head = chain.encode(EVENT_LINES.entries(events), self._journal.head)
        return LinePlace(seq=head.seq + 1, before=head.hash)

    def check(self) -> None:
        """Nobody else comes to what is in memory."""

    def regain(self) -> Exchange | None:
        """Nothing is ever exchanged."""
        return None

    def close(self) -> None:
        """Give up the journal."""
        if self._journal.writer is self:
            self._journal.writer = None


class MemoryJournals:
    """The candidates' side."""

    def __init__(self) -> None:
        self._journals: dict[AttemptName, _Journal] = {}
        self.disk = MemoryDisk()
        self.set_asides: list[tuple[AttemptName, bytes]] = []

    def create(self, started: Started, then: Sequence[Event] = ()) -> MemoryJournalWriter:
        """Begin an attempt's journal with its start and what belongs to it."""
        name = AttemptName(attempt=started.attempt, paper=started.paper)
        if name in self._journals:
            raise MachineRefused("attempt-exists", attempt=name.attempt)
        writer = MemoryJournalWriter(self._journals.setdefault(name, _Journal()), self.disk)
        writer.append((started, *then))
        return writer

    def take_on(self, name: AttemptName, data: bytes, events: Sequence[Event]) -> MemoryJournalWriter:
        """Become the writer of another machine's journal, which ends with these events."""
        if name in self._journals:
            raise MachineRefused("attempt-exists", attempt=name.attempt)
        journal = self._journals[name] = _Journal(data=data, head=chain.read(data).head)
        writer = MemoryJournalWriter(journal, self.disk)
        writer.append(events)
        return writer

    def open(self, name: AttemptName) -> tuple[MemoryJournalWriter, Chain]:
        """Become the writer of an attempt. Raises AttemptBusy."""
        found = self.read(name)
        journal = self._journals[name]
        if journal.writer is not None:
            raise AttemptBusy("attempt-busy", attempt=name.attempt, pid="?", host="?", since="?")
        return MemoryJournalWriter(journal, self.disk), found

    def read(self, name: AttemptName) -> Chain:
        """Return what an attempt's journal holds. Raises CalledWrongly("unknown-attempt")."""
        if name not in self._journals:
            raise CalledWrongly("unknown-attempt", attempt=name.attempt)
        reading = chain.read(self._journals[name].data)
        return Chain(events=EVENT_LINES.facts(reading.entries), head=reading.head.hash, hashes=reading.hashes)

    def names(self, paper: str = "") -> tuple[AttemptName, ...]:
        """All attempts, or a paper's, sorted by attempt id."""
        return tuple(sorted(name for name in tuple(self._journals) if paper in ("", name.paper)))

    def stamp(self, name: AttemptName) -> Stamp | None:
        """Return a journal's length, with what makes out its content; None where there is none."""
        journal = self._journals.get(name)
        return None if journal is None else Stamp(len(journal.data), hash(journal.data))

    def bytes_of(self, name: AttemptName) -> bytes:
        """Return a journal's lines."""
        return self._journals[name].data

    def holder(self, name: AttemptName) -> LockHolder | None:
        """Return who has an attempt open; None where nobody has."""
        return None if name not in self._journals or self._journals[name].writer is None else LockHolder()

    def place(self, copies: Mapping[AttemptName, bytes]) -> None:
        """Put other machines' journals in place as they are. Raises AttemptBusy."""
        for name in copies:
            if self.holder(name) is not None:
                raise AttemptBusy("attempt-busy", attempt=name.attempt, pid="?", host="?", since="?")
        for name, data in copies.items():
            self._journals[name] = _Journal(data=data, head=chain.read(data).head)

    def set_aside(self, name: AttemptName, data: bytes) -> None:
        """Keep a copy of a journal that does not stand, once."""
        if (name, data) not in self.set_asides:
            self.set_asides.append((name, data))

    def aside(self, name: AttemptName) -> tuple[bytes, ...]:
        """Return what was set aside of an attempt's journal."""
        return tuple(data for of, data in self.set_asides if of == name)


class MemoryCollected(MemoryChain[ArrivalFact]):
    """What was collected."""

    def __init__(self) -> None:
        super().__init__(ARRIVAL_LINES)

    def attempts(self) -> frozenset[str]:
        """Return the attempts that are not this home's own."""
        return attempts_in(self.read())

    def asides(self) -> Mapping[str, frozenset[str]]:
        """Return the last hashes of the copies that were set aside, by attempt."""
        return asides_in(self.read())
