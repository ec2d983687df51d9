"""A second in which nobody does anything: the clock's own cells are painted, nothing is laid out, the cursor stays."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input, TextArea

from quizapp.language import Language
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.sitting.clock import ClockLine
from tests.instruments.app_stage import CHINA, SMALL
from tests.instruments.painted_terminal import behind_glass, glass_of, stale, standing
from tests.samples import later_types_paper
from tests.samples.workplace import Shelf, StoppedClock, paper, workplace

SECOND = timedelta(seconds=1)
PLACES: dict[str, Callable[[StoppedClock], Workplace]] = {
    "the first types": lambda clock: workplace(clock=clock),
    "the later types": later_types_paper.later_place,
}
NEXT = "\x1b[6;5~"
"""Ctrl+PgDn, as a terminal sends it."""
CTRL_Q, F9 = "\x11", "\x1b[20~"


@asynccontextmanager
async def sitting(place: Workplace) -> AsyncIterator[App[Any]]:
    """Run the app up to the first question."""
    app = QuizApp(place, Language("zh", CHINA), paper="sample-paper", candidate="07", name="张三")
    async with behind_glass(app, SMALL):
        for keys in " \r":
            await press(app, keys)
        yield app


async def press(app: App[Any], keys: str) -> None:
    glass_of(app).send(keys)
    await standing(app)


async def pass_seconds(app: App[Any], clock: StoppedClock, count: int) -> tuple[set[tuple[int, int]], int]:
    """Let seconds pass; return the places that were painted, and how often all was laid out."""
    layouts: list[object] = []
    while stale(app):
        # On a busy machine what was pressed is not yet drawn whole.
        await standing(app)
    app.screen.screen_layout_refresh_signal.subscribe(app.screen, layouts.append, immediate=True)
    glass_of(app).cells.painted.clear()
    for _ in range(count):
        clock.go_on(SECOND)
        app.screen.query_one(ClockLine).tick()
        await standing(app)
    app.screen.screen_layout_refresh_signal.unsubscribe(app.screen)
    return glass_of(app).cells.painted, len(layouts)


def shown(app: App[Any]) -> str:
    return "\n".join(glass_of(app).cells.lines())


def cells_of(clock: ClockLine) -> set[tuple[int, int]]:
    x, y, width, height = clock.region
    return {(column, row) for column in range(x, x + width) for row in range(y, y + height)}


@pytest.mark.parametrize("name", PLACES)
async def test_a_second_paints_the_clock_and_nothing_else_whatever_is_asked(name: str) -> None:
    clock = StoppedClock()
    place = PLACES[name](clock)
    async with sitting(place) as app:
        for turn in range(8):
            cursor = glass_of(app).cells.cursor
            painted, layouts = await pass_seconds(app, clock, 3)
            assert f"剩余 00:29:{57 - 3 * turn:02}" in shown(app)
            assert painted == cells_of(app.screen.query_one(ClockLine))
            assert layouts == 0
            assert glass_of(app).cells.cursor == cursor
            assert stale(app) == []
            await press(app, NEXT)


async def test_a_warning_in_words_makes_room_for_itself() -> None:
    clock = StoppedClock()
    async with sitting(workplace(clock=clock)) as app:
        clock.go_on(timedelta(minutes=19, seconds=59))
        await pass_seconds(app, clock, 1)
        assert "不足 10 分钟 剩余 00:10:00" in shown(app)
        assert stale(app) == []


async def test_no_field_blinks() -> None:
    async with sitting(later_types_paper.later_place()) as app:
        fields = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert fields
        assert not any(field.cursor_blink for field in fields)


async def test_the_time_left_goes_on_while_it_is_asked_whether_to_hand_in() -> None:
    clock = StoppedClock()
    async with sitting(workplace(clock=clock)) as app:
        await press(app, F9)
        assert isinstance(app.screen, Confirm)
        assert "还剩 00:30:00" in shown(app)
        focused, cursor = app.focused, glass_of(app).cells.cursor
        clock.go_on(60 * SECOND)
        # One alone: where a machine takes a second of its own for them, the screen beneath is drawn again meanwhile.
        painted, layouts = await pass_seconds(app, clock, 1)
        assert "还剩 00:28:59" in shown(app)
        assert (app.focused, glass_of(app).cells.cursor) == (focused, cursor)
        assert painted == cells_of(app.screen.query_one(ClockLine))
        assert layouts == 0
        assert stale(app) == []


async def test_the_clock_beneath_a_dialog_goes_on() -> None:
    clock = StoppedClock()
    async with sitting(workplace(clock=clock)) as app:
        await press(app, CTRL_Q)
        assert isinstance(app.screen, Confirm)
        clock.go_on(SECOND)
        app.screen_stack[-2].query_one(ClockLine).tick()
        await standing(app)
        assert "剩余 00:29:59" in shown(app)
        assert stale(app) == []


async def test_a_paper_without_a_limit_says_no_time_left_when_it_is_handed_in() -> None:
    async with sitting(workplace(Shelf(shelf_papers=(paper(time_limit=None),)))) as app:
        await press(app, F9)
        assert isinstance(app.screen, Confirm)
        assert not app.screen.query(ClockLine)
