"""Random histories of attempts on machines whose clocks are meddled with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from quizapp.domain.attempt import interruptions, rules
from quizapp.domain.attempt import rules as sections
from quizapp.domain.attempt.events import Certainty, Event, Started
from quizapp.domain.attempt.state import Attempt, begin, evolve
from quizapp.domain.attempt.terms import Terms, closing, due
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment, present
from quizapp.domain.papers.delivery import Delivery
from tests.domain.attempt.stopped_clock import MILLISECOND, MINUTE, NINE, started

SECTIONS = (0, 0, 1, 1, 2)
QUESTIONS = len(SECTIONS)
TEN_YEARS = timedelta(days=3652)


@dataclass
class Machine:
    """A computer whose owner sets its clock, suspends it and starts it again."""

    truth: timedelta = timedelta(0)
    """What has really passed since nine."""
    wrong_by: timedelta = timedelta(0)
    boots: int = 1
    booted: timedelta = timedelta(0)
    is_blind: bool = False
    """Whether it cannot tell one boot from another, so that only its wall clock counts."""

    def read(self) -> Moment:
        clock = (self.truth - self.booted) // MILLISECOND / 1000
        boot = "" if self.is_blind else f"boot-{self.boots}"
        return Moment(at=NINE + self.truth + self.wrong_by, boot=boot, clock=clock)

    def start_again(self) -> None:
        self.boots += 1
        self.booted = self.truth


class Step(NamedTuple):
    """What happens next, and what befell the machine before it."""

    does: str
    passed: timedelta
    wrong_by: timedelta | None
    """What the wall clock is set to be wrong by; None leaves it."""
    starts_again: bool
    question: int
    is_near: bool
    """Whether the question is rather the one on screen, or the next one."""
    response: Response
    certainty: Certainty


@dataclass
class Walk:
    """One attempt on one machine, and all that happened."""

    terms: Terms
    machine: Machine
    attempt: Attempt
    events: list[Event]
    truths: list[timedelta]
    """What had really passed at each event."""
    refusals: set[str] = field(default_factory=set)

    @property
    def first(self) -> Started:
        """The start."""
        assert isinstance(self.events[0], Started)
        return self.events[0]

    def befall(self, step: Step) -> None:
        """Let the machine meet with what comes before a step, then take it."""
        machine = self.machine
        machine.truth += step.passed
        machine.wrong_by = machine.wrong_by if step.wrong_by is None else step.wrong_by
        if step.starts_again:
            machine.start_again()
        self.do(step.does, self._question(step), step.response, step.certainty)

    def do(self, does: str, question: int, response: Response = (), certainty: Certainty = "sure") -> None:
        """Take a step at what the machine reads now; a refusal is remembered."""
        reading = self.machine.read()
        now = present(self.attempt.last, reading)
        try:
            decided = self._moves(question, response, certainty, reading, now)[does]()
        except Refused as refused:
            self.refusals.add(refused.code)
            return
        for event in decided:
            self.attempt = evolve(self.attempt, event)
            self.events.append(event)
            self.truths.append(self.machine.truth)

    def end(self) -> datetime | None:
        return closing(self.attempt, self.terms.delivery)

    def _question(self, step: Step) -> int:
        return min(self.attempt.current + step.question % 2, QUESTIONS) if step.is_near else step.question

    def _moves(
        self, question: int, response: Response, certainty: Certainty, reading: Moment, now: Moment
    ) -> dict[str, Callable[[], tuple[Event, ...]]]:
        attempt, terms, section = self.attempt, self.terms, self.terms.section_of(question)
        more = question * 2 * MINUTE
        return {
            "answer": lambda: rules.answer(attempt, terms, question, response, now),
            "undo": lambda: rules.undo(attempt, terms, question, now),
            "flag": lambda: rules.flag(attempt, terms, question, now),
            "fix": lambda: rules.fix(attempt, terms, question, now, even_empty=not response),
            "be_certain": lambda: rules.be_certain(attempt, terms, question, certainty, now),
            "visit": lambda: rules.visit(attempt, terms, question, now),
            "open_section": lambda: sections.open_section(attempt, terms, section, now),
            "leave_section": lambda: sections.leave_section(attempt, terms, now),
            "resume": lambda: interruptions.resume(attempt, terms, reading),
            "take_over": lambda: interruptions.take_over(attempt, terms, reading, pid="7", host="pc-1", since="?"),
            "extend": lambda: rules.extend(attempt, terms, now, more=more, why="停电", by="李老师"),
            "pause": lambda: interruptions.pause(attempt, terms, now, why="消防演习", by="李老师"),
            "unpause": lambda: interruptions.unpause(attempt, now, why="演习结束", by="李老师"),
            "carry_over": lambda: interruptions.carry_over(
                attempt, now, from_home="a", to_home="b", why="死机", by="李老师"
            ),
            "hand_in": lambda: rules.hand_in(attempt, terms, now),
            "look": lambda: due(attempt, terms, now),
        }


EVERYTHING = (
    *("answer", "undo", "flag", "fix", "be_certain", "visit", "open_section", "leave_section"),
    *("resume", "take_over", "extend", "hand_in", "look", "pause", "unpause", "carry_over"),
)
_WEIGHED = (
    *EVERYTHING,
    *("answer",) * 16,
    *("visit",) * 12,
    *("open_section",) * 12,
    *("unpause",) * 6,
    *("undo", "fix", "fix", "be_certain", "be_certain", "extend"),
)
_SECOND = timedelta(seconds=1)
_EDGES = (0, 1, 59_999, 60_000, 599_999, 600_000, 1_199_999, 1_200_000)
_SETTINGS = (TEN_YEARS, -TEN_YEARS, _SECOND, -_SECOND, -5 * _SECOND, 6 * _SECOND, timedelta(0))
_RESPONSES: tuple[Response, ...] = ((), ("A",), ("B",), ("A", "B"), ("?",))
_CERTAINTIES: tuple[Certainty, ...] = ("sure", "fairly_sure", "not_sure")
_LIMITS = st.sampled_from([None, 10 * MINUTE, 20 * MINUTE])

TERMS = st.builds(
    Terms,
    delivery=st.builds(
        Delivery,
        time_limit=st.sampled_from([None, 10 * MINUTE, 60 * MINUTE]),
        closes=st.sampled_from([None, NINE + 30 * MINUTE, NINE + 90 * MINUTE]),
        grace=st.sampled_from([timedelta(0), timedelta(seconds=30)]),
        navigation=st.sampled_from(["free", "forward_only"]),
        feedback=st.sampled_from(["after_item", "after_hand_in"]),
        certainty=st.booleans(),
    ),
    sections=st.just(SECTIONS),
    limits=st.tuples(_LIMITS, _LIMITS, _LIMITS),
)


def steps(*, reboots: bool) -> st.SearchStrategy[list[Step]]:
    """Return lists of what may happen, with or without starting the machine again.

    A step is thrown from one number: so many choices for each of them would leave histories short.
    """
    step = st.integers(0, 2**48).map(lambda seed: _thrown(Random(seed), reboots=reboots))
    counts = st.sampled_from(range(41))
    return counts.flatmap(lambda count: st.lists(step, min_size=count, max_size=count))


def _thrown(dice: Random, *, reboots: bool) -> Step:
    return Step(
        does=dice.choice(_WEIGHED),
        passed=_passed(dice) * MILLISECOND,
        wrong_by=_set(dice) if dice.random() < 0.08 else None,
        starts_again=reboots and dice.random() < 0.1,
        question=dice.randint(1, QUESTIONS),
        is_near=dice.random() < 0.85,
        response=dice.choice(_RESPONSES),
        certainty=dice.choice(_CERTAINTIES),
    )


def _passed(dice: Random) -> int:
    ways = (0, dice.randint(0, 30_000), dice.randint(0, 90_000), dice.randint(0, 600_000), dice.choice(_EDGES))
    return dice.choices(ways, weights=(3, 12, 4, 1, 1))[0]


def _set(dice: Random) -> timedelta:
    return dice.choice((dice.randint(-(10**8), 10**8) * MILLISECOND, dice.choice(_SETTINGS)))


def walk(terms: Terms, taken: list[Step], *, is_blind: bool = False) -> Walk:
    """Return the history of an attempt to which all of that happened."""
    machine = Machine(is_blind=is_blind)
    first = started(QUESTIONS, machine.read())
    one = Walk(terms=terms, machine=machine, attempt=begin(first), events=[first], truths=[machine.truth])
    for step in taken:
        one.befall(step)
    return one


def ended(one: Walk) -> Walk:
    """Let the clock go on, look again long after with it right, and hand in what has no end of its own."""
    one.machine.wrong_by = timedelta(0)
    one.do("unpause", 1)
    one.machine.truth += timedelta(days=30)
    one.do("look", 1)
    one.do("hand_in", 1)
    return one
