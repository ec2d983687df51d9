"""A home that is gone with the program: the same records as a data folder keeps, and no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from threading import RLock

from quizapp.domain.attempt.decisions import Decision
from quizapp.domain.attempt.orders import Request, RequestAnswer
from quizapp.domain.candidate import Candidate, Left, Returned, Roll, RosterFact, roll
from quizapp.domain.carrying import PublicationFact, PublicationIssued, PublicationOpened
from quizapp.domain.decisions.totals import OutsideFact
from quizapp.domain.errors import CalledWrongly, MachineRefused
from quizapp.domain.papers.paper import Form
from quizapp.services.papers.forms import canonical, form_digest, secret_part, shown_part
from quizapp.services.ports.home import Chance
from quizapp.services.ports.port_values import Book, CommitteeJournal, FileKind, FixedForm, KeptFile
from quizapp.stores import STORES, Opening
from quizapp.stores.event_codec import DECISION_LINES, KEYING_LINES, MARK_LINES, PRACTICE_LINES, chained
from tests.instruments.memory_journals import MemoryChain, MemoryChains, MemoryCollected, MemoryJournals


class MemoryEvidence:
    """All but roster, index, log and publications, which are no chains here."""

    def __init__(
        self,
        journals: MemoryJournals,
        decisions: MemoryDecisions,
        outside: MemoryChain[OutsideFact],
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

        def add(name: str, kind: FileKind, data: bytes) -> None:
            if data:
                found[name] = chained(name, kind, data)

        for one in self._journals.names():
            add(f"journal/{one.paper}/{one.attempt}.jsonl", "journal", self._journals.bytes_of(one))
        for paper in self._decisions.sizes():
            add(f"journal/{paper}/committee.jsonl", "decisions", self._decisions.bytes_of(paper))
        add("marks.jsonl", "marks", self._outside.data)
        add("collected.jsonl", "collected", self._collected.data)
        for digest, form in self._forms.all().items():
            name = f"forms/{digest}.json"
            found[name] = KeptFile(name, "form", canonical(shown_part(form)))
            if form.has_keys:
                name = f"forms/{digest}.keys.json"
                found[name] = KeptFile(name, "keys", canonical(secret_part(form)))
        return found


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
        self._chains = MemoryChains(DECISION_LINES)

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order."""
        return self._chains.read(paper)

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by."""
        return CommitteeJournal(self.read(paper), self._chains.of(paper).hashes())

    def sizes(self) -> Mapping[str, int]:
        """Return how much was written of each paper's decisions."""
        return {paper: len(self.bytes_of(paper)) for paper in self._chains.names()}

    def bytes_of(self, paper: str) -> bytes:
        """Return the lines of a paper's decisions."""
        return self._chains.of(paper).data

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, nobody else deciding meanwhile."""
        with self._lock:
            self.record(paper, make(self.journal(paper)))
            return self.journal(paper)

    def record(self, paper: str, decisions: Sequence[Decision]) -> None:
        """Add these."""
        with self._lock:
            self._chains.record(paper, decisions)


def keys_digest(form: Form) -> str:
    """Return the digest of a form's keys as they are kept; "" where it has none."""
    if not any(question.item.has_key for question in form.questions):
        return ""
    return sha256(canonical(secret_part(form))).hexdigest()


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


class MemoryPublications:
    """Which publications were opened, and which were made."""

    def __init__(self) -> None:
        self._all: list[PublicationFact] = []

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was."""
        return tuple(one for one in self._all if isinstance(one, PublicationOpened))

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made, in the order it was."""
        return tuple(one for one in self._all if isinstance(one, PublicationIssued))

    def record(self, one: PublicationFact) -> None:
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


class MemoryLog:
    """Who did what."""

    def __init__(self) -> None:
        self.lines: list[tuple[datetime, str, str, Mapping[str, str]]] = []

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Add a line."""
        self.lines.append((at, what, who, dict(values)))


class MemoryHome:
    """A home that is gone with the program."""

    def __init__(self, chance: Chance | None = None) -> None:
        """Open one; `chance` makes the class's secret, None where it is of no class."""
        self.secret = MemorySecret(chance)
        self.journals = MemoryJournals()
        self.decisions = MemoryDecisions()
        self.forms = MemoryForms()
        self.roster = MemoryRoster()
        self.outside_marks = MemoryChain(MARK_LINES)
        self.publications = MemoryPublications()
        self.book = MemoryBook()
        self.practice = MemoryChains(PRACTICE_LINES)
        self.keyed = MemoryChains(KEYING_LINES)
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


class MemorySecret:
    """What only this class has."""

    def __init__(self, chance: Chance | None) -> None:
        self._value = "" if chance is None else chance(16).hex()

    def read(self) -> str:
        """Return it; "" where the home is of no class."""
        return self._value


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


EVERY_STORE: Mapping[str, Opening] = {**STORES, "memory": lambda _, chance=None: MemoryHome(chance)}
"""Every engine that keeps a home, with the one that stands in for them."""
