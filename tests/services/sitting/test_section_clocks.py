"""Sections with clocks, answers fixed one by one, and attempts gone on with, through services and a store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.events import SectionClosed, TakenOver
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import AttemptBusy, Refused
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Paper
from quizapp.services.book.attempt_record import hand_in_overdue
from quizapp.services.ports.port_values import AttemptName, LockHolder
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.stores.files.home import FileHome
from tests.instruments.filling_writer import FillingWriter
from tests.instruments.memory_home import MemoryHome
from tests.samples.workplace import NINE, PAPER, Chances, Shelf, StoppedClock, paper

if TYPE_CHECKING:
    from quizapp.services.ports.home import Clock, Home

MINUTE = timedelta(minutes=1)
MILLISECOND = timedelta(milliseconds=1)
LIMITS = (10 * MINUTE, None, 5 * MINUTE, None)
CLOCKED = paper(
    sections=tuple(replace(section, time_limit=limit) for section, limit in zip(PAPER.sections, LIMITS, strict=True))
)
"""Questions 1 and 2 in ten minutes, 3 without a clock, 4 in five minutes, 5 without; half an hour in all."""


@pytest.fixture(params=["memory", "files"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    return MemoryHome() if request.param == "memory" else FileHome(tmp_path, patience=0)


def begun(home: Home, clock: Clock, sat: Paper = CLOCKED) -> Sitting:
    one = Candidate(id="07", name="张三")
    return start(home, Shelf((sat,)), clock, Chances(), standing(home, clock, sat, one))


def on_disk(clock: StoppedClock) -> tuple[Sitting, FillingWriter]:
    """Return a sitting whose journal is written through a disk that may be full."""
    home = MemoryHome()
    first = begun(home, clock)
    first.close()
    writer, _ = home.journals.open(name_of(first))
    disk = FillingWriter(writer)
    return Sitting(form=first.form, saved=first.saved, writer=disk, clock=clock), disk


def name_of(sitting: Sitting) -> AttemptName:
    started = sitting.saved.started
    return AttemptName(attempt=started.attempt, paper=started.paper)


def written(home: Home, sitting: Sitting) -> list[str]:
    """Return the kinds of all events on disk, but for the start."""
    return [event.KIND for event in home.journals.read(name_of(sitting)).events][1:]


def test_a_section_is_opened_answered_left_and_never_seen_again(home: Home) -> None:
    sitting = begun(home, StoppedClock())
    with pytest.raises(Refused, match="section-not-opened"):
        sitting.visit(1)
    assert sitting.section_remaining() is None
    sitting.open_section(0)
    sitting.visit(1)
    sitting.answer(1, ("A",))
    assert sitting.section_remaining() == 10 * MINUTE
    with pytest.raises(Refused, match="section-would-close"):
        sitting.visit(3)
    sitting.leave_section()
    sitting.visit(3)
    with pytest.raises(Refused, match="section-closed"):
        sitting.answer(2, ("A",))
    assert written(home, sitting) == ["section_opened", "visited", "answered", "section_closed", "visited"]


def test_a_sections_end_is_on_disk_by_the_next_tick(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    sitting.open_section(0)
    clock.go_on(10 * MINUTE - MILLISECOND)
    sitting.tick()
    assert written(home, sitting) == ["section_opened"]
    clock.go_on(MILLISECOND)
    sitting.tick()
    sitting.tick()
    assert written(home, sitting) == ["section_opened", "section_closed"]
    assert not sitting.has_ended
    assert sitting.section_remaining() is None
    assert sitting.remaining() == 20 * MINUTE


def test_an_answer_too_late_for_its_section_is_refused_and_the_end_is_on_disk_all_the_same(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    sitting.open_section(0)
    clock.go_on(11 * MINUTE)
    with pytest.raises(Refused, match="section-closed"):
        sitting.answer(1, ("A",))
    assert written(home, sitting) == ["section_opened", "section_closed"]
    closed = home.journals.read(name_of(sitting)).events[-1]
    assert closed.when.at == NINE + 10 * MINUTE
    assert sitting.remaining() == 19 * MINUTE


def test_a_section_that_ended_on_a_full_disk_is_written_in_order_later() -> None:
    clock = StoppedClock()
    sitting, disk = on_disk(clock)
    sitting.open_section(0)
    disk.is_full = True
    clock.go_on(11 * MINUTE)
    sitting.answer(3, ("A",))
    assert sitting.trouble is not None
    assert sitting.attempt.is_closed(0)
    assert not sitting.saved.is_closed(0)
    disk.is_full = False
    sitting.tick()
    assert [event.KIND for event in disk.written] == ["section_opened", "section_closed", "answered"]
    assert disk.written[1].when.at == NINE + 10 * MINUTE
    assert disk.written[2].when.at == NINE + 11 * MINUTE


def test_a_clock_set_while_a_section_runs_out_is_noted_after_its_end() -> None:
    clock = StoppedClock()
    sitting, disk = on_disk(clock)
    sitting.open_section(0)
    clock.at -= timedelta(days=365)
    clock.seconds += 660
    sitting.tick()
    assert [(event.KIND, event.when.at - NINE) for event in disk.written] == [
        ("section_opened", timedelta(0)),
        ("section_closed", 10 * MINUTE),
        ("clock_disagreed", 11 * MINUTE),
    ]
    sitting.open_section(2)
    assert sitting.section_remaining() == 5 * MINUTE


def test_answers_are_fixed_one_by_one_and_say_how_certain_they_are(home: Home) -> None:
    sitting = begun(home, StoppedClock(), paper(feedback="after_item", certainty=True))
    sitting.answer(1, ("A",))
    sitting.be_certain(1, "sure")
    sitting.fix(1)
    with pytest.raises(Refused, match="answer-fixed"):
        sitting.answer(1, ("B",))
    with pytest.raises(Refused, match="fix-nothing-answered"):
        sitting.fix(2)
    sitting.fix(2, even_empty=True)
    assert sitting.saved.fixed == {1, 2}
    assert sitting.saved.certainties == {1: "sure"}
    sitting.close()
    again = resume(home, StoppedClock(), name_of(sitting))
    assert again.saved.fixed == {1, 2}
    assert again.saved.certainties == {1: "sure"}


# Going on


def test_a_section_left_running_goes_on_and_ends_with_no_program_open(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    sitting.open_section(0)
    sitting.close()
    clock.go_on(4 * MINUTE)
    again = resume(home, clock, name_of(sitting))
    assert again.section_remaining() == 6 * MINUTE
    again.close()
    clock.go_on(7 * MINUTE)
    late = resume(home, clock, name_of(sitting))
    assert written(home, late) == ["section_opened", "resumed", "section_closed", "resumed"]
    assert late.remaining() == 19 * MINUTE
    with pytest.raises(Refused, match="section-closed"):
        late.open_section(0)


def test_whoever_looks_closes_a_section_and_hands_in_each_once(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    sitting.open_section(0)
    clock.go_on(11 * MINUTE)
    assert not hand_in_overdue(home, clock, name_of(sitting))
    assert written(home, sitting) == ["section_opened"]
    sitting.close()
    for _ in range(2):
        assert not hand_in_overdue(home, clock, name_of(sitting))
        assert written(home, sitting) == ["section_opened", "section_closed"]
    clock.go_on(60 * MINUTE)
    assert hand_in_overdue(home, clock, name_of(sitting))
    assert not hand_in_overdue(home, clock, name_of(sitting))
    assert written(home, sitting) == ["section_opened", "section_closed", "handed_in"]
    events = home.journals.read(name_of(sitting)).events
    assert [event.when.at - NINE for event in events[-2:]] == [10 * MINUTE, 30 * MINUTE]


def test_an_attempt_is_taken_over_once_the_program_that_had_it_is_gone(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    with pytest.raises(AttemptBusy) as busy:
        resume(home, clock, name_of(sitting))
    sitting.close()
    clock.go_on(MINUTE)
    holder = LockHolder.of(busy.value)
    again = resume(home, clock, name_of(sitting), holder)
    taken = home.journals.read(name_of(sitting)).events[-1]
    assert taken == TakenOver(when=clock.read(), pid=holder.pid, host=holder.host, since=holder.since)
    assert again.remaining() == 29 * MINUTE


def test_a_take_over_past_the_closing_comes_back_handed_in(home: Home) -> None:
    clock = StoppedClock()
    sitting = begun(home, clock)
    sitting.close()
    clock.go_on(31 * MINUTE)
    again = resume(home, clock, name_of(sitting), LockHolder())
    assert again.has_ended
    assert written(home, sitting) == ["handed_in"]


@pytest.mark.parametrize(
    ("values", "holder"),
    [
        ({"pid": 4711, "host": "pc-1", "since": NINE}, LockHolder("4711", "pc-1", "2026-12-01T01:00:00.000Z")),
        ({"pid": "?", "host": "?", "since": "?"}, LockHolder("?", "?", "?")),
        ({}, LockHolder("?", "?", "?")),
    ],
)
def test_a_busy_attempt_names_its_holder_as_far_as_it_can_be_told(
    values: dict[str, object], holder: LockHolder
) -> None:
    assert LockHolder.of(AttemptBusy("attempt-busy", attempt="x", **values)) == holder


@dataclass
class MachineClock:
    """Clocks as machines have them: in whole milliseconds, a wall clock that drifts, a boot clock that starts anew."""

    truth: timedelta = timedelta(0)
    boots: int = 1
    booted: timedelta = timedelta(seconds=-1000)
    fast_by: float = 0.0
    """How many seconds the wall clock gains in a second."""

    def read(self) -> Moment:
        wall = NINE + self.truth + self.truth * self.fast_by
        seconds = (self.truth - self.booted).total_seconds()
        return Moment(at=_whole(wall), boot=f"boot-{self.boots}", clock=round(seconds, 3))

    def start_again(self) -> None:
        self.boots += 1
        self.booted = self.truth - timedelta(seconds=9, microseconds=123_456)


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


@pytest.mark.parametrize(("reboots", "fast_by"), [(False, 0.0), (False, 0.002), (False, -0.002), (True, 0.0)])
def test_twenty_resumes_drift_the_time_left_by_a_second_at_most(home: Home, reboots: bool, fast_by: float) -> None:
    clock = MachineClock(fast_by=fast_by)
    sitting = begun(home, clock)
    sitting.open_section(0)
    for _ in range(20):
        sitting.close()
        clock.truth += timedelta(seconds=21, microseconds=333_499)
        if reboots:
            clock.start_again()
        sitting = resume(home, clock, name_of(sitting))
        clock.truth += timedelta(seconds=3, microseconds=333_499)
        sitting.visit(2 if sitting.attempt.current == 1 else 1)
        clock.truth += timedelta(microseconds=166_499)
        left, in_section = sitting.remaining(), sitting.section_remaining()
        assert left is not None
        assert in_section is not None
        assert abs(left - (30 * MINUTE - clock.truth)) <= timedelta(seconds=1)
        assert abs(in_section - (10 * MINUTE - clock.truth)) <= timedelta(seconds=1)
    assert written(home, sitting).count("resumed") == 20
    assert clock.truth > 8 * MINUTE


def test_a_paper_with_section_clocks_keeps_them_on_its_form(home: Home) -> None:
    sitting = begun(home, StoppedClock())
    assert sitting.terms.limits == LIMITS
    assert sitting.terms.sections == (0, 0, 1, 2, 3)
    loaded = home.forms.load(sitting.saved.started.form)
    assert tuple(section.time_limit for section in loaded.paper.sections) == LIMITS


def test_the_last_section_to_close_leaves_the_attempt_to_be_handed_in(home: Home) -> None:
    sitting = begun(home, StoppedClock())
    for section in (0, 2):
        sitting.open_section(section)
        sitting.leave_section()
    sitting.hand_in()
    assert sitting.has_ended
    closed = [event for event in home.journals.read(name_of(sitting)).events if isinstance(event, SectionClosed)]
    assert [event.section for event in closed] == [0, 2]
