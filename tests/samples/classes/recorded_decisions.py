"""Decisions recorded in a workplace, as short as a test needs them."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.attempt.decisions import (
    Decision,
    KeyCorrected,
    MarkChange,
    MarkOverridden,
    Noted,
    NoteKind,
    Reassigned,
    Regraded,
    Voided,
)
from quizapp.services.book.score_book import look
from quizapp.services.ports.workplace import Workplace


def attempts_of(place: Workplace, candidate: str, paper: str = "sample-paper") -> list[str]:
    """Return a candidate's attempts at a paper, by start."""
    docs = look(place.home, place.clock).scores
    return [doc["attempt"] for doc in docs if (doc["paper"], doc["candidate"]) == (paper, candidate)]


def decide(place: Workplace, *decisions: Decision, paper: str = "sample-paper") -> None:
    """Record decisions."""
    place.home.decisions.record(paper, decisions)


def noted(place: Workplace, candidate: str, note: NoteKind, why: str = "病假", paper: str = "sample-paper") -> None:
    """Record a note."""
    one = Noted(when=place.clock.read(), candidate=candidate, note=note, by="王班长", why=why)
    decide(place, one, paper=paper)


def voided(place: Workplace, candidate: str, number: int = 1, why: str = "替考", paper: str = "sample-paper") -> None:
    """Annul a candidate's attempt of that number."""
    attempt = attempts_of(place, candidate, paper)[number - 1]
    decide(place, Voided(when=place.clock.read(), attempt=attempt, by="王班长", why=why), paper=paper)


def overridden(place: Workplace, candidate: str, question: int, marks: Fraction, why: str, number: int = 1) -> None:
    """Give a question other marks."""
    attempt = attempts_of(place, candidate)[number - 1]
    one = MarkOverridden(when=place.clock.read(), attempt=attempt, question=question, marks=marks, by="王班长", why=why)
    decide(place, one)


def reassigned(place: Workplace, candidate: str, to: str, name: str, why: str = "坐错座位") -> None:
    """Say that a candidate's first attempt is another's."""
    (attempt, *_) = attempts_of(place, candidate)
    one = Reassigned(when=place.clock.read(), attempt=attempt, candidate=to, name=name, by="王班长", why=why)
    decide(place, one)


def regraded(place: Workplace, *changes: tuple[str, int, int], why: str = "答案有误") -> None:
    """Say that a paper was marked again, which changed these candidates' totals from and to."""
    found = tuple(
        MarkChange(attempt=attempts_of(place, candidate)[0], before=Fraction(before), after=Fraction(after))
        for candidate, before, after in changes
    )
    decide(place, Regraded(when=place.clock.read(), corrections=99, changes=found, by="王班长", why=why))


def full_for_all(place: Workplace, question: int, form: str) -> None:
    """Record that everybody gets full marks for a question; it holds once the paper is marked again."""
    one = KeyCorrected(
        when=place.clock.read(), form=form, question=question, item="s-1", how="full", by="王班长", why="答案有误"
    )
    decide(place, one)
