"""A terminal with a program in it, worked as a person works it: keys in, text on the screen out."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from tests.instruments.painted_terminal import Cells

SMALL, WIDE = (80, 24), (120, 40)
PATIENCE = 60.0
"""Seconds until what should be on the screen is missed. A machine that is busy is slow, and no test waits longer
than it must."""
_PAUSE = 0.02
_SIZES = ("COLUMNS", "LINES")
"""A size in the environment, as some runners of tests set it, would hold for the program whatever its window is."""
_numbers = count()


class Terminal:
    """One tmux server of its own with one pane; closing it ends that server and no other."""

    def __init__(self) -> None:
        self._socket = f"quizapp-test-{os.getpid()}-{next(_numbers)}"

    def start(self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = SMALL) -> None:
        """Run a command in a pane of that many columns and rows; it stays readable when the command has ended."""
        columns, rows = size
        self._tmux(
            *("start-server", ";", "set-option", "-g", "status", "off", ";"),
            *("set-option", "-g", "escape-time", "0", ";", "set-option", "-g", "remain-on-exit", "on", ";"),
            *("set-option", "-g", "default-terminal", "tmux-256color", ";"),
            *("new-session", "-d", "-x", str(columns), "-y", str(rows), "--", *command),
            env={name: value for name, value in {**os.environ, **env}.items() if name not in _SIZES},
        )

    def type(self, text: str) -> None:
        """Type characters, as an input method commits them."""
        self._tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys named as tmux names them, all of them in one burst."""
        self._tmux("send-keys", "--", *keys)

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does: as one piece, with marks around it."""
        self._tmux("set-buffer", "--", text, ";", "paste-buffer", "-p")

    def click(self, column: int, row: int) -> None:
        """Press and release the mouse on a cell, both counted from 0."""
        press, release = (f"\x1b[<0;{column + 1};{row + 1}{end}" for end in "Mm")
        self._tmux("send-keys", "-H", *(f"{byte:02x}" for byte in (press + release).encode()))

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window larger or smaller."""
        self._tmux("resize-window", "-x", str(size[0]), "-y", str(size[1]))

    def screen(self) -> str:
        """Return what stands on the screen, line by line."""
        return self._tmux("capture-pane", "-p")

    def cells(self, size: tuple[int, int]) -> Cells:
        """Return what stands in each cell of a window of that size, with its colours."""
        cells = Cells(*size)
        lines = self._tmux("capture-pane", "-p", "-e", "-N").split("\n")
        # A line's colours go on in the next one, as tmux says them.
        cells.write("\n".join(lines[: size[1]]))
        return cells

    def printed(self) -> str:
        """Return all that was printed, what has scrolled away above the screen included."""
        return self._tmux("capture-pane", "-p", "-S", "-")

    def wait_for(self, text: str) -> str:
        """Return the screen as soon as the text stands on it."""
        return self.wait_until(lambda screen: text in screen, text)

    def wait_until_gone(self, text: str) -> str:
        """Return the screen as soon as the text no longer stands on it."""
        return self.wait_until(lambda screen: text not in screen, f"no {text}")

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """Return the screen as soon as something holds of it. Raises AssertionError with what stood there instead."""
        end = time.monotonic() + PATIENCE
        while not holds(screen := self.screen()):
            assert time.monotonic() < end, f"waited for {what}; the screen said:\n{screen}"
            time.sleep(_PAUSE)
        return screen

    def wait_until_steady(self, text: str) -> str:
        """Return the screen once the text stands on it and it is not being drawn any more."""
        screen = self.wait_for(text)
        while (later := self._later()) != screen:
            screen = later
        return screen

    def wait_for_end(self) -> int:
        """Return the command's exit status as soon as it has ended."""
        end = time.monotonic() + PATIENCE
        while self.ask("pane_dead") != "1":
            assert time.monotonic() < end, f"waited for the end; the screen said:\n{self.screen()}"
            time.sleep(_PAUSE)
        # tmux may know that it is dead a moment before it knows of what.
        while not (status := self.ask("pane_dead_status")) and not (signal := self.ask("pane_dead_signal")):
            assert time.monotonic() < end, "tmux does not say how it ended"
            time.sleep(_PAUSE)
        return int(status) if status else -int(signal)

    def kill(self) -> None:
        """End the command as a power cut does, by the id of its own process."""
        os.kill(int(self.ask("pane_pid")), signal.SIGKILL)
        self.wait_for_end()

    @property
    def is_running(self) -> bool:
        """Whether the command has not ended."""
        return self.ask("pane_dead") != "1"

    def ask(self, what: str) -> str:
        """Return what tmux knows of the pane, such as `pane_title`."""
        return self._tmux("display-message", "-p", f"#{{{what}}}").rstrip("\n")

    def close(self) -> None:
        """End this terminal and what runs in it, and leave no socket behind; one never started is nothing to end."""
        asked = ("display-message", "-p", "#{socket_path}", ";", "kill-server")
        done = subprocess.run(["tmux", "-L", self._socket, *asked], capture_output=True, encoding="utf-8", check=False)
        if socket := done.stdout.strip():
            Path(socket).unlink(missing_ok=True)

    def _later(self) -> str:
        time.sleep(2 * _PAUSE)
        return self.screen()

    def _tmux(self, *arguments: str, env: Mapping[str, str] | None = None) -> str:
        command = ["tmux", "-u", "-L", self._socket, "-f", os.devnull, *arguments]
        done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{arguments[0]}: {done.stderr}"
        return done.stdout
