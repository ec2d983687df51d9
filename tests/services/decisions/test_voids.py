"""A void attempt frees its try, counts nowhere and shows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.decisions import attempt_decisions
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import StandingBefore, standing, start
from quizapp.services.sitting.door import admit
from quizapp.services.sitting.results import result
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import begun, machine, packed, passes, person, sat
from tests.samples.classes.keyed_attempts import exported, key_in, roster
from tests.samples.classes.recorded_decisions import attempts_of, voided
from tests.samples.workplace import NINE, PAPER, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
SIX = "C,A,ACD,,"


def stands(place: Workplace) -> StandingBefore:
    return standing(place.home, place.clock, PAPER, Candidate(id="1", name="张三"))


def test_a_void_attempt_frees_its_try(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三")
    key_in(place, tmp_path, {"1": RIGHT})
    assert (stands(place).used, stands(place).tries_left) == (1, 0)
    with pytest.raises(Refused, match="no-tries-left"):
        admit(place, "sample-paper", "1")
    voided(place, "1")
    assert (stands(place).used, stands(place).tries_left) == (0, 1)
    assert admit(place, "sample-paper", "1").candidate is not None
    sitting = start(place.home, place.library, place.clock, place.chance, stands(place))
    sitting.hand_in()
    sitting.close()
    assert sitting.saved.started.number == 2
    assert [(row["attempt"], row["status"], row["score"]) for row in exported(place)] == [(2, "marked", 0)]
    assert stands(place).tries_left == 0


def test_a_void_attempt_is_shown_only_where_there_is_no_other() -> None:
    home = committee()
    later = machine("另一台")
    passes(later, 3000)
    again = begun(later, person(1))
    again.hand_in()
    again.close()
    brought(home, packed(sat(1, hands_in=False)), packed(later))
    attempt_decisions.void(home, again.saved.started.attempt, Marker(by="班委甲", checked_by="班委乙", why="重复"))
    assert [(row["attempt"], row["status"]) for row in exported(home)] == [(1, "in_progress")]


def test_what_was_entered_beside_an_attempt_uses_no_try(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": RIGHT})
    key_in(place, tmp_path, {"1": SIX}, again=True)
    assert (len(stands(place).attempts), stands(place).used) == (2, 1)


def test_a_void_attempts_result_says_no_more_than_that(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": RIGHT})
    name = AttemptName(attempt=attempts_of(place, "1")[0], paper="sample-paper")
    before = result(read_attempt(place.home, name), NINE)
    assert (before.is_void, len(before.questions), before.passed) == (False, 5, True)
    voided(place, "1")
    found = result(read_attempt(place.home, name), NINE)
    assert found.is_void
    assert (found.score, found.passed, found.grade, found.counted) == (None, None, "", None)
    assert (found.questions, found.sections, found.topics, found.waits_for_marking) == ((), (), (), False)
    assert (found.receipt, found.handed_in_at) == (before.receipt, before.handed_in_at)


def test_what_is_entered_may_take_the_place_of_a_void_attempt(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": RIGHT})
    voided(place, "1")
    key_in(place, tmp_path, {"1": SIX})
    assert [(row["attempt"], row["score"]) for row in exported(place)] == [(2, 6)]
