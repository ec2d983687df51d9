"""What stands on a real terminal after each key is what a full repaint would show, in every room."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.instruments.painted_terminal import Cells
from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.proofs.monkey import STARTS

KEYS, MANY_KEYS, SEED = 8, 150, 19
"""Keys pressed in each room, and at full strength. Most of what a room costs is to start the program in it."""
AFTER = 3.0
"""Seconds after which a difference counts: what comes by itself may be on its way."""
USUAL = (
    *("Up", "Down", "Left", "Right", "Enter", "Escape", "PageDown", "PageUp", "Tab", "Space", "End", "Home") * 3,
    *("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "C-g", "C-p", "C-s", "1", "2", "A", "C", "a", "啊", "BSpace"),
)
SIZES = (SMALL, WIDE)


class Room:
    """A room in a terminal, and what it should show."""

    def __init__(self, terminal: Terminal, name: str, folder: Path, size: tuple[int, int]) -> None:
        self._terminal, self._file, self._pid = terminal, folder / "wanted.json", folder / "pid"
        self.size = size
        command = [sys.executable, "-m", "tests.terminal.room_window", name, str(folder)]
        env = {"COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "HOME": str(folder), "PYTHONPATH": _CHECKOUT}
        terminal.start(command, env, size)
        terminal.wait_until(lambda screen: self._pid.exists() and bool(screen.strip()), name)

    def press(self, key: str) -> None:
        """Press a key, or type a character."""
        if key.isascii():
            self._terminal.press(key)
        else:
            self._terminal.type(key)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window larger or smaller."""
        self.size = size
        self._terminal.resize(size)

    @property
    def is_open(self) -> bool:
        """Whether the program has not ended."""
        return self._terminal.is_running

    def old_cells(self) -> list[tuple[int, int]]:
        """Return the places that stay other than a full repaint shows."""
        end = time.monotonic() + AFTER
        while self.is_open and (differences := self._differences()):
            if time.monotonic() > end:
                return differences
            time.sleep(0.02)
        return []

    def _differences(self) -> list[tuple[int, int]]:
        shown = self._terminal.cells(self.size)
        wanted = self._wanted()
        return [(-1, -1)] if wanted is None else shown.differences(wanted)

    def _wanted(self) -> Cells | None:
        self._file.unlink(missing_ok=True)
        os.kill(int(self._pid.read_text()), signal.SIGUSR1)
        end = time.monotonic() + AFTER
        while not self._file.exists():
            if time.monotonic() > end or not self.is_open:
                return None
            time.sleep(0.005)
        rows = json.loads(self._file.read_text("utf-8"))
        if rows is None or (len(rows[0]), len(rows)) != self.size:
            return None
        return Cells.from_plain(rows)


_CHECKOUT = str(Path(__file__).parents[2])


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_turning_the_pages_of_a_paper_leaves_no_old_cell(
    terminal: Terminal, tmp_path: Path, size: tuple[int, int]
) -> None:
    room = Room(terminal, "sitting, a mock exam", tmp_path, size)
    terminal.wait_for("[ ] 我已阅读考生须知")
    for key in ("Space", "Enter"):
        room.press(key)
        assert room.old_cells() == []
    terminal.wait_for("第 1 题")
    for turn in range(41):
        room.press("PageDown")
        assert room.old_cells() == [], f"after {turn + 1} turns:\n{terminal.screen()}"


@pytest.mark.proof
@pytest.mark.parametrize("name", STARTS)
def test_no_key_in_any_room_leaves_an_old_cell(terminal: Terminal, tmp_path: Path, name: str, is_full: bool) -> None:
    chance = random.Random(f"{SEED} {name}")
    size = chance.choice(SIZES)
    room, done = Room(terminal, name, tmp_path, size), list[str]()
    for turn in range(MANY_KEYS if is_full else KEYS):
        key = chance.choice(USUAL)
        done.append(key)
        room.press(key)
        if turn == KEYS // 2:
            room.resize(chance.choice([one for one in SIZES if one != size]))
        assert room.old_cells() == [], f"after {done}:\n{terminal.screen()}"
        if not room.is_open:
            break
    assert done
