"""Composing in a real terminal: a paper of 100 marks from the banks that come along, in few keys, sat from home."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.formats.native.pool.pool import Pool
from tests.instruments.terminal_driver import SMALL, Terminal
from tests.terminal.exam_room import ExamRoom

SHIPPED = Path(__file__).parents[2] / "question_banks"


@pytest.fixture
def room(make_room: Callable[..., ExamRoom]) -> ExamRoom:
    """An exam room whose settings name staff, with the banks that come with the program and none of its papers."""
    room = make_room()
    room.home.mkdir()
    (room.home / "settings.yaml").write_text("staff: 王老师\n", "utf-8")
    for bank in SHIPPED.glob("*.yaml"):
        shutil.copy(bank, pool_of(room))
    return room


def pool_of(room: ExamRoom) -> Path:
    return Path(room.env["QUIZAPP_BANKS"])


def click(terminal: Terminal, text: str) -> None:
    """Click on the line where a text stands."""
    screen = terminal.wait_until_steady(text)
    terminal.click(6, next(row for row, line in enumerate(screen.splitlines()) if text in line))


def test_a_paper_is_composed_in_few_keys_and_sat_from_home(terminal: Terminal, room: ExamRoom) -> None:
    room.open(terminal, size=SMALL)
    click(terminal, "看题、改题")
    terminal.wait_until_steady("题库（教师）")
    # Publishing and a new bank stand last.
    terminal.press("End", "Up", "Up", "Enter")
    terminal.wait_for("从哪里开始")
    terminal.press("Enter")
    terminal.wait_until_steady("共 52 题 100 分 | 正好 100 分")
    terminal.press("1", "8", "Down", "1", "2", "F9")
    terminal.wait_for("存成试卷")
    terminal.press("C-a")
    terminal.type("期中测验")
    terminal.press("Enter")
    # The course's own banks are there to be practised.
    terminal.wait_for("谁都可以练习")
    terminal.press("Enter", "Escape")
    terminal.wait_for("题库（教师）")
    terminal.press("Escape")
    terminal.wait_until_steady("期中测验")
    (path,) = (pool_of(room) / "papers").iterdir()
    assert [fault.code for fault in Pool([pool_of(room)]).paper(str(path)).faults] == ["exam-may-be-practised"]
    click(terminal, "期中测验")
    terminal.wait_for("考生确认")
    terminal.type("07")
    terminal.press("Enter")
    terminal.type("张三")
    terminal.press("Enter", "Enter")
    terminal.wait_for("[ ] 我已阅读考生须知")
    terminal.press("Space")
    terminal.wait_for("[x] 我已阅读考生须知")
    terminal.press("Enter")
    terminal.wait_for("第 1 题 / 共 52 题")
    assert room.attempts() == 1
