"""A class's people and what came of them, on disk: roster, practice, what was collected, and the activity log.

candidates.jsonl, practice/<SHA-256 of 学号>.jsonl, collected.jsonl and log.jsonl are chains, so that a line taken out
shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.errors import MachineRefused
from quizapp.domain.moment import Moment
from quizapp.domain.roster import Left, Returned, Roll, roll
from quizapp.stores.chain import ChainEntry
from quizapp.stores.event_codec import (
    NotUnderstood,
    arrival_entries,
    arrivals_of,
    asides_in,
    attempts_in,
    entries_of,
    practice_of,
)

if TYPE_CHECKING:
    from quizapp.domain.practice.progress import PracticeEvent
    from quizapp.domain.roster import RosterFact
    from quizapp.services.ports.arrivals import ArrivalFact
    from quizapp.services.ports.port_values import Exchange
    from quizapp.stores.disk.shared_chain import SharedChain


_KIND = "candidate"
_MOVES: dict[str, type[Left | Returned]] = {Left.KIND: Left, Returned.KIND: Returned}


class FileRoster:
    """The roster of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who is in the class, in the order they were first brought in. Raises MachineRefused if altered."""
        return self.roll().present

    def roll(self) -> Roll:
        """Return everybody, who left, and what they were called. Raises MachineRefused where the file was altered."""
        return roll(_roster_facts(self._lines.entries()))

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id, on disk. Raises MachineRefused, nobody recorded."""

        def changed(entries: Sequence[ChainEntry]) -> Sequence[ChainEntry]:
            known = {one.id: one for one in roll(_roster_facts(entries)).everybody}
            fresh = [one for one in candidates if known.get(one.id) != one]
            return [ChainEntry(when=Moment(at=at), kind=_KIND, data=to_plain(one)) for one in fresh]

        self._lines.extend(changed)

    def move(self, fact: Left | Returned, at: datetime) -> None:
        """Record that somebody left or came back, on disk. Raises MachineRefused."""
        self._lines.extend(lambda _: [ChainEntry(when=Moment(at=at), kind=fact.KIND, data=to_plain(fact))])


def _roster_facts(entries: Iterable[ChainEntry]) -> Iterator[tuple[datetime, RosterFact]]:
    """Give what lines tell; kinds of a later version are passed over."""
    for entry in entries:
        if entry.kind == _KIND:
            yield entry.when.at, from_plain(Candidate, dict(entry.data))
        elif entry.kind in _MOVES:
            yield entry.when.at, from_plain(_MOVES[entry.kind], dict(entry.data))


class FilePractice:
    """The practice of one data folder's people."""

    def __init__(self, folder: Path, chain: Callable[[Path], SharedChain]) -> None:
        self._folder = folder
        self._chain = chain
        self._chains: dict[str, SharedChain] = {}

    def read(self, candidate: str) -> tuple[PracticeEvent, ...]:
        """Return what a person's practice has seen, in order. Raises MachineRefused where it was altered."""
        entries = self._of(candidate).entries()
        try:
            return practice_of(entries)
        except NotUnderstood as error:
            values = {"file": str(self._path(candidate)), "line": error.line, "kind": error.kind}
            raise MachineRefused("journal-not-understood", **values) from error

    def record(self, candidate: str, events: Sequence[PracticeEvent]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._of(candidate).extend(lambda _: entries_of(events))

    def _of(self, candidate: str) -> SharedChain:
        if candidate not in self._chains:
            self._chains[candidate] = self._chain(self._path(candidate))
        return self._chains[candidate]

    def _path(self, candidate: str) -> Path:
        """Return where a person's practice is. A 学号 is no file name, and tells nobody whose mistakes these are.

        What an older version began for a number as it was written goes on there.
        """
        begun = self._named(candidate)
        return begun if begun.exists() else self._named(same_number(candidate))

    def _named(self, number: str) -> Path:
        return self._folder / f"{sha256(number.encode('utf-8', 'surrogatepass')).hexdigest()}.jsonl"


COLLECTED = "collected.jsonl"


class FileCollected:
    """What one data folder collected."""

    def __init__(self, path: Path, chain: SharedChain) -> None:
        self._path = path
        self._chain = chain
        self._known: tuple[Sequence[ChainEntry], tuple[ArrivalFact, ...]] = ((), ())
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

    def _read(self) -> tuple[Sequence[ChainEntry], tuple[ArrivalFact, ...]]:
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


class FileLog:
    """The log of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Append a line, on disk. Raises MachineRefused."""
        self._lines.extend(lambda _: (_log_line(at, what, who, values),))


def put_back_line(file: str, exchange: Exchange) -> ChainEntry:
    """Return the line that tells of lines which went missing from a file of the class, and were put back."""
    values = {"file": file, "found": exchange.found, "lines": f"{exchange.lines}", "kept": exchange.kept}
    # Nobody asked for it, so nobody said when: it is when the program noticed.
    return _log_line(datetime.now(UTC), "file-put-back", "", values)


def _log_line(at: datetime, what: str, who: str, values: Mapping[str, str]) -> ChainEntry:
    return ChainEntry(when=Moment(at=at), kind=what, data={"who": who, "values": dict(values)})
