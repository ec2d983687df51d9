"""The way through a paper without a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.domain.attempt.events import Event, Visited
from quizapp.domain.attempt.rules import answer, following, undo, visit
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.errors import Refused
from tests.domain.attempt.stopped_clock import HOUR, after, attempt_of, held_to, moment

FORWARD = held_to(navigation="forward_only")


def at_question(number: int, questions: int = 5) -> Attempt:
    return after(attempt_of(questions), (Visited(when=moment(), question=number),))


@pytest.mark.parametrize(
    ("question", "code"),
    [(1, "no-way-back"), (2, "no-way-back"), (3, ""), (4, ""), (5, "no-jump")],
)
def test_from_the_question_on_screen_only_the_next_one_can_be_seen(question: int, code: str) -> None:
    attempt = at_question(3)
    if code:
        with pytest.raises(Refused) as refused:
            visit(attempt, FORWARD, question, moment())
        assert refused.value.code == code
    else:
        visit(attempt, FORWARD, question, moment())


@pytest.mark.parametrize(("question", "code"), [(1, "no-way-back"), (2, "no-way-back"), (4, "no-jump"), (5, "no-jump")])
@pytest.mark.parametrize(
    "change",
    [
        lambda attempt, question: answer(attempt, FORWARD, question, ("A",), moment()),
        lambda attempt, question: undo(attempt, FORWARD, question, moment()),
    ],
    ids=["answer", "undo"],
)
def test_only_the_question_on_screen_can_be_changed(
    change: Callable[[Attempt, int], tuple[Event, ...]], question: int, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        change(at_question(3), question)
    assert refused.value.code == code


def test_the_way_begins_at_the_first_question() -> None:
    assert visit(attempt_of(), FORWARD, 1, moment()) == (Visited(when=moment(), question=1),)
    with pytest.raises(Refused, match="no-jump"):
        visit(attempt_of(), FORWARD, 3, moment())


def test_the_way_ends_at_the_last_question() -> None:
    assert following(at_question(4), FORWARD) == 5
    assert following(at_question(5), FORWARD) is None
    assert visit(at_question(5), FORWARD, 5, moment()) == ()


@pytest.mark.parametrize("question", [1, 2, 4, 5])
def test_with_free_navigation_every_question_can_be_seen_and_changed_from_anywhere(question: int) -> None:
    assert visit(at_question(3), HOUR, question, moment()) == (Visited(when=moment(), question=question),)
    assert answer(at_question(3), HOUR, question, ("A",), moment()) != ()
