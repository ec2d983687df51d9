"""What the environment says to the library that paints: an exam is driven by its candidate alone, and not recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom

PERSON = ("--candidate", "07", "--name", "张三")


@pytest.mark.parametrize(
    "variables",
    [
        {"TEXTUAL_PRESS": "space,enter,3,f9,f9"},
        {"TEXTUAL_SCREENSHOT": "0", "TEXTUAL_SCREENSHOT_FILENAME": "picture.svg"},
        {"TEXTUAL_DRIVER": "nowhere:Driver"},
        {"TEXTUAL_LOG": "textual.log", "TEXTUAL": "debug,devtools"},
    ],
    ids=lambda variables: next(iter(variables)),
)
def test_what_the_environment_says_to_textual_is_not_heard(
    terminal: Terminal, room: ExamRoom, variables: dict[str, str], tmp_path: Path
) -> None:
    given = {
        name: str(tmp_path / value) if value.endswith((".svg", ".log")) else value for name, value in variables.items()
    }
    room.open(terminal, "take", "sample", *PERSON, env=given)
    terminal.wait_until_steady("[ ] 我已阅读考生须知")
    # By the time that it answers keys, all that it does by itself at its start has been done.
    terminal.press("F4")
    terminal.wait_for("这一页的按键")
    terminal.press("Escape")
    terminal.wait_until_steady("[ ] 我已阅读考生须知")
    assert room.attempts() == 0
    assert not [path for path in tmp_path.iterdir() if path.suffix in (".svg", ".log")]
