"""What of the attempts that come back is here already, as it stands in the course of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.arrivals import Arrival, Rehearsal, unplaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from quizapp.services.arrivals import ArrivalFact, Outcome
    from quizapp.services.ports import Home
    from quizapp.services.records import AttemptName, KeptFile


class Here:
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
        """Know of what is recorded."""
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
