"""Answers that become final one by one, and how certain they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.domain.attempt.events import Certainty, CertaintyGiven, Fixed, HandedIn, SectionClosed, Visited
from quizapp.domain.attempt.rules import answer, be_certain, fix, hand_in, leave_section, open_section, undo, visit
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import Refused
from quizapp.domain.item import INVALID, Response
from quizapp.domain.papers.delivery import Feedback
from tests.domain.attempt.stopped_clock import HOUR, MINUTE, after, attempt_of, held_to, moment

ONE_BY_ONE = held_to(feedback="after_item")
ONWARD = held_to(feedback="after_item", navigation="forward_only")
ASKING = held_to(certainty=True)
CLOSING = 60 * MINUTE


def answered(terms: Terms, question: int = 1, response: Response = ("A",)) -> Attempt:
    attempt = attempt_of()
    attempt = after(attempt, visit(attempt, terms, question, moment()))
    return after(attempt, answer(attempt, terms, question, response, moment()))


def refusal(move: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        move()
    return refused.value.code


# Fixing


@pytest.mark.parametrize("response", [("A",), INVALID])
def test_an_answer_is_fixed_once(response: Response) -> None:
    attempt = answered(ONE_BY_ONE, response=response)
    now = moment(MINUTE)
    decided = fix(attempt, ONE_BY_ONE, 1, now)
    assert decided == (Fixed(when=now, question=1),)
    attempt = after(attempt, decided)
    assert attempt.fixed == {1}
    assert fix(attempt, ONE_BY_ONE, 1, now) == ()


def test_a_fixed_answer_is_final() -> None:
    attempt = answered(ONE_BY_ONE)
    attempt = after(attempt, fix(attempt, ONE_BY_ONE, 1, moment()))
    assert refusal(lambda: answer(attempt, ONE_BY_ONE, 1, ("B",), moment())) == "answer-fixed"
    assert refusal(lambda: answer(attempt, ONE_BY_ONE, 1, ("A",), moment())) == "answer-fixed"
    assert refusal(lambda: undo(attempt, ONE_BY_ONE, 1, moment())) == "answer-fixed"
    assert attempt.response(1) == ("A",)


def test_a_fixed_answer_leaves_the_others_open_and_may_be_seen_again() -> None:
    attempt = answered(ONE_BY_ONE)
    attempt = after(attempt, fix(attempt, ONE_BY_ONE, 1, moment()))
    attempt = after(attempt, visit(attempt, ONE_BY_ONE, 2, moment()))
    assert answer(attempt, ONE_BY_ONE, 2, ("A",), moment()) != ()
    assert visit(attempt, ONE_BY_ONE, 1, moment()) == (Visited(when=moment(), question=1),)


def test_an_empty_answer_is_fixed_only_where_the_person_said_so() -> None:
    attempt = attempt_of()
    assert refusal(lambda: fix(attempt, ONE_BY_ONE, 1, moment())) == "fix-nothing-answered"
    assert fix(attempt, ONE_BY_ONE, 1, moment(), even_empty=True) == (Fixed(when=moment(), question=1),)


@pytest.mark.parametrize("feedback", ["never", "after_hand_in", "after_close"])
def test_where_feedback_comes_at_another_time_nothing_is_fixed(feedback: Feedback) -> None:
    terms = held_to(feedback=feedback)
    assert refusal(lambda: fix(answered(terms), terms, 1, moment())) == "fix-not-asked"
    forward = held_to(feedback=feedback, navigation="forward_only")
    assert visit(answered(forward), forward, 2, moment()) == (Visited(when=moment(), question=2),)


def test_with_free_navigation_moving_on_fixes_nothing() -> None:
    assert visit(answered(ONE_BY_ONE), ONE_BY_ONE, 2, moment()) == (Visited(when=moment(), question=2),)


@pytest.mark.parametrize("response", [("A",), ()])
def test_with_forward_only_moving_on_fixes_the_question_left(response: Response) -> None:
    now = moment(MINUTE)
    attempt = answered(ONWARD, response=response)
    assert visit(attempt, ONWARD, 2, now) == (Fixed(when=now, question=1), Visited(when=now, question=2))


def test_with_forward_only_a_question_that_was_fixed_is_not_fixed_again_on_moving_on() -> None:
    attempt = answered(ONWARD)
    attempt = after(attempt, fix(attempt, ONWARD, 1, moment()))
    assert visit(attempt, ONWARD, 2, moment()) == (Visited(when=moment(), question=2),)


def test_with_forward_only_a_question_never_seen_is_not_fixed() -> None:
    assert visit(attempt_of(), ONWARD, 1, moment()) == (Visited(when=moment(), question=1),)
    assert visit(attempt_of(), ONWARD, 2, moment()) == (Visited(when=moment(), question=2),)


def test_with_forward_only_only_the_question_on_screen_is_fixed() -> None:
    attempt = after(attempt_of(), (Visited(when=moment(), question=2),))
    assert refusal(lambda: fix(attempt, ONWARD, 1, moment(), even_empty=True)) == "no-way-back"
    assert refusal(lambda: fix(attempt, ONWARD, 3, moment(), even_empty=True)) == "no-jump"


def test_with_forward_only_a_question_left_with_its_section_is_fixed_on_moving_on() -> None:
    terms = held_to(20 * MINUTE, None, feedback="after_item", navigation="forward_only")
    attempt = attempt_of(4)
    attempt = after(attempt, open_section(attempt, terms, 0, moment()))
    attempt = after(attempt, visit(attempt, terms, 1, moment()))
    attempt = after(attempt, leave_section(attempt, terms, moment()))
    assert visit(attempt, terms, 3, moment()) == (
        Fixed(when=moment(), question=1),
        Visited(when=moment(), question=3),
    )


def test_an_answer_is_fixed_within_its_section_only() -> None:
    terms = held_to(20 * MINUTE, 20 * MINUTE, feedback="after_item")
    attempt = attempt_of(4)
    assert refusal(lambda: fix(attempt, terms, 1, moment(), even_empty=True)) == "section-not-opened"
    attempt = after(attempt, open_section(attempt, terms, 0, moment()))
    assert fix(attempt, terms, 1, moment(20 * MINUTE), even_empty=True) == (
        SectionClosed(when=moment(20 * MINUTE), section=0, by="deadline"),
    )
    attempt = after(attempt, leave_section(attempt, terms, moment()))
    assert refusal(lambda: fix(attempt, terms, 1, moment(), even_empty=True)) == "section-closed"


def test_nothing_is_fixed_at_closing_or_once_it_is_handed_in() -> None:
    attempt = answered(ONE_BY_ONE)
    assert fix(attempt, ONE_BY_ONE, 1, moment(CLOSING)) == (HandedIn(when=moment(CLOSING), by="deadline"),)
    ended = after(attempt, hand_in(attempt, ONE_BY_ONE, moment()))
    assert refusal(lambda: fix(ended, ONE_BY_ONE, 1, moment())) == "attempt-ended"


# Certainty


@pytest.mark.parametrize("certainty", ["sure", "fairly_sure", "not_sure"])
def test_how_certain_an_answer_is_is_a_fact(certainty: Certainty) -> None:
    attempt = answered(ASKING)
    now = moment(MINUTE)
    decided = be_certain(attempt, ASKING, 1, certainty, now)
    assert decided == (CertaintyGiven(when=now, question=1, certainty=certainty),)
    attempt = after(attempt, decided)
    assert attempt.certainties == {1: certainty}
    assert be_certain(attempt, ASKING, 1, certainty, now) == ()


def test_the_last_word_on_certainty_stands_and_an_answer_changed_since_keeps_it() -> None:
    attempt = answered(ASKING)
    for certainty in ("sure", "not_sure"):
        attempt = after(attempt, be_certain(attempt, ASKING, 1, certainty, moment()))
    attempt = after(attempt, be_certain(attempt, ASKING, 3, "sure", moment()))
    attempt = after(attempt, answer(attempt, ASKING, 1, ("B",), moment()))
    assert attempt.certainties == {1: "not_sure", 3: "sure"}


def test_where_the_paper_does_not_ask_nobody_is_certain() -> None:
    assert refusal(lambda: be_certain(answered(HOUR), HOUR, 1, "sure", moment())) == "certainty-not-asked"


def test_certainty_is_final_with_the_answer() -> None:
    terms = held_to(certainty=True, feedback="after_item")
    attempt = answered(terms)
    attempt = after(attempt, fix(attempt, terms, 1, moment()))
    assert refusal(lambda: be_certain(attempt, terms, 1, "sure", moment())) == "answer-fixed"


def test_with_forward_only_certainty_is_given_for_the_question_on_screen_only() -> None:
    terms = held_to(certainty=True, navigation="forward_only")
    attempt = after(attempt_of(), (Visited(when=moment(), question=2),))
    assert refusal(lambda: be_certain(attempt, terms, 1, "sure", moment())) == "no-way-back"
    assert refusal(lambda: be_certain(attempt, terms, 3, "sure", moment())) == "no-jump"
    assert be_certain(attempt, terms, 2, "sure", moment()) != ()


def test_certainty_is_given_within_a_section_and_before_closing() -> None:
    terms = held_to(20 * MINUTE, None, certainty=True)
    attempt = attempt_of(4)
    assert refusal(lambda: be_certain(attempt, terms, 1, "sure", moment())) == "section-not-opened"
    attempt = after(attempt, open_section(attempt, terms, 0, moment()))
    assert be_certain(attempt, terms, 1, "sure", moment(20 * MINUTE)) == (
        SectionClosed(when=moment(20 * MINUTE), section=0, by="deadline"),
    )
    (_, handed_in) = be_certain(attempt, terms, 1, "sure", moment(CLOSING))
    assert handed_in == HandedIn(when=moment(CLOSING), by="deadline")
    ended = after(attempt, hand_in(attempt, terms, moment()))
    assert refusal(lambda: be_certain(ended, terms, 1, "sure", moment())) == "attempt-ended"
