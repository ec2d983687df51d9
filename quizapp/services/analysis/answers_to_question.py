"""The answers that attempts gave to one question, and what they earn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.decisions.corrections import corrected
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.decisions.same_answers import GivenAnswer, Reply, same_answers
from quizapp.domain.errors import Refused
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import read_attempt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.domain.papers.paper import Question
    from quizapp.services.decisions.correction_target import CorrectionTarget, QuestionPlace
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


def answers_to_question(place: Workplace, target: CorrectionTarget) -> tuple[GivenAnswer, ...]:
    """Return what the handed-in attempts that are not void gave.

    Raises Refused for an essay, and while somebody is sitting the same question.
    """
    item = target.first.item
    if item.NEEDS_PERSON:
        raise Refused("answers-of-essay", number=target.first.number)
    if item.id in hidden_items(place.home, place.clock, place.class_id):
        raise Refused("answers-hidden", item=item.id)
    return same_answers(_replies(place.home, target), target.order)


def _replies(home: Home, target: CorrectionTarget) -> Iterator[Reply]:
    decided = rulings(home.decisions.read(target.paper))
    questions = {where.known.digest: _both(where, decided) for where in target.places}
    for name in home.journals.names(target.paper):
        if name.attempt in decided.voided:
            continue
        attempt = read_attempt(home, name, decided).attempt
        both = questions.get(attempt.started.form)
        # One in progress cannot be among them: its items are not shown at all.
        if both is not None:
            now, later = both
            yield Reply(response=attempt.response(now.number), now=now, later=later)


def _both(where: QuestionPlace, decided: Rulings) -> tuple[Question, Question]:
    """Return a question as the corrections that hold have it, and as all of them do."""
    digest, place = where.known.digest, where.number - 1
    now = corrected(where.known.form, decided.corrections_of(digest))
    later = corrected(where.known.form, decided.corrections_of(digest, with_pending=True))
    return now.questions[place], later.questions[place]
