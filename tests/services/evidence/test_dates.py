"""Decisions and seals have their order: none is older than what it is about, or than the line above it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.services.book.score_book import look
from quizapp.services.decisions import attempt_decisions
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import packed, sat
from tests.samples.classes.class_in_files import BY, PEOPLE, five, passes, place_in, sealed, sit, verified
from tests.samples.classes.corrected_class import put_right
from tests.samples.workplace import PAPER, StoppedClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def turned(place: Workplace, by: timedelta) -> None:
    """Have somebody set the wall clock, and nothing else."""
    assert isinstance(place.clock, StoppedClock)
    place.clock.at += by


def codes(folder: Path) -> list[str]:
    return [one.code for one in verified(folder).findings]


DECISIONS: dict[str, Callable[[Workplace, str], object]] = {
    "void": lambda place, attempt: attempt_decisions.void(place, attempt, BY),
    "override": lambda place, attempt: attempt_decisions.override(place, attempt, 2, Fraction(1), BY),
    "reassign": lambda place, attempt: attempt_decisions.reassign(place, attempt, PEOPLE[1].id, PEOPLE[1].name, BY),
}


@pytest.mark.parametrize("decides", DECISIONS)
def test_a_decision_that_is_dated_before_its_attempt_was_handed_in_is_found(tmp_path: Path, decides: str) -> None:
    place = place_in(tmp_path)
    attempt = sit(place, PEOPLE[0])
    turned(place, -DAY)
    DECISIONS[decides](place, attempt)
    assert codes(tmp_path) == ["decided-before"]
    (one,) = verified(tmp_path).findings
    assert (one.kind, one.attempt, one.values["line"]) == ("chain", attempt, 1)


def test_a_correction_of_a_form_that_was_not_fixed_yet_is_found(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    sit(place, PEOPLE[0])
    turned(place, -DAY)
    put_right(place, "1", "full", decider=BY)
    assert codes(tmp_path) == ["decided-before"]


def test_a_decision_that_is_dated_before_the_line_above_is_found(tmp_path: Path) -> None:
    place = five(tmp_path)
    passes(place, 7200)
    attempt_decisions.note(place, PAPER.id, PEOPLE[0].id, "exempt", BY)
    turned(place, -HOUR)
    attempt_decisions.note(place, PAPER.id, PEOPLE[1].id, "exempt", BY)
    assert codes(tmp_path) == ["dated-before-line"]


def test_what_is_decided_in_order_on_a_clock_that_is_put_right_by_seconds_has_nothing_wrong(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    attempt = sit(place, PEOPLE[0])
    turned(place, -timedelta(seconds=3))
    attempt_decisions.override(place, attempt, 2, Fraction(1), BY)
    turned(place, -timedelta(seconds=2))
    attempt_decisions.note(place, PAPER.id, PEOPLE[1].id, "exempt", BY)
    assert not codes(tmp_path)


def test_a_wall_clock_that_was_found_wrong_while_somebody_sat_makes_no_decision_too_early(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    turned(place, HOUR)
    attempt = sit(place, PEOPLE[0], hands_in=False)
    turned(place, -HOUR)
    # The attempt's own time goes by the boot; the wall clock that decisions go by stands an hour behind it.
    name = place.home.journals.names()[0]
    sitting = resume(place.home, place.clock, name)
    passes(place, 60)
    sitting.hand_in()
    sitting.close()
    look(place.home, place.clock, place.class_id)
    attempt_decisions.override(place, attempt, 2, Fraction(1), BY)
    assert not codes(tmp_path)


def test_a_decision_about_what_had_not_come_yet_is_found(tmp_path: Path) -> None:
    home = committee(tmp_path)
    brought(home, packed(sat(1)))
    (name,) = home.home.journals.names()
    attempt_decisions.override(home, name.attempt, 1, Fraction(1), BY)
    assert verify(home.home, home.class_id, now=home.clock.read().at, wait=lambda: None).is_ok
    turned(home, -HOUR)
    attempt_decisions.void(home, name.attempt, BY)
    found = verify(home.home, home.class_id, now=home.clock.read().at, wait=lambda: None).findings
    assert sorted(one.code for one in found) == ["dated-before-line", "decided-before"]


def test_a_seal_that_is_dated_before_what_it_seals_is_found(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    attempt = sit(place, PEOPLE[0])
    assert verified(tmp_path, sealed(place)).is_ok
    turned(place, -DAY)
    (one,) = verified(tmp_path, sealed(place)).findings
    assert (one.code, one.attempt) == ("sealed-before", attempt)
