"""What the committee decides about one attempt or one candidate: looked at, recorded, brought into the book, logged.

Handing in by order (强制收卷) is one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import Reassigned
from quizapp.domain.candidate import Candidate, CandidateIndex
from quizapp.domain.decisions import decision_rules
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Refused
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import refresh
from quizapp.services.classes.roster_check import check_known
from quizapp.services.decisions.committee_journal import find_attempt, record
from quizapp.services.sitting.attempt_start import identify
from quizapp.services.sitting.invigilator import check_password_given, ordered
from quizapp.services.sitting.orders import OrderSender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from fractions import Fraction
    from typing import TypeAlias

    from quizapp.domain.attempt.decisions import Closed, Decision, MarkOverridden, Noted, NoteKind, Reinstated, Voided
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.domain.moment import Moment
    from quizapp.domain.papers.paper import Question
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.decisions.committee_journal import SeenJournal
    from quizapp.services.ports.port_values import AttemptName, CommitteeJournal
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.invigilator import OrderKey

    _Make: TypeAlias = Callable[[RecordedAttempt, Moment], Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAndAfter:
    """What was decided about an attempt."""

    before: RecordedAttempt
    after: RecordedAttempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Overridden(BeforeAndAfter):
    """A question that was given other marks."""

    question: Question
    had: Fraction | None
    """What it earned before; None where it waited for a person."""


def override(
    place: Workplace, wanted: str, number: int, marks: Fraction, decider: Marker, seen: SeenJournal | None = None
) -> Overridden:
    """Give a question of an attempt other marks. Raises CalledWrongly, Refused, MachineRefused.

    Of every decision here `seen` is what its maker saw; None where a command decides on what stands.
    """

    def make(one: RecordedAttempt, now: Moment) -> MarkOverridden:
        return decision_rules.override(one.form, one.attempt, one.candidate, number, marks, decider, now)

    name = find_attempt(place.home, wanted)
    _check_persons(place, decider)
    one = _decide(place, name, seen, make, {"question": str(number), "marks": str(marks)})
    question = one.form.questions[number - 1]
    return Overridden(before=one, after=read_attempt(place.home, name), question=question, had=one.marks_of(number))


def question_marks(place: Workplace, wanted: str, number: int) -> tuple[Fraction | None, Fraction]:
    """Return what a question of an attempt has now, and the most it can have. Raises CalledWrongly, Refused."""
    one = read_attempt(place.home, find_attempt(place.home, wanted))
    question = decision_rules.question_of(one.form, number)
    return one.marks_of(number), question.marking.marks


def void(place: Workplace, wanted: str, decider: Marker, seen: SeenJournal | None = None) -> BeforeAndAfter:
    """Annul an attempt that was handed in, or was collected. Raises CalledWrongly, Refused, MachineRefused."""

    def make(one: RecordedAttempt, now: Moment) -> Voided:
        is_elsewhere = _is_elsewhere(place, one)
        return decision_rules.void(
            one.attempt, one.candidate, decider, now, is_void=one.is_void, is_elsewhere=is_elsewhere
        )

    return _decide_for(place, wanted, decider, seen, make)


def reinstate(place: Workplace, wanted: str, decider: Marker, seen: SeenJournal | None = None) -> BeforeAndAfter:
    """Take the annulment of an attempt back. Raises CalledWrongly, Refused, MachineRefused."""

    def make(one: RecordedAttempt, now: Moment) -> Reinstated:
        return decision_rules.reinstate(one.attempt, one.candidate, decider, now, is_void=one.is_void)

    return _decide_for(place, wanted, decider, seen, make)


def reassign(
    place: Workplace, wanted: str, candidate: str, person: str, decider: Marker, seen: SeenJournal | None = None
) -> BeforeAndAfter:
    """Say whose an attempt is; `person` is the name, needed where there is no roster.

    Raises CalledWrongly, Refused, MachineRefused.
    """

    def make(one: RecordedAttempt, now: Moment) -> Reassigned:
        to = identify(place.home, candidate, person, may_have_left=True)
        is_elsewhere = _is_elsewhere(place, one)
        return decision_rules.reassign(one.attempt, one.candidate, to, decider, now, is_elsewhere=is_elsewhere)

    return _decide_for(place, wanted, decider, seen, make)


def close(place: Workplace, name: AttemptName, decider: Marker, seen: SeenJournal | None = None) -> RecordedAttempt:
    """Hand in an attempt of another machine's as it was collected.

    Raises Refused where it has ended, MachineRefused.
    """

    def make(one: RecordedAttempt, now: Moment) -> Closed:
        return decision_rules.close(one.attempt, one.candidate, one.head, decider, now)

    _decide(place, name, seen, make, {})
    return read_attempt(place.home, name, now=place.clock.read().at)


def note(
    place: Workplace, paper: str, candidate: str, kind: NoteKind, decider: Marker, seen: SeenJournal | None = None
) -> Candidate:
    """Note how a candidate stands at a paper, or take the note back; return who. Raises Refused, MachineRefused."""
    check_known(place.home, candidate)
    _check_persons(place, decider)
    one, now = _person(place, paper, candidate), place.clock.read()

    def make(journal: CommitteeJournal) -> tuple[Noted]:
        if kind == "none" and rulings(journal.decisions).note_of(candidate) is None:
            raise Refused("note-nothing", candidate=candidate)
        return (decision_rules.note(one, kind, decider, now),)

    (decision, *_) = reversed(record(place.home, paper, seen, make).decisions)
    _tell(place, paper, decision, {"candidate": candidate, "note": kind})
    return one


def _person(place: Workplace, paper: str, id: str) -> Candidate:
    """Return a candidate as the roster has them, else as their attempts at the paper do."""
    listed = CandidateIndex((one.id, one) for one in place.home.roster.roll().everybody).get(id)
    if listed is not None:
        return listed
    sat = (read_attempt(place.home, name).candidate for name in place.home.journals.names(paper))
    return CandidateIndex((one.id, one) for one in sat).get(id) or Candidate(id=id, name="")


def _check_persons(place: Workplace, decider: Marker) -> None:
    """Refuse who may decide nothing here, before anything is looked for. Raises Refused."""
    decision_rules.check_decider(decider, needs_checker=place.two_persons)


def _is_elsewhere(place: Workplace, one: RecordedAttempt) -> bool:
    """Return whether an attempt was collected: another machine writes it, and nobody here can hand it in."""
    return one.id in place.home.collected.attempts()


def _decide_for(
    place: Workplace, wanted: str, decider: Marker, seen: SeenJournal | None, make: _Make
) -> BeforeAndAfter:
    """Decide about the attempt that is meant, by whom that may."""
    name = find_attempt(place.home, wanted)
    _check_persons(place, decider)
    before = _decide(place, name, seen, make, {})
    return BeforeAndAfter(before=before, after=read_attempt(place.home, name))


def _decide(
    place: Workplace, name: AttemptName, seen: SeenJournal | None, make: _Make, values: Mapping[str, str]
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


def force_hand_in(
    place: Workplace,
    attempt: str,
    orderer: Marker,
    moments: Iterable[object],
    key: OrderKey | None = None,
    seen: SeenJournal | None = None,
) -> RecordedAttempt:
    """Have an attempt in progress handed in now, in its window or without one, and the book up to date.

    `moments` are tried one after another while another program is waited for. One that was collected is not written
    to: that it is handed in is a decision, made on what was `seen`. Raises Refused for one that was handed in already,
    by its candidate or at its closing, and where its publication asks for a password and `key` is not given;
    CalledWrongly for one unknown; MachineRefused.
    """
    name = find_attempt(place.home, attempt)
    if name.attempt in place.home.collected.attempts():
        return close(place, name, orderer, seen)
    check_password_given(place.home, name.paper, key)
    request = ordered("hand_in", orderer, place.clock.read().at, place.chance)
    wanted = {name: request if key is None else key.signed(name.attempt, request)}
    (outcome,) = OrderSender(place.home, place.clock, wanted).settle(moments).values()
    if outcome.refusal is not None:
        _check_in_progress(read_attempt(place.home, name))
        raise outcome.refusal
    refresh(place.home, (name,), place.class_id, place.clock.read().at)
    values = {"paper": name.paper, "attempt": name.attempt, "why": orderer.why, "checked_by": orderer.checked_by}
    place.home.log.record(place.clock.read().at, "hand-in-forced", orderer.by, values)
    return read_attempt(place.home, name)


def _check_in_progress(one: RecordedAttempt) -> None:
    if one.attempt.handed_in_at is not None:
        raise Refused("close-handed-in", attempt=one.id, at=one.attempt.handed_in_at)
