"""Whose form it is: a class's own, which nobody else can draw, or a trial's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.papers.paper import Form, Paper
from quizapp.services.papers.forms import draw, fixed_form, form_digest, will_be_trial
from quizapp.services.ports.home import Chance
from tests.instruments.memory_home import MemoryHome
from tests.samples.drawing_pool import bank, choices, drawing
from tests.samples.workplace import NINE, Shelf

PAPER = Paper(id="final", title="结业考试", use="exam", forms=2, sections=(drawing(10),))
LIBRARY = Shelf(shelf_papers=(PAPER,), shelf_banks=(bank(*choices(40), use="exam"),))


def one_byte(byte: int) -> Chance:
    """Chance that a test knows."""
    return lambda count: bytes([byte]) * count


def drawn(chance: Chance | None, seed: str = "") -> Form:
    """Return the form that a new home draws."""
    return draw(MemoryHome(chance), LIBRARY, replace(PAPER, seed=seed), letter="A")


def ids(form: Form) -> list[str]:
    """Return the form's questions, in order."""
    return [question.item.id for question in form.questions]


def test_two_classes_have_two_forms_and_whoever_has_the_secret_the_same() -> None:
    first, second = drawn(one_byte(1)), drawn(one_byte(2))
    assert ids(first) != ids(second)
    assert form_digest(drawn(one_byte(1))) == form_digest(first)
    assert not first.is_trial


def test_without_a_class_the_form_is_a_trials_and_everybodys() -> None:
    trial = drawn(None)
    assert trial.is_trial
    assert form_digest(drawn(None)) == form_digest(trial)
    assert ids(trial) != ids(drawn(one_byte(1)))


@pytest.mark.parametrize("chance", [None, one_byte(1), one_byte(2)])
def test_a_seed_of_the_papers_own_draws_the_same_everywhere(chance: Chance | None) -> None:
    form = drawn(chance, "20261201")
    assert (ids(form), form.is_trial) == (ids(drawn(None, "20261201")), False)


def test_a_form_that_was_fixed_before_there_was_a_class_stays() -> None:
    home = MemoryHome()
    digest, trial = fixed_form(home, LIBRARY, PAPER, letter="A", now=NINE)
    classed = MemoryHome(one_byte(1))
    classed.forms = home.forms
    assert fixed_form(classed, LIBRARY, PAPER, letter="A", now=NINE) == (digest, trial)
    assert will_be_trial(classed, PAPER, "A", 1)
    assert not will_be_trial(classed, PAPER, "B", 1)


def test_no_form_has_the_secret_in_it() -> None:
    secret = MemoryHome(one_byte(7)).secret.read()
    assert len(secret) == 32
    assert secret not in repr(drawn(one_byte(7)))
