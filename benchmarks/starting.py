"""How long it takes from the shell to the first frame: home's title and its list of papers."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from statistics import median

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

PEER = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("bare frame")

Bare().run()
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the first painted frame of quizapp beside that of a Textual app of one Static."""
    ours, peer = [], []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QUIZAPP_HOME": home, "QUIZAPP_LANG": "zh"}
        for _ in range(max(int(21 * strength), 3)):
            ours.append(
                _first_frame([sys.executable, "-m", "quizapp"], environment, "终端考场", "结业考试", "摸底测验")
            )
            peer.append(_first_frame([sys.executable, "-c", PEER], environment, "bare frame"))
    return [
        Row(
            name="first frame of home",
            ours=median(ours),
            peer=median(peer),
            peer_name="a Textual app of one Static",
            at_most=1.3,
        )
    ]


def _first_frame(arguments: Sequence[str], environment: dict[str, str], *texts: str) -> float:
    """Return milliseconds from the start of a program to its texts on the screen."""
    with Terminal(arguments, environment) as terminal:
        return (terminal.wait_for(*texts) - terminal.started) * 1000
