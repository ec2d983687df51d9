"""待处理: what of a class's attempts waits for a person, who alone can know what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from quizapp.domain.candidate import CandidateIndex, plain_name
from quizapp.domain.codec import instant_from_text
from quizapp.domain.decisions.notes import of_irregularities
from quizapp.domain.errors import QuizError
from quizapp.services.book.attempt_door import read_attempt, rulings_at
from quizapp.services.book.stale_scores import ALTERED
from quizapp.services.book.standings import not_for_them
from quizapp.services.decisions.row_notes import RowNotes, sitting_notes
from quizapp.services.ports.port_values import AttemptName, Book, ScoreDocument

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import EssayMarked
    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.carrying.forks import ForkCopy
    from quizapp.services.ports.home import Home


Doubt: TypeAlias = Literal[
    "forked", "irregular", "spelling", "beyond", "ineligible", "overlap", "order", "stranger", "name", "marks"
]
DOUBTS: tuple[Doubt, ...] = get_args(Doubt)
"""Copies that part ways; instants that cannot have been; numbers told apart by their writing alone; more attempts than
allowed; a make-up that is not for them; two of one person at a time; something ordered without the invigilator's
password; a number not on the roster; a name unlike the roster's; two markers who differ about an essay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing to decide. Its sentence is the catalogue's `collect.decide.` and `doubt`."""

    doubt: Doubt
    attempt: str
    paper: str
    title: str
    candidate: str
    name: str
    """As the attempt has it."""
    values: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[ScoreNote, ...] = ()
    """What it says of an attempt, where 备注 says the same."""
    copies: tuple[ForkCopy, ...] = ()
    """Those that part ways, side by side."""
    markings: tuple[EssayMarked, ...] = ()
    """What markers gave who differ."""
    is_sat_here: bool = False
    """Whether it goes on in this home: it is handed in before anything else is decided about it."""


def conflicts(home: Home, book: Book, paper: str = "") -> tuple[Conflict, ...]:
    """Return what is to be decided, of a paper or of all, by paper and candidate. Raises MachineRefused.

    Of attempts that this home began only those are asked about that do not count: it let nobody else in.
    """
    docs = [doc for doc in book.scores if doc["paper"] not in book.refused and doc["status"] != "void"]
    away = home.collected.attempts() if docs else frozenset()
    found = [
        *_forked(home, docs),
        *_irregular(home, book, docs),
        *_beyond(home, docs),
        *_ineligible(home, docs),
        *_overlapping(docs, away),
        *_unproved(home, [doc for doc in docs if doc["attempt"] in away]),
        *_unlike_roster(home, book, docs, away),
    ]
    found += _differing(home, docs, paper)
    here = {doc["attempt"] for doc in docs if doc["status"] == "in_progress"} - away
    told = (replace(one, is_sat_here=one.attempt in here) for one in found if paper in ("", one.paper))
    return tuple(sorted(told, key=lambda one: (one.paper, one.candidate, one.attempt, DOUBTS.index(one.doubt))))


def _forked(home: Home, docs: Iterable[ScoreDocument]) -> Iterator[Conflict]:
    asides = home.collected.asides()
    for doc in docs:
        if doc["attempt"] not in asides:
            continue
        from quizapp.services.carrying.forks import fork_of

        copies = fork_of(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))
        if copies:
            yield replace(_asked("forked", doc), copies=copies)


def _irregular(home: Home, book: Book, docs: Sequence[ScoreDocument]) -> Iterator[Conflict]:
    """Give the attempts that cannot have been as they say; where the book has none marked none is read.

    Two writings of a number that no roster settles are taken for one person's, and told: they may be two people.
    """
    roster = {person["id"] for person in book.candidates}
    for doc in docs:
        if book.odd is not None and doc["attempt"] not in book.odd:
            continue
        told: tuple[ScoreNote, ...] = ()
        written = doc["candidate"]
        with _passing_over_altered():
            one = read_attempt(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))
            told, written = of_irregularities(one.irregularities), one.candidate.id
        if told:
            yield replace(_asked("irregular", doc), notes=told)
        if written != doc["candidate"] and doc["candidate"] not in roster:
            yield _asked("spelling", doc, other=written)
    for ids in CandidateIndex((id, None) for id in roster).alike:
        yield from (_asked("spelling", doc, other="、".join(ids)) for doc in docs if doc["candidate"] in ids)


def _beyond(home: Home, docs: Iterable[ScoreDocument]) -> Iterator[Conflict]:
    for (paper, _), group in _grouped(docs, lambda doc: (doc["paper"], doc["candidate"])):
        own = sorted(group, key=lambda doc: str(doc["attempt"]))
        if len(own) > 1:
            over = RowNotes(home, paper, with_sittings=False).beyond(own)
            yield from (_asked("beyond", doc, first=own[0]["attempt"]) for doc in own if doc["attempt"] in over)


def _ineligible(home: Home, docs: Sequence[ScoreDocument]) -> Iterator[Conflict]:
    found = not_for_them(home, docs)
    yield from (_asked("ineligible", doc, reason=found[doc["attempt"]]) for doc in docs if doc["attempt"] in found)


def _overlapping(docs: Iterable[ScoreDocument], away: frozenset[str]) -> Iterator[Conflict]:
    sat = (doc for doc in docs if doc["handed_in_by"] != "entered")
    for _, group in _grouped(sat, lambda doc: (doc["candidate"],)):
        before: list[ScoreDocument] = []
        for doc in sorted(group, key=lambda doc: (doc["started_at"], doc["attempt"])):
            # Times are texts of one form: they compare as they are. What goes on still has no end.
            other = next((one for one in before if (one["handed_in_at"] or "9") > doc["started_at"]), None)
            if other is not None and not away.isdisjoint((doc["attempt"], other["attempt"])):
                yield _asked("overlap", doc, other=other["attempt"], other_title=other["paper_title"])
            before.append(doc)


def _unproved(home: Home, docs: Sequence[ScoreDocument]) -> Iterator[Conflict]:
    """Give the attempts of other machines in which somebody ordered something without showing the password."""
    if not docs:
        return
    from quizapp.services.book.attempt_record import recorded
    from quizapp.services.sitting.invigilator import OrderProofs

    proofs = OrderProofs(home)
    for doc in docs if proofs.is_asked else ():
        told: tuple[ScoreNote, ...] = ()
        with _passing_over_altered():
            chain = home.journals.read(AttemptName(attempt=doc["attempt"], paper=doc["paper"]))
            if proofs.unproved(chain.events, chain.hashes):
                every = sitting_notes(recorded(home, chain), chain, proofs)
                told = tuple(note for note in every if note.values.get("unproved"))
        # What was ordered too late counts for nothing, and that is asked about.
        if told:
            yield replace(_asked("order", doc), notes=told)


@contextmanager
def _passing_over_altered() -> Iterator[None]:
    """Pass over an attempt that cannot be read: its paper keeps the scores it had, and why is told by who goes by them.

    Raises MachineRefused for other troubles.
    """
    try:
        yield
    except QuizError as trouble:
        if trouble.code not in {*ALTERED, "unknown-attempt"}:
            raise


def _unlike_roster(home: Home, book: Book, docs: Iterable[ScoreDocument], away: frozenset[str]) -> Iterator[Conflict]:
    """Give who is not on the roster, and who has another name there than it had when they sat, or since."""
    roster = {person["id"]: person["name"] for person in book.candidates}

    def named(doc: ScoreDocument) -> frozenset[str]:
        return home.roster.roll().names_since(doc["candidate"], instant_from_text(doc["started_at"]))

    for doc in docs if roster else ():
        if doc["attempt"] not in away:
            continue
        known = roster.get(doc["candidate"])
        if known is None:
            yield _asked("stranger", doc)
        elif plain_name(known) != (name := plain_name(doc["name"])) and name not in named(doc):
            yield _asked("name", doc, known=known)


def _differing(home: Home, docs: Iterable[ScoreDocument], paper: str) -> Iterator[Conflict]:
    """Give the essays whose markers differ: what each gave stands until somebody decides between them."""
    waiting = [doc for doc in docs if doc["status"] == "marking" and paper in ("", doc["paper"])]
    for (of,), group in _grouped(waiting, lambda doc: (doc["paper"],)):
        decided = rulings_at(home, of)
        for doc in group:
            if decided and decided.differing(doc["attempt"]):
                one = read_attempt(home, AttemptName(doc["attempt"], of), decided)
                for number in one.differing:
                    yield replace(_asked("marks", doc, number=str(number)), markings=decided.markings[one.id][number])


def _grouped(
    docs: Iterable[ScoreDocument], key: Callable[[ScoreDocument], tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], list[ScoreDocument]]]:
    return ((of, list(group)) for of, group in groupby(sorted(docs, key=key), key))


def _asked(doubt: Doubt, doc: ScoreDocument, **values: object) -> Conflict:
    return Conflict(
        doubt=doubt,
        attempt=doc["attempt"],
        paper=doc["paper"],
        title=doc["paper_title"],
        candidate=doc["candidate"],
        name=doc["name"],
        values=values,
    )
