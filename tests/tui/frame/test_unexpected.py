"""What nobody expected, wherever in the app it happens: the app ends, and shows nothing of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from functools import partial
from typing import ClassVar

import pytest
from rich.traceback import Traceback
from textual.app import ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from quizapp.domain.errors import MachineRefused
from quizapp.language import Language
from quizapp.services.ports.paper_editor import PaperFacts
from quizapp.tui.app import QuizApp
from quizapp.tui.shell import TerminalFailed
from tests.samples.workplace import workplace


class Falls(Screen[None]):
    """Fails somewhere, with an answer in what it says of it."""

    BINDINGS: ClassVar = [("x", "fall", "")]

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where

    def fall(self, where: str) -> None:
        key = "B"
        if where == self.where:
            raise KeyError(f"机密 {key}")

    def compose(self) -> ComposeResult:
        self.fall("compose")
        yield Drawn(lambda: self.fall("render"))

    def on_mount(self) -> None:
        self.fall("mount")
        self.set_timer(0.01, lambda: self.fall("timer"))
        self.call_later(self.fall, "callback")
        self.run_worker(self.work())
        self.run_worker(lambda: self.fall("thread"), thread=True)
        self.app.simulate_key("x")

    async def work(self) -> None:
        self.fall("worker")

    def action_fall(self) -> None:
        self.fall("action")


class Drawn(Widget):
    """Draws nothing, if it does not fail."""

    def __init__(self, fall: Callable[[], None]) -> None:
        super().__init__()
        self.fall = fall

    def render(self) -> Content:
        self.fall()
        return Content("")


@pytest.mark.parametrize("where", ["compose", "render", "mount", "timer", "callback", "worker", "thread", "action"])
async def test_the_app_ends_with_it_and_prints_nothing(where: str, capfd: pytest.CaptureFixture[str]) -> None:
    app = QuizApp(workplace(), Language("zh", UTC))
    async with asyncio.timeout(60):
        await app.run_async(headless=True, auto_pilot=partial(fall, where))
    assert isinstance(app.failure, KeyError)
    assert "机密" in str(app.failure)
    assert capfd.readouterr() == ("", "")


async def fall(where: str, pilot: Pilot[object]) -> None:
    """Have the app fail there, once it is open."""
    await pilot.pause()
    app = failing(pilot)
    app.push_screen(Falls(where))
    while app.failure is None:
        await asyncio.sleep(0.01)


def failing(pilot: Pilot[object]) -> QuizApp:
    """Return the app."""
    assert isinstance(pilot.app, QuizApp)
    return pilot.app


async def test_a_first_screen_that_cannot_be_made_ends_the_app_too(capfd: pytest.CaptureFixture[str]) -> None:
    def papers() -> tuple[PaperFacts, ...]:
        raise KeyError("机密")

    app = QuizApp(replace(workplace(), paper_list=papers), Language("zh", UTC))
    await app.run_async(headless=True)
    assert isinstance(app.failure, KeyError)
    assert capfd.readouterr() == ("", "")


async def test_what_the_machine_refused_and_nobody_caught_is_told_as_such(capfd: pytest.CaptureFixture[str]) -> None:
    app = QuizApp(workplace(), Language("zh", UTC))

    async def refuse() -> None:
        raise MachineRefused("disk-full", file="卷")

    async def visit(pilot: Pilot[object]) -> None:
        pilot.app.run_worker(refuse(), group="visit")
        while app.failure is None:
            await asyncio.sleep(0.01)

    await app.run_async(headless=True, auto_pilot=visit)
    assert isinstance(app.failure, MachineRefused)
    assert capfd.readouterr() == ("", "")


async def test_a_reader_of_the_terminal_that_fails_shows_nothing_either(capfd: pytest.CaptureFixture[str]) -> None:
    app = QuizApp(workplace(), Language("zh", UTC))

    async def read(pilot: Pilot[object]) -> None:
        try:
            Falls("there").fall("there")
        except KeyError:
            app.call_later(app.panic, Traceback(show_locals=True))
        while app.failure is None:
            await asyncio.sleep(0.01)

    await app.run_async(headless=True, auto_pilot=read)
    assert isinstance(app.failure, TerminalFailed)
    assert capfd.readouterr() == ("", "")
