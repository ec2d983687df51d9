"""What the services need of the outside, each named by what it does; stores and formats provide it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime

    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.attempt.events import Event, Started
    from quizapp.domain.attempt.orders import Request, RequestAnswer
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.domain.candidate import Candidate, Left, Returned, Roll
    from quizapp.domain.errors import Fault
    from quizapp.domain.moment import Moment
    from quizapp.domain.papers.paper import Form
    from quizapp.services.ports.kept_ports import (
        ActivityLog,
        Arrivals,
        EvidenceFiles,
        ExternalMarks,
        Keyed,
        Practice,
        Publications,
    )
    from quizapp.services.ports.port_values import (
        AttemptName,
        Book,
        Chain,
        CommitteeJournal,
        Exchange,
        FixedForm,
        LinePlace,
        LockHolder,
        Sourced,
        Stamp,
    )


Chance: TypeAlias = Callable[[int], bytes]
"""Returns that many random bytes."""


class Clock(Protocol):
    """The machine's clocks."""

    def read(self) -> Moment:
        """Return what the wall clock and the boot clock say now."""
        ...


class Library(Protocol):
    """The pool of banks, papers and courses under the banks folders. Reads lazily, remembers what it read."""

    def papers(self) -> tuple[Sourced, ...]:
        """Every paper file, in order of paths; reads no bank."""
        ...

    def banks(self) -> tuple[Sourced, ...]:
        """Every bank file, in order of paths."""
        ...

    def paper(self, wanted: str) -> Sourced:
        """Return the paper of that id, title or path, checked against the banks.

        Raises CalledWrongly("unknown-paper") where there is none.
        """
        ...

    def bank(self, wanted: str) -> Sourced:
        """Return the bank of that id, title or path. Raises CalledWrongly("unknown-bank")."""
        ...

    def item_banks(self) -> tuple[ItemBank, ...]:
        """All banks without errors, in order of paths: what papers draw from."""
        ...

    def topics(self) -> Mapping[str, str]:
        """Titles of all topics of the pool's courses, by id."""
        ...

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:
        """All faults of the given files and folders, or of the whole pool, in order of file and line.

        Raises CalledWrongly("missing-file") for a path that does not exist.
        """
        ...


class JournalWriter(Protocol):
    """The one writer of an attempt's journal, while it is open."""

    @property
    def head(self) -> str:
        """The hash of the last line written."""
        ...

    def append(self, events: Sequence[Event]) -> None:
        """Write the events and have them on disk, all or none. Raises MachineRefused; a later call goes on cleanly."""
        ...

    def place_after(self, events: Sequence[Event]) -> LinePlace:
        """Return where the line behind these events will stand, once they are written."""
        ...

    def check(self) -> None:
        """Make sure that what was written stands under the journal's name. Raises MachineRefused."""
        ...

    def regain(self) -> Exchange | None:
        """Have what was written stand there again, where something else came in its place, and go on in it.

        Return what was found there; None where nothing was exchanged. Raises MachineRefused.
        """
        ...

    def close(self) -> None:
        """Give up the journal, so that another program may write it."""
        ...


class Journals(Protocol):
    """The candidates' side: one append-only chain for each attempt."""

    def create(self, started: Started, then: Sequence[Event] = ()) -> JournalWriter:
        """Begin an attempt's journal with its start and what belongs to it, on disk, all or none.

        Raises MachineRefused.
        """
        ...

    def open(self, name: AttemptName) -> tuple[JournalWriter, Chain]:
        """Become the writer of an attempt, its torn end set aside. Raises AttemptBusy, MachineRefused."""
        ...

    def read(self, name: AttemptName) -> Chain:
        """Return what an attempt's journal holds, whoever writes it. Raises CalledWrongly("unknown-attempt")."""
        ...

    def names(self, paper: str = "") -> tuple[AttemptName, ...]:
        """All attempts, or a paper's, sorted by attempt id."""
        ...

    def stamp(self, name: AttemptName) -> Stamp | None:
        """Return which edition of an attempt's journal stands, another with every event; None where there is none."""
        ...

    def holder(self, name: AttemptName) -> LockHolder | None:
        """Return which program has an attempt open; None where none has. Raises MachineRefused."""
        ...

    def take_on(self, name: AttemptName, data: bytes, events: Sequence[Event]) -> JournalWriter:
        """Become the writer of another machine's journal, which ends with these events, on disk, whole or not there.

        Raises AttemptBusy, MachineRefused, also for one that is here, and ValueError for what cannot be a name.
        """
        ...

    def place(self, copies: Mapping[AttemptName, bytes]) -> None:
        """Put other machines' journals in place as they are, each whole and on disk, in the place of an older copy.

        Raises AttemptBusy, MachineRefused, and ValueError for what cannot be a journal's name.
        """
        ...

    def set_aside(self, name: AttemptName, data: bytes) -> None:
        """Keep a copy of a journal that does not stand, on disk, once. Raises MachineRefused."""
        ...

    def aside(self, name: AttemptName) -> tuple[bytes, ...]:
        """Return what was set aside of an attempt's journal: copies, and ends that were cut. Raises MachineRefused."""
        ...


class Requests(Protocol):
    """What other programs ask of an attempt that is open, and its writer's answers: no record, the journal is."""

    def ask(self, attempt: str, request: Request) -> None:
        """Put a request before the attempt's writer. Raises MachineRefused."""
        ...

    def waiting(self, attempt: str) -> tuple[Request, ...]:
        """Return what waits for an answer, by id. Quick: a sitting asks every second."""
        ...

    def answer(self, attempt: str, id: str, answer: RequestAnswer) -> None:
        """Answer a request. Raises MachineRefused."""
        ...

    def answer_to(self, attempt: str, id: str) -> RequestAnswer | None:
        """Return the answer to a request; None while there is none."""
        ...

    def withdraw(self, attempt: str, id: str) -> None:
        """Take a request back, and its answer with it: whoever asked calls this at the end."""
        ...


class Decisions(Protocol):
    """The committee's side: one append-only chain for each paper, apart from the candidates' own."""

    def read(self, paper: str) -> tuple[Decision, ...]:
        """Return what was decided about a paper's attempts, in order; nothing where nobody decided anything.

        Raises MachineRefused where it was altered.
        """
        ...

    def sizes(self) -> Mapping[str, int]:
        """Return how much was written of each paper's decisions, by paper: it grows with every one. Reads no file."""
        ...

    def journal(self, paper: str) -> CommitteeJournal:
        """Return the same with what each is known by. Raises MachineRefused."""
        ...

    def record(self, paper: str, decisions: Sequence[Decision]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...

    def decide(self, paper: str, make: Callable[[CommitteeJournal], Sequence[Decision]]) -> CommitteeJournal:
        """Add what follows from what stands, on disk, all or none, nobody else deciding meanwhile.

        Returns what stands just after. Raises MachineRefused, and what `make` does, nothing recorded.
        """
        ...


class Forms(Protocol):
    """Every form fixed, and apart from it its keys."""

    def fix(self, form: Form, fixed: FixedForm) -> None:
        """Keep a form and its keys for ever, and a line in the index. Doing it twice changes nothing."""
        ...

    def find(self, paper: str, paper_digest: str, letter: str, number: int) -> str | None:
        """Return the digest of the form already fixed for that, if any."""
        ...

    def fixed(self, paper: str) -> tuple[FixedForm, ...]:
        """Return what was fixed for a paper, in the order it was."""
        ...

    def keep(self, form: Form) -> None:
        """Keep what another machine's candidates saw, without a line in the index: it was not fixed here.

        Doing it twice changes nothing. Raises MachineRefused.
        """
        ...

    def load(self, digest: str) -> Form:
        """Return a fixed form, with keys where this machine has them. Raises CalledWrongly("unknown-form")."""
        ...


class Roster(Protocol):
    """The class."""

    def candidates(self) -> tuple[Candidate, ...]:
        """Who is in the class, in the order they were first brought in."""
        ...

    def roll(self) -> Roll:
        """Everybody who is or was in it, who left, and what they were called."""
        ...

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id, on disk."""
        ...

    def move(self, fact: Left | Returned, at: datetime) -> None:
        """Record that somebody left the class or came back, on disk."""
        ...


class ScoreBook(Protocol):
    """The score book's file: a view that can be made again from the rest at any time."""

    def read(self) -> Book | None:
        """Return what it holds; None where it is missing or damaged."""
        ...

    def is_exactly(self, book: Book) -> bool:
        """Return whether it is, to the last byte, what would be written for that book. Raises MachineRefused."""
        ...

    @property
    def kept(self) -> str:
        """What the last copy is called that was set aside through here; "" for none."""
        ...

    def set_aside(self) -> str:
        """Keep a copy of the file as it stands, on disk; return what it is called. Raises MachineRefused."""
        ...

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        """Read, change and replace the book as one step among all programs; None stands for none or damaged.

        A damaged file is set aside first. Raises MachineRefused, the old book standing.
        """
        ...


class ClassSecret(Protocol):
    """What only this class has, so that nobody else can draw its forms: never shown, never carried away."""

    def read(self) -> str:
        """Return it, made now where the home is a class's and has none; "" in a home without a class.

        Raises MachineRefused, also where it is damaged: another in its place would draw other forms.
        """
        ...


class Claim(Protocol):
    """Something that nobody else has meanwhile; it dies with its program."""

    def release(self) -> None:
        """Let others have it. A second call does nothing."""
        ...


class Home(Protocol):
    """One class's data folder, or a stand-in for it."""

    @property
    def journals(self) -> Journals: ...
    @property
    def decisions(self) -> Decisions: ...
    @property
    def forms(self) -> Forms: ...
    @property
    def secret(self) -> ClassSecret: ...
    @property
    def roster(self) -> Roster: ...
    @property
    def outside_marks(self) -> ExternalMarks: ...
    @property
    def publications(self) -> Publications: ...
    @property
    def book(self) -> ScoreBook: ...
    @property
    def collected(self) -> Arrivals: ...
    @property
    def practice(self) -> Practice: ...
    @property
    def keyed(self) -> Keyed: ...
    @property
    def log(self) -> ActivityLog: ...
    @property
    def requests(self) -> Requests: ...
    @property
    def evidence(self) -> EvidenceFiles: ...

    def apart(self) -> Home:
        """Return this folder with ports of its own, for a thread beside this one: they share nothing that changes."""
        ...

    def only_one(self, what: str) -> AbstractContextManager[None]:
        """Hold a lock that only one program at a time can, by the system's means. Raises MachineRefused."""
        ...

    def claim(self, what: str) -> Claim | None:
        """Take such a lock for a while; None at once where another has it. Raises MachineRefused."""
        ...
