"""Whether the score book is what the evidence says, document by document and then byte by byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.records import Book

if TYPE_CHECKING:
    from quizapp.services.evidence.recomputing import Recomputed
    from quizapp.services.evidence.standing import Evidence
    from quizapp.services.ports import Home
    from quizapp.services.records import Document

MARKS = ("score", "counted_score", "full_score", "percent", "passed", "grade", "counts", "status", "sections")
"""What of a document says how much was earned, and whether it counts."""


def check_book(home: Home, evidence: Evidence, now: Recomputed) -> Iterator[Finding]:
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
    if not findings and not is_unsure and not home.book.is_exactly(_as_told(evidence, now)):
        yield found("book", "book-bytes")


def _as_told(evidence: Evidence, now: Recomputed) -> Book:
    return Book(candidates=_candidates(evidence), scores=tuple(doc for _, doc in sorted(now.scores.items())))


def _candidates(evidence: Evidence) -> tuple[Document, ...]:
    return tuple(
        {"id": one.id, "name": one.name, "unit": one.unit, "post": one.post, "group": one.group}
        for one in evidence.candidates
    )


def _scores(book: Book, now: Recomputed) -> Iterator[Finding]:
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


def _differs(doc: Document, told: Document) -> Iterator[Finding]:
    if doc == told:
        return
    names = {name for name in {*doc, *told} if doc.get(name) != told.get(name)}
    first = {"file": "scores.json", **_who(told)}
    if names.intersection(MARKS):
        values = {"kept": _score(doc), "told": _score(told)}
        yield found("mark", "mark-differs", attempt=told["attempt"], **first, **values)
    else:
        yield found("book", "book-differs", attempt=told["attempt"], **first, fields=", ".join(sorted(names)))


def _score(doc: Document) -> object:
    score = doc.get("score")
    return "-" if score is None else score


def _who(doc: Document) -> dict[str, object]:
    return {"candidate": str(doc.get("candidate", "")), "name": str(doc.get("name", ""))}


def _people(book: Book, evidence: Evidence) -> Iterator[Finding]:
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
