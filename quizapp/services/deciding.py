"""What the committee decides about one attempt or one candidate: looked at, recorded, brought into the book, logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain import deciding
from quizapp.domain.candidate import Candidate, Numbered, same_number
from quizapp.domain.errors import Refused
from quizapp.domain.rulings import rulings
from quizapp.services.finding import find_attempt
from quizapp.services.people import check_known
from quizapp.services.recorded import read_attempt
from quizapp.services.score_book import refresh
from quizapp.services.starting import identify

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.decisions import Decision, Noted, NoteKind
    from quizapp.domain.essay_marks import Marker
    from quizapp.domain.paper import Question
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.records import AttemptName
    from quizapp.services.workplace import Workplace


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


def override(place: Workplace, wanted: str, number: int, marks: Fraction, decider: Marker) -> Overridden:
    """Give a question of an attempt other marks. Raises CalledWrongly, Refused, MachineRefused."""
    name = find_attempt(place.home, wanted)
    one = read_attempt(place.home, name, now=place.clock.read().at)
    now = place.clock.read()
    decision = deciding.override(one.form, one.attempt, one.candidate, number, marks, decider, now)
    _record(place, name.paper, decision, {"attempt": one.id, "question": str(number), "marks": str(marks)})
    question = one.form.questions[number - 1]
    return Overridden(before=one, after=read_attempt(place.home, name), question=question, had=one.marks_of(number))


def question_marks(place: Workplace, wanted: str, number: int) -> tuple[Fraction | None, Fraction]:
    """Return what a question of an attempt has now, and the most it can have. Raises CalledWrongly, Refused."""
    one = read_attempt(place.home, find_attempt(place.home, wanted))
    question = deciding.question_of(one.form, number)
    return one.marks_of(number), question.marking.marks


def void(place: Workplace, wanted: str, decider: Marker) -> Decided:
    """Annul an attempt that was handed in. Raises CalledWrongly, Refused, MachineRefused."""
    name = find_attempt(place.home, wanted)
    one = read_attempt(place.home, name, now=place.clock.read().at)
    decision = deciding.void(one.attempt, one.candidate, decider, place.clock.read(), is_void=one.is_void)
    _record(place, name.paper, decision, {"attempt": one.id, "candidate": one.candidate.id})
    return Decided(before=one, after=read_attempt(place.home, name))


def reassign(place: Workplace, wanted: str, candidate: str, person: str, decider: Marker) -> Decided:
    """Say whose an attempt is; `person` is the name, needed where there is no roster.

    Raises CalledWrongly, Refused, MachineRefused.
    """
    name = find_attempt(place.home, wanted)
    one = read_attempt(place.home, name, now=place.clock.read().at)
    to = identify(place.home, candidate, person, may_have_left=True)
    decision = deciding.reassign(one.attempt, one.candidate, to, decider, place.clock.read())
    _record(place, name.paper, decision, {"attempt": one.id, "from": one.candidate.id, "to": to.id})
    return Decided(before=one, after=read_attempt(place.home, name))


def close(place: Workplace, name: AttemptName, decider: Marker) -> RecordedAttempt:
    """Hand in an attempt of another machine's as it was collected.

    Raises Refused where it has ended, MachineRefused.
    """
    now = place.clock.read()
    one = read_attempt(place.home, name, now=now.at)
    decision = deciding.close(one.attempt, one.candidate, one.head, decider, now)
    _record(place, name.paper, decision, {"attempt": one.id, "candidate": one.candidate.id})
    return read_attempt(place.home, name, now=now.at)


def note(place: Workplace, paper: str, candidate: str, kind: NoteKind, decider: Marker) -> Candidate:
    """Note how a candidate stands at a paper, or take the note back; return who. Raises Refused, MachineRefused."""
    check_known(place.home, candidate)
    one = _person(place, paper, candidate)
    if kind == "none" and same_number(candidate) not in rulings(place.home.decisions.read(paper)).notes:
        raise Refused("note-nothing", candidate=candidate)
    decision: Noted = deciding.note(one, kind, decider, place.clock.read())
    _record(place, paper, decision, {"candidate": candidate, "note": kind})
    return one


def _person(place: Workplace, paper: str, id: str) -> Candidate:
    """Return a candidate as the roster has them, else as their attempts at the paper do."""
    listed = Numbered((one.id, one) for one in place.home.roster.roll().everybody).get(id)
    if listed is not None:
        return listed
    sat = (read_attempt(place.home, name).candidate for name in place.home.journals.names(paper))
    return Numbered((one.id, one) for one in sat).get(id) or Candidate(id=id, name="")


def _record(place: Workplace, paper: str, decision: Decision, values: dict[str, str]) -> None:
    """Have a decision on disk, then in the book, then in the log. Raises MachineRefused."""
    place.home.decisions.record(paper, (decision,))
    refresh(place.home, (), place.class_id, decision.when.at)
    told = {"paper": paper, **values, "checked_by": decision.checked_by, "why": decision.why}
    place.home.log.record(decision.when.at, decision.KIND.replace("_", "-"), decision.by, told)
