"""Collecting: attempts carried here are checked one by one, recorded, put in place and brought into the score book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizapp.domain.attempt.decisions import CopyChosen
from quizapp.domain.attempt.events import CarriedOver, HandedIn
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import QuizError
from quizapp.reading.yaml.document import collector_off
from quizapp.services.book.score_book import look, refresh
from quizapp.services.book.stale_scores import ALTERED
from quizapp.services.carrying.copies import (
    BroughtCopy,
    CopiesHere,
    CopyVerdict,
    Found,
    Rehearsed,
    parting,
    precedence,
    refused,
    relation,
    unread,
)
from quizapp.services.carrying.copy_check import Copy, checked
from quizapp.services.carrying.pool_forms import PoolForms
from quizapp.services.ports.arrivals import Arrival, ArrivalFact, Outcome, Placed
from quizapp.services.ports.port_values import AttemptName, Book, Chain, KeptFile, ScoreDocument
from quizapp.services.ports.workplace import Workplace

MOST_REMEMBERED = 100_000
"""Events that are kept for the book: those of 800 attempts of 60 answers, in 70 MB."""


class SoundCopy(NamedTuple):
    """A sound copy of an attempt, as far as the score book hangs on it."""

    head: str
    has_ended: bool


@dataclass(slots=True)
class _Plan:
    """What is to be written for some copies."""

    facts: list[ArrivalFact] = field(default_factory=list)
    aside: list[tuple[AttemptName, bytes]] = field(default_factory=list)
    placed: dict[AttemptName, Copy] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    """The last hashes of the copies that are in place already."""
    sound: list[Copy] = field(default_factory=list)
    """Those whose forms are kept: the keys of what is here already may have come since."""


class CollectingRun:
    """What was brought is given in parts, so that a run of any size fits the memory."""

    def __init__(self, place: Workplace, by: str) -> None:
        self._place = place
        self._by = by
        self._pool = PoolForms(place)
        self._here = CopiesHere(place.home)
        self._plan = _Plan()
        self._chosen: dict[str, Mapping[str, CopyChosen]] = {}
        """Which copies people chose, by paper."""
        self.seen: dict[AttemptName, SoundCopy] = {}
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

    def take(self, found: Iterable[Found]) -> Iterator[CopyVerdict]:
        """Give the verdicts on some of what was brought, once all that was taken of it is in place."""
        self._plan = _Plan()
        verdicts = []
        for one in found:
            if isinstance(one, Rehearsed):
                self._rehearsed(one)
            else:
                verdicts.append(self._judge(one) if isinstance(one, BroughtCopy) else unread(one))
        self._write()
        yield from verdicts

    def _rehearsed(self, told: Rehearsed) -> None:
        for one in told.rehearsals:
            if not self._here.knows_rehearsal(one):
                self._here.remember(one)
                self._plan.facts.append(one)

    def _judge(self, brought: BroughtCopy) -> CopyVerdict:
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
        self._plan.there.add(here.head)
        found = relation(copy.file, here)
        if self._here.is_own(name):
            return self._beside_own(copy, here, found)
        self._plan.sound.append(copy)
        if found == "longer":
            return self._put(copy, "longer", "longer", here)
        return copy.verdict(found) if found != "fork" else self._fork(copy, here)

    def _beside_own(self, copy: Copy, here: KeptFile, found: str) -> CopyVerdict:
        """Judge a copy of an attempt that this home began: only what was carried over takes its place."""
        name = copy.brought.name
        if found in ("same", "shorter"):
            return copy.verdict("own")
        after = copy.file.facts[here.lines :]
        if found == "fork" or not any(isinstance(event, CarriedOver) for event in after):
            return self._known_fork(copy, here) or self._keep_aside(copy, here, "fork-own")
        if self._place.home.journals.holder(name) is not None:
            return copy.verdict("own-open")
        return self._put(copy, "went-on", "longer", here)

    def _fork(self, copy: Copy, here: KeptFile) -> CopyVerdict:
        """Keep both of two that fork: which is in place hangs not on which came first, and neither counts.

        Where a person has decided, the one they chose stays in place whatever comes.
        """
        known = self._known_fork(copy, here)
        if known is not None:
            return known
        if self._choice(copy.brought.name) is not None or precedence(copy.file) < precedence(here):
            return self._keep_aside(copy, here, "fork-aside")
        self._put_aside(copy, here)
        return self._put(copy, "fork-stands", "stands", here)

    def _known_fork(self, copy: Copy, here: KeptFile) -> CopyVerdict | None:
        """Return the verdict on a copy that is, or goes no further than, one that was set aside; None for a new one."""
        name = copy.brought.name
        if not any(relation(copy.file, aside) in ("same", "shorter") for aside in self._here.asides(name)):
            return None
        chosen = self._choice(name)
        heads = frozenset(aside.head for aside in self._here.asides(name))
        if chosen is not None and not Rulings(copies={name.attempt: chosen}).is_forked(name.attempt, here.head, heads):
            return copy.verdict("fork-decided", by=chosen.by)
        return copy.verdict("fork-known", line=_parting(copy.file, here))

    def _choice(self, name: AttemptName) -> CopyChosen | None:
        if name.paper not in self._chosen:
            self._chosen[name.paper] = rulings(self._place.home.decisions.read(name.paper)).copies
        return self._chosen[name.paper].get(name.attempt)

    def _keep_aside(self, copy: Copy, here: KeptFile, code: str) -> CopyVerdict:
        self._put_aside(copy, copy.file)
        return copy.verdict(code, line=_parting(copy.file, here))

    def _put(self, copy: Copy, code: str, outcome: Outcome, here: KeptFile | None = None) -> CopyVerdict:
        """Have a copy put in place, where one is here in its place: that is recorded and told."""
        name = copy.brought.name
        self._record(copy, copy.file, outcome, was="" if here is None else here.head)
        self._plan.placed[name] = copy
        self._plan.sound.append(copy)
        self._here.put(name, copy.file)
        self.seen[name] = _seen(copy.file)
        values = {} if here is None else {"was": here.lines, "line": _parting(copy.file, here)}
        return copy.verdict(code, **values)

    def _put_aside(self, copy: Copy, file: KeptFile) -> None:
        self._record(copy, file, "aside")
        self._here.put_aside(copy.brought.name, file)
        self._plan.aside.append((copy.brought.name, file.data))

    def _record(self, copy: Copy, file: KeptFile, outcome: Outcome, was: str = "") -> None:
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
            was=was,
            waits=outcome != "aside",
        )
        self._here.remember(fact)
        self._here.expect(() if fact.is_aside else (fact.head,))
        self._plan.facts.append(fact)

    def _write(self) -> None:
        """Have what is planned on disk. Raises MachineRefused."""
        home, plan = self._place.home, self._plan
        for copy in plan.sound:
            self._pool.keep(copy.started, copy.form)
        for name, data in plan.aside:
            home.journals.set_aside(name, data)
        home.collected.record(plan.facts)
        home.journals.place({name: copy.file.data for name, copy in plan.placed.items()})
        heads = self._here.confirmed({copy.file.head for copy in plan.placed.values()} | plan.there)
        if heads:
            home.collected.record((Placed(at=self._place.clock.read().at, heads=heads),))
        for name, copy in plan.placed.items():
            # A longer copy takes the place of what was remembered.
            self._chains.pop(name, None)
            if self._remembered + copy.file.lines <= MOST_REMEMBERED:
                self._remembered += copy.file.lines
                self._chains[name] = Chain(events=copy.file.facts, head=copy.file.head)
        self._here.forget()


def _parting(copy: KeptFile, here: KeptFile) -> int:
    """Return the first line that is not the same in both: where one goes on from the other, the one behind it."""
    return parting(copy, here) or min(copy.lines, here.lines) + 1


def _seen(file: KeptFile) -> SoundCopy:
    return SoundCopy(head=file.head, has_ended=isinstance(file.facts[-1], HandedIn))


AT_ONCE = 64
"""Copies that are judged before any is written: one append records them all."""
BYTES_AT_ONCE = 8 * 2**20
"""Of their journals, at which no more are waited for: what people bring is a hundredth of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectingResult:
    """What one run of collecting did."""

    verdicts: tuple[CopyVerdict, ...]
    """In the order of what was brought."""
    book: Book
    """As it stands after it."""

    @property
    def refused(self) -> tuple[CopyVerdict, ...]:
        """What a person has to look at."""
        return tuple(one for one in self.verdicts if one.is_refused)

    @property
    def taken(self) -> tuple[CopyVerdict, ...]:
        """What stands in the score book now and did not before."""
        return tuple(one for one in self.verdicts if one.is_taken)


def collect(
    place: Workplace, found: Iterable[Found], by: str, tell: Callable[[CopyVerdict], None] = lambda _: None
) -> CollectingResult:
    """Collect what was found, telling of each verdict once it holds, and bring the score book up to date.

    In any order, any number of times, the same copies give the same book. `by` is who collects. Raises MachineRefused
    where this machine cannot keep it: what was told of is kept, and the same files brought again give the rest.
    """
    verdicts: list[CopyVerdict] = []
    with place.home.only_one("collecting"), collector_off():
        # What is past its closing is settled first: then only what is brought can make a difference.
        look(place.home, place.clock, place.class_id)
        run = CollectingRun(place, by)
        for part in in_parts(found):
            for verdict in run.take(part):
                verdicts.append(verdict)
                tell(verdict)
        book = _settled(place, run)
        done = CollectingResult(verdicts=tuple(verdicts), book=book)
        values = {"taken": str(len(done.taken)), "refused": str(len(done.refused)), "read": str(len(verdicts))}
        place.home.log.record(place.clock.read().at, "collected", by, values)
    return done


def in_parts(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Give what was found in parts that are settled together: so many, or so large."""
    part: list[Found] = []
    size = 0
    for one in found:
        part.append(one)
        size += len(one.data) if isinstance(one, BroughtCopy) else 0
        if len(part) == AT_ONCE or size >= BYTES_AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _settled(place: Workplace, run: CollectingRun) -> Book:
    """Return the book with all that was collected in it; one that was killed before it came so far is caught up."""
    home, now = place.home, place.clock.read().at
    book = home.book.read()
    docs = {AttemptName(doc["attempt"], doc["paper"]): doc for doc in book.scores} if book is not None else {}
    stale = {name for name, seen in run.seen.items() if _is_stale(docs.get(name), seen)}
    stale |= {name for name, doc in docs.items() if name.paper in run.keyed_papers and _waits(doc)}
    stale |= {name for name in run.seen if name.attempt in home.collected.asides()}
    if stale:
        try:
            return refresh(home, stale, place.class_id, now, run.read)
        except QuizError as trouble:
            # An altered paper keeps the scores it had; the others are up to date.
            if trouble.code not in ALTERED:
                raise
    return look(home, place.clock, place.class_id)


def _is_stale(doc: ScoreDocument | None, seen: SoundCopy) -> bool:
    return doc is None or not seen.has_ended or doc["receipt"] != receipt(seen.head) or _waits(doc)


def _waits(doc: ScoreDocument) -> bool:
    return bool(doc["status"] == "handed_in")
