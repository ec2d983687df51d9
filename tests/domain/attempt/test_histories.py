"""Random histories of attempts on machines whose clocks are meddled with: what must hold always."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import rules
from quizapp.domain.attempt.events import Answered, Event, Extended, HandedIn, Started
from quizapp.domain.attempt.moment import Moment, present
from quizapp.domain.attempt.state import Attempt, begin, evolve, fold
from quizapp.domain.attempt.timing import closing, remaining, seconds_used
from quizapp.domain.delivery import Delivery, Navigation
from quizapp.domain.errors import Refused
from quizapp.plain import event_from_plain, event_to_plain
from tests.domain.attempt.stopped import NINE, started
from tests.domain.making import unhurried

QUESTIONS = 3


@dataclass
class Machine:
    """A computer whose owner sets its clock, suspends it and starts it again."""

    truth: timedelta = timedelta(0)
    """What has really passed since nine."""
    wrong_by: timedelta = timedelta(0)
    boots: int = 1
    booted: timedelta = timedelta(0)

    def read(self) -> Moment:
        clock = (self.truth - self.booted) // timedelta(milliseconds=1) / 1000
        return Moment(at=NINE + self.truth + self.wrong_by, boot=f"boot-{self.boots}", clock=clock)

    def start_again(self) -> None:
        self.boots += 1
        self.booted = self.truth


@dataclass
class Walk:
    """One attempt on one machine, and all that happened."""

    delivery: Delivery
    machine: Machine
    attempt: Attempt
    events: list[Event]
    truths: list[timedelta]
    """What had really passed at each event."""
    refusals: set[str] = field(default_factory=set)

    def do(self, step: str, question: int, response: tuple[str, ...]) -> None:
        reading = self.machine.read()
        now = present(self.attempt.last, reading)
        try:
            decided = self._decide(step, question, response, reading, now)
        except Refused as refused:
            self.refusals.add(refused.code)
            return
        for event in decided:
            self.attempt = evolve(self.attempt, event)
            self.events.append(event)
            self.truths.append(self.machine.truth)

    def _decide(
        self, step: str, question: int, response: tuple[str, ...], reading: Moment, now: Moment
    ) -> tuple[Event, ...]:
        match step:
            case "answer":
                return rules.answer(self.attempt, self.delivery, question, response, now)
            case "undo":
                return rules.undo(self.attempt, self.delivery, question, now)
            case "flag":
                return rules.flag(self.attempt, self.delivery, question, now)
            case "visit":
                return rules.visit(self.attempt, self.delivery, question, now)
            case "resume":
                return rules.resume(self.attempt, self.delivery, reading)
            case "extend":
                more = timedelta(minutes=question)
                return rules.extend(self.attempt, self.delivery, now, more=more, why="停电", by="李老师")
            case "hand_in":
                return rules.hand_in(self.attempt, self.delivery, now)
            case _:
                return rules.overdue(self.attempt, self.delivery, now)


STEPS = st.tuples(
    st.sampled_from(["answer"] * 4 + ["undo", "flag", "visit", "resume", "extend", "look"] + ["hand_in"]),
    st.integers(1, QUESTIONS),
    st.sampled_from([(), ("A",), ("B",), ("A", "B"), ("?",)]),
)
PASSES = st.one_of(
    st.integers(0, 5_000), st.integers(0, 30 * 60_000), st.sampled_from([0, 1, 60_000, 3_599_999, 3_600_000, 3_600_001])
).map(lambda milliseconds: timedelta(milliseconds=milliseconds))
SETTINGS = st.none() | st.integers(-(10**8), 10**8).map(lambda milliseconds: timedelta(milliseconds=milliseconds))
DELIVERIES = st.builds(
    Delivery,
    time_limit=st.none() | st.sampled_from([timedelta(minutes=1), timedelta(minutes=60)]),
    closes=st.none() | st.sampled_from([NINE + timedelta(minutes=30), NINE + timedelta(minutes=90)]),
    grace=st.sampled_from([timedelta(0), timedelta(seconds=30)]),
    navigation=st.sampled_from(["free", "forward_only"]),
)


def walk(delivery: Delivery, data: st.DataObject, *, reboots: bool) -> Walk:
    machine = Machine()
    first = started(QUESTIONS, machine.read())
    one = Walk(delivery=delivery, machine=machine, attempt=begin(first), events=[first], truths=[machine.truth])
    for _ in range(data.draw(st.integers(0, 25))):
        machine.truth += data.draw(PASSES)
        wrong_by = data.draw(SETTINGS)
        machine.wrong_by = machine.wrong_by if wrong_by is None else wrong_by
        if reboots and data.draw(st.integers(0, 4)) == 0:
            machine.start_again()
        one.do(*data.draw(STEPS))
    return one


def end(one: Walk) -> datetime | None:
    return closing(one.attempt, one.delivery)


def without_wrong_clock(one: Walk) -> None:
    """Look again long after, with the clock right, and hand in what has no end of its own."""
    one.machine.wrong_by = timedelta(0)
    one.machine.truth += timedelta(days=30)
    one.do("look", 1, ())
    one.do("hand_in", 1, ())


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_no_answer_counts_at_or_after_closing_and_no_hand_in_is_after_it(
    delivery: Delivery, data: st.DataObject
) -> None:
    one = walk(delivery, data, reboots=True)
    state = begin(first_of(one))
    for event in one.events[1:]:
        ends = closing(state, delivery)
        if ends is not None:
            assert event.when.at < ends or (isinstance(event, HandedIn) and event.when.at == ends)
            assert not isinstance(event, HandedIn) or event.by == ("deadline" if event.when.at == ends else "candidate")
        state = evolve(state, event)


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_within_one_boot_no_setting_of_the_clock_gives_or_takes_a_millisecond(
    delivery: Delivery, data: st.DataObject
) -> None:
    one = walk(delivery, data, reboots=False)
    for event, truth in zip(one.events, one.truths, strict=True):
        late = isinstance(event, HandedIn) and event.by == "deadline"
        assert event.when.at == (NINE + truth if not late else end(one))
        assert not late or NINE + truth >= event.when.at


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_each_attempt_ends_exactly_once_and_nothing_comes_after(delivery: Delivery, data: st.DataObject) -> None:
    one = walk(delivery, data, reboots=True)
    without_wrong_clock(one)
    assert [isinstance(event, HandedIn) for event in one.events] == [False] * (len(one.events) - 1) + [True]
    assert one.attempt.has_ended
    before = len(one.events)
    for step in ("answer", "undo", "flag", "visit", "resume", "extend", "look", "hand_in"):
        one.do(step, QUESTIONS, ("C",))
    assert len(one.events) == before
    assert "attempt-ended" in one.refusals


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_an_attempts_time_never_runs_backwards(delivery: Delivery, data: st.DataObject) -> None:
    one = walk(delivery, data, reboots=True)
    without_wrong_clock(one)
    times = [event.when.at for event in one.events]
    assert times == sorted(times)
    used = seconds_used(one.attempt)
    assert used is not None
    assert used >= 0


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_a_fold_over_the_journal_equals_the_steps_taken_one_by_one(delivery: Delivery, data: st.DataObject) -> None:
    one = walk(delivery, data, reboots=True)
    assert fold(one.events) == one.attempt
    for stop in range(1, len(one.events)):
        assert evolve(fold(one.events[:stop]), one.events[stop]) == fold(one.events[: stop + 1])
    written = [(event_to_plain(event), event.when) for event in one.events]
    assert fold(event_from_plain(plain["kind"], plain["data"], when) for plain, when in written) == one.attempt


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_responses_are_what_was_last_given_as_a_plain_retelling_finds(delivery: Delivery, data: st.DataObject) -> None:
    one = walk(delivery, data, reboots=True)
    told: dict[int, tuple[str, ...]] = {}
    for event in one.events:
        if isinstance(event, Answered):
            told[event.question] = event.response
    assert one.attempt.responses == tuple(told.get(number, ()) for number in range(1, QUESTIONS + 1))
    assert one.attempt.answered == {number for number, response in told.items() if response}


@unhurried
@given(data=st.data(), navigation=st.sampled_from(["free", "forward_only"]))
def test_with_forward_only_no_answer_goes_behind_the_question_on_screen(
    data: st.DataObject, navigation: Navigation
) -> None:
    one = walk(Delivery(navigation=navigation), data, reboots=False)
    if navigation == "free":
        assert "no-way-back" not in one.refusals
        return
    state = begin(first_of(one))
    for event in one.events[1:]:
        assert not isinstance(event, Answered) or event.question >= state.current
        current, state = state.current, evolve(state, event)
        assert state.current >= current


@unhurried
@given(delivery=DELIVERIES, data=st.data())
def test_the_time_left_falls_with_the_time_that_passed_and_rises_with_extensions(
    delivery: Delivery, data: st.DataObject
) -> None:
    one = walk(delivery, data, reboots=False)
    whole = closing(begin(first_of(one)), delivery)
    left = remaining(one.attempt, delivery, one.attempt.last.at)
    if whole is None:
        assert left is None
        return
    given_more = sum((event.more for event in one.events if isinstance(event, Extended)), timedelta(0))
    assert left == whole + given_more - one.attempt.last.at


def first_of(one: Walk) -> Started:
    assert isinstance(one.events[0], Started)
    return replace(one.events[0])
