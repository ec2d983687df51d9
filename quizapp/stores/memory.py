"""The evidence of a home in memory: its records as the bytes that a data folder would keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from threading import RLock

from quizapp.domain.attempt.decisions import Decision
from quizapp.domain.attempt.orders import Request, RequestAnswer
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.external_marks import OutsideFact
from quizapp.domain.errors import CalledWrongly, MachineRefused
from quizapp.domain.marking.keying import KeyingEvent
from quizapp.domain.papers.paper import Form
from quizapp.domain.practice.progress import PracticeEvent
from quizapp.domain.publications import PublicationIssued, PublicationOpened
from quizapp.domain.roster import Left, Returned, Roll, RosterFact, roll
from quizapp.services.papers.form_files import canonical, form_digest, keys_digest, secret_part, shown_part
from quizapp.services.ports.port_values import Book, CommitteeJournal, FixedForm, KeptFile
from quizapp.stores import chain
from quizapp.stores.event_codec import DECISION_LINES, KEYING_LINES, MARK_LINES, PRACTICE_LINES, chained, entries_of
from quizapp.stores.memory_journals import MemoryCollected, MemoryJournals


class MemoryEvidence:
    """All but roster, index, log and publications, which are no chains here."""

    def __init__(
        self,
        journals: MemoryJournals,
        decisions: MemoryDecisions,
        outside: MemoryOutsideMarks,
        forms: MemoryForms,
        collected: MemoryCollected,
    ) -> None:
        self._journals = journals
        self._decisions = decisions
        self._outside = outside
        self._forms = forms
        self._collected = collected
        self.seals: dict[str, bytes] = {}

    def names(self) -> tuple[str, ...]:
        """Every file's name, sorted."""
        return tuple(sorted(self._files()))

    def look(self, name: str) -> KeptFile | None:
        """Return a file as it stands; None where there is none of that name."""
        return self._files().get(name)

    def examine(self, name: str, data: bytes) -> KeptFile | None:
        """Return what bytes from elsewhere would be as a journal of that name; None for any other name."""
        return chained(name, "journal", data) if name.startswith("journal/") else None

    def beside(self) -> tuple[tuple[str, bytes], ...]:
        """What goes into an archive too."""
        return tuple(sorted(self.seals.items()))

    def keep_seal(self, name: str, data: bytes) -> None:
        """Keep a copy of a seal."""
        self.seals[f"seals/{name}"] = data

    def _files(self) -> dict[str, KeptFile]:
        found: dict[str, KeptFile] = {}
        for one in self._journals.names():
            data = self._journals.bytes_of(one)
            name = f"journal/{one.paper}/{one.attempt}.jsonl"
            found[name] = _chained(KeptFile(name, "journal", data, facts=self._journals.read(one).events))
        for paper in self._decisions.sizes():
            name = f"journal/{paper}/committee.jsonl"
            data = self._decisions.bytes_of(paper)
            found[name] = _chained(KeptFile(name, "decisions", data, facts=self._decisions.read(paper)))
        if self._outside.data:
            marks = KeptFile("marks.jsonl", "marks", self._outside.data, facts=self._outside.read())
            found[marks.name] = _chained(marks)
        if self._collected.data:
            found["collected.jsonl"] = chained("collected.jsonl", "collected", self._collected.data)
        for digest, form in self._forms.all().items():
            name = f"forms/{digest}.json"
            found[name] = KeptFile(name, "form", canonical(shown_part(form)))
            if form.has_keys:
                name = f"forms/{digest}.keys.json"
                found[name] = KeptFile(name, "keys", canonical(secret_part(form)))
        return found


def _chained(file: KeptFile) -> KeptFile:
    reading = chain.read(file.data)
    return file._replace(head=reading.head.hash, lines=reading.head.seq, hashes=reading.hashes)


class MemoryRequests:
    """What is asked of open sittings."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, str], Request] = {}
        self._answers: dict[tuple[str, str], RequestAnswer] = {}

    def ask(self, attempt: str, request: Request) -> None:
        """Put a request before the attempt's writer."""
        self._asked[attempt, request.id] = request

    def waiting(self, attempt: str) -> tuple[Request, ...]:
        """Return what waits for an answer, by id."""
        open_ones = sorted(key for key in self._asked if key[0] == attempt and key not in self._answers)
        return tuple(self._asked[key] for key in open_ones)

    def answer(self, attempt: str, id: str, answer: RequestAnswer) -> None:
        """Answer a request; one that was withdrawn needs no answer."""
        if (attempt, id) in self._asked:
            self._answers[attempt, id] = answer

    def answer_to(self, attempt: str, id: str) -> RequestAnswer | None:
        """Return the answer to a request; None while there is none."""
        return self._answers.get((attempt, id))

    def withdraw(self, attempt: str, id: str) -> None:
        """Take a request back, and its answer with it."""
        self._asked.pop((attempt, id), None)
        self._answers.pop((attempt, id), None)


class MemoryDecisions:
    """The committee's side."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._chains: dict[str, tuple[bytes, chain.ChainHead]] = {}

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order."""
        data, _ = self._chains.get(paper, (b"", chain.START))
        return DECISION_LINES.facts(chain.read(data).entries)

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by."""
        read = chain.read(self._chains.get(paper, (b"", chain.START))[0])
        return CommitteeJournal(DECISION_LINES.facts(read.entries), read.hashes)

    def sizes(self) -> Mapping[str, int]:
        """Return how much was written of each paper's decisions."""
        return {paper: len(data) for paper, (data, _) in sorted(self._chains.items()) if data}

    def bytes_of(self, paper: str) -> bytes:
        """Return the lines of a paper's decisions."""
        return self._chains[paper][0]

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, nobody else deciding meanwhile."""
        with self._lock:
            self.record(paper, make(self.journal(paper)))
            return self.journal(paper)

    def record(self, paper: str, decisions: Sequence[Decision]) -> None:
        """Add these."""
        with self._lock:
            self._add(paper, decisions)

    def _add(self, paper: str, decisions: Sequence[Decision]) -> None:
        before, head = self._chains.get(paper, (b"", chain.START))
        data, head = chain.encode(entries_of(decisions), head)
        self._chains[paper] = before + data, head


class MemoryForms:
    """Every form fixed."""

    def __init__(self) -> None:
        self._forms: dict[str, Form] = {}
        self._index: list[FixedForm] = []

    def fix(self, form: Form, fixed: FixedForm) -> None:
        """Keep a form for ever. Doing it twice changes nothing."""
        if form_digest(form) != fixed.form:
            raise ValueError("the digest is not this form's")
        if fixed.form not in self._forms or not self._forms[fixed.form].has_keys:
            self._forms[fixed.form] = form
        whole = replace(fixed, keys=keys_digest(self._forms[fixed.form]))
        if not any(replace(one, at=whole.at) == whole for one in self._index):
            self._index.append(whole)

    def keep(self, form: Form) -> None:
        """Keep what another machine's candidates saw, without a line in the index."""
        self._forms.setdefault(form_digest(form), form)

    def find(self, paper: str, paper_digest: str, letter: str, number: int) -> str | None:
        """Return the digest of the form first fixed for that, if any."""
        wanted = (paper, paper_digest, letter, number)
        fixed = (one for one in self._index if (one.paper, one.paper_digest, one.letter, one.number) == wanted)
        return next((one.form for one in fixed), None)

    def fixed(self, paper: str) -> tuple[FixedForm, ...]:
        """Return what was fixed for a paper, in the order it was."""
        return tuple(one for one in self._index if one.paper == paper)

    def all(self) -> Mapping[str, Form]:
        """Return every form by its digest."""
        return self._forms

    def load(self, digest: str) -> Form:
        """Return a fixed form. Raises CalledWrongly("unknown-form")."""
        if digest not in self._forms:
            raise CalledWrongly("unknown-form", form=digest)
        return self._forms[digest]


class MemoryRoster:
    """The class."""

    def __init__(self) -> None:
        self._facts: list[tuple[datetime, RosterFact]] = []

    def candidates(self) -> tuple[Candidate, ...]:
        """Who is in the class, in the order they were first brought in."""
        return self.roll().present

    def roll(self) -> Roll:
        """Everybody, who left, and what they were called."""
        return roll(self._facts)

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id."""
        known = {one.id: one for one in self.roll().everybody}
        self._facts += [(at, one) for one in candidates if known.get(one.id) != one]

    def move(self, fact: Left | Returned, at: datetime) -> None:
        """Record that somebody left or came back."""
        self._facts.append((at, fact))


class MemoryOutsideMarks:
    """Marks from outside."""

    def __init__(self) -> None:
        self.data, self._head = b"", chain.START
        self._lock = RLock()

    def read(self) -> tuple[OutsideFact, ...]:
        """Return all that was brought in, in order."""
        return MARK_LINES.facts(chain.read(self.data).entries)

    def decide(self, make: Callable[[Sequence[OutsideFact], str], Sequence[OutsideFact]]) -> None:
        """Add what follows from what stands and its head, nobody else deciding meanwhile."""
        with self._lock:
            self.record(make(self.read(), self._head.hash))

    def record(self, marks: Sequence[OutsideFact]) -> None:
        """Add these."""
        data, self._head = chain.encode(entries_of(marks), self._head)
        self.data += data


class MemoryPublications:
    """Which publications were opened, and which were made."""

    def __init__(self) -> None:
        self._all: list[PublicationOpened | PublicationIssued] = []

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was."""
        return tuple(one for one in self._all if isinstance(one, PublicationOpened))

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made, in the order it was."""
        return tuple(one for one in self._all if isinstance(one, PublicationIssued))

    def record(self, one: PublicationOpened | PublicationIssued) -> None:
        """Add one; one that is there already changes nothing."""
        if not any(replace(each, when=one.when) == one for each in self._all[-1:]):
            self._all.append(one)


class MemoryBook:
    """The score book."""

    def __init__(self) -> None:
        self._book: Book | None = None
        self._lock = RLock()

    def read(self) -> Book | None:
        """Return what it holds; None before anything was written."""
        return self._book

    def is_exactly(self, book: Book) -> bool:
        """Return whether it holds just that."""
        return self._book == book

    kept = ""

    def set_aside(self) -> str:
        """Keep nothing: nobody has a hand in what is in memory."""
        return ""

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        """Read, change and replace the book as one step."""
        with self._lock:
            self._book = change(self._book)
            return self._book


class MemoryPractice:
    """What people practised."""

    def __init__(self) -> None:
        self._chains: dict[str, tuple[bytes, chain.ChainHead]] = {}

    def read(self, candidate: str) -> tuple[PracticeEvent, ...]:
        """Return what a person's practice has seen, in order."""
        data, _ = self._chains.get(candidate, (b"", chain.START))
        return PRACTICE_LINES.facts(chain.read(data).entries)

    def record(self, candidate: str, events: Sequence[PracticeEvent]) -> None:
        """Add these."""
        before, head = self._chains.get(candidate, (b"", chain.START))
        data, head = chain.encode(entries_of(events), head)
        self._chains[candidate] = before + data, head


class MemoryKeyed:
    """Answers being keyed in."""

    def __init__(self) -> None:
        self._chains: dict[str, tuple[bytes, chain.ChainHead]] = {}

    def read(self, paper: str) -> tuple[KeyingEvent, ...]:
        """Return what was keyed in for a paper, in order."""
        data, _ = self._chains.get(paper, (b"", chain.START))
        return KEYING_LINES.facts(chain.read(data).entries)

    def decide(self, paper: str, make: Callable[[Sequence[KeyingEvent]], Sequence[KeyingEvent]]) -> None:
        """Add what follows from what stands."""
        self.record(paper, make(self.read(paper)))

    def record(self, paper: str, events: Sequence[KeyingEvent]) -> None:
        """Add these."""
        before, head = self._chains.get(paper, (b"", chain.START))
        data, head = chain.encode(entries_of(events), head)
        self._chains[paper] = before + data, head


class MemoryLog:
    """Who did what."""

    def __init__(self) -> None:
        self.lines: list[tuple[datetime, str, str, Mapping[str, str]]] = []

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Add a line."""
        self.lines.append((at, what, who, dict(values)))


class MemoryHome:
    """A home that is gone with the program."""

    def __init__(self) -> None:
        self.journals = MemoryJournals()
        self.decisions = MemoryDecisions()
        self.forms = MemoryForms()
        self.roster = MemoryRoster()
        self.outside_marks = MemoryOutsideMarks()
        self.publications = MemoryPublications()
        self.book = MemoryBook()
        self.practice = MemoryPractice()
        self.keyed = MemoryKeyed()
        self.log = MemoryLog()
        self.requests = MemoryRequests()
        self.collected = MemoryCollected()
        self.evidence = MemoryEvidence(self.journals, self.decisions, self.outside_marks, self.forms, self.collected)
        self._held: set[str] = set()

    def apart(self) -> MemoryHome:
        """Return itself: it has no other folder, and what it holds is replaced or added to, never gone through."""
        return self

    @contextmanager
    def only_one(self, what: str) -> Iterator[None]:
        """Hold a lock of that name. Raises MachineRefused("lock-held") at once where it is held."""
        if what in self._held:
            raise MachineRefused("lock-held", file=what, pid="?", host="?", since="?")
        self._held.add(what)
        try:
            yield
        finally:
            self._held.remove(what)

    def claim(self, what: str) -> MemoryClaim | None:
        """Take a lock of that name for a while; None where it is held."""
        if what in self._held:
            return None
        self._held.add(what)
        return MemoryClaim(self._held, what)


class MemoryClaim:
    """Something that nobody else has meanwhile."""

    def __init__(self, held: set[str], what: str) -> None:
        self._held: set[str] | None = held
        self._what = what

    def release(self) -> None:
        """Let others have it."""
        if self._held is not None:
            self._held.discard(self._what)
            self._held = None
