"""How the class stands at each paper, as the book tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.services.book.attempt_door import read_attempt, rulings_at
from quizapp.services.book.standings import not_for_them
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.papers.exported_paper import ExportedPaper
from quizapp.services.ports.port_values import AttemptName, Book, ScoreDocument

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.errors import QuizError
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


def not_concerned(home: Home, book: Book, paper: ExportedPaper) -> frozenset[str]:
    """Return whom a make-up is not for and who sat it all the same, while none of it counts."""
    if paper.make_up_for is None:
        return frozenset()
    sat = {doc["attempt"]: doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
    return frozenset(sat[attempt] for attempt in not_for_them(home, book.scores, paper.id))


AWAITED = "awaited"
"""How somebody stands who has no attempt and may still come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCounts:
    """A paper, and how many people stand how."""

    paper: str
    title: str
    people: Mapping[str, int] = field(default_factory=dict)
    """People by how they stand: `in_progress`, `handed_in` (marked or not), `void`, `absent`, `deferred`, `exempt`,
    `misconduct`, `awaited`. Everybody is counted once."""
    waiting: int = 0
    """Attempts with essays that wait for a person."""
    roster: int = 0
    """How many the class has."""
    differing: int = 0
    """Attempts with essays about which two markers differ."""
    beyond: int = 0
    """Attempts beyond the allowed number: the committee is to decide."""
    ineligible: int = 0
    """Attempts at a make-up of those for whom it is not: likewise."""
    strangers: int = 0
    """People with attempts whom the roster does not have; 0 where there is no roster."""
    refused: QuizError | None = None
    """Why the paper's scores are not to be relied on."""

    @property
    def needs_person(self) -> bool:
        """Whether something waits for a person to decide or to mark."""
        needs = self.waiting, self.differing, self.beyond, self.ineligible, self.strangers
        return any(needs) or bool(self.people.get("absent") or self.refused)


def paper_counts(place: Workplace, book: Book, now: datetime) -> tuple[PaperCounts, ...]:
    """Return the papers, the one begun last first, those that nobody began at the end.

    A paper that nobody began is among them where it has a window and there is a class to come, or something was
    decided about it. Raises MachineRefused.
    """
    by_paper: dict[str, list[ScoreDocument]] = {}
    for doc in book.scores:
        by_paper.setdefault(doc["paper"], []).append(doc)
    begun = sorted(by_paper, key=lambda paper: max(doc["attempt"] for doc in by_paper[paper]), reverse=True)
    decided = place.home.decisions.sizes()
    awaited = [
        facts.id
        for facts in place.paper_list()
        if not facts.is_faulty
        and facts.id not in by_paper
        and (facts.id in decided or (book.candidates and (facts.opens or facts.closes)))
    ]
    return tuple(
        _counted(place, book, ExportedPaper(place, id, by_paper.get(id, [])), now) for id in (*begun, *awaited)
    )


def standing_of(docs: Iterable[ScoreDocument]) -> str:
    """Return how somebody with these attempts at a paper stands."""
    statuses = {doc["status"] for doc in docs}
    if "in_progress" in statuses:
        return "in_progress"
    return "void" if statuses == {"void"} else "handed_in"


def _counted(place: Workplace, book: Book, paper: ExportedPaper, now: datetime) -> PaperCounts:
    docs = [doc for doc in book.scores if doc["paper"] == paper.id]
    people: dict[str, list[ScoreDocument]] = {}
    for doc in docs:
        people.setdefault(doc["candidate"], []).append(doc)
    roster = {person["id"] for person in book.candidates}
    refused = book.refused.get(paper.id)
    found = Counter(standing_of(attempts) for attempts in people.values())
    beyond = ineligible = differing = 0
    waiting = sum(doc["status"] == "marking" for doc in docs)
    if refused is None:
        waiting, differing = _marking(place.home, paper.id, docs)
        notes = RowNotes(place.home, paper.id, with_sittings=False)
        ineligible = len(not_for_them(place.home, book.scores, paper.id))
        found.update(_without_attempt(book, paper, notes, now))
        beyond = sum(len(notes.beyond(_by_start(attempts))) for attempts in people.values())
    return PaperCounts(
        paper=paper.id,
        title=paper.title,
        people=found,
        waiting=waiting,
        differing=differing,
        roster=len(place.home.roster.candidates()),
        beyond=beyond,
        ineligible=ineligible,
        strangers=len(people.keys() - roster) if roster else 0,
        refused=refused,
    )


def _marking(home: Home, paper: str, docs: Iterable[ScoreDocument]) -> tuple[int, int]:
    """Return how many attempts have essays that wait for a marker, and how many have some whose markers differ."""
    marking = [AttemptName(attempt=doc["attempt"], paper=paper) for doc in docs if doc["status"] == "marking"]
    decided = rulings_at(home, paper) if marking else None
    if decided is None:
        return len(marking), 0
    differing = [read_attempt(home, name, decided) for name in marking if decided.differing(name.attempt)]
    alone = [one for one in differing if one.waiting == one.differing]
    return len(marking) - len(alone), len(differing)


def _without_attempt(book: Book, paper: ExportedPaper, notes: RowNotes, now: datetime) -> Iterator[str]:
    found = notes.without_attempt(book, paper, now)
    yield from (status for _, status in found if status)
    if paper.is_awaited(now):
        yield from (AWAITED for _, status in found if not status)


def _by_start(docs: Iterable[ScoreDocument]) -> Sequence[ScoreDocument]:
    return sorted(docs, key=lambda doc: (doc["number"], doc["attempt"]))
