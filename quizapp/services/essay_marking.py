"""Marking essays: question by question over all attempts of a paper, names covered, each decision on disk at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from quizapp.domain.corrections import is_dropped
from quizapp.domain.decisions import EssayMarked, last_marking
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import Marker, essay_question, is_own, mark_essay
from quizapp.services.recorded import read_attempt
from quizapp.services.records import AttemptName
from quizapp.services.score_book import refresh

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from fractions import Fraction

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.services.ports import Home
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One essay to mark. Whose it is is not said."""

    name: AttemptName
    question: Question
    response: Response
    marked: EssayMarked | None = None
    """How it was last marked; None while it waits."""

    @property
    def text(self) -> str:
        """What was written."""
        return "\n".join(self.response)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """All essays of a paper that were handed in, in the order they are marked in."""

    paper: str
    title: str
    scripts: tuple[Script, ...]
    hidden: int = 0
    """How many are kept back, for somebody is sitting the same questions in this home."""
    own: int = 0
    """How many are kept back for being the marker's own."""

    @property
    def waiting(self) -> tuple[Script, ...]:
        """Those that nobody has marked."""
        return tuple(script for script in self.scripts if script.marked is None)


def pile(
    home: Home, paper: str, names: Iterable[AttemptName], *, hidden: AbstractSet[str] = frozenset(), reader: str = ""
) -> Pile:
    """Return the essays of these attempts, question by question, within one in an order that tells nothing.

    Essays on `hidden` items are kept back, and the reader's own.
    """
    scripts: list[Script] = []
    title, kept_back, own = paper, 0, 0
    for name in names:
        one = read_attempt(home, name)
        title = one.form.paper.title
        found = scripts_of(home, one, name)
        shown = [script for script in found if script.question.item.id not in hidden]
        kept_back += len(found) - len(shown)
        if reader and is_own(one.candidate, reader):
            own += len(shown)
        else:
            scripts += shown
    return Pile(paper=paper, title=title, scripts=_in_order(scripts), hidden=kept_back, own=own)


def scripts_of(home: Home, one: RecordedAttempt, name: AttemptName) -> list[Script]:
    """Return an attempt's essays that are for a person to mark: handed in, with something written."""
    if not (one.attempt.has_ended and one.form.has_keys):
        return []
    decisions = home.decisions.read(name.paper)
    scripts = []
    for question in one.form.questions:
        if is_dropped(question):
            continue
        try:
            essay_question(one.form, one.attempt, question.number)
        except Refused:
            continue
        marked = last_marking(decisions, name.attempt, question.number)
        response = one.attempt.response(question.number)
        scripts.append(Script(name=name, question=question, response=response, marked=marked))
    return scripts


def decide(
    home: Home, script: Script, points: Sequence[Fraction], marker: Marker, now: Moment, comment: str = ""
) -> EssayMarked:
    """Return what marking a script would record, writing nothing. Raises Refused."""
    one = read_attempt(home, script.name)
    number = script.question.number
    return mark_essay(one.form, one.attempt, number, points, marker, now, comment, owner=one.candidate)


def record(place: Workplace, paper: str, decisions: Sequence[EssayMarked]) -> None:
    """Have decisions on disk, all or none, and then the book up to date. Raises MachineRefused."""
    place.home.decisions.record(paper, decisions)
    names = {AttemptName(attempt=one.attempt, paper=paper) for one in decisions}
    refresh(place.home, sorted(names), place.class_id, place.clock.read().at)


def _in_order(scripts: Iterable[Script]) -> tuple[Script, ...]:
    """Return scripts by their item, in the order of the first form that asks it, then by a digest."""
    ordered = sorted(scripts, key=lambda script: (script.question.number, script.question.item.id))
    places: dict[str, int] = {}
    for script in ordered:
        places.setdefault(script.question.item.id, len(places))
    return tuple(sorted(ordered, key=lambda script: (places[script.question.item.id], _digest(script))))


def _digest(script: Script) -> bytes:
    return sha256(f"{script.name.attempt} {script.question.number}".encode()).digest()
