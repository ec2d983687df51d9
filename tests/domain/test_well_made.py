"""Whether plain data that was taken at its word holds what the types say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from quizapp.domain.attempt.events import Answered, CertaintyGiven, ClockDisagreed
from quizapp.domain.attempt.soundness import LONGEST, contradiction
from quizapp.domain.exact_numbers import exact_sum
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment
from quizapp.domain.papers.forms import form
from quizapp.domain.well_made import LONGEST_ANSWER, is_well_made
from quizapp.services.papers.forms import joined, shown_part
from tests.samples.carrying.machines import begun, machine, person
from tests.samples.shipped_banks import banks, papers
from tests.samples.workplace import NINE

WHEN = Moment(at=NINE, boot="b", clock=1.5)


def with_moment(**fields: Any) -> Moment:
    """Return that moment with fields that only a journal could give it."""
    return replace(WHEN, **fields)


ANSWER = Answered(when=WHEN, question=1, response=("A",))


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.id)
def test_every_shipped_form_is_well_made_with_keys_and_without(paper: Any) -> None:
    drawn = form(paper, banks(), letter="A")
    assert is_well_made(drawn)
    assert is_well_made(joined(shown_part(drawn), None))


@pytest.mark.parametrize(
    "changes",
    [
        {"question": "1"},
        {"question": True},
        {"question": 1.0},
        {"question": 10**9},
        {"response": ["A"]},
        {"response": (1,)},
        {"response": "A"},
        {"response": ("\x1b[2J",)},
        {"response": ("x" * (LONGEST_ANSWER + 1),)},
        {"is_undo": 1},
        {"when": None},
        {"when": with_moment(boot=5)},
        {"when": replace(WHEN, boot="\u202e")},
        {"when": replace(WHEN, clock=float("nan"))},
        {"when": with_moment(clock="1")},
        {"when": with_moment(clock=10**400)},
        {"when": with_moment(clock=float("inf"))},
        {"question": 10**400},
        {"when": replace(WHEN, at=datetime(1999, 1, 1, tzinfo=UTC))},
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_an_event_with_anything_else_in_a_field_is_not(changes: dict[str, Any]) -> None:
    assert is_well_made(ANSWER)
    assert not is_well_made(replace(ANSWER, **changes))


def test_what_was_typed_may_hold_line_ends_and_whatever_else_people_type() -> None:
    assert is_well_made(replace(ANSWER, response=("一\n二\t三\r\n", "𠀀“”\u200d")))
    assert is_well_made(replace(ANSWER, when=replace(WHEN, clock=None, boot="")))


def test_a_word_of_few_is_one_of_them() -> None:
    given = CertaintyGiven(when=WHEN, question=1, certainty="sure")
    assert is_well_made(given)
    others: tuple[Any, ...] = ("certain", ["sure"], None, {})
    assert not any(is_well_made(replace(given, certainty=other)) for other in others)


def test_durations_that_no_clock_could_add_are_a_contradiction() -> None:
    sitting = begun(machine("a"), person(1))
    started = sitting.saved.started
    gap = ClockDisagreed(when=started.when, by=-LONGEST / 2)
    assert contradiction((started, gap, gap), sitting.form) == 0
    assert contradiction((started, gap, gap, replace(gap, by=timedelta(seconds=1))), sitting.form) == 4


def test_exact_sums_are_sums() -> None:
    values = [Fraction(1, 3), Fraction(-5, 2), Fraction(7), Fraction(2, 3), Fraction(1, 7)]
    assert exact_sum(values) == sum(values, Fraction(0))
    assert exact_sum(()) == 0


@pytest.mark.parametrize("response", [("Z",), ("A", "E"), ("文",), ("AB",)])
def test_an_answer_that_names_an_option_which_is_not_there_is_a_contradiction(response: Response) -> None:
    sitting = begun(machine("a"), person(1))
    started = sitting.saved.started
    assert contradiction((started, replace(ANSWER, response=("A", "D"))), sitting.form) == 0
    assert contradiction((started, replace(ANSWER, response=response)), sitting.form) == 2
