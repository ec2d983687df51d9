"""What may be decided or ordered about an attempt or a candidate, and by whom: each rule decides or refuses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

from quizapp.domain.attempt.decisions import (
    Closed,
    CopyChosen,
    Decision,
    EssayMarked,
    KeyCorrected,
    MarkOverridden,
    Noted,
    NoteKind,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
)
from quizapp.domain.attempt.events import Event, HandedIn
from quizapp.domain.attempt.interruptions import carry_out, pause, unpause
from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.rules import extend
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms, on_time
from quizapp.domain.candidate import Candidate, plain_name, same_number
from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.marking.essay_marks import Marker, check_two
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Question
from quizapp.domain.text import folded


def check_decider(decider: Marker, *concerned: Candidate, needs_checker: bool = False) -> None:
    """Refuse a decision without a name or a reason, one by whom it concerns, and one checked by its own maker.

    `needs_checker` says that somebody must have checked it: 双人复核. Raises Refused.

    Source: command-line, decisions: neither who decides nor who checks may be the candidate.
    """
    check_two(decider)
    if needs_checker and not folded(decider.checked_by):
        raise Refused("checker-needed")
    if not folded(decider.why):
        raise Refused("why-needed")
    own = {folded(name) for one in concerned for name in (one.id, one.name)}
    for person in (decider.by, decider.checked_by):
        if folded(person) and folded(person) in own:
            raise Refused("decider-is-candidate", by=person)


def override(
    form: Form, attempt: Attempt, owner: Candidate, number: int, marks: Fraction, decider: Marker, now: Moment
) -> MarkOverridden:
    """Give a question other marks than it has. `form` is the attempt's, as corrected. Raises Refused."""
    check_decider(decider, owner)
    _check_ended(attempt)
    question = question_of(form, number)
    most = question.marking.marks
    if not 0 <= marks <= most:
        raise Refused("override-outside", number=number, most=most, given=marks)
    return MarkOverridden(when=now, attempt=attempt.started.attempt, question=number, marks=marks, **decider.signed)


def void(
    attempt: Attempt, owner: Candidate, decider: Marker, now: Moment, *, is_void: bool, is_elsewhere: bool = False
) -> Voided:
    """Annul an attempt; `is_void` says whether it is already. Raises Refused.

    One that is sat here is handed in first; one `is_elsewhere`, collected half done, may never be.
    """
    check_decider(decider, owner)
    if not is_elsewhere:
        _check_ended(attempt)
    if is_void:
        raise Refused("void-already", attempt=attempt.started.attempt)
    return Voided(when=now, attempt=attempt.started.attempt, **decider.signed)


def reinstate(attempt: Attempt, owner: Candidate, decider: Marker, now: Moment, *, is_void: bool) -> Reinstated:
    """Take an annulment back. Raises Refused where there is none."""
    check_decider(decider, owner)
    if not is_void:
        raise Refused("void-not", attempt=attempt.started.attempt)
    return Reinstated(when=now, attempt=attempt.started.attempt, **decider.signed)


def reassign(
    attempt: Attempt, owner: Candidate, to: Candidate, decider: Marker, now: Moment, *, is_elsewhere: bool = False
) -> Reassigned:
    """Say that an attempt is another person's than it stands under, or that it is theirs, the name on it being wrong.

    `is_elsewhere` as for `void`. Raises Refused.
    """
    check_decider(decider, owner, to)
    if not is_elsewhere:
        _check_ended(attempt)
    if (same_number(to.id), plain_name(to.name)) == (same_number(owner.id), plain_name(owner.name)):
        raise Refused("reassign-to-same", candidate=to.id)
    return Reassigned(
        when=now, attempt=attempt.started.attempt, candidate=to.id, name=to.name, unit=to.unit, **decider.signed
    )


def close(attempt: Attempt, owner: Candidate, head: str, decider: Marker, now: Moment) -> Closed:
    """Hand in an attempt of another machine's as it was collected; `head` is that copy's last hash. Raises Refused."""
    check_decider(decider, owner)
    if attempt.handed_in_at is not None:
        raise Refused("close-handed-in", attempt=attempt.started.attempt, at=attempt.handed_in_at)
    return Closed(when=now, attempt=attempt.started.attempt, head=head, **decider.signed)


def choose_copy(
    attempt: Attempt, owner: Candidate, head: str, heads: frozenset[str], was: str, decider: Marker, now: Moment
) -> CopyChosen:
    """Have one of an attempt's copies count, by its last hash; `heads` are all that are known. Raises Refused."""
    check_decider(decider, owner)
    if len(heads) < 2:
        raise Refused("copies-one", attempt=attempt.started.attempt)
    return CopyChosen(
        when=now,
        attempt=attempt.started.attempt,
        head=head,
        others=tuple(sorted(heads - {head})),
        was=was,
        **decider.signed,
    )


def note(candidate: Candidate, kind: NoteKind, decider: Marker, now: Moment) -> Noted:
    """Note how a candidate stands at a paper beside any attempt. Raises Refused."""
    check_decider(decider, candidate)
    return Noted(when=now, candidate=candidate.id, note=kind, **decider.signed)


def question_of(form: Form, number: int) -> Question:
    """Return the question of that number. Raises Refused where the form has none."""
    if not 1 <= number <= len(form.questions):
        raise Refused("mark-question-unknown", number=number, count=len(form.questions))
    return form.questions[number - 1]


def check_seen(new: Sequence[Decision], since: Sequence[Decision]) -> None:
    """Refuse decisions where something of what they are about was decided since their maker looked. Raises Overtaken.

    Source: exam-rules: a decision is made on what its maker saw.
    """
    found = [one for one in since if any(_overtakes(one, each) for each in new)]
    if found:
        last = found[-1]
        raise Overtaken("decided-since", count=len(found), by=last.by, what=_within_refusal(last), why=last.why or "-")


def _overtakes(one: Decision, new: Decision) -> bool:
    """Return whether a decision changes what the maker of another had before them."""
    match new:
        case EssayMarked() | MarkOverridden():
            return _concerns_question(one, new.attempt, new.question)
        case Voided() | Reinstated() | Closed() | CopyChosen():
            return _concerns_attempt(one, new.attempt)
        case Reassigned():
            return _concerns_attempt(one, new.attempt) or _concerns_person(one, new.candidate)
        case Noted():
            return _concerns_person(one, new.candidate)
        case KeyCorrected():
            return isinstance(one, KeyCorrected | Regraded)
        case Regraded():
            # Essays marked meanwhile change its effect or do not, and that is compared by itself.
            return not isinstance(one, EssayMarked | Noted)


def _concerns_question(one: Decision, attempt: str, question: int) -> bool:
    match one:
        case EssayMarked() | MarkOverridden():
            return (one.attempt, one.question) == (attempt, question)
        case KeyCorrected():
            return one.question == question
        case _:
            return _concerns_attempt(one, attempt)


def _concerns_attempt(one: Decision, attempt: str) -> bool:
    return isinstance(one, Regraded) or getattr(one, "attempt", "") == attempt


def _concerns_person(one: Decision, candidate: str) -> bool:
    return isinstance(one, Noted | Reassigned) and same_number(one.candidate) == same_number(candidate)


def _within_refusal(one: Decision) -> Refused:
    """Return what was decided as a code and values, to be told within a refusal."""
    match one:
        case EssayMarked() | MarkOverridden():
            values: dict[str, object] = {"question": one.question, "marks": one.marks}
        case KeyCorrected():
            values = {"question": one.question, "item": one.item}
        case Reassigned():
            values = {"id": one.candidate, "name": one.name}
        case Noted():
            return Refused(f"since-noted-{one.note}", id=one.candidate)
        case _:
            values = {}
    return Refused(f"since-{one.KIND.replace('_', '-')}", **values)


def _check_ended(attempt: Attempt) -> None:
    if not attempt.has_ended:
        raise Refused("mark-not-handed-in", attempt=attempt.started.attempt)


MOST = timedelta(days=366)
"""No request gives more: a slip of the keyboard must not end beyond the calendar."""


def check_more(more: timedelta) -> None:
    """Refuse what is no length of time to give. Raises Refused."""
    if more <= timedelta(0):
        raise Refused("extension-not-positive")
    if more > MOST:
        raise Refused("extension-too-long")


def grant(attempt: Attempt, terms: Terms, request: Request, now: Moment) -> tuple[Event, ...]:
    """Return what follows from a request, what came due before it; nothing for one that was granted already.

    Raises Refused once the attempt's closing has come or it was handed in, and where its candidate is who orders it.
    """
    if request.id in attempt.granted:
        return ()
    owner = Candidate(id=attempt.started.candidate, name=attempt.started.name)
    check_decider(Marker(by=request.by, checked_by=request.checked_by, why=request.why), owner)
    if request.asks == "hand_in":
        return _hand_in(attempt, terms, request, now)
    people = {"why": request.why, "by": request.by, "checked_by": request.checked_by, "request": request.id}
    if request.asks == "pause":
        return pause(attempt, terms, now, **people)
    if request.asks == "go_on":
        return unpause(attempt, now, **people)
    if request.asks == "carry_out":
        return carry_out(attempt, now, **people)
    check_more(request.more)
    return extend(attempt, terms, now, more=request.more, **people)


def _hand_in(attempt: Attempt, terms: Terms, request: Request, now: Moment) -> tuple[Event, ...]:
    handed_in = HandedIn(
        when=now,
        by="committee",
        ordered_by=request.by,
        checked_by=request.checked_by,
        why=request.why,
        request=request.id,
    )
    return on_time(attempt, terms, now, lambda _: (handed_in,), even_paused=True)
