"""One run of collecting: each copy is judged, recorded, put in place, in this order, whatever kills it in between.

What is recorded and not yet in place is another machine's all the same, and the same files brought again mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.events import CarriedOver, HandedIn
from quizapp.services.arrivals import Arrival
from quizapp.services.collecting.brought import Brought, Rehearsed
from quizapp.services.collecting.checking import Copy, checked
from quizapp.services.collecting.comparing import parting, precedence, relation
from quizapp.services.collecting.here import Here
from quizapp.services.collecting.pool import PoolForms
from quizapp.services.collecting.verdict import refused, unread
from quizapp.services.records import Chain

if TYPE_CHECKING:
    from quizapp.services.arrivals import ArrivalFact, Outcome
    from quizapp.services.collecting.brought import Found
    from quizapp.services.collecting.verdict import Verdict
    from quizapp.services.records import AttemptName, KeptFile
    from quizapp.services.workplace import Workplace


MOST_REMEMBERED = 100_000
"""Events that are kept for the book: those of 800 attempts of 60 answers, in 70 MB."""


class Seen(NamedTuple):
    """A sound copy of an attempt, as far as the score book hangs on it."""

    head: str
    has_ended: bool


@dataclass(slots=True)
class _Plan:
    """What is to be written for some copies."""

    facts: list[ArrivalFact] = field(default_factory=list)
    aside: list[tuple[AttemptName, bytes]] = field(default_factory=list)
    placed: dict[AttemptName, Copy] = field(default_factory=dict)
    sound: list[Copy] = field(default_factory=list)
    """Those whose forms are kept: the keys of what is here already may have come since."""


class Run:
    """What was brought is given in parts, so that a run of any size fits the memory."""

    def __init__(self, place: Workplace, by: str) -> None:
        self._place = place
        self._by = by
        self._pool = PoolForms(place)
        self._here = Here(place.home)
        self._plan = _Plan()
        self.seen: dict[AttemptName, Seen] = {}
        """The attempts of which there was a sound copy, as they stand now."""
        self._chains: dict[AttemptName, Chain] = {}
        self._remembered = 0

    @property
    def keyed_papers(self) -> frozenset[str]:
        """The papers that had forms here whose keys were found only now."""
        return frozenset(self._pool.newly_keyed)

    def read(self, name: AttemptName) -> Chain:
        """Return what an attempt's journal holds, without reading again what this run put there."""
        return self._chains.get(name) or self._place.home.journals.read(name)

    def take(self, found: Iterable[Found]) -> Iterator[Verdict]:
        """Give the verdicts on some of what was brought, once all that was taken of it is in place."""
        self._plan = _Plan()
        verdicts = []
        for one in found:
            if isinstance(one, Rehearsed):
                self._rehearsed(one)
            else:
                verdicts.append(self._judge(one) if isinstance(one, Brought) else unread(one))
        self._write()
        yield from verdicts

    def _rehearsed(self, told: Rehearsed) -> None:
        for one in told.rehearsals:
            if not self._here.knows_rehearsal(one):
                self._here.remember(one)
                self._plan.facts.append(one)

    def _judge(self, brought: Brought) -> Verdict:
        """Return the verdict on a copy, what follows from it planned. Raises MachineRefused for this machine's."""
        name = brought.name
        if self._here.paper(name.attempt) not in ("", name.paper):
            return refused(brought, "id-taken")
        copy = checked(self._place, self._pool, brought)
        if not isinstance(copy, Copy):
            return copy
        here = self._here.file(name)
        if here is None:
            return self._put(copy, "new", "new")
        if here.is_altered or here.unknown or not here.facts:
            return copy.verdict("here-altered")
        self.seen.setdefault(name, _seen(here))
        found = relation(copy.file, here)
        if self._here.is_own(name):
            return self._beside_own(copy, here, found)
        self._plan.sound.append(copy)
        if found == "longer":
            return self._put(copy, "longer", "longer", was=here.lines)
        return copy.verdict(found) if found != "fork" else self._fork(copy, here)

    def _beside_own(self, copy: Copy, here: KeptFile, found: str) -> Verdict:
        """Judge a copy of an attempt that this home began: only what was carried over takes its place."""
        name = copy.brought.name
        if found in ("same", "shorter"):
            return copy.verdict("own")
        after = copy.file.facts[here.lines :]
        if found == "fork" or not any(isinstance(event, CarriedOver) for event in after):
            self._put_aside(copy, copy.file)
            return copy.verdict("fork-own", line=parting(copy.file, here) or here.lines + 1)
        if self._place.home.journals.holder(name) is not None:
            return copy.verdict("own-open")
        return self._put(copy, "went-on", "longer", was=here.lines)

    def _fork(self, copy: Copy, here: KeptFile) -> Verdict:
        """Of two that fork have the same one stand whichever came first, the other kept; either is named."""
        line = parting(copy.file, here)
        if precedence(copy.file) < precedence(here):
            self._put_aside(copy, copy.file)
            return copy.verdict("fork-aside", line=line)
        self._put_aside(copy, here)
        return self._put(copy, "fork-stands", "stands", line=line)

    def _put(self, copy: Copy, code: str, outcome: Outcome, **values: object) -> Verdict:
        name = copy.brought.name
        self._record(copy, copy.file, outcome)
        self._plan.placed[name] = copy
        self._plan.sound.append(copy)
        self._here.put(name, copy.file)
        self.seen[name] = _seen(copy.file)
        return copy.verdict(code, **values)

    def _put_aside(self, copy: Copy, file: KeptFile) -> None:
        self._record(copy, file, "aside")
        self._plan.aside.append((copy.brought.name, file.data))

    def _record(self, copy: Copy, file: KeptFile, outcome: Outcome) -> None:
        name, brought = copy.brought.name, copy.brought
        if self._here.knows(name, file.head, outcome):
            return
        fact = Arrival(
            at=self._place.clock.read().at,
            attempt=name.attempt,
            paper=name.paper,
            head=file.head,
            lines=file.lines,
            outcome=outcome,
            file=brought.file,
            machine=brought.machine,
            by=self._by,
        )
        self._here.remember(fact)
        self._plan.facts.append(fact)

    def _write(self) -> None:
        """Have what is planned on disk. Raises MachineRefused."""
        home, plan = self._place.home, self._plan
        for copy in plan.sound:
            self._pool.keep(copy.started, copy.form)
        home.collected.record(plan.facts)
        for name, data in plan.aside:
            home.journals.set_aside(name, data)
        home.journals.place({name: copy.file.data for name, copy in plan.placed.items()})
        for name, copy in plan.placed.items():
            # A longer copy takes the place of what was remembered.
            self._chains.pop(name, None)
            if self._remembered + copy.file.lines <= MOST_REMEMBERED:
                self._remembered += copy.file.lines
                self._chains[name] = Chain(events=copy.file.facts, head=copy.file.head)
        self._here.forget()


def _seen(file: KeptFile) -> Seen:
    return Seen(head=file.head, has_ended=isinstance(file.facts[-1], HandedIn))
