"""The score book as the evidence tells it, everything marked again, and whether the book is that.

What cannot be marked is named and left out. The book is compared document by document and then byte by byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import NumberSpelling
from quizapp.domain.decisions.notes import of_irregularities
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.papers.delivery import beyond
from quizapp.services.book.attempt_record import RecordedAttempt, recorded
from quizapp.services.book.marked_attempt import MarkedAttempt, marked
from quizapp.services.book.score_documents import documents_of_people
from quizapp.services.evidence.evidence_files import Evidence, EvidenceFinding, FileStanding, attempt_of, found
from quizapp.services.evidence.file_checks import is_its_own
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import NOT_YET, Book, Chain, PersonDocument, ScoreDocument

_CONTRADICTS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError)
"""What marking falls over where a journal is whole and says what cannot be."""


@dataclass(slots=True, kw_only=True)
class Recomputed:
    """The scores as the evidence has them, and what could not be made of it."""

    scores: dict[tuple[str, str], ScoreDocument] = field(default_factory=dict)
    """Documents by attempt and paper."""
    attempts: list[RecordedAttempt] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)
    """Attempts that cannot be marked."""
    unsure_papers: set[str] = field(default_factory=set)
    """Papers whose decisions cannot be gone by."""
    findings: list[EvidenceFinding] = field(default_factory=list)


def recompute(home: Home, evidence: Evidence, class_id: str, now: datetime | None = None) -> Recomputed:
    """Mark every attempt again from its journal, its form, its keys and what was decided.

    `now` is the time by which what was collected is past its closing. What the book has under way is so still: whoever
    looks next at the book brings it up to date.
    """
    done = Recomputed()
    under_way = _under_way(home)
    decided: dict[str, Rulings] = {}
    people: dict[tuple[str, tuple[bool, str]], list[MarkedAttempt]] = {}
    spelling = NumberSpelling(one.id for one in evidence.candidates)
    for one in evidence.of("journal"):
        name = attempt_of(one.file)
        if name.paper not in decided:
            decisions = evidence.decisions(name.paper)
            decided[name.paper] = rulings(decisions or ())
            if decisions is None:
                done.unsure_papers.add(name.paper)
        as_of = NOT_YET if name.attempt in under_way else now
        of_it = _marked(home, one, decided[name.paper], done, as_of)
        if of_it is not None:
            people.setdefault((name.paper, spelling.key(of_it.recorded.candidate.id)), []).append(of_it)
    for of_it in sorted((one for attempts in people.values() for one in attempts), key=lambda one: one.recorded.id):
        spelling.learn(of_it.recorded.candidate.id)
    for doc in documents_of_people(home, people, spelling, class_id=class_id):
        done.scores[doc["attempt"], doc["paper"]] = doc
    for (paper, _), attempts in people.items():
        done.attempts += [of_it.recorded for of_it in attempts]
        if paper not in done.unsure_papers:
            done.findings += _too_many(attempts)
    return done


def _under_way(home: Home) -> frozenset[str]:
    try:
        book = home.book.read()
    except QuizError:
        return frozenset()  # that it cannot be read is told where the book is compared
    scores = book.scores if book else ()
    # Read as it stands, which may be anybody's: a field may have another name.
    return frozenset(str(doc.get("attempt")) for doc in scores if doc.get("status") == "in_progress")


def _marked(
    home: Home, one: FileStanding, decided: Rulings, done: Recomputed, now: datetime | None
) -> MarkedAttempt | None:
    file, attempt = one.file, attempt_of(one.file).attempt
    if not one.is_whole or not file.facts or not is_its_own(one):
        done.unsure.add(attempt)
        return None
    first = file.facts[0]
    try:
        of_it = marked(recorded(home, Chain(events=file.facts, head=file.head), decided, now=now))
        done.findings += _irregular(file.name, of_it.recorded)
        form = home.forms.load(first.form)
        if isinstance(first, Started) and _shown(first) != tuple((q.item.id, q.order) for q in form.questions):
            done.findings.append(found("form", "shown-otherwise", attempt=attempt, file=file.name))
    except QuizError as trouble:
        # A form that is missing or altered is told of by itself: once, not for everybody who sat it.
        if trouble.code == "journal-contradicts":
            done.findings.append(found("chain", "contradicts", attempt=attempt, file=file.name))
        elif trouble.code not in ("unknown-form", "form-altered"):
            done.findings.append(found("mark", "cannot-mark", attempt=attempt, trouble=trouble))
    except _CONTRADICTS:
        done.findings.append(found("chain", "contradicts", attempt=attempt, file=file.name))
    else:
        return of_it
    done.unsure.add(attempt)
    return None


def _irregular(name: str, one: RecordedAttempt) -> Iterator[EvidenceFinding]:
    """Give what about an attempt's instants cannot have been, as 备注 says it."""
    for note, odd in zip(of_irregularities(one.irregularities), one.irregularities, strict=True):
        what = Refused(f"note.{note.code}", **note.values)
        yield found("chain", "irregular", attempt=one.id, file=name, line=odd.line, what=what)


def _shown(started: Started) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(zip(started.items, started.orders, strict=True))


def _too_many(attempts: Sequence[MarkedAttempt]) -> list[EvidenceFinding]:
    ordered = sorted(attempts, key=lambda of_it: of_it.recorded.id)
    allowed = ordered[-1].recorded.form.paper.delivery.attempts
    over = beyond([of_it.as_try for of_it in ordered], allowed)
    return [
        found(
            "attempts",
            "too-many",
            attempt=ordered[place].recorded.id,
            candidate=ordered[place].recorded.candidate.id,
            name=ordered[place].recorded.candidate.name,
            paper=ordered[-1].recorded.form.paper.title,
            allowed=allowed,
        )
        for place in sorted(over)
    ]


MARKS = ("score", "counted_score", "full_score", "percent", "passed", "grade", "counts", "status", "sections")
"""What of a document says how much was earned, and whether it counts."""


def check_book(home: Home, evidence: Evidence, now: Recomputed) -> Iterator[EvidenceFinding]:
    """Give where the book differs."""
    try:
        book = home.book.read()
    except QuizError as trouble:
        yield found("book", "book-unreadable", trouble=trouble)
        return
    if book is None:
        if now.scores or now.unsure or evidence.candidates:
            yield found("book", "book-missing")
        return
    findings = [*_scores(book, now), *_people(book, evidence)]
    yield from findings
    is_unsure = now.unsure or now.unsure_papers or not all(one.is_whole for one in evidence.of("roster"))
    if not findings and not is_unsure and not home.book.is_exactly(_as_evidence_has_it(evidence, now)):
        yield found("book", "book-bytes")


def _as_evidence_has_it(evidence: Evidence, now: Recomputed) -> Book:
    return Book(candidates=_candidates(evidence), scores=tuple(doc for _, doc in sorted(now.scores.items())))


def _candidates(evidence: Evidence) -> tuple[PersonDocument, ...]:
    return tuple(
        {"id": one.id, "name": one.name, "unit": one.unit, "post": one.post, "group": one.group}
        for one in evidence.candidates
    )


def _scores(book: Book, now: Recomputed) -> Iterator[EvidenceFinding]:
    kept = Counter((doc.get("attempt"), doc.get("paper")) for doc in book.scores)
    # One that cannot be marked may be a sibling of others, whose number and counting hang on it.
    unsure = {(doc.get("paper"), doc.get("candidate")) for doc in book.scores if doc.get("attempt") in now.unsure}
    for doc in book.scores:
        key = str(doc.get("attempt")), str(doc.get("paper"))
        if kept[key] > 1:
            yield found("book", "book-twice", attempt=key[0], **_who(doc))
        elif key[0] in now.unsure or key[1] in now.unsure_papers or (key[1], doc.get("candidate")) in unsure:
            continue
        elif key not in now.scores:
            title = doc.get("paper_title") or key[1]
            yield found("missing", "journal-missing", attempt=key[0], **_who(doc), paper=title)
        else:
            yield from _differs(doc, now.scores[key])
    for key, doc in now.scores.items():
        if kept[key] == 0 and key[1] not in now.unsure_papers:
            yield found("book", "book-lacks", attempt=key[0], **_who(doc), paper=doc["paper_title"])


def _differs(doc: ScoreDocument, told: ScoreDocument) -> Iterator[EvidenceFinding]:
    if doc == told:
        return
    names = {name for name in {*doc, *told} if doc.get(name) != told.get(name)}
    first = {"file": "scores.json", **_who(told)}
    if names.intersection(MARKS):
        values = {"kept": _score(doc), "told": _score(told)}
        yield found("mark", "mark-differs", attempt=told["attempt"], **first, **values)
    else:
        yield found("book", "book-differs", attempt=told["attempt"], **first, fields=", ".join(sorted(names)))


def _score(doc: ScoreDocument) -> object:
    score = doc.get("score")
    return "-" if score is None else score


def _who(doc: ScoreDocument) -> dict[str, object]:
    return {"candidate": str(doc.get("candidate", "")), "name": str(doc.get("name", ""))}


def _people(book: Book, evidence: Evidence) -> Iterator[EvidenceFinding]:
    if not all(one.is_whole for one in evidence.of("roster")):
        return
    told = {doc["id"]: doc for doc in _candidates(evidence)}
    kept = {str(doc.get("id")): doc for doc in book.candidates}
    for id in sorted({*told, *kept}):
        if told.get(id) != kept.get(id):
            name = str((kept.get(id) or told[id]).get("name", ""))
            yield found("roster", "roster-differs", candidate=id, name=name, file="candidates.jsonl")
    if len(kept) != len(book.candidates):
        yield found("roster", "roster-twice", file="scores.json")
