"""Marking essays: question by question over all attempts of a paper, names covered, each decision on disk at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.candidate import is_same_person
from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker, essay_question, is_own, mark_essay
from quizapp.services.banks.items_in_use import unfinished
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.score_book import refresh
from quizapp.services.decisions import committee_journal
from quizapp.services.ports.port_values import AttemptName, CommitteeJournal

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.item import Response
    from quizapp.domain.moment import Moment
    from quizapp.domain.papers.paper import Question
    from quizapp.services.decisions.committee_journal import SeenJournal
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One essay to mark. Whose it is is not said."""

    name: AttemptName
    question: Question
    response: Response
    marked: EssayMarked | None = None
    """How the reader marked it, or where nobody reads who marked it last; None where they did not."""
    others: tuple[EssayMarked, ...] = ()
    """How other markers did: 双评. Theirs stand beside it."""
    is_overridden: bool = False
    """Whether a decision has settled its marks, so that no marker changes them."""

    @property
    def waits(self) -> bool:
        """Whether nobody marked it yet."""
        return self.marked is None and not self.others and not self.is_overridden

    @property
    def markings(self) -> tuple[EssayMarked, ...]:
        """How it is marked, by each of its markers."""
        return self.others if self.marked is None else (*self.others, self.marked)

    @property
    def differs(self) -> bool:
        """Whether its markers differ and nobody decided between them."""
        return not self.is_overridden and len({one.marks for one in self.markings}) > 1

    @property
    def text(self) -> str:
        """What was written, the parts of a document behind their names."""
        return self.question.item.describe(self.response, self.question.order)


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayPile:
    """All essays of a paper that were handed in, in the order they are marked in."""

    paper: str
    title: str
    scripts: tuple[Script, ...]
    hidden: int = 0
    """How many are kept back, for somebody is sitting the same questions in this home."""
    own: int = 0
    """How many are kept back for being the marker's own."""
    sitting: tuple[Candidate, ...] = ()
    """For whom essays are kept back: those who sit their questions in this home."""
    missing: tuple[Candidate, ...] = ()
    """Whose attempts at the paper were collected half done: theirs are not in the pile, and nobody waits for them."""

    @property
    def waiting(self) -> tuple[Script, ...]:
        """Those that nobody has marked."""
        return tuple(script for script in self.scripts if script.waits)

    @property
    def differing(self) -> tuple[Script, ...]:
        """Those whose markers differ."""
        return tuple(script for script in self.scripts if script.differs)


def find_pile(place: Workplace, paper: str, reader: str = "") -> EssayPile:
    """Return the essays of a paper as of now, with who keeps some of them back. Raises MachineRefused."""
    found = unfinished(place.home, place.clock, place.class_id)
    here = [one for one in found if not one.is_elsewhere]
    hidden = frozenset[str]().union(*(one.items for one in here))
    half = {one.name for one in found if one.is_elsewhere}
    # As of now: a copy whose closing has not come yet would be told as handed in.
    names = [name for name in place.home.journals.names(paper) if name not in half]
    whole = pile(place.home, paper, names, hidden=hidden, reader=reader)
    return replace(
        whole,
        sitting=tuple(one.candidate for one in here) if whole.hidden else (),
        missing=tuple(one.candidate for one in found if one.name in half and one.name.paper == paper),
    )


def pile(
    home: Home, paper: str, names: Iterable[AttemptName], *, hidden: AbstractSet[str] = frozenset(), reader: str = ""
) -> EssayPile:
    """Return the essays of these attempts, question by question, within one in an order that tells nothing.

    Essays on `hidden` items are kept back, and the reader's own.
    """
    scripts: list[Script] = []
    title, kept_back, own = paper, 0, 0
    decided = rulings(home.decisions.read(paper))
    for name in names:
        one = read_attempt(home, name, decided)
        title = one.form.paper.title
        found = scripts_of(one, name, decided, reader)
        shown = [script for script in found if script.question.item.id not in hidden]
        kept_back += len(found) - len(shown)
        if reader and is_own(one.candidate, reader):
            own += len(shown)
        else:
            scripts += shown
    return EssayPile(paper=paper, title=title, scripts=_in_order(scripts), hidden=kept_back, own=own)


def scripts_of(one: RecordedAttempt, name: AttemptName, decided: Rulings, reader: str = "") -> list[Script]:
    """Return an attempt's essays that are for a person to mark: handed in, with something written."""
    if not (one.attempt.has_ended and one.form.has_keys):
        return []
    scripts = []
    for question in one.form.questions:
        if is_dropped(question):
            continue
        try:
            essay_question(one.form, one.attempt, question.number)
        except Refused:
            continue
        response = one.attempt.response(question.number)
        scripts.append(as_marked(Script(name=name, question=question, response=response), decided, reader))
    return scripts


def as_marked(script: Script, decided: Rulings, reader: str = "") -> Script:
    """Return a script with how it is marked by now, the reader's own marking apart from those of others."""
    attempt, number = script.name.attempt, script.question.number
    markings = decided.markings.get(attempt, {}).get(number, ())
    own = [one for one in markings if is_same_person(one.by, reader)] if reader else markings[-1:]
    return replace(
        script,
        marked=own[-1] if own else None,
        others=tuple(one for one in markings if one not in own),
        is_overridden=number in decided.overrides.get(attempt, {}),
    )


def decide(
    home: Home,
    script: Script,
    points: Sequence[Fraction],
    marker: Marker,
    now: Moment,
    comment: str = "",
    deducted: Sequence[Fraction] = (),
) -> EssayMarked:
    """Return what marking a script would record, writing nothing. Raises Refused."""
    one = read_attempt(home, script.name)
    number = script.question.number
    is_overridden = number in one.overridden
    return mark_essay(
        one.form,
        one.attempt,
        number,
        points,
        marker,
        now,
        comment,
        owner=one.candidate,
        deducted=deducted,
        is_overridden=is_overridden,
    )


class MarksRecorded(NamedTuple):
    """What recording marks came to."""

    decisions: tuple[EssayMarked, ...]
    agreeing: tuple[Script, ...] = ()
    """The essays among them that another marker gave the same."""
    differing: tuple[Script, ...] = ()
    """Those that another gave other marks: both stand until somebody decides."""


def record(
    place: Workplace, paper: str, make: Callable[[], Sequence[EssayMarked]], seen: SeenJournal | None = None
) -> MarksRecorded:
    """Have marks on disk, all or none, then the book up to date; `make` returns them by what stands.

    Raises MachineRefused, and what `make` does, nothing recorded.
    """
    new: tuple[EssayMarked, ...] = ()

    def decided(_: CommitteeJournal) -> Sequence[EssayMarked]:
        nonlocal new
        new = tuple(make())
        return new

    journal = committee_journal.record(place.home, paper, seen, decided)
    names = sorted({AttemptName(attempt=one.attempt, paper=paper) for one in new})
    refresh(place.home, names, place.class_id, place.clock.read().at)
    marked = {(one.attempt, one.question) for one in new}
    scripts = pile(place.home, paper, names).scripts
    double = [one for one in scripts if one.others and (one.name.attempt, one.question.number) in marked]
    return MarksRecorded(
        journal.decisions[len(journal.decisions) - len(new) :],  # type: ignore[arg-type]  # just those
        agreeing=tuple(one for one in double if not one.differs),
        differing=tuple(one for one in double if one.differs),
    )


def _in_order(scripts: Iterable[Script]) -> tuple[Script, ...]:
    """Return scripts by their item, in the order of the first form that asks it, then by a digest."""
    ordered = sorted(scripts, key=lambda script: (script.question.number, script.question.item.id))
    places: dict[str, int] = {}
    for script in ordered:
        places.setdefault(script.question.item.id, len(places))
    return tuple(sorted(ordered, key=lambda script: (places[script.question.item.id], _digest(script))))


def _digest(script: Script) -> bytes:
    return sha256(f"{script.name.attempt} {script.question.number}".encode()).digest()
