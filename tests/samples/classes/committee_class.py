"""A class as its committee has it before it: some handed in, one is sitting, one is missing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate
from quizapp.language import Tongue
from quizapp.services.book.score_book import look, refresh
from quizapp.services.ports.port_values import ScoreDocument
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from quizapp.tui.app import QuizApp
from quizapp.tui.committee_room import manage, open_table
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import SMALL, grid, on_stage, settled
from tests.samples.workplace import NINE, Shelf, StoppedClock, paper, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.domain.papers.paper import Paper

EXAM = paper(title="结业考试", opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
PEOPLE = (
    Candidate(id="01", name="张三", unit="市发改委", post="科长"),
    Candidate(id="02", name="李四", unit="县委办"),
    Candidate(id="03", name="王小明", unit="市发改委"),
    Candidate(id="04", name="欧阳文", unit="省交通厅"),
    Candidate(id="05", name="赵[/]六", unit="县委办"),
)
RIGHT = (("C",), ("A",), ("A", "C", "D"), ("false",), ("耳目", "参谋"))
ANSWERS: dict[str, Sequence[tuple[str, ...]]] = {
    "01": RIGHT,
    "02": (("A",), ("B",), ("A", "C"), ("false",), ("耳目", "")),
    "03": (("C",), ("A",), ("A", "C", "D"), ("true",), ("", "")),
    "04": RIGHT[:2],
}
SITS, MISSING = "04", "05"


def sit(place: Workplace, one: Candidate, *, hands_in: bool = True, rules: Paper = EXAM) -> str:
    """Have somebody sit the paper and give their answers, three minutes long; return the attempt."""
    sitting = start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, rules, one))
    for number, response in enumerate(ANSWERS.get(one.id, RIGHT), 1):
        _passes(place, timedelta(seconds=36))
        sitting.answer(number, response)
    if hands_in:
        sitting.hand_in()
    name = next(name for name in place.home.journals.names() if name.attempt == sitting.attempt.started.attempt)
    sitting.close()
    refresh(place.home, (name,), place.class_id, place.clock.read().at)
    return name.attempt


def class_of_five(folder: Path | None = None, rules: Paper = EXAM) -> Workplace:
    """Return a workplace of the committee's: three handed in, one sits, and one did not come yet."""
    place = replace(workplace(Shelf(shelf_papers=(rules,))), role="committee", staff="王班长", class_title="第 12 期")
    if folder is not None:
        place = replace(place, home=FileHome(folder))
    place.home.roster.record(PEOPLE, NINE)
    refresh(place.home, (), place.class_id, place.clock.read().at)
    for one in PEOPLE[:4]:
        sit(place, one, hands_in=one.id != SITS, rules=rules)
    return place


def later(place: Workplace, **by: float) -> None:
    """Let time pass."""
    _passes(place, timedelta(**by))


def docs(place: Workplace, candidate: str) -> list[ScoreDocument]:
    """Return what the book says of somebody's attempts."""
    return [doc for doc in look(place.home, place.clock).scores if doc["candidate"] == candidate]


@asynccontextmanager
async def in_room(place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh") -> AsyncIterator[Pilot[int]]:
    """Run the app with the committee's room open."""
    async with on_stage(place, size=size, tongue=tongue) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.run_worker(manage(app), group="visit")
        await opened(pilot, HomeScreen)
        yield pilot


@asynccontextmanager
async def at_table(
    place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh", paper: str = EXAM.id
) -> AsyncIterator[Pilot[int]]:
    """Run the app with a paper's score table open."""
    async with on_stage(place, size=size, tongue=tongue) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.run_worker(open_table(app, paper), group="visit")
        await opened(pilot, HomeScreen)
        yield pilot


async def opened(pilot: Pilot[int], before: type) -> None:
    """Wait until another screen than of that kind is in front."""
    for _ in range(100):
        if not isinstance(pilot.app.screen, before):
            break
        await pilot.pause(0.02)
    await settled(pilot)


def in_front(pilot: Pilot[int], kind: type) -> bool:
    """Return whether the screen in front is of that kind."""
    return isinstance(pilot.app.screen, kind)


async def shown(pilot: Pilot[int], text: str) -> str:
    """Wait until a text stands on the screen, and return all that stands there. Raises AssertionError."""
    for _ in range(150):
        if text in grid(pilot):
            break
        await pilot.pause(0.02)
    await settled(pilot)
    assert text in grid(pilot), grid(pilot)
    return grid(pilot)


def _passes(place: Workplace, by: timedelta) -> None:
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(by)
