"""A disk that fills up in the middle of a paper, and has room again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import HandedIn
from quizapp.domain.attempt.state import fold
from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.terminal.exam_room import ExamRoom, of_kind


@pytest.fixture
def small_disk(room: ExamRoom) -> Iterator[Path]:
    """A home on a disk of 256 KB; skipped where this user may not mount one."""
    room.home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(room.home)]
    try:
        done = subprocess.run(mount, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        pytest.skip(f"no small disk to be had: {error}")
    if done.returncode != 0:
        pytest.skip(f"no small disk to be had: {done.stderr.strip()}")
    yield room.home
    subprocess.run(["umount", "-l", str(room.home)], check=True)


def fill(disk: Path) -> Path:
    """Fill a disk to its last byte and return the file that does it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


def answer_until_full(terminal: Terminal) -> None:
    """Answer until not one more byte has room in the journal's last block."""
    number = 0
    while "未保存" not in terminal.wait_for("F9 交卷"):
        number += 1
        terminal.press("1" if number % 2 else "2")
        terminal.wait_for("(x) A" if number % 2 else "(x) B")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
def test_a_full_disk_is_told_at_once_and_the_answer_arrives_when_there_is_room(
    terminal: Terminal, room: ExamRoom, small_disk: Path, size: tuple[int, int]
) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题", size)
    filler = fill(small_disk)
    answer_until_full(terminal)
    terminal.press("3")
    screen = terminal.wait_for("(x) C")
    assert "未保存：磁盘已满" in screen
    assert "正在重试" in screen
    terminal.press("C-q")
    terminal.wait_for("现在离开会丢掉")
    terminal.press("Escape")
    terminal.wait_until_gone("现在离开会丢掉")
    assert fold(room.journal().events).response(1) != ("C",)
    filler.unlink()
    assert "未保存" not in terminal.wait_until(lambda screen: " | 已保存" in screen, "已保存")
    chain = room.journal()
    assert not chain.is_torn
    assert not chain.is_altered
    assert fold(chain.events).response(1) == ("C",)
    terminal.press("F9")
    terminal.wait_for("现在交卷吗？")
    terminal.press("F9")
    terminal.wait_for("3 分 / 满分 20 分")
    (document,) = room.scores()
    assert (document["status"], document["score"]) == ("marked", 3)


def test_a_hand_in_on_a_full_disk_says_that_it_waits_and_counts_from_when_it_was_confirmed(
    terminal: Terminal, room: ExamRoom, small_disk: Path
) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("3")
    terminal.wait_for("(x) C")
    filler = fill(small_disk)
    answer_until_full(terminal)
    terminal.press("F9")
    terminal.wait_for("现在交卷吗？")
    terminal.press("F9")
    screen = terminal.wait_for("交卷还没有写进磁盘")
    assert "磁盘已满" in screen
    confirmed = screen[screen.index("以确认的时刻") :][7:15]
    for key in ("F3", "Right", "1", "Enter", "Escape"):
        terminal.press(key)
        terminal.wait_until_steady("交卷还没有写进磁盘")
    terminal.press("C-q")
    terminal.wait_for("现在离开会丢掉")
    terminal.press("Escape")
    terminal.wait_until_gone("现在离开会丢掉")
    terminal.wait_until(lambda shown: shown[shown.index("最近一次重试") :][7:15] > confirmed, "another try")
    assert not of_kind(room.journal().events, HandedIn)
    filler.unlink()
    terminal.wait_for("回执号")
    (ended,) = of_kind(room.journal().events, HandedIn)
    assert f"{ended.when.at.astimezone():%H:%M:%S}" == confirmed
