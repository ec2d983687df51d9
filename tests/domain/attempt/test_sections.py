"""Sections with clocks of their own: opened, left for good, and the way through them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.domain.attempt.events import (
    Answered,
    Flagged,
    SectionClosed,
    SectionOpened,
    Visited,
)
from quizapp.domain.attempt.rules import (
    answer,
    flag,
    following,
    landing,
    leave_section,
    may_be_seen,
    open_section,
    undo,
    visit,
    waits_to_open,
)
from quizapp.domain.attempt.terms import Terms, section_end
from tests.domain.attempt.clocked_sections import CLOCKED, END, FORWARD, opened, refusal
from tests.domain.attempt.stopped_clock import MINUTE, NINE, after, attempt_of, held_to, moment

# Opening


def test_a_sections_clock_starts_when_it_is_opened() -> None:
    attempt = attempt_of(6)
    now = moment(5 * MINUTE)
    assert section_end(attempt, CLOCKED, 1) is None
    decided = open_section(attempt, CLOCKED, 1, now)
    assert decided == (SectionOpened(when=now, section=1),)
    attempt = after(attempt, decided)
    assert section_end(attempt, CLOCKED, 1) == NINE + 5 * MINUTE + END
    assert section_end(attempt, CLOCKED, 2) is None


def test_a_section_is_opened_once() -> None:
    attempt = opened()
    assert open_section(attempt, CLOCKED, 1, moment(MINUTE)) == ()


def test_a_section_without_a_clock_is_open_from_the_start() -> None:
    attempt = attempt_of(6)
    assert open_section(attempt, CLOCKED, 0, moment()) == ()
    assert section_end(attempt, CLOCKED, 0) is None
    assert visit(attempt, CLOCKED, 2, moment()) != ()
    assert answer(attempt, CLOCKED, 2, ("A",), moment()) != ()


def test_opening_another_section_closes_the_one_whose_clock_runs() -> None:
    now = moment(MINUTE)
    assert open_section(opened(), CLOCKED, 2, now) == (
        SectionClosed(when=now, section=1, by="candidate"),
        SectionOpened(when=now, section=2),
    )


@pytest.mark.parametrize("question", [3, 4])
def test_before_a_section_is_opened_nothing_in_it_is_seen_or_answered(question: int) -> None:
    attempt = attempt_of(6)
    assert refusal(lambda: visit(attempt, CLOCKED, question, moment())) == "section-not-opened"
    assert refusal(lambda: answer(attempt, CLOCKED, question, ("A",), moment())) == "section-not-opened"
    assert refusal(lambda: undo(attempt, CLOCKED, question, moment())) == "section-not-opened"


def test_with_forward_only_a_section_not_opened_is_not_walked_into() -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=2),))
    assert refusal(lambda: visit(attempt, FORWARD, 3, moment())) == "section-not-opened"


def test_a_flag_may_be_set_wherever_it_stands() -> None:
    attempt = opened()
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment()))
    for question in range(1, 7):
        assert flag(attempt, CLOCKED, question, moment()) == (
            Flagged(when=moment(), question=question, is_flagged=True),
        )


def test_what_waits_for_its_opening_or_was_closed_is_not_seen() -> None:
    attempt = attempt_of(6)
    assert [waits_to_open(attempt, CLOCKED, section) for section in (0, 1, 2)] == [False, True, True]
    assert [may_be_seen(attempt, CLOCKED, question) for question in (2, 3, 5)] == [True, False, False]
    attempt = opened()
    assert [waits_to_open(attempt, CLOCKED, section) for section in (0, 1, 2)] == [False, False, True]
    assert [may_be_seen(attempt, CLOCKED, question) for question in (2, 3, 5)] == [True, True, False]
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment()))
    assert not waits_to_open(attempt, CLOCKED, 1)
    assert [may_be_seen(attempt, CLOCKED, question) for question in (2, 3, 5)] == [True, False, False]


# Leaving


def test_leaving_closes_a_section_for_good() -> None:
    now = moment(MINUTE)
    decided = leave_section(opened(), CLOCKED, now)
    assert decided == (SectionClosed(when=now, section=1, by="candidate"),)
    closed = after(opened(), decided)
    moves: tuple[Callable[[], object], ...] = (
        lambda: visit(closed, CLOCKED, 3, now),
        lambda: answer(closed, CLOCKED, 3, ("A",), now),
        lambda: undo(closed, CLOCKED, 3, now),
        lambda: open_section(closed, CLOCKED, 1, now),
    )
    for move in moves:
        assert refusal(move) == "section-closed"


def test_where_no_clock_runs_nothing_is_left() -> None:
    assert leave_section(attempt_of(6), CLOCKED, moment()) == ()
    attempt = opened()
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment()))
    assert leave_section(attempt, CLOCKED, moment(MINUTE)) == ()


@pytest.mark.parametrize("question", [1, 5])
def test_a_question_elsewhere_is_not_shown_while_that_would_close_a_section(question: int) -> None:
    attempt = after(opened(), visit(opened(), CLOCKED, 3, moment()))
    assert refusal(lambda: visit(attempt, CLOCKED, question, moment())) == "section-would-close"
    assert visit(attempt, CLOCKED, 4, moment()) == (Visited(when=moment(), question=4),)


def test_what_was_typed_where_there_is_no_clock_counts_though_another_sections_runs_by_now() -> None:
    now = moment(MINUTE)
    assert answer(opened(), CLOCKED, 1, ("A",), now) == (Answered(when=now, question=1, response=("A",)),)


def test_sections_without_a_clock_stay_open() -> None:
    attempt = after(opened(), leave_section(opened(), CLOCKED, moment(MINUTE)))
    assert visit(attempt, CLOCKED, 1, moment(2 * MINUTE)) != ()
    assert answer(attempt, CLOCKED, 1, ("A",), moment(2 * MINUTE)) != ()


# The way through


def test_with_forward_only_the_next_section_is_opened_from_the_last_question_before_it() -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=1),))
    assert refusal(lambda: open_section(attempt, FORWARD, 1, moment())) == "no-jump"
    last = after(attempt, visit(attempt, FORWARD, 2, moment()))
    assert open_section(last, FORWARD, 1, moment()) == (SectionOpened(when=moment(), section=1),)
    assert refusal(lambda: open_section(last, FORWARD, 2, moment())) == "no-jump"


def test_with_forward_only_the_first_section_may_have_a_clock() -> None:
    terms = held_to(END, None, navigation="forward_only")
    attempt = attempt_of(4)
    assert refusal(lambda: visit(attempt, terms, 1, moment())) == "section-not-opened"
    assert refusal(lambda: answer(attempt, terms, 1, ("A",), moment())) == "section-not-opened"
    attempt = after(attempt, open_section(attempt, terms, 0, moment()))
    assert visit(attempt, terms, 1, moment()) == (Visited(when=moment(), question=1),)


def test_with_forward_only_a_section_behind_cannot_be_opened() -> None:
    terms = held_to(END, 10 * MINUTE, navigation="forward_only")
    attempt = after(attempt_of(4), (Visited(when=moment(), question=3),))
    assert refusal(lambda: open_section(attempt, terms, 0, moment())) == "no-way-back"


def test_with_forward_only_a_section_left_early_leads_to_the_next_one() -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=2),))
    attempt = after(attempt, open_section(attempt, FORWARD, 1, moment()))
    attempt = after(attempt, visit(attempt, FORWARD, 3, moment()))
    assert following(attempt, FORWARD) == 4
    assert refusal(lambda: open_section(attempt, FORWARD, 2, moment())) == "no-jump"
    attempt = after(attempt, leave_section(attempt, FORWARD, moment(MINUTE)))
    assert following(attempt, FORWARD) == 5
    assert refusal(lambda: visit(attempt, FORWARD, 4, moment(MINUTE))) == "section-closed"
    attempt = after(attempt, open_section(attempt, FORWARD, 2, moment(MINUTE)))
    assert visit(attempt, FORWARD, 5, moment(MINUTE)) == (Visited(when=moment(MINUTE), question=5),)


def test_with_forward_only_the_last_question_of_a_section_is_left_by_opening_the_next() -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=2),))
    attempt = after(attempt, open_section(attempt, FORWARD, 1, moment()))
    attempt = after(attempt, visit(attempt, FORWARD, 3, moment()))
    attempt = after(attempt, visit(attempt, FORWARD, 4, moment()))
    assert refusal(lambda: visit(attempt, FORWARD, 5, moment())) == "section-would-close"
    assert [event.KIND for event in open_section(attempt, FORWARD, 2, moment())] == [
        "section_closed",
        "section_opened",
    ]


def test_with_forward_only_there_is_no_section_to_open_behind_the_last_question() -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=6),))
    assert following(attempt, FORWARD) is None
    terms = held_to(None, None, None, END, navigation="forward_only")
    assert refusal(lambda: open_section(attempt, terms, 3, moment())) == "no-jump"


def test_with_free_navigation_any_section_may_be_opened_from_the_answer_sheet() -> None:
    attempt = attempt_of(6)
    assert open_section(attempt, CLOCKED, 2, moment()) == (SectionOpened(when=moment(), section=2),)
    attempt = after(attempt, open_section(attempt, CLOCKED, 2, moment()))
    attempt = after(attempt, visit(attempt, CLOCKED, 5, moment()))
    attempt = after(attempt, open_section(attempt, CLOCKED, 1, moment()))
    assert visit(attempt, CLOCKED, 3, moment()) == (Visited(when=moment(), question=3),)


def test_one_stands_where_one_was_until_that_section_is_closed() -> None:
    attempt = after(opened(), visit(opened(), CLOCKED, 3, moment()))
    assert landing(attempt, CLOCKED) == 3
    attempt = after(attempt, leave_section(attempt, CLOCKED, moment()))
    assert landing(attempt, CLOCKED) == 5


@pytest.mark.parametrize("terms", [CLOCKED, FORWARD])
def test_who_opened_a_section_and_saw_nothing_of_it_yet_stands_at_its_first_question(terms: Terms) -> None:
    attempt = after(attempt_of(6), (Visited(when=moment(), question=2),))
    attempt = after(attempt, open_section(attempt, terms, 1, moment()))
    assert landing(attempt, terms) == 3


def test_behind_the_last_section_one_goes_back_to_what_is_open_where_there_is_a_way() -> None:
    for terms, stands in ((CLOCKED, 1), (FORWARD, None)):
        attempt = after(attempt_of(6), (Visited(when=moment(), question=5), SectionOpened(when=moment(), section=2)))
        attempt = after(attempt, leave_section(attempt, terms, moment()))
        assert landing(attempt, terms) == stands


def test_once_every_section_is_closed_there_is_nowhere_to_stand() -> None:
    terms = held_to(END)
    attempt = attempt_of(2)
    attempt = after(attempt, open_section(attempt, terms, 0, moment()))
    attempt = after(attempt, leave_section(attempt, terms, moment()))
    assert landing(attempt, terms) is None
    assert following(attempt, terms) is None
