"""Somebody who presses keys faster than screens come and go ends nothing by it."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Label

from quizapp.language import Language
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.painted_screen import LeftOnce
from tests.instruments.app_stage import CHINA
from tests.samples.workplace import workplace


class Slow(LeftOnce[None]):
    """Gets its widgets late, and has a key and a worker that need them."""

    BINDINGS: ClassVar = [Binding("x", "count", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.found = asyncio.Event()
        self.counted = 0
        self.is_too_late = False

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Compose):
            await asyncio.sleep(0.05)
            if self.is_too_late:
                self.app.exit(0)
        await super().on_event(event)

    def compose(self) -> ComposeResult:
        yield Label("")

    def on_mount(self) -> None:
        self.query_one(Label)

    def action_count(self) -> None:
        self.counted += 1
        self.query_one(Label).update(str(self.counted))

    @work
    async def find(self) -> None:
        await self.found.wait()
        self.query_one(Label).update("found")


def opened() -> QuizApp:
    return QuizApp(workplace(), Language("zh", CHINA))


async def test_keys_for_a_screen_that_is_just_coming_are_taken_in_order_when_it_stands() -> None:
    app, screen = opened(), Slow()
    async with app.run_test() as pilot:
        app.push_screen(screen)
        for _ in range(3):
            app.post_message(events.Key("x", "x"))
        await pilot.pause(0.1)
        assert (screen.counted, str(screen.query_one(Label).content)) == (3, "3")


async def test_what_is_opened_while_the_app_is_left_does_not_begin() -> None:
    app, screen = opened(), Slow()
    screen.is_too_late = True
    async with app.run_test() as pilot:
        app.push_screen(screen)
        await pilot.pause(0.1)
    assert app.failure is None


async def test_a_key_behind_that_which_left_the_app_does_nothing() -> None:
    app, screen = opened(), Slow()
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        app.exit(0)
        app.post_message(events.Key("x", "x"))
        await pilot.pause(0.1)
    assert (screen.counted, app.failure) == (0, None)


async def test_what_a_screen_was_waiting_for_is_not_shown_once_it_is_left() -> None:
    app, screen = opened(), Slow()
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        worker = screen.find()
        await pilot.pause()
        screen.dismiss(None)
        screen.found.set()
        await pilot.pause(0.1)
        assert worker.is_cancelled
    assert app.failure is None


async def test_what_was_to_be_shown_once_a_screen_is_drawn_is_not_where_it_was_left_before() -> None:
    app, screen = opened(), Slow()
    shown: list[str] = []
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        screen.call_after_refresh(shown.append, "first")
        await pilot.pause()
        screen.call_after_refresh(shown.append, "second")
        screen.dismiss(None)
        await pilot.pause(0.1)
    assert shown == ["first"]
