"""A paper of three sections, two with clocks of their own, as the question screen shows it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from quizapp.domain.attempt.events import Answered, Event
from quizapp.domain.item import Response
from quizapp.domain.papers.paper import Paper, Section
from quizapp.language import Tongue
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.sitting.clock import ClockLine
from tests.instruments.app_stage import SMALL, on_stage, press, settled
from tests.samples.workplace import PAPER, Shelf, StoppedClock, workplace

MINUTE = timedelta(minutes=1)

JUDGE = Section(title="一、判断题", items=("t-1",), marks=Fraction(2))
"""Question 1 where it comes first: no clock."""
SINGLE = Section(title="二、单项选择题", items=("s-1", "s-2"), marks=Fraction(2), time_limit=20 * MINUTE)
"""Questions 2 and 3, in twenty minutes."""
FILL = Section(title="三、填空题", items=("f-1",), marks=Fraction(4), time_limit=5 * MINUTE)
"""Question 4, in five."""


def clocked(*sections: Section, **rules: Any) -> Paper:
    """Return the paper with these sections, else all three in order, an hour in all, and other rules where named."""
    delivery = replace(PAPER.delivery, time_limit=60 * MINUTE, **rules)
    return replace(PAPER, delivery=delivery, full_score=None, sections=sections or (JUDGE, SINGLE, FILL))


def place_of(paper: Paper, clock: StoppedClock | None = None) -> Workplace:
    return workplace(Shelf(shelf_papers=(paper,)), clock)


@asynccontextmanager
async def begun(place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh") -> AsyncIterator[Pilot[int]]:
    """Run the app up to where the paper begins, or goes on."""
    stage = on_stage(place, size=size, tongue=tongue, paper="sample-paper", candidate="07", name="张三")
    async with stage as pilot:
        if not place.home.journals.names():
            await press(pilot, "space", "enter")
        await settled(pilot)
        yield pilot


async def pass_time(pilot: Pilot[int], clock: StoppedClock, by: timedelta) -> None:
    """Let so much time pass, and the clock on screen notice it."""
    clock.go_on(by)
    sitting = next(screen for screen in pilot.app.screen_stack if screen.query(ClockLine))
    sitting.query_one(ClockLine).tick()
    await settled(pilot)


def stands(pilot: Pilot[int], kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of that kind is on top."""
    return isinstance(pilot.app.screen, kind)


def journal(place: Workplace) -> tuple[Event, ...]:
    (name,) = place.home.journals.names()
    return place.home.journals.read(name).events


def kinds(place: Workplace) -> list[str]:
    return [event.KIND for event in journal(place)]


def answers(place: Workplace) -> list[tuple[int, Response]]:
    return [(event.question, event.response) for event in journal(place) if isinstance(event, Answered)]
