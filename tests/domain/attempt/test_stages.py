"""A case that unfolds: what is told by when, and what is final from then on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.events import EVENTS, Answered, Event, HandedIn, StageOpened, Visited
from quizapp.domain.attempt.rules import (
    answer,
    flag,
    hand_in,
    is_settled,
    is_to_unfold,
    landing,
    may_be_seen,
    open_stage,
    undo,
    visit,
)
from quizapp.domain.attempt.soundness import timely
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.attempt.story import story
from quizapp.domain.attempt.terms import CaseStage, Terms
from quizapp.domain.codec import event_to_plain, fact_from_plain
from quizapp.domain.errors import Refused
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.forms import form
from quizapp.services.papers.forms import joined, secret_part, shown_part
from tests.domain.attempt.stopped_clock import MINUTE, after, attempt_of, moment, started
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.item_examples import CASE
from tests.samples.judgement_items import GRADED, UNFOLDING
from tests.samples.small_items import unhurried

STAGES = tuple(CaseStage("c", stage) for stage in (0, 1, 1, 2))
TERMS = Terms(delivery=Delivery(), stages=(CaseStage("", 0), *STAGES))
"""A question by itself, then a case of three stages: 2, then 3 and 4, then 5."""
NOW = moment(MINUTE)


def went_on(*questions: int) -> Attempt:
    """Return an attempt whose case went on to these questions."""
    attempt = attempt_of(5)
    for question in questions:
        attempt = after(attempt, open_stage(attempt, TERMS, question, NOW))
        attempt = after(attempt, visit(attempt, TERMS, question, NOW))
    return attempt


def code(decide: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        decide()
    return refused.value.code


def test_a_form_has_each_questions_stage_and_what_is_told_by_then() -> None:
    made = form(paper(fixing("j-001", "j-100", "fr-009")), (bank(GRADED, UNFOLDING, CASE),))
    assert [(one.case, one.stage) for one in made.questions] == [
        ("", 0),
        ("j-100", 0),
        ("j-100", 1),
        ("j-100", 1),
        ("fr-009", 0),
        ("fr-009", 0),
    ]
    assert [one.stimulus for one in made.questions[1:3]] == [
        "九点，县里来电。",
        "九点，县里来电。\n\n十点半，传来文件。",
    ]
    assert Terms.of(made).stages == (
        CaseStage("", 0),
        CaseStage("j-100", 0),
        CaseStage("j-100", 1),
        CaseStage("j-100", 1),
        CaseStage("", 0),
        CaseStage("", 0),
    )


def test_a_form_keeps_the_stage_only_where_it_says_something() -> None:
    made = form(paper(fixing("j-100")), (bank(UNFOLDING),))
    shown = shown_part(made)
    assert ["stage" in one for one in shown["questions"]] == [False, True, True]
    assert joined(shown, secret_part(made)) == made
    assert Terms.of(form(paper(fixing("fr-009")), (bank(CASE),))).stages == ()


def test_only_the_first_stage_is_seen_until_the_next_one_is_opened() -> None:
    assert [may_be_seen(attempt_of(5), TERMS, number) for number in range(1, 6)] == [True, True, False, False, False]
    attempt = went_on(3)
    assert [may_be_seen(attempt, TERMS, number) for number in range(1, 6)] == [True, True, True, True, False]
    assert [is_to_unfold(attempt, TERMS, number) for number in range(1, 6)] == [False, False, False, False, True]


def test_going_on_writes_that_the_stage_was_opened_once() -> None:
    attempt = attempt_of(5)
    assert open_stage(attempt, TERMS, 4, NOW) == (StageOpened(when=NOW, question=4),)
    assert open_stage(attempt, TERMS, 2, NOW) == ()
    attempt = went_on(4)
    assert open_stage(attempt, TERMS, 3, NOW) == ()


def test_no_stage_is_passed_over() -> None:
    attempt = attempt_of(5)
    assert code(lambda: open_stage(attempt, TERMS, 5, NOW)) == "stage-beyond"
    assert code(lambda: visit(attempt, TERMS, 5, NOW)) == "stage-beyond"
    assert code(lambda: visit(attempt, TERMS, 3, NOW)) == "stage-not-opened"
    assert visit(went_on(3), TERMS, 4, NOW) != ()
    assert open_stage(went_on(3), TERMS, 5, NOW) != ()


def test_answers_before_a_stage_are_final_once_it_is_open_and_can_be_looked_at() -> None:
    attempt = after(attempt_of(5), answer(attempt_of(5), TERMS, 2, ("A",), NOW))
    assert answer(attempt, TERMS, 2, ("B",), NOW) != ()
    attempt = after(attempt, open_stage(attempt, TERMS, 3, NOW), (Visited(when=NOW, question=3),))
    assert is_settled(attempt, TERMS, 2)
    assert code(lambda: answer(attempt, TERMS, 2, ("B",), NOW)) == "stage-settled"
    assert code(lambda: undo(attempt, TERMS, 2, NOW)) == "stage-settled"
    assert visit(attempt, TERMS, 2, NOW) != ()
    assert flag(attempt, TERMS, 2, NOW) != ()
    assert answer(attempt, TERMS, 1, ("B",), NOW) != ()
    assert attempt.response(2) == ("A",)


def test_what_is_not_told_yet_is_not_answered() -> None:
    assert code(lambda: answer(attempt_of(5), TERMS, 3, ("A",), NOW)) == "stage-not-opened"


def test_there_is_no_way_back_or_round_where_the_paper_has_none() -> None:
    terms = replace(TERMS, delivery=Delivery(navigation="forward_only"))
    attempt = after(attempt_of(5), (Visited(when=NOW, question=2),))
    assert open_stage(attempt, terms, 3, NOW) == (StageOpened(when=NOW, question=3),)
    assert code(lambda: open_stage(attempt, terms, 4, NOW)) == "no-jump"


def test_one_who_comes_back_stands_where_they_stood() -> None:
    assert landing(went_on(3), TERMS) == 3


def test_what_was_never_opened_is_unanswered_at_the_hand_in() -> None:
    attempt = after(went_on(3), hand_in(went_on(3), TERMS, NOW))
    assert attempt.has_ended
    assert attempt.response(5) == ()


def test_a_journal_keeps_it_and_a_story_tells_where_it_led() -> None:
    event = StageOpened(when=NOW, question=3)
    plain = event_to_plain(event)
    assert plain == {"kind": "stage_opened", "data": {"question": 3}}
    assert fact_from_plain(EVENTS, plain["kind"], plain["data"], NOW) == event
    (_, step) = story([started(5), event])
    assert (step.what, step.question) == ("stage_opened", 3)


def test_answers_outside_their_stage_count_for_nothing_in_a_foreign_journal() -> None:
    events: list[Event] = [
        started(5),
        Answered(when=NOW, question=3, response=("A",)),
        Answered(when=NOW, question=2, response=("A",)),
        StageOpened(when=NOW, question=3),
        Answered(when=NOW, question=2, response=("B",)),
        Answered(when=NOW, question=3, response=("C",)),
        HandedIn(when=NOW, by="candidate"),
    ]
    found = timely(events, TERMS)
    assert [(one.fault, one.count) for one in found.irregularities] == [("answered_unfolded", 2)]
    attempt = fold(found.events)
    assert (attempt.response(2), attempt.response(3)) == (("A",), ("C",))


@unhurried
@given(st.lists(st.tuples(st.sampled_from(["answer", "open", "visit"]), st.integers(1, 5)), max_size=25))
def test_whatever_is_tried_no_settled_answer_changes_and_nothing_untold_is_seen(tried: list[tuple[str, int]]) -> None:
    attempt = attempt_of(5)
    for number, (what, question) in enumerate(tried):
        settled = {one: attempt.response(one) for one in range(1, 6) if is_settled(attempt, TERMS, one)}
        try:
            if what == "answer":
                attempt = after(attempt, answer(attempt, TERMS, question, (str(number),), NOW))
            elif what == "open":
                attempt = after(attempt, open_stage(attempt, TERMS, question, NOW))
            else:
                attempt = after(attempt, visit(attempt, TERMS, question, NOW))
        except Refused:
            continue
        assert may_be_seen(attempt, TERMS, attempt.current)
        assert {one: attempt.response(one) for one in settled} == settled
        assert all(is_to_unfold(attempt, TERMS, one) or may_be_seen(attempt, TERMS, one) for one in range(1, 6))
