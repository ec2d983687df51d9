"""What the 收卷台 shows of a paper: its people as the book and what came back tell of them, and what waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.desk_counts import DeskCounts, Standing, desk_counts
from quizapp.services.exported_paper import ExportedPaper
from quizapp.services.row_notes import RowNotes
from quizapp.services.score_book import look
from quizapp.services.to_decide import to_decide

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.errors import QuizError
    from quizapp.services.records import Book
    from quizapp.services.to_decide import ToDecide
    from quizapp.services.workplace import Workplace


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
    to_decide: tuple[ToDecide, ...] = ()
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
    doubts = to_decide(place.home, book)
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


def _standing(place: Workplace, book: Book, paper: str, now: datetime) -> Standing:
    """Return what is known of who has no attempt; nothing where the decisions are not to be relied on."""
    docs = [doc for doc in book.scores if doc["paper"] == paper]
    present = {doc["candidate"] for doc in docs}
    others = [person["id"] for person in book.candidates if person["id"] not in present]
    if paper in book.refused or not others:
        return Standing()
    notes = RowNotes(place.home, paper, with_sittings=False)
    noted = {id: note for id in others if (note := notes.status(id))}
    about = ExportedPaper(place, paper, docs)
    if about.make_up_for is None:
        return Standing(noted)
    return Standing(noted, frozenset(id for id in others if not about.is_for(book, id, now)))
