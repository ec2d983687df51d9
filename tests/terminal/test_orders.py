"""Two real programs: one has the attempt open in a terminal, the other gives it more time, ends it, or waits for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

from quizapp.domain.attempt.events import Answered, Extended, HandedIn, Resumed, TakenOver
from quizapp.stores.files.home import FileHome
from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
Rooms = Callable[..., ExamRoom]
PERSON = ("--candidate", "07", "--name", "张三")
MORE = ("papers", "extend", "sample", "--more", "10m", "--why", "设备故障", "--by", "李老师", "--checked-by", "王老师")


def left_of(screen: str) -> timedelta:
    """Return the time left that the screen shows."""
    hours, minutes, seconds = re.findall(r"剩余 (\d+):(\d\d):(\d\d)", screen)[0]
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))


def test_more_time_arrives_in_a_window_that_is_open_and_says_who_gave_it_and_why(
    terminal: Terminal, room: ExamRoom
) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("3")
    before = left_of(terminal.wait_for("(x) C"))
    assert before <= timedelta(minutes=30)
    table = room.run(*MORE, "--candidate", "07")
    assert "延长 10 分钟" in table
    screen = terminal.wait_for("考试时间已延长 10 分钟：设备故障（李老师）")
    assert timedelta(minutes=39) < left_of(screen) <= timedelta(minutes=40)
    events = room.journal().events
    (given,) = of_kind(events, Extended)
    assert isinstance(given, Extended)
    assert (given.more, given.by, given.checked_by, given.why) == (
        timedelta(minutes=10),
        "李老师",
        "王老师",
        "设备故障",
    )
    assert of_kind(events, Resumed) == []
    terminal.press("Right", "1")
    terminal.wait_for("已答 2")
    (folder,) = (room.home / "requests").iterdir()
    assert list(folder.iterdir()) == []


def test_everybody_gets_it_whether_a_window_is_open_or_was_killed(open_terminal: Terminals, room: ExamRoom) -> None:
    opened, killed = open_terminal(), open_terminal()
    room.sit(opened, "sample", "第 1 题 / 共 5 题")
    room.open(killed, "take", "sample", "--candidate", "08", "--name", "李四")
    killed.wait_for("[ ] 我已阅读考生须知")
    killed.press("Space")
    killed.wait_for("[x] 我已阅读考生须知")
    killed.press("Enter")
    killed.wait_for("第 1 题 / 共 5 题")
    killed.kill()
    table = room.run(*MORE, "--all")
    assert table.count("延长 10 分钟") == 2
    opened.wait_for("考试时间已延长 10 分钟")
    journals = FileHome(room.home).journals
    assert [len(of_kind(journals.read(name).events, Extended)) for name in journals.names()] == [1, 1]


def test_who_sits_gives_themselves_nothing(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    status, out = asked(room, "papers", "extend", "sample", "--all", "--more", "10m", "--why", "慢", "--by", "张三")
    assert (status, "没有延长" in out) == (1, True)
    assert of_kind(room.journal().events, Extended) == []
    assert left_of(terminal.screen()) <= timedelta(minutes=30)


def test_after_the_closing_no_time_is_given(terminal: Terminal, make_room: Rooms) -> None:
    room = make_room("four-types", "short")
    room.sit(terminal, "short", "第 1 题 / 共 2 题")
    terminal.wait_for("时间到，已自动交卷")
    status, _ = asked(
        room, "papers", "extend", "short", "--candidate", "07", "--more", "10m", "--why", "慢", "--by", "李老师"
    )
    assert status == 1
    assert of_kind(room.journal().events, Extended) == []


def test_a_forced_hand_in_takes_the_text_being_typed_and_shows_the_result(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("F3")
    terminal.wait_for("答题卡")
    terminal.press("5", "Enter")
    terminal.wait_for("第 1 空")
    terminal.type("耳目")
    terminal.wait_for("耳目")
    terminal.press("F9")
    terminal.wait_for("返回检查")
    (name,) = FileHome(room.home).journals.names()
    told = room.run("scores", "close", name.attempt, "--why", "清场", "--by", "李老师")
    assert name.attempt in told
    assert "已由班委会收卷" in terminal.wait_for("回执号")
    events = room.journal().events
    (ended,) = of_kind(events, HandedIn)
    assert isinstance(ended, HandedIn)
    assert (ended.by, ended.ordered_by, ended.why) == ("committee", "李老师", "清场")
    last = of_kind(events, Answered)[-1]
    assert isinstance(last, Answered)
    assert last.response == ("耳目",)
    (document,) = room.scores()
    assert (document["status"], document["handed_in_by"]) == ("marked", "committee")


def test_a_second_window_waits_and_takes_over_once_the_first_is_killed(
    open_terminal: Terminals, room: ExamRoom
) -> None:
    first, second, third = open_terminal(), open_terminal(), open_terminal()
    room.sit(first, "sample", "第 1 题 / 共 5 题")
    first.press("3")
    first.wait_for("(x) C")
    gone = first.ask("pane_pid")
    room.open(second, "take", "sample", *PERSON)
    screen = second.wait_until_steady("《样卷》正在另一个窗口作答")
    assert gone in screen
    assert "接着作答 " not in screen
    first.press("Right", "1")
    first.wait_for("已答 2")
    first.kill()
    second.wait_for("《样卷》可以接着作答")
    second.press("Tab", "Enter")
    second.wait_for("第 2 题 / 共 5 题 | 3 分 | 已答 2")
    (taken,) = of_kind(room.journal().events, TakenOver)
    assert isinstance(taken, TakenOver)
    assert taken.pid == gone
    assert of_kind(room.journal().events, Resumed) == []
    second.press("Right", "1")
    second.wait_for("已答 3")
    second.kill()
    room.open(third, "take", "sample", *PERSON)
    third.wait_for("第 3 题 / 共 5 题")
    assert len(of_kind(room.journal().events, TakenOver)) == 1
    assert len(of_kind(room.journal().events, Resumed)) == 1
    assert room.attempts() == 1


def asked(room: ExamRoom, *arguments: str) -> tuple[int, str]:
    """Return the exit status of a command, and what it prints."""
    command = [sys.executable, "-m", "quizapp", *arguments]
    done = subprocess.run(command, env={**os.environ, **room.env}, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout
