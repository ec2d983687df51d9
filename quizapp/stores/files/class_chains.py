"""Chains of a class on disk: roster, practice, keyed answers, decisions, what was collected, the log."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize

from quizapp.domain.candidate import Candidate, Left, Returned, Roll, RosterFact, roll, same_number
from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.moment import Moment
from quizapp.services.ports.port_values import CommitteeJournal, Exchange, LogLine
from quizapp.stores.chain import ChainEntry
from quizapp.stores.disk.chain_file import ChainFile, ChainFolder, ChainPlace
from quizapp.stores.disk.operating_system import COMMITTEE, disk_refusals, is_safe, safe
from quizapp.stores.event_codec import DECISION_LINES, LineCodec, asides_in, attempts_in

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.services.ports.arrivals import ArrivalFact


_KINDS: dict[str, type[RosterFact]] = {"candidate": Candidate, Left.KIND: Left, Returned.KIND: Returned}
_Dated: TypeAlias = tuple[datetime, RosterFact]


def _roster_entries(facts: Iterable[_Dated]) -> tuple[ChainEntry, ...]:
    kinds = {fact: kind for kind, fact in _KINDS.items()}
    return tuple(ChainEntry(Moment(at=at), kinds[type(one)], to_plain(one)) for at, one in facts)


def _roster_facts(entries: Iterable[ChainEntry]) -> tuple[_Dated, ...]:
    """Return what lines tell; kinds of a later version are passed over."""
    told = (one for one in entries if one.kind in _KINDS)
    return tuple((one.when.at, from_plain(_KINDS[one.kind], dict(one.data))) for one in told)


ROSTER_LINES = LineCodec(_roster_entries, _roster_facts)


class FileRoster:
    """The roster of one data folder."""

    def __init__(self, lines: ChainFile[_Dated]) -> None:
        self._lines = lines

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who is in the class, in the order they were first brought in. Raises MachineRefused if altered."""
        return self.roll().present

    def roll(self) -> Roll:
        """Return everybody, who left, and what they were called. Raises MachineRefused where the file was altered."""
        return roll(self._lines.read())

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id, on disk. Raises MachineRefused, nobody recorded."""

        def changed(there: Sequence[_Dated], _: str) -> Sequence[_Dated]:
            known = {one.id: one for one in roll(there).everybody}
            return [(at, one) for one in candidates if known.get(one.id) != one]

        self._lines.decide(changed)

    def move(self, fact: Left | Returned, at: datetime) -> None:
        """Record that somebody left or came back, on disk. Raises MachineRefused."""
        self._lines.record([(at, fact)])


def practice_path(folder: Path) -> Callable[[str], Path]:
    """Return what tells where a person's practice is.

    A 学号 is no file name, and would tell whose mistakes these are. What an older version began for a number as it was
    written goes on there.
    """

    def named(number: str) -> Path:
        return folder / f"{sha256(number.encode('utf-8', 'surrogatepass')).hexdigest()}.jsonl"

    def path(candidate: str) -> Path:
        begun = named(candidate)
        return begun if begun.exists() else named(same_number(candidate))

    return path


def keying_path(folder: Path) -> Callable[[str], Path]:
    """Return what tells where the draft of a paper's answers is while they are keyed in."""
    # Its lock is called as the file is: no paper's id may be the name of another lock.
    return lambda paper: folder / f"keying-{safe(paper)}.jsonl"


COLLECTED = "collected.jsonl"


class FileCollected:
    """What one data folder collected."""

    def __init__(self, lines: ChainFile[ArrivalFact]) -> None:
        self._lines = lines
        self._known: tuple[Sequence[ArrivalFact], frozenset[str], Mapping[str, frozenset[str]]] = ((), frozenset(), {})
        """What was read last, sorted out: every attempt under way asks if it is one of these."""

    def read(self) -> tuple[ArrivalFact, ...]:
        """Return everything, in order. Raises MachineRefused where it was altered."""
        return self._lines.read()

    def attempts(self) -> frozenset[str]:
        """Return the attempts that are not this home's own. Raises MachineRefused where that was altered."""
        return self._sorted_out()[1]

    def asides(self) -> Mapping[str, frozenset[str]]:
        """Return the last hashes of the copies that were set aside, by attempt. Raises MachineRefused."""
        return self._sorted_out()[2]

    def record(self, facts: Sequence[ArrivalFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        if facts:
            self._lines.record(facts)

    def _sorted_out(self) -> tuple[Sequence[ArrivalFact], frozenset[str], Mapping[str, frozenset[str]]]:
        facts, known = self._lines.read(), self._known
        if known[0] is not facts:
            known = self._known = (facts, attempts_in(facts), asides_in(facts))
        return known


class FileLog:
    """The log of one data folder."""

    def __init__(self, lines: ChainFile[LogLine]) -> None:
        self._lines = lines

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Append a line, on disk. Raises MachineRefused."""
        self._lines.record((LogLine(at, what, who, values),))


def put_back_line(file: str, exchange: Exchange) -> LogLine:
    """Return the line that tells of lines which went missing from a file of the class, and were put back."""
    values = {"file": file, "found": exchange.found, "lines": f"{exchange.lines}", "kept": exchange.kept}
    # Nobody asked for it, so nobody said when: it is when the program noticed.
    return LogLine(datetime.now(UTC), "file-put-back", "", values)


class FileDecisions:
    """The committee's journals of one data folder."""

    def __init__(self, folder: Path, place: ChainPlace) -> None:
        self._folder = folder
        self._chains = ChainFolder(lambda paper: folder / paper / f"{COMMITTEE}.jsonl", place, DECISION_LINES)

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order. Raises MachineRefused where it was altered."""
        return self.journal(paper).decisions

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by. Raises MachineRefused."""
        return CommitteeJournal(*self._chains.of(paper).look()) if is_safe(paper) else CommitteeJournal()

    def sizes(self) -> Mapping[str, int]:
        """Return how much was written of each paper's decisions, by paper: it grows with every one. Reads no file."""
        with disk_refusals(self._folder):
            if not self._folder.is_dir():
                return {}
            with os.scandir(self._folder) as entries:
                # macOS may give the letters of a name back taken apart.
                found = {normalize("NFC", entry.name): _size(entry) for entry in entries if is_safe(entry.name)}
        return {paper: size for paper, size in sorted(found.items()) if size}

    def record(self, paper: str, decisions: Sequence[Decision]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        self._of(paper).record(decisions)

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, on disk, all or none, nobody else deciding meanwhile.

        Returns what stands just after. Raises MachineRefused, and what `make` does, nothing recorded.
        """
        return CommitteeJournal(*self._of(paper).extend(lambda there: make(CommitteeJournal(*there))))

    def _of(self, paper: str) -> ChainFile[Decision]:
        if not is_safe(paper):
            raise ValueError(f"not a file name: {paper}")
        return self._chains.of(paper)


def _size(entry: os.DirEntry[str]) -> int:
    with suppress(FileNotFoundError, NotADirectoryError):
        return os.stat(os.path.join(entry.path, f"{COMMITTEE}.jsonl")).st_size  # noqa: PTH116, PTH118 the quicker calls
    return 0
