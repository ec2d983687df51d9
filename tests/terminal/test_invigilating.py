"""A paper carried to a machine, paused there by its invigilator, killed, and gone on with on the same second."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import Answered, HandedIn, Paused, Resumed, Unpaused
from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
WORD = "监考2026abc"
PERSON = ("--candidate", "07", "--name", "张三")


@pytest.fixture
def carried(tmp_path: Path, room: ExamRoom) -> Path:
    """A publication that names an invigilator's password."""
    word = tmp_path / "word.txt"
    word.write_text(WORD + "\n", "utf-8")
    path = tmp_path / "sample.quiz"
    room.run("papers", "publish", "sample", "--to", str(path), "--invigilator-file", str(word))
    return path


@pytest.fixture
def machine(tmp_path: Path) -> ExamRoom:
    """A trainee's machine: no paper, no bank, no home."""
    folder = tmp_path / "machine"
    folder.mkdir()
    return ExamRoom(folder)


def left_of(screen: str) -> timedelta:
    """Return the time left that the screen shows."""
    hours, minutes, seconds = re.findall(r"剩余 (\d+):(\d\d):(\d\d)", screen)[0]
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))


def let_in(terminal: Terminal) -> None:
    """Press F8 and give the password, in one burst with it."""
    terminal.press("F8")
    terminal.type(WORD)
    terminal.wait_for("*" * 8)
    terminal.press("Enter")
    terminal.wait_for("监考：张三 07")


def fill_in(terminal: Terminal, *texts: str) -> None:
    """Fill in who orders it and why."""
    terminal.wait_for("经办人")
    for text in texts:
        terminal.type(text)
        terminal.press("Enter")


def test_killed_while_paused_it_is_still_paused_and_goes_on_with_the_same_question_answer_and_second(
    open_terminal: Terminals, machine: ExamRoom, carried: Path
) -> None:
    first, second = open_terminal(), open_terminal()
    machine.sit(first, str(carried), "第 1 题 / 共 5 题")
    first.press("3", "Right", "1")
    first.wait_for("已答 2")
    let_in(first)
    first.press("Down", "Enter")
    fill_in(first, "李老师", "消防演习")
    screen = first.wait_for("考试已暂停")
    left = left_of(screen)
    assert "单项选择题" not in screen
    first.press("1", "Right", "F3", "F9", "F9")
    first.kill()
    time.sleep(2)

    machine.open(second, "take", str(carried), *PERSON)
    screen = second.wait_until_steady("考试已暂停")
    assert left_of(screen) == left
    assert "第 2 题" not in screen
    second.press("2", "Enter")
    second.wait_for("现在暂停，按键不起作用")
    let_in(second)
    second.press("Enter")
    fill_in(second, "李老师", "演习结束")
    screen = second.wait_for("第 2 题 / 共 5 题 | 3 分 | 已答 2")
    assert timedelta(0) <= left - left_of(screen) <= timedelta(seconds=1)
    events = machine.journal().events
    assert [len(of_kind(events, kind)) for kind in (Paused, Resumed, Unpaused, Answered)] == [1, 1, 1, 2]
    paused, unpaused = of_kind(events, Paused)[0], of_kind(events, Unpaused)[0]
    assert unpaused.when.at - paused.when.at > timedelta(seconds=2)
    assert machine.attempts() == 1

    let_in(second)
    second.press("Down", "Down", "Enter")
    fill_in(second, "李老师", "清场")
    second.wait_for("现在强制收卷吗")
    second.press("Tab", "Enter")
    second.wait_for("已由班委会收卷")
    (ended,) = of_kind(machine.journal().events, HandedIn)
    assert isinstance(ended, HandedIn)
    assert (ended.by, ended.ordered_by, ended.why) == ("committee", "李老师", "清场")
    table = carried.with_name("scores.csv")
    machine.run("scores", "export", "sample", "--to", str(table))
    told = table.read_text("utf-8-sig")
    assert re.search(r"暂停 \d+ 秒（李老师：消防演习）", told)
    assert "强制收卷（李老师：清场）" in told
