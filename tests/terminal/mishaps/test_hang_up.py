"""An end from outside: a signal, a window that is closed, a terminal that is gone without a word."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from quizapp.domain.attempt.state import fold
from tests.instruments.terminal_driver import PATIENCE, Terminal
from tests.terminal.exam_room import ExamRoom

Terminals = Callable[[], Terminal]
FIRST = "第 1 题 / 共 5 题"
PERSON = ("--candidate", "07", "--name", "张三")


def go_to_blanks(terminal: Terminal) -> None:
    """Go to the last question, which is answered with text."""
    terminal.press("F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    terminal.press("5", "Enter")
    terminal.wait_for("第 1 空")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for what cannot be seen on a screen."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def has_ended(pid: int) -> bool:
    """Return whether a program is gone, whether or not its parent has asked what became of it."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", f"{pid}"], capture_output=True, encoding="utf-8", check=False)
    return state.stdout.strip()[:1] in ("", "Z")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_a_signal_records_what_was_typed_and_gives_the_terminal_back(
    open_terminal: Terminals, room: ExamRoom, number: signal.Signals
) -> None:
    terminal = open_terminal()
    room.sit(terminal, "sample", FIRST)
    go_to_blanks(terminal)
    terminal.type("耳目")
    terminal.wait_for("耳目")
    os.kill(int(terminal.ask("pane_pid")), number)
    assert terminal.wait_for_end() == 128 + number
    assert fold(room.journal().events).response(5) == ("耳目",)
    assert terminal.ask("alternate_on") == "0"
    assert "Traceback" not in terminal.printed()
    again = open_terminal()
    room.open(again, "take", "sample", *PERSON)
    again.wait_for("耳目")


@pytest.mark.parametrize("nohup", [False, True], ids=["window closed", "window closed under nohup"])
def test_a_window_that_is_closed_records_what_was_typed_and_ends_the_program(
    terminal: Terminal, room: ExamRoom, nohup: bool
) -> None:
    room.sit(terminal, "sample", FIRST, nohup=nohup)
    pid = int(terminal.ask("pane_pid"))
    go_to_blanks(terminal)
    terminal.type("耳目")
    terminal.wait_for("耳目")
    terminal.close()
    wait_until(lambda: has_ended(pid))
    assert fold(room.journal().events).response(5) == ("耳目",)
    assert room.scores()[0]["status"] == "in_progress"


def test_a_program_told_to_end_on_a_screen_without_a_sitting_ends_too(terminal: Terminal, room: ExamRoom) -> None:
    room.open(terminal)
    terminal.wait_for("样卷")
    subprocess.run(["kill", "-TERM", terminal.ask("pane_pid")], check=True)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
