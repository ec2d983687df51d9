"""A class's data folder and its banks, with the program as a person starts it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quizapp.domain.attempt.events import Event
from quizapp.services.ports.port_values import Chain
from quizapp.stores.files.home import FileHome
from tests.instruments.terminal_driver import SMALL, Terminal

BANKS = Path(__file__).parent / "banks"
_DEAF = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
CHECKOUT = Path(__file__).parents[2]


class ExamRoom:
    """The folders of one test."""

    def __init__(self, folder: Path, *files: str) -> None:
        """Make an exam room with these files of `banks/` in its pool; its home is made by the program."""
        self.folder = folder
        self.home = folder / "home"
        self._pool = folder / "pool"
        self._pool.mkdir()
        for name in files:
            shutil.copy(BANKS / f"{name}.yaml", self._pool)

    @property
    def env(self) -> dict[str, str]:
        """What the program is told by its environment; a developer's own settings do not count."""
        return {
            "QUIZAPP_HOME": str(self.home),
            "QUIZAPP_BANKS": str(self._pool),
            "QUIZAPP_LANG": "zh",
            "LC_ALL": "C.UTF-8",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(CHECKOUT),
        }

    def open(
        self,
        terminal: Terminal,
        *arguments: str,
        size: tuple[int, int] = SMALL,
        env: Mapping[str, str] | None = None,
        nohup: bool = False,
    ) -> None:
        """Start the program in a terminal, with more in its environment, or deaf to the window's closing."""
        command = _command(arguments)
        terminal.start([*_DEAF, *command] if nohup else command, {**self.env, **(env or {})}, size)

    def sit(
        self, terminal: Terminal, paper: str, first: str, size: tuple[int, int] = SMALL, *, nohup: bool = False
    ) -> None:
        """Take a paper as 张三, number 07, up to its first question, on which a text is to be seen."""
        self.open(terminal, "take", paper, "--candidate", "07", "--name", "张三", size=size, nohup=nohup)
        terminal.wait_for("[ ] 我已阅读考生须知")
        terminal.press("Space")
        terminal.wait_for("[x] 我已阅读考生须知")
        terminal.press("Enter")
        terminal.wait_for(first)

    def run(self, *arguments: str) -> str:
        """Run a command without a screen and return what it prints."""
        done = subprocess.run(
            _command(arguments), env={**os.environ, **self.env}, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def scores(self) -> list[dict[str, Any]]:
        """Return what `scores list --format json` says."""
        listed: list[dict[str, Any]] = json.loads(self.run("scores", "list", "--format", "json"))
        return listed

    def journal(self) -> Chain:
        """Return the journal of the only attempt there is, whoever writes it."""
        journals = FileHome(self.home).journals
        (name,) = journals.names()
        return journals.read(name)

    def attempts(self) -> int:
        """Return how many attempts were begun."""
        return len(FileHome(self.home).journals.names())


def of_kind(events: Sequence[Event], kind: type[Event]) -> list[Event]:
    """Return the events of a kind, in order."""
    return [event for event in events if isinstance(event, kind)]


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "quizapp", *arguments]
