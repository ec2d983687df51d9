"""Saves to what all programs share: the book, decisions, the roster, forms, the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import ClassVar

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import rebuild, refresh, whole
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName, Book
from quizapp.stores import chain
from tests.proofs.faults.saves import Fact, Steps
from tests.proofs.faults.sitting_saves import HandIn, clock_at, sit
from tests.samples.stored_records import NAME, NOON, fixed, form, moment


def person(number: int) -> Candidate:
    """Return the person of that number."""
    return Candidate(id=f"{number:04}", name=f"学员{number}", unit="办公室")


@dataclass
class _OfTheBook:
    folder: Path
    span: ClassVar = 1

    def file(self) -> Path | None:
        return self.folder / "scores.json"


class Rebuild(_OfTheBook):
    """A person more on the roster, and the book made again; a fact is that person's document."""

    name = "rebuild"

    def prepare(self, home: Home) -> None:
        HandIn(self.folder).prepare(home)
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(self.stored(home)) + 1):
            home.roster.record((person(number),), NOON)
            yield rebuild(home, "", NOON).candidates[-1]

    def stored(self, home: Home) -> Sequence[Fact]:
        return _standing(home).candidates


class Refresh(_OfTheBook):
    """An attempt more, and brought into the book; a fact is its document."""

    name = "refresh"

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(home.journals.names()) + 1):
            sitting = sit(home, number, clock_at(number))
            if not sitting.has_ended:
                sitting.hand_in()
            sitting.close()
            if sitting.trouble:
                raise sitting.trouble
            started = sitting.saved.started
            name = AttemptName(attempt=started.attempt, paper=started.paper)
            book = refresh(home, (name,), "", clock_at(number).read().at)
            yield next(one for one in book.scores if one["attempt"] == started.attempt)

    def stored(self, home: Home) -> Sequence[Fact]:
        return [one for one in _standing(home).scores if one["status"] != "in_progress"]


def _standing(home: Home) -> Book:
    """Return the book; one that was damaged says nothing, and is made again from the rest."""
    return home.book.read() or whole(home)


@dataclass
class _OneFile:
    folder: Path
    path: ClassVar[str]
    span: ClassVar = 2

    def file(self) -> Path | None:
        return self.folder / self.path


class Decide(_OneFile):
    """The committee marks one question after another; a fact is its decision."""

    name = "decision"
    path = f"journal/{NAME.paper}/committee.jsonl"

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(self.stored(home)) + 1):
            decision = EssayMarked(
                when=moment(number),
                attempt=NAME.attempt,
                question=number,
                points=(Fraction(2), Fraction(1, 3)),
                marks=Fraction(14, 3),
                by="王班长",
                checked_by="李副班长",
                why="二评",
            )
            home.decisions.record(NAME.paper, (decision,))
            yield decision

    def stored(self, home: Home) -> Sequence[Fact]:
        return home.decisions.read(NAME.paper)


class Enrol(_OneFile):
    """One person after another is brought in; a fact is the person."""

    name = "roster"
    path = "candidates.jsonl"

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(home.roster.candidates()) + 1):
            home.roster.record((person(number),), NOON)
            yield person(number)

    def stored(self, home: Home) -> Sequence[Fact]:
        return home.roster.candidates()


class Fix(_OneFile):
    """One form after another is fixed; a fact is the form as it is found again."""

    name = "form"
    path = "forms/index.jsonl"

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(self.stored(home)) + 1):
            one = form(letter=f"{number}")
            home.forms.fix(one, fixed(one))
            yield one

    def stored(self, home: Home) -> Sequence[Fact]:
        digests = (home.forms.find(NAME.paper, "p", f"{number}", 1) for number in count(1))
        return [home.forms.load(digest) for digest in iter(lambda: next(digests), None)]


class Log(_OneFile):
    """One line after another says who did what; a fact is what the line says."""

    name = "log"
    path = "log.jsonl"

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        for number in count(len(self.stored(home)) + 1):
            home.log.record(NOON, "exported", f"{number}", {"paper": "党务"})
            yield {"who": f"{number}", "values": {"paper": "党务"}}

    def stored(self, home: Home) -> Sequence[Fact]:  # noqa: ARG002 # no one reads the log but people
        path = self.folder / self.path
        return [entry.data for entry in chain.read(path.read_bytes() if path.exists() else b"").entries]
