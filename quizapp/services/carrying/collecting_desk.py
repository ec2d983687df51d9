"""The 收卷台 of a paper: who is expected, whose attempts are here, whose are not, who rehearsed, and what waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from quizapp.domain.candidate import same_number
from quizapp.domain.codec import instant_from_text
from quizapp.domain.errors import QuizError
from quizapp.services.book.score_book import look
from quizapp.services.carrying.conflicts import Conflict, Doubt, conflicts
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.papers.exported_paper import ExportedPaper
from quizapp.services.ports.arrivals import Arrival, ArrivalFact, Rehearsal
from quizapp.services.ports.port_values import Book, ScoreDocument
from quizapp.services.ports.workplace import Workplace

MISSING = "missing"
COLLECTED = frozenset({"handed_in", "void"})
"""How people stand whose attempts have come: one that was annulled has come all the same."""
Rehearsed: TypeAlias = Literal["passed", "failed", ""]
"""How the last rehearsal of somebody ended; "" where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPerson:
    """How somebody stands, with the attempt that shows it."""

    candidate: str
    name: str
    unit: str = ""
    stand: str = MISSING
    """`handed_in` (marked or not), `in_progress`, `void`, `missing`, or the committee's note of somebody without an
    attempt: `deferred`, `exempt`, `misconduct`."""
    attempt: str = ""
    attempts: int = 0
    received_at: datetime | None = None
    """When its last copy came, or when it was handed in here."""
    receipt: str = ""
    machine: str = ""
    """What the machine calls itself that it came from; "" where it was sat here, or nothing says."""
    is_carried: bool = False
    """Whether it came from another machine."""
    rehearsed: Rehearsed = ""
    doubts: tuple[Doubt, ...] = ()
    """What about this person's attempts at the paper waits for a decision."""
    is_expected: bool = True
    """Whether the roster has them, or there is none; nobody waits for who is excused, or whom a make-up is not for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCounts:
    """A paper's people: the roster in its order, then who else sat it."""

    people: tuple[DeskPerson, ...] = ()

    @property
    def expected(self) -> int:
        """How many ought to come (应考)."""
        return sum(one.is_expected for one in self.people)

    @property
    def collected(self) -> int:
        """How many of them have come, whatever became of their attempts."""
        return sum(one.is_expected and one.stand in COLLECTED for one in self.people)

    @property
    def under_way(self) -> int:
        """How many of them are still sitting, as far as what is here says."""
        return sum(one.is_expected and one.stand == "in_progress" for one in self.people)

    @property
    def strangers(self) -> int:
        """How many sat it whom the roster does not have."""
        return sum(not one.is_expected and bool(one.attempts) for one in self.people)

    @property
    def excused(self) -> int:
        """How many nobody waits for by a note of the committee."""
        return sum(one.stand in ("deferred", "exempt", "misconduct", "left") for one in self.people)

    @property
    def missing(self) -> tuple[DeskPerson, ...]:
        """Those of whom nothing is here and who ought to have come."""
        return tuple(one for one in self.people if one.is_expected and one.stand == MISSING)

    @property
    def unrehearsed(self) -> tuple[DeskPerson, ...]:
        """Those who are expected and have not rehearsed, or whose last rehearsal was not passed."""
        return tuple(one for one in self.people if one.is_expected and one.rehearsed != "passed")


class KnownOfPeople(NamedTuple):
    """What is known of a paper's people beside their attempts."""

    noted: Mapping[str, str] = MappingProxyType({})
    """The committee's notes of people without an attempt: `deferred`, `exempt`, `misconduct`."""
    spared: Collection[str] = frozenset()
    """Whom the paper is not for."""


def desk_counts(
    book: Book, paper: str, facts: Iterable[ArrivalFact], standing: KnownOfPeople, doubts: Iterable[Conflict] = ()
) -> DeskCounts:
    """Return a paper's people, in time that grows with what is given. Without a roster everybody known is expected."""
    copies, rehearsed = _copies_and_rehearsals(facts)
    docs: dict[str, list[ScoreDocument]] = {}
    for doc in book.scores:
        if doc["paper"] == paper:
            docs.setdefault(doc["candidate"], []).append(doc)
    asked: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        if doubt.paper == paper:
            asked.setdefault(doubt.candidate, []).append(doubt.doubt)
    roster = frozenset(person["id"] for person in book.candidates)
    known = _Known(docs=docs, copies=copies, rehearsed=rehearsed, asked=asked, roster=roster, standing=standing)
    everybody = _everybody(book, rehearsed).items()
    return DeskCounts(people=tuple(known.person(id, *named) for id, named in everybody if known.has(id)))


class _Known(NamedTuple):
    """What is known of a paper's people, each thing by their ids, but for copies by attempt."""

    docs: Mapping[str, Sequence[ScoreDocument]]
    copies: Mapping[str, Arrival]
    rehearsed: Mapping[str, Rehearsal]
    asked: Mapping[str, Sequence[Doubt]]
    roster: frozenset[str]
    standing: KnownOfPeople

    def has(self, id: str) -> bool:
        """Return whether somebody is of the class, or sat it: who only rehearsed may be another class's."""
        return not self.roster or id in self.roster or id in self.docs

    def person(self, id: str, name: str, unit: str) -> DeskPerson:
        """Return how somebody stands."""
        attempts = self.docs.get(id, ())
        stand, about = _stand(attempts, self.copies)
        stand = stand or self.standing.noted.get(id, "") or MISSING
        is_awaited = bool(attempts) or (stand == MISSING and id not in self.standing.spared)
        return DeskPerson(
            candidate=id,
            name=name,
            unit=unit,
            stand=stand,
            attempts=len(attempts),
            rehearsed=_passed(self.rehearsed.get(same_number(id))),
            doubts=tuple(dict.fromkeys(self.asked.get(id, ()))),
            is_expected=is_awaited and (not self.roster or id in self.roster),
            **about,
        )


class _About(TypedDict, total=False):
    """What an attempt tells of a person."""

    attempt: str
    received_at: datetime | None
    receipt: str
    machine: str
    is_carried: bool


def _copies_and_rehearsals(facts: Iterable[ArrivalFact]) -> tuple[dict[str, Arrival], dict[str, Rehearsal]]:
    """Return the last copy of each attempt that was put in place, and the last rehearsal of each person."""
    copies: dict[str, Arrival] = {}
    rehearsed: dict[str, Rehearsal] = {}
    for fact in facts:
        if isinstance(fact, Rehearsal):
            known = rehearsed.get(same_number(fact.who))
            if known is None or known.at <= fact.at:
                rehearsed[same_number(fact.who)] = fact
        elif isinstance(fact, Arrival) and not fact.is_aside:
            copies[fact.attempt] = fact
    return copies, rehearsed


def _everybody(book: Book, rehearsed: Mapping[str, Rehearsal]) -> dict[str, tuple[str, str]]:
    """Return name and unit of everybody who is known, by id: as the roster has them, else as they wrote themselves."""
    known = {person["id"]: (person["name"], person["unit"]) for person in book.candidates}
    for doc in book.scores:
        known.setdefault(doc["candidate"], (doc["name"], doc["unit"]))
    there = {same_number(id) for id in known}
    for number, one in rehearsed.items():
        if number not in there:
            known[one.who] = one.values.get("name", ""), ""
    return known


def _stand(attempts: Sequence[ScoreDocument], copies: Mapping[str, Arrival]) -> tuple[str, _About]:
    """Return how somebody with these attempts stands and the attempt that shows it; "" where there are none.

    That is the first that was handed in, else one that goes on, else one that was annulled.
    """
    if not attempts:
        return "", {}
    order = {"void": 2, "in_progress": 1}
    doc = min(attempts, key=lambda doc: (order.get(doc["status"], 0), doc["attempt"]))
    copy, ended = copies.get(doc["attempt"]), doc["handed_in_at"]
    return doc["status"] if doc["status"] in order else "handed_in", {
        "attempt": doc["attempt"],
        "received_at": copy.at if copy else instant_from_text(ended) if ended else None,
        "receipt": doc["receipt"] or "",
        "machine": copy.machine if copy else "",
        "is_carried": copy is not None,
    }


def _passed(one: Rehearsal | None) -> Rehearsed:
    if one is None:
        return ""
    return "passed" if one.values.get("passed") == "yes" else "failed"


class DeskPaper(NamedTuple):
    """A paper that can be collected."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """The desk as it stands."""

    at: datetime
    papers: tuple[DeskPaper, ...] = ()
    """Begun ones first, the last begun before the others; then those that are to be sat."""
    paper: DeskPaper | None = None
    """The one that is shown; None where there is none at all."""
    counts: DeskCounts = field(default_factory=DeskCounts)
    to_decide: tuple[Conflict, ...] = ()
    """Of all papers."""
    known: dict[str, str] = field(default_factory=dict)
    """The papers of the attempts that are in the book, by attempt."""
    refused: QuizError | None = None
    """Why the paper's scores are not to be relied on."""


def read_desk(place: Workplace, wanted: str = "") -> DeskView:
    """Return the desk as of now with a paper shown, the first where that one is not there. Waits for the disk.

    Raises MachineRefused.
    """
    book = look(place.home, place.clock, place.class_id)
    now = place.clock.read().at
    papers = _papers(place, book)
    paper = next((one for one in papers if one.id == wanted), papers[0] if papers else None)
    doubts = conflicts(place.home, book)
    counts = DeskCounts()
    if paper is not None:
        standing = _standing(place, book, paper.id, now)
        counts = desk_counts(book, paper.id, place.home.collected.read(), standing, doubts)
    return DeskView(
        at=now,
        papers=papers,
        paper=paper,
        counts=counts,
        to_decide=doubts,
        known={doc["attempt"]: doc["paper"] for doc in book.scores},
        refused=None if paper is None else book.refused.get(paper.id),
    )


def _papers(place: Workplace, book: Book) -> tuple[DeskPaper, ...]:
    last: dict[str, tuple[str, str]] = {}
    for doc in book.scores:
        last[doc["paper"]] = max(last.get(doc["paper"], ("", "")), (doc["attempt"], doc["paper_title"]))
    begun = sorted(last, key=lambda paper: last[paper], reverse=True)
    others = [facts for facts in place.paper_list() if not facts.is_faulty and facts.id not in last]
    # One with a window is an exam of this class; one without may be anybody's.
    to_come = sorted(others if book.candidates else (), key=lambda facts: not (facts.opens or facts.closes))
    return (
        *(DeskPaper(paper, last[paper][1]) for paper in begun),
        *(DeskPaper(facts.id, facts.title) for facts in to_come),
    )


def _standing(place: Workplace, book: Book, paper: str, now: datetime) -> KnownOfPeople:
    """Return what is known of who has no attempt; nothing where the decisions are not to be relied on."""
    docs = [doc for doc in book.scores if doc["paper"] == paper]
    present = {doc["candidate"] for doc in docs}
    others = [person["id"] for person in book.candidates if person["id"] not in present]
    if paper in book.refused or not others:
        return KnownOfPeople()
    notes = RowNotes(place.home, paper, with_sittings=False)
    noted = {id: note for id in others if (note := notes.status(id))}
    about = ExportedPaper(place, paper, docs)
    if about.make_up_for is None:
        return KnownOfPeople(noted)
    return KnownOfPeople(noted, frozenset(id for id in others if not about.is_for(book, id, now)))
