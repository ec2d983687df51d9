"""What the committee decides about one attempt or one candidate: looked at, recorded, brought into the book, logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain import deciding
from quizapp.domain.candidate import Candidate, Numbered
from quizapp.domain.decisions import Reassigned
from quizapp.domain.errors import Refused
from quizapp.domain.rulings import rulings
from quizapp.services.committee_journal import record
from quizapp.services.finding import find_attempt
from quizapp.services.people import check_known
from quizapp.services.recorded import read_attempt
from quizapp.services.score_book import refresh
from quizapp.services.starting import identify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction
    from typing import TypeAlias

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.decisions import Closed, Decision, MarkOverridden, Noted, NoteKind, Reinstated, Voided
    from quizapp.domain.essay_marks import Marker
    from quizapp.domain.paper import Question
    from quizapp.services.committee_journal import Seen
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.records import AttemptName, CommitteeJournal
    from quizapp.services.workplace import Workplace

    _Make: TypeAlias = Callable[[RecordedAttempt, Moment], Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided about an attempt."""

    before: RecordedAttempt
    after: RecordedAttempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Overridden(Decided):
    """A question that was given other marks."""

    question: Question
    had: Fraction | None
    """What it earned before; None where it waited for a person."""


def override(
    place: Workplace, wanted: str, number: int, marks: Fraction, decider: Marker, seen: Seen | None = None
) -> Overridden:
    """Give a question of an attempt other marks. Raises CalledWrongly, Refused, MachineRefused.

    Of every decision here `seen` is what its maker saw; None where a command decides on what stands.
    """

    def make(one: RecordedAttempt, now: Moment) -> MarkOverridden:
        return deciding.override(one.form, one.attempt, one.candidate, number, marks, decider, now)

    name = find_attempt(place.home, wanted)
    _check_persons(place, decider)
    one = _decide(place, name, seen, make, {"question": str(number), "marks": str(marks)})
    question = one.form.questions[number - 1]
    return Overridden(before=one, after=read_attempt(place.home, name), question=question, had=one.marks_of(number))


def question_marks(place: Workplace, wanted: str, number: int) -> tuple[Fraction | None, Fraction]:
    """Return what a question of an attempt has now, and the most it can have. Raises CalledWrongly, Refused."""
    one = read_attempt(place.home, find_attempt(place.home, wanted))
    question = deciding.question_of(one.form, number)
    return one.marks_of(number), question.marking.marks


def void(place: Workplace, wanted: str, decider: Marker, seen: Seen | None = None) -> Decided:
    """Annul an attempt that was handed in, or was collected. Raises CalledWrongly, Refused, MachineRefused."""

    def make(one: RecordedAttempt, now: Moment) -> Voided:
        is_elsewhere = _is_elsewhere(place, one)
        return deciding.void(one.attempt, one.candidate, decider, now, is_void=one.is_void, is_elsewhere=is_elsewhere)

    return _decide_for(place, wanted, decider, seen, make)


def reinstate(place: Workplace, wanted: str, decider: Marker, seen: Seen | None = None) -> Decided:
    """Take the annulment of an attempt back. Raises CalledWrongly, Refused, MachineRefused."""

    def make(one: RecordedAttempt, now: Moment) -> Reinstated:
        return deciding.reinstate(one.attempt, one.candidate, decider, now, is_void=one.is_void)

    return _decide_for(place, wanted, decider, seen, make)


def reassign(
    place: Workplace, wanted: str, candidate: str, person: str, decider: Marker, seen: Seen | None = None
) -> Decided:
    """Say whose an attempt is; `person` is the name, needed where there is no roster.

    Raises CalledWrongly, Refused, MachineRefused.
    """

    def make(one: RecordedAttempt, now: Moment) -> Reassigned:
        to = identify(place.home, candidate, person, may_have_left=True)
        is_elsewhere = _is_elsewhere(place, one)
        return deciding.reassign(one.attempt, one.candidate, to, decider, now, is_elsewhere=is_elsewhere)

    return _decide_for(place, wanted, decider, seen, make)


def close(place: Workplace, name: AttemptName, decider: Marker, seen: Seen | None = None) -> RecordedAttempt:
    """Hand in an attempt of another machine's as it was collected.

    Raises Refused where it has ended, MachineRefused.
    """

    def make(one: RecordedAttempt, now: Moment) -> Closed:
        return deciding.close(one.attempt, one.candidate, one.head, decider, now)

    _decide(place, name, seen, make, {})
    return read_attempt(place.home, name, now=place.clock.read().at)


def note(
    place: Workplace, paper: str, candidate: str, kind: NoteKind, decider: Marker, seen: Seen | None = None
) -> Candidate:
    """Note how a candidate stands at a paper, or take the note back; return who. Raises Refused, MachineRefused."""
    check_known(place.home, candidate)
    _check_persons(place, decider)
    one, now = _person(place, paper, candidate), place.clock.read()

    def make(journal: CommitteeJournal) -> tuple[Noted]:
        if kind == "none" and rulings(journal.decisions).note_of(candidate) is None:
            raise Refused("note-nothing", candidate=candidate)
        return (deciding.note(one, kind, decider, now),)

    (decision, *_) = reversed(record(place.home, paper, seen, make).decisions)
    _tell(place, paper, decision, {"candidate": candidate, "note": kind})
    return one


def _person(place: Workplace, paper: str, id: str) -> Candidate:
    """Return a candidate as the roster has them, else as their attempts at the paper do."""
    listed = Numbered((one.id, one) for one in place.home.roster.roll().everybody).get(id)
    if listed is not None:
        return listed
    sat = (read_attempt(place.home, name).candidate for name in place.home.journals.names(paper))
    return Numbered((one.id, one) for one in sat).get(id) or Candidate(id=id, name="")


def _check_persons(place: Workplace, decider: Marker) -> None:
    """Refuse who may decide nothing here, before anything is looked for. Raises Refused."""
    deciding.check_decider(decider, needs_checker=place.two_persons)


def _is_elsewhere(place: Workplace, one: RecordedAttempt) -> bool:
    """Return whether an attempt was collected: another machine writes it, and nobody here can hand it in."""
    return one.id in place.home.collected.attempts()


def _decide_for(place: Workplace, wanted: str, decider: Marker, seen: Seen | None, make: _Make) -> Decided:
    """Decide about the attempt that is meant, by whom that may."""
    name = find_attempt(place.home, wanted)
    _check_persons(place, decider)
    before = _decide(place, name, seen, make, {})
    return Decided(before=before, after=read_attempt(place.home, name))


def _decide(
    place: Workplace, name: AttemptName, seen: Seen | None, make: _Make, values: Mapping[str, str]
) -> RecordedAttempt:
    """Record what `make` decides about an attempt as it stands; return how it stood."""
    before: list[RecordedAttempt] = []

    def decided(journal: CommitteeJournal) -> tuple[Decision]:
        now = place.clock.read()
        one = read_attempt(place.home, name, rulings(journal.decisions), now=now.at)
        if seen is not None:
            seen.check(one)
        before.append(one)
        return (make(one, now),)

    (decision, *_) = reversed(record(place.home, name.paper, seen, decided).decisions)
    (one,) = before
    told = {"from": one.candidate.id, "to": decision.candidate} if isinstance(decision, Reassigned) else {}
    about = told or {"candidate": one.candidate.id}
    _tell(place, name.paper, decision, {"attempt": one.id, **(values or about)})
    return one


def _tell(place: Workplace, paper: str, decision: Decision, values: Mapping[str, str]) -> None:
    """Have what was recorded in the book, then in the log. Raises MachineRefused."""
    refresh(place.home, (), place.class_id, decision.when.at)
    told = {"paper": paper, **values, "checked_by": decision.checked_by, "why": decision.why}
    place.home.log.record(decision.when.at, decision.KIND.replace("_", "-"), decision.by, told)
