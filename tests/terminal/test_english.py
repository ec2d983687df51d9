"""The program in English: what it says itself is English, on every screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.terminal.exam_room import BANKS, ExamRoom

Rooms = Callable[..., ExamRoom]
CHINESE = re.compile("[\u2e80-\u2fff\u3400-\u9fff\uff01-\uff5e\u3001-\u301f]+")
WRITTEN_BY_OTHERS = "".join(path.read_text("utf-8") for path in BANKS.glob("*.yaml"))
"""Stems, titles and instructions are in the language of their author."""


def expect_english(screen: str) -> None:
    """Check that what is Chinese on the screen comes from the paper or the banks, or names the other language."""
    said = [text for text in CHINESE.findall(screen) if text not in WRITTEN_BY_OTHERS and text != "中文"]
    assert said == [], screen


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
def test_in_english_every_screen_and_dialog_is_english(
    terminal: Terminal, room: ExamRoom, size: tuple[int, int]
) -> None:
    def see(text: str) -> None:
        expect_english(terminal.wait_until_steady(text))

    def look_at(key: str, text: str) -> None:
        terminal.press(key)
        see(text)
        terminal.press("Escape")
        terminal.wait_until_gone(text)

    room.open(terminal, "--lang", "en", size=size)
    see("Earlier results")
    look_at("F4", "Keys on this screen")
    look_at("C-p", "Theme")
    terminal.press("Enter")
    see("Type number and name")
    look_at("F4", "Keys on this screen")
    terminal.type("07")
    terminal.press("Enter")
    terminal.type("Li")
    terminal.press("Enter")
    see("Is this the candidate?")
    terminal.press("Enter")
    see("[ ] I have read")
    look_at("F4", "Keys on this screen")
    terminal.press("Enter")
    see("Tick the promise")
    terminal.press("Space", "Enter")
    see("question 1 of 5")
    look_at("F4", "Keys on this screen")
    look_at("C-p", "Theme")
    look_at("F9", "Hand in now?")
    look_at("C-q", "Leave for now?")
    terminal.press("C-s")
    see("Saved by itself")
    terminal.press("Left")
    see("This is the first question")
    terminal.press("3")
    for number in range(2, 6):
        terminal.press("PageDown")
        see(f"question {number} of 5")
    terminal.press("F2", "F3")
    see("Answer sheet")
    look_at("F4", "Keys on this screen")
    terminal.press("F9")
    see("Hand in now?")
    terminal.press("F9")
    see("3 of 20 marks")
    look_at("F4", "Keys on this screen")
    terminal.press("Right")
    see("1 of 5")
