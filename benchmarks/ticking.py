"""What a second of a sitting costs in which nobody does anything: the tick of its clock, in time of the processor.

Everything counts that the tick brings about, painting and writing to the terminal included; the time is that of the
whole process, so that waiting costs nothing. The clock of the machine is set forward by a second for each tick.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

PROMISED = 0.5
"""Milliseconds."""

_COUNT = """
import asyncio, sys
from pathlib import Path
from statistics import median
from time import process_time

async def count(app, tick):
    await asyncio.sleep(0.5)
    taken = []
    for _ in range(int(sys.argv[1])):
        begun = process_time()
        tick()
        await asyncio.sleep(0.04)
        taken.append(process_time() - begun)
    Path(sys.argv[2]).write_text(str(median(taken) * 1000))
    app.exit(message="counted")
"""
OURS = (
    _COUNT
    + """
from dataclasses import replace
from datetime import timedelta
from quizapp import wiring
from quizapp.settings import Options
from quizapp.tui.app import QuizApp
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.clock import ClockLine

class Forward:
    def __init__(self, clock):
        self.clock, self.by = clock, 0

    def read(self):
        now = self.clock.read()
        return replace(now, at=now.at + timedelta(seconds=self.by), clock=now.clock + self.by)

class Room(QuizApp):
    CSS_PATH = [str(Path(sys.modules[QuizApp.__module__].__file__).parent / path) for path in QuizApp.CSS_PATH]

    def on_mount(self):
        self.run_worker(self.look())

    async def look(self):
        while not isinstance(self.screen, SittingScreen):
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        clock = self.screen.query_one(ClockLine)

        def tick():
            self.workplace.clock.by += 1
            clock.tick()

        await count(self, tick)

place = wiring.workplace(wiring.settings(Options()))
place = replace(place, clock=Forward(place.clock))
Room(place, wiring.language(Options()), paper="final", candidate="07", name="Zhang").run()
"""
)
PEER = (
    _COUNT
    + """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    CSS = "Static { height: 1; } #time { width: 14; }"

    def compose(self):
        yield Static("", id="time")
        for number in range(20):
            yield Static(f"line {number}")

    def on_mount(self):
        self.left = 3000
        self.run_worker(count(self, self.tick))

    def tick(self):
        self.left -= 1
        self.query_one("#time").update(f"00:{self.left // 60:02}:{self.left % 60:02}", layout=False)

Bare().run()
"""
)


def measure(strength: float = 1.0) -> list[Row]:
    """Return the median of many ticks beside what was promised, and beside bare Textual's."""
    times = max(int(150 * strength), 20)
    ours, peer = _counted(OURS, times, " ", "\r"), _counted(PEER, times)
    return [
        Row(name="a tick of the clock", ours=ours, peer=PROMISED, peer_name="what was promised", at_most=1.0),
        Row(name="a tick of the clock", ours=ours, peer=peer, peer_name="bare Textual's Static, never laid out"),
    ]


def _counted(program: str, times: int, *keys: str) -> float:
    """Return what a program writes into a file, its cover left by these keys."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        said = Path(folder) / "counted"
        environment = {**os.environ, "QUIZAPP_HOME": folder, "QUIZAPP_LANG": "zh"}
        with Terminal([sys.executable, "-c", program, str(times), str(said)], environment) as terminal:
            if keys:
                terminal.wait_for("承诺诚信应考")
            for key in keys:
                terminal.settle()
                terminal.press(key)
            terminal.wait_for("counted")
        return float(said.read_text())
