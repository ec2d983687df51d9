"""What may be decided about an attempt or a candidate, and by whom: each rule looks and decides, or refuses."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.candidate import Candidate, plain_name, same_number
from quizapp.domain.decisions import Closed, CopyChosen, MarkOverridden, Noted, NoteKind, Reassigned, Voided
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import Marker
from quizapp.domain.paper import Form, Question
from quizapp.domain.text import folded


def check_decider(decider: Marker, *concerned: Candidate) -> None:
    """Refuse a decision without a name or a reason, and one by whom it concerns. Raises Refused.

    Source: command-line, decisions: neither who decides nor who checks may be the candidate.
    """
    if not folded(decider.by):
        raise Refused("marker-needed")
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
    return MarkOverridden(
        when=now,
        attempt=attempt.started.attempt,
        question=number,
        marks=marks,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def void(attempt: Attempt, owner: Candidate, decider: Marker, now: Moment, *, is_void: bool) -> Voided:
    """Annul an attempt that was handed in; `is_void` says whether it is already. Raises Refused."""
    check_decider(decider, owner)
    _check_ended(attempt)
    if is_void:
        raise Refused("void-already", attempt=attempt.started.attempt)
    return Voided(
        when=now,
        attempt=attempt.started.attempt,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def reassign(attempt: Attempt, owner: Candidate, to: Candidate, decider: Marker, now: Moment) -> Reassigned:
    """Say that an attempt is another person's than it stands under, or that it is theirs, the name on it being wrong.

    Raises Refused.
    """
    check_decider(decider, owner, to)
    _check_ended(attempt)
    if (same_number(to.id), plain_name(to.name)) == (same_number(owner.id), plain_name(owner.name)):
        raise Refused("reassign-to-same", candidate=to.id)
    return Reassigned(
        when=now,
        attempt=attempt.started.attempt,
        candidate=to.id,
        name=to.name,
        unit=to.unit,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def close(attempt: Attempt, owner: Candidate, head: str, decider: Marker, now: Moment) -> Closed:
    """Hand in an attempt of another machine's as it was collected; `head` is that copy's last hash. Raises Refused."""
    check_decider(decider, owner)
    if attempt.handed_in_at is not None:
        raise Refused("close-handed-in", attempt=attempt.started.attempt, at=attempt.handed_in_at)
    return Closed(
        when=now,
        attempt=attempt.started.attempt,
        head=head,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


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
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def note(candidate: Candidate, kind: NoteKind, decider: Marker, now: Moment) -> Noted:
    """Note how a candidate stands at a paper beside any attempt. Raises Refused."""
    check_decider(decider, candidate)
    return Noted(
        when=now,
        candidate=candidate.id,
        note=kind,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def question_of(form: Form, number: int) -> Question:
    """Return the question of that number. Raises Refused where the form has none."""
    if not 1 <= number <= len(form.questions):
        raise Refused("mark-question-unknown", number=number, count=len(form.questions))
    return form.questions[number - 1]


def _check_ended(attempt: Attempt) -> None:
    if not attempt.has_ended:
        raise Refused("mark-not-handed-in", attempt=attempt.started.attempt)
