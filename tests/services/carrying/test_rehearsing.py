"""A rehearsal's line for the committee: what it tells, where it is kept, and what the clock is held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.carrying import STEPS, Checked
from quizapp.services.carrying.pack import check_clock, pack, record, rehearsal
from tests.instruments.memory_home import MemoryHome
from tests.samples.carrying.machines import machine, person
from tests.samples.stored_records import carried_here

FOUND = tuple(Checked(step=step, state="ok", code="x") for step in STEPS)


def test_it_tells_who_where_and_how_every_step_went() -> None:
    place = machine("机器7")
    passed = rehearsal(place, person(7), FOUND)
    assert (passed.who, passed.machine, passed.values["name"]) == ("007", "机器7", "考生007")
    assert passed.values["passed"] == "yes"
    assert {step: passed.values[step] for step in STEPS} == dict.fromkeys(STEPS, "ok")
    failed = rehearsal(place, person(7), (*FOUND[:-1], replace(FOUND[-1], state="failed")))
    assert (failed.values["passed"], failed.values[STEPS[-1]]) == ("no", "failed")


def test_every_pack_from_the_machine_tells_of_it_and_the_log_does() -> None:
    place = machine("机器7")
    one = rehearsal(place, person(7), FOUND)
    record(place, one)
    assert pack(place, ()).rehearsals == (one,)
    assert isinstance(place.home, MemoryHome)
    assert [(what, who) for _, what, who, _ in place.home.log.lines] == [("rehearsed", "007")]


def test_a_clock_earlier_than_any_publication_that_is_here_is_wrong() -> None:
    place = machine("机器7")
    now = place.clock.read().at
    assert check_clock(place) is None
    made = carried_here()
    place.home.publications.record(replace(made, made_at=now))
    assert check_clock(place) is None
    place.home.publications.record(replace(made, digest="1" * 64, made_at=now + timedelta(minutes=1)))
    found = check_clock(place)
    assert found is not None
    assert (found.state, found.values["made_at"]) == ("failed", now + timedelta(minutes=1))
