"""The score book as the evidence tells it, everything marked again; what cannot be marked is told and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import Spelling
from quizapp.domain.counting import beyond
from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.notes import of_irregularities
from quizapp.domain.rulings import rulings
from quizapp.services.as_of import NOT_YET
from quizapp.services.evidence.chain_check import is_its_own
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.evidence.standing import attempt_of
from quizapp.services.recorded import RecordedAttempt, recorded
from quizapp.services.records import Chain, Document
from quizapp.services.score_documents import documents_of_people
from quizapp.services.scoring import MarkedAttempt, marked

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.rulings import Rulings
    from quizapp.services.evidence.standing import Evidence, Standing
    from quizapp.services.ports import Home

_CONTRADICTS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError)
"""What marking falls over where a journal is whole and says what cannot be."""


@dataclass(slots=True, kw_only=True)
class Recomputed:
    """What came of it."""

    scores: dict[tuple[str, str], Document] = field(default_factory=dict)
    """Documents by attempt and paper."""
    attempts: list[RecordedAttempt] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)
    """Attempts that cannot be marked."""
    unsure_papers: set[str] = field(default_factory=set)
    """Papers whose decisions cannot be gone by."""
    findings: list[Finding] = field(default_factory=list)


def recompute(home: Home, evidence: Evidence, class_id: str, now: datetime | None = None) -> Recomputed:
    """Mark every attempt again from its journal, its form, its keys and what was decided.

    `now` is the time by which what was collected is past its closing. What the book has under way is so still: whoever
    looks next at the book brings it up to date.
    """
    done = Recomputed()
    under_way = _under_way(home)
    decided: dict[str, Rulings] = {}
    people: dict[tuple[str, tuple[bool, str]], list[MarkedAttempt]] = {}
    spelling = Spelling(one.id for one in evidence.candidates)
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
    home: Home, one: Standing, decided: Rulings, done: Recomputed, now: datetime | None
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


def _irregular(name: str, one: RecordedAttempt) -> Iterator[Finding]:
    """Give what about an attempt's instants cannot have been, as 备注 says it."""
    for note, odd in zip(of_irregularities(one.irregularities), one.irregularities, strict=True):
        what = Refused(f"note.{note.code}", **note.values)
        yield found("chain", "irregular", attempt=one.id, file=name, line=odd.line, what=what)


def _shown(started: Started) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(zip(started.items, started.orders, strict=True))


def _too_many(attempts: Sequence[MarkedAttempt]) -> list[Finding]:
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
