"""Copies of attempts: those brought from elsewhere, and what this home has of the same ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from quizapp.domain.attempt.events import HandedIn
from quizapp.domain.text import clean_line
from quizapp.services.ports.arrivals import Arrival, ArrivalFact, Outcome, Rehearsal, unplaced

if TYPE_CHECKING:
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName, KeptFile


class Stated(NamedTuple):
    """What a pack says about an attempt in it."""

    lines: int
    head: str
    receipt: str
    """"" before hand-in."""
    form: str
    """The form's digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtCopy:
    """A copy of an attempt."""

    file: str
    """The file that it is in, as a person knows it."""
    name: AttemptName
    """As the place in that file says."""
    data: bytes
    """The journal."""
    form: Callable[[str], bytes | None]
    """Returns what the file holds as the form of that digest."""
    is_pack: bool = False
    """Whether the file says what is in it."""
    stated: Stated | None = None
    class_id: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file, or something in it, that gives no attempt. Its sentence is the catalogue's `collect.` and `code`."""

    file: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    attempt: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """Who rehearsed on the machine that a pack is from."""

    rehearsals: tuple[Rehearsal, ...]


Found: TypeAlias = BroughtCopy | UnreadFile | Rehearsed


_LONGEST_SHOWN = 80
"""Characters of what is told of it."""

TAKEN = frozenset({"new", "longer", "went-on"})
"""Put in place, and nobody need look at them."""
NOTHING_NEW = frozenset({"same", "shorter", "own", "fork-decided"})
"""Already here."""
FORKS = frozenset({"fork-own", "fork-aside", "fork-stands", "fork-known"})
"""Kept, and waiting for a person to decide."""
FOREIGN = frozenset({"not-pack"})
"""Nothing that could be collected: neither here nor refused."""

Kind: TypeAlias = Literal["taken", "known", "doubtful", "foreign", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyVerdict:
    """One copy's. Its sentence is the catalogue's `collect.` and `code`."""

    file: str
    code: str
    attempt: str = ""
    paper: str = ""
    candidate: str = ""
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """What it comes to: its word is the catalogue's `collect.kind.` and this."""
        if self.is_taken:
            return "taken"
        if self.code in NOTHING_NEW:
            return "known"
        if self.code in FORKS:
            return "doubtful"
        return "foreign" if self.code in FOREIGN else "refused"

    @property
    def is_refused(self) -> bool:
        """Whether a person has to look at it: it was refused, or there are two of it."""
        return self.kind in ("refused", "doubtful")

    @property
    def is_taken(self) -> bool:
        """Whether it counts in the score book now and did not before."""
        return self.code in TAKEN


def refused(brought: BroughtCopy, code: str, **values: object) -> CopyVerdict:
    """Return the verdict on a copy of which nothing is believed."""
    attempt, paper = map(_shown, brought.name)
    shown = {name: value if isinstance(value, int) else _shown(value) for name, value in values.items()}
    return CopyVerdict(file=brought.file, code=code, attempt=attempt, paper=paper, values=shown)


def unread(one: UnreadFile) -> CopyVerdict:
    """Return the verdict on what gives no attempt."""
    return CopyVerdict(file=one.file, code=one.code, attempt=one.attempt, paper=one.paper, values=one.values)


def _shown(value: object) -> str:
    """Return what anybody may have written as it can be printed."""
    return clean_line(str(value)[:_LONGEST_SHOWN])


Relation: TypeAlias = Literal["same", "shorter", "longer", "fork"]
_LATEST = datetime.max.replace(tzinfo=UTC)
_TAIL = -66, -2
"""Where a line states its hash, which covers all before it: data-folder, the chain's last field."""


def relation(copy: KeptFile, here: KeptFile) -> Relation:
    """Return how a copy that was brought stands to the one here; both chain as far as they go."""
    if copy.head == here.head:
        return "same"
    if here.head in _hashes(copy):
        return "longer"
    return "shorter" if copy.head in _hashes(here) else "fork"


def parting(copy: KeptFile, here: KeptFile) -> int:
    """Return the number of the first line, from 1, that is not the same in both."""
    pairs = zip(_hashes(copy), _hashes(here), strict=False)
    return next((line for line, (one, other) in enumerate(pairs, 1) if one != other), 0)


def tips(files: Sequence[KeptFile]) -> tuple[KeptFile, ...]:
    """Return the copies that no other goes on from, each once."""
    each = {file.head: file for file in files}
    return tuple(
        file
        for head, file in each.items()
        if not any(head in _hashes(other) for other in each.values() if other is not file)
    )


def precedence(file: KeptFile) -> tuple[bool, timedelta, int, str]:
    """Return what decides which of two that fork is in place until a person has decided: the greater one.

    It counts as little as the other; but the same copies are to give the same book, whichever came first. One that was
    handed in stands before one that was not, the earlier hand-in before the later, the longer copy before the shorter,
    and last the greater hash. A copy that goes on from another is always greater than that, so that any order of any
    copies ends with the same one.
    """
    last = file.facts[-1]
    has_ended = isinstance(last, HandedIn)
    # The earlier it was, the more time lies behind it.
    return has_ended, _LATEST - last.when.at if has_ended else timedelta(0), file.lines, file.head


def _hashes(file: KeptFile) -> list[str]:
    """Return the lines' hashes in order; a line that its writer had to write again counts once."""
    return list(dict.fromkeys(line[slice(*_TAIL)].decode("ascii") for line in file.data.splitlines()))


class CopiesHere:
    """Each attempt's journal is read once; what a run will put in place counts as being here."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._papers = {name.attempt: name.paper for name in home.journals.names()}
        self._files: dict[AttemptName, KeptFile] = {}
        self._taken: dict[str, str] = {}
        """Attempts of which a copy was recorded, to the last one's head."""
        self._facts: set[tuple[str, str]] = set()
        """Attempts with the heads of copies that were put aside, and rehearsals."""
        self._asides: dict[AttemptName, tuple[KeptFile, ...]] = {}
        facts = home.collected.read()
        self._unplaced = set(unplaced(facts))
        """Heads of copies that were recorded and never said to be in place."""
        for fact in facts:
            self.remember(fact)

    def paper(self, attempt: str) -> str:
        """Return the paper of the attempt with that id; "" where there is none."""
        return self._papers.get(attempt, "")

    def file(self, name: AttemptName) -> KeptFile | None:
        """Return the journal that stands; None where there is none. Raises MachineRefused."""
        if name not in self._files and self._papers.get(name.attempt) == name.paper:
            found = self._home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl")
            if found is not None:
                self._files[name] = found
        return self._files.get(name)

    def asides(self, name: AttemptName) -> tuple[KeptFile, ...]:
        """Return the copies of an attempt that were set aside, as far as they are kept. Raises MachineRefused."""
        if name not in self._asides:
            heads = {head for attempt, head in self._facts if attempt == name.attempt}
            self._asides[name] = asides_of(self._home, name, heads)
        return self._asides[name]

    def put_aside(self, name: AttemptName, file: KeptFile) -> None:
        """Take a copy for one that is set aside from now on."""
        self._asides[name] = (*self.asides(name), file)

    def confirmed(self, heads: Iterable[str]) -> tuple[str, ...]:
        """Return those of these copies, which are in place, of which that was not said before; it is from now on."""
        found = tuple(sorted(self._unplaced.intersection(heads)))
        self._unplaced.difference_update(found)
        return found

    def is_own(self, name: AttemptName) -> bool:
        """Return whether this home began it and writes it."""
        return name.attempt not in self._taken

    def put(self, name: AttemptName, file: KeptFile) -> None:
        """Take a copy for the one that stands from now on."""
        self._papers[name.attempt] = name.paper
        self._files[name] = file

    def forget(self) -> None:
        """Let go of what was read: a run may be of more than fits the memory."""
        self._files.clear()
        self._asides.clear()

    def knows(self, name: AttemptName, head: str, outcome: Outcome) -> bool:
        """Return whether it is recorded already: of a copy that stands as the last one."""
        if outcome == "aside":
            return (name.attempt, head) in self._facts
        return self._taken.get(name.attempt) == head

    def knows_rehearsal(self, one: Rehearsal) -> bool:
        """Return whether a rehearsal is recorded already."""
        return _plain(one) in self._facts

    def remember(self, fact: ArrivalFact) -> None:
        """Take note of a fact that was recorded just now."""
        if isinstance(fact, Rehearsal):
            self._facts.add(_plain(fact))
        elif isinstance(fact, Arrival) and fact.is_aside:
            self._facts.add((fact.attempt, fact.head))
        elif isinstance(fact, Arrival):
            self._taken[fact.attempt] = fact.head

    def expect(self, heads: Iterable[str]) -> None:
        """Know of copies that are to be put in place."""
        self._unplaced.update(heads)


def asides_of(home: Home, name: AttemptName, heads: Collection[str]) -> tuple[KeptFile, ...]:
    """Return the copies of an attempt with these last hashes that are set aside. Raises MachineRefused."""
    if not heads:
        return ()
    examine, path = home.evidence.examine, f"journal/{name.paper}/{name.attempt}.jsonl"
    files = (examine(path, data) for data in home.journals.aside(name))
    return tuple(file for file in files if file is not None and file.facts and file.head in heads)


def _plain(one: Rehearsal) -> tuple[str, str]:
    return one.at.isoformat(), f"{one.machine}\n{one.who}"
