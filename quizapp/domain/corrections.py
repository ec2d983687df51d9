"""Keys that turned out to be wrong: a form as it was sat, with what was corrected since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.decisions import KeyCorrected
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import Marker
from quizapp.domain.item import FULL_FOR_ALL, INVALID, Item, Response
from quizapp.domain.paper import Form, Question


def corrected(form: Form, corrections: Iterable[KeyCorrected]) -> Form:
    """Return a form with corrections of its questions applied, in their order.

    A dropped question stays on the form and is worth nothing, so that the full score and a pass mark that is a share
    of it fall with it; marks that a penalty would take are gone too.
    """
    questions = {question.number: question for question in form.questions}
    for one in corrections:
        if one.question in questions:
            questions[one.question] = _corrected(questions[one.question], one, form.questions[one.question - 1])
    return replace(form, questions=tuple(questions[number] for number in sorted(questions)))


def _corrected(question: Question, correction: KeyCorrected, sat: Question) -> Question:
    """Return a question after one more correction; `sat` is how it was sat."""
    match correction.how:
        case "full":
            return replace(question, marking=replace(sat.marking, scheme=FULL_FOR_ALL))
        case "drop":
            return replace(question, marking=replace(sat.marking, marks=Fraction(0)))
        case "accept" if correction.keyed is not None:
            return replace(question, also=(*question.also, correction.keyed))
        case "key" if correction.keyed is not None:
            # One key and no other: whatever was said of the question before is taken back.
            return replace(sat, item=correction.keyed)
        case _:
            return question


def is_dropped(question: Question) -> bool:
    """Return whether a question is worth nothing, as a dropped one is."""
    return question.marking.marks == 0


def correct_key(
    digest: str, question: Question, answer: Response, decider: Marker, now: Moment, *, is_more: bool = False
) -> KeyCorrected:
    """Give a question of a form another key, or with `is_more` one that counts beside those it has. Raises Refused.

    `question` is as corrected so far, so that one accepted text after another stands with those before.
    """
    item = question.also[-1] if is_more and question.also else question.item
    keyed = None
    if answer != INVALID:
        keyed = item.accepting(answer) if is_more else item.keyed(answer)
    if keyed is None:
        code = "correct-no-key" if item.NEEDS_PERSON else "correct-not-a-key"
        raise Refused(code, number=question.number, answer=item.describe(answer, question.order))
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=item.id,
        how="accept" if is_more else "key",
        answer=answer,
        keyed=keyed,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def correct_from_bank(digest: str, question: Question, keyed: Item, decider: Marker, now: Moment) -> KeyCorrected:
    """Give a question the key that its bank has by now; `keyed` is the item on the form with that key."""
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=keyed.id,
        how="key",
        answer=keyed.key_response() or (),
        keyed=keyed,
        is_from_bank=True,
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )


def correct_for_all(digest: str, question: Question, decider: Marker, now: Moment, *, is_dropped: bool) -> KeyCorrected:
    """Give everybody full marks for a question, or take it out of the total."""
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=question.item.id,
        how="drop" if is_dropped else "full",
        by=decider.by,
        checked_by=decider.checked_by,
        why=decider.why,
    )
