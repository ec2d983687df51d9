"""One data folder under faults: what was acknowledged there, and whether all promises hold after each fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from quizapp.services.book.score_book import look, rebuild, whole
from quizapp.stores import chain
from quizapp.stores.disk.locks import take
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.figures import Figure
from tests.proofs.faults.saves import Fact, Save
from tests.proofs.faults.sitting_saves import Record, are_in_order, clock_at


@dataclass
class Trial:
    """A save's folder and what it told."""

    save: Save
    folder: Path
    facts: list[Fact] = field(default_factory=list)
    faults: int = 0
    """How many faults there were: each may have left one step done that was not acknowledged."""
    lost: int = 0
    differing: int = 0
    broken: set[str] = field(default_factory=set)
    acknowledged: int = 0

    def struck(self, told: Iterable[Fact], *, is_spoilt: bool = False) -> None:
        """Look at what a fault left, after this was told; go on with one save, and look again."""
        self.faults += 1
        book = self.folder / "scores.json"
        if book.exists() and not is_spoilt and FileHome(self.folder).book.read() is None:
            self.broken.add("the book is damaged")
        for fact in told:
            self.tell(fact)
        self._compare(self.save.stored(FileHome(self.folder)))
        self._go_on()
        stored = self.save.stored(FileHome(self.folder))
        self._compare(stored)
        self.differing += not stored or stored[-1] != self.facts[-1]
        self._check_promises()

    def tell(self, fact: Fact) -> None:
        """Take something as acknowledged; the same again is no news."""
        if not self.facts or self.facts[-1] != fact:
            self.facts.append(fact)
            self.acknowledged += 1

    def begin(self, stored: Sequence[Fact]) -> None:
        """Count from a folder that holds this much already."""
        self.facts = list(stored)

    def figure(self, fault: str) -> Figure:
        """Return what came of it all."""
        return Figure(
            fault=fault,
            where=self.save.name,
            times=self.faults,
            acknowledged=self.acknowledged,
            lost=self.lost,
            differing=self.differing,
            broken=tuple(sorted(self.broken)),
        )

    def _compare(self, stored: Sequence[Fact]) -> None:
        rest = iter(stored)
        self.lost += sum(fact not in rest for fact in self.facts)
        if len(stored) > len(self.facts) + self.faults:
            self.broken.add("more is stored than was ever in flight")

    def _go_on(self) -> None:
        with closing(self.save.steps(FileHome(self.folder))) as steps:
            for fact in islice(steps, 2):
                self.tell(fact)

    def _check_promises(self) -> None:
        home = FileHome(self.folder)
        for path in self.folder.rglob("*.jsonl"):
            if chain.read(path.read_bytes()).is_altered:
                self.broken.add(f"{path.name} is altered")
        if isinstance(self.save, Record) and not are_in_order(home):
            self.broken.add("an answer is out of order or twice")
        shown = look(home, clock_at(0))
        self.differing += not shown == home.book.read() == whole(home)
        before = (self.folder / "scores.json").read_bytes()
        rebuild(home, "", clock_at(0).read().at)
        if (self.folder / "scores.json").read_bytes() != before:
            self.broken.add("the book is not what a rebuild makes")
        for path in (self.folder / "locks").iterdir():
            # The file may stay; what must not stay is a lock that nobody holds.
            lock = take(path)
            if lock is None:
                self.broken.add("a lock is still held")
            else:
                lock.release()
