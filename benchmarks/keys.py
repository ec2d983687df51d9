"""How long it takes from a key to the changed screen, the answer being on disk before."""

from __future__ import annotations

import os
import sys
import tempfile
from statistics import median

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

PEER = """
import os, sys
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import OptionList

OPTIONS = ["跟班", "秀才", "耳目", "参谋"]

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield OptionList(*self.lines(None))

    def lines(self, chosen):
        return [f"({'x' if n == chosen else '-'}) {'ABCD'[n]}  {text}" for n, text in enumerate(OPTIONS)]

    def on_key(self, event: events.Key) -> None:
        if event.key in "12":
            os.write(self.file, b"x" * 300)
            os.fsync(self.file)
            for place, line in enumerate(self.lines(int(event.key) - 1)):
                self.query_one(OptionList).replace_option_prompt_at_index(place, line)

app = Bare()
app.file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
app.run()
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return a key to the changed options beside the same options in bare Textual plus one bare fsync."""
    times = max(int(200 * strength), 20)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        environment = {**os.environ, "QUIZAPP_HOME": folder, "QUIZAPP_LANG": "zh"}
        ours_command = [sys.executable, "-m", "quizapp", "take", "final", "--candidate", "07", "--name", "Zhang"]
        peer_command = [sys.executable, "-c", PEER, f"{folder}/bare"]
        with Terminal(ours_command, environment) as ours, Terminal(peer_command, environment) as peer:
            ours.wait_for("承诺诚信应考")
            ours.settle()
            ours.press(" ")
            ours.settle()
            ours.press("\r")
            ours.wait_for("第 1 题")
            peer.settle()
            pairs = [(_key(ours), _key(peer)) for _ in range(times)]
    return [
        Row(
            name="a key to the changed screen",
            ours=median(pair[0] for pair in pairs),
            peer=median(pair[1] for pair in pairs),
            peer_name="bare Textual's OptionList and one fsync",
            at_most=1.5,
        )
    ]


def _key(terminal: Terminal) -> float:
    """Return milliseconds from choosing A to seeing it chosen; B is chosen first, untimed."""
    terminal.press("2")
    terminal.settle(0.03)
    pressed = terminal.press("1")
    return (terminal.wait_for("(x)") - pressed) * 1000
