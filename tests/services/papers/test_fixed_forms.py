"""Which form is sat: fixed questions, and the rules of the paper as it stands when somebody begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look
from quizapp.services.papers.forms import fixed_form, form_as_it_would_be
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume, standing, start
from tests.samples.workplace import BANK, NINE, Shelf, StoppedClock, paper, workplace

HOUR = timedelta(hours=1)


def moved(place: Workplace, **changes: object) -> Workplace:
    """Return the same place after its paper's rules were changed and the banks edited."""
    edited = replace(BANK, items=BANK.items[:1] + tuple(reversed(BANK.items[1:])))
    return replace(place, library=Shelf(shelf_papers=(paper(**changes),), shelf_banks=(edited,)))


def test_a_window_that_was_moved_after_the_form_was_fixed_holds_for_whoever_begins_now() -> None:
    clock = StoppedClock()
    first = workplace(Shelf(shelf_papers=(paper(closes=NINE + HOUR),)), clock)
    digest, before = fixed_form(first.home, first.library, paper(closes=NINE + HOUR), letter="A", now=NINE)
    later = moved(first, closes=NINE + 3 * HOUR)
    clock.go_on(2 * HOUR)
    rules = paper(closes=NINE + 3 * HOUR)
    stands = standing(later.home, clock, rules, Candidate(id="07", name="张三"))
    sitting = start(later.home, later.library, clock, later.chance, stands)
    assert sitting.form.questions == before.questions
    assert sitting.remaining() == timedelta(minutes=30)
    assert not sitting.has_ended
    assert sitting.attempt.started.form != digest


def test_an_attempt_keeps_the_rules_that_it_was_begun_by() -> None:
    clock = StoppedClock()
    first = workplace(Shelf(shelf_papers=(paper(),)), clock)
    stands = standing(first.home, clock, paper(), Candidate(id="07", name="张三"))
    start(first.home, first.library, clock, first.chance, stands).close()
    later = moved(first, time_limit=3 * HOUR)
    fixed_form(later.home, later.library, paper(time_limit=3 * HOUR), letter="A", now=clock.at)
    (name,) = later.home.journals.names()
    assert resume(later.home, clock, name).remaining() == timedelta(minutes=30)


def test_fixing_again_by_the_same_rules_changes_nothing() -> None:
    place = workplace()
    fixed = fixed_form(place.home, place.library, paper(), letter="A", now=NINE)
    assert fixed_form(place.home, moved(place).library, paper(), letter="A", now=NINE + HOUR) == fixed
    longer = paper(time_limit=3 * HOUR)
    again = fixed_form(place.home, place.library, longer, letter="A", now=NINE)
    assert fixed_form(place.home, place.library, longer, letter="A", now=NINE) == again
    assert form_as_it_would_be(place.home, place.library, longer, letter="A") == again[1]
    assert look(place.home, place.clock).scores == ()
