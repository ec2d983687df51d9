"""What a power cut, a closed window, a second window and the end of the time leave standing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from quizapp.domain.attempt.events import Answered, HandedIn, Resumed
from tests.instruments.terminal_driver import PATIENCE, Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
Rooms = Callable[..., ExamRoom]
PERSON = ("--candidate", "07", "--name", "张三")


def question_of(screen: str) -> list[str]:
    """Return what stands between the two rules: the question as it is shown, and how it is answered."""
    return re.split(r"^-{70,}$", screen, flags=re.MULTILINE)[1].split()


def left_of(screen: str) -> timedelta:
    """Return the time left that the screen shows."""
    hours, minutes, seconds = re.findall(r"剩余 (\d+):(\d\d):(\d\d)", screen)[0]
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))


def walk_back(terminal: Terminal) -> list[list[str]]:
    """Return all five questions as they are shown, from the last to the first."""
    shown = []
    for number in range(5, 0, -1):
        shown.append(question_of(terminal.wait_until_steady(f"第 {number} 题 / 共 5 题")))
        terminal.press("PageUp")
    terminal.wait_for("这是第一题")
    return shown


def answer_shuffled(terminal: Terminal) -> None:
    """Answer all questions of the shuffled paper with something."""
    for number in range(2, 6):
        terminal.press("2", "Right")
        terminal.wait_for(f"第 {number} 题 / 共 5 题")
    terminal.type("耳目")
    terminal.press("Enter")
    terminal.type("参谋")
    terminal.wait_for("已答 5")


def test_a_killed_program_comes_back_to_the_same_question_order_answers_and_clock(
    open_terminal: Terminals, make_room: Rooms
) -> None:
    room = make_room("four-types", "shuffled")
    terminal = open_terminal()
    room.sit(terminal, "shuffled", "第 1 题 / 共 5 题")
    answer_shuffled(terminal)
    before = walk_back(terminal)
    terminal.press("Right", "F2")
    left = terminal.wait_until_steady("已答 5 | 已标记")
    terminal.kill()

    again = open_terminal()
    room.open(again, "take", "shuffled", *PERSON)
    screen = again.wait_until_steady("第 2 题 / 共 5 题")
    assert question_of(screen) == question_of(left)
    assert "已答 5 | 已标记" in screen
    used = datetime.now(UTC) - room.journal().events[0].when.at
    assert abs(timedelta(minutes=30) - used - left_of(screen)) < timedelta(seconds=3)
    again.press("PageDown", "PageDown", "PageDown")
    assert walk_back(again) == before
    assert len(of_kind(room.journal().events, Resumed)) == 1
    assert room.attempts() == 1


def test_text_typed_a_second_before_the_kill_is_there_again(open_terminal: Terminals, room: ExamRoom) -> None:
    terminal = open_terminal()
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("F3")
    terminal.wait_for("答题卡")
    terminal.press("5", "Enter")
    terminal.wait_for("第 1 空")
    terminal.type("耳目，“参谋”")
    terminal.wait_for("已答 1")
    terminal.kill()
    again = open_terminal()
    room.open(again, "take", "sample", *PERSON)
    assert "第 5 题 / 共 5 题" in again.wait_for("耳目，“参谋”")


def test_a_killed_program_comes_back_though_settings_are_broken_and_the_paper_is_gone_meanwhile(
    open_terminal: Terminals, room: ExamRoom
) -> None:
    terminal = open_terminal()
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("3")
    terminal.wait_for("(x) C")
    terminal.kill()
    (room.home / "settings.yaml").write_text("role: [\n", encoding="utf-8")
    (room.folder / "pool" / "sample.yaml").unlink()
    again = open_terminal()
    room.open(again)
    again.wait_for("其他功能暂时打不开")
    again.press("Enter")
    again.wait_for("是我")
    again.press("Enter")
    again.wait_for("(x) C")
    again.press("F9")
    again.wait_for("确认交卷")
    again.press("F9")
    again.wait_for("回执号")
    assert of_kind(room.journal().events, HandedIn)


def test_with_the_app_open_the_time_runs_out_on_time_and_takes_the_text_being_typed(
    terminal: Terminal, make_room: Rooms
) -> None:
    room = make_room("four-types", "short")
    room.sit(terminal, "short", "第 1 题 / 共 2 题")
    terminal.press("3", "Right")
    terminal.wait_for("第 1 空")
    started = room.journal().events[0].when.at
    while datetime.now(UTC) < started + timedelta(seconds=3.3):
        assert "第 1 空" in terminal.screen()
    terminal.type("耳目")
    terminal.wait_for("时间到，已自动交卷")
    assert timedelta(seconds=4) <= datetime.now(UTC) - started < timedelta(seconds=6)
    events = room.journal().events
    assert of_kind(events, Answered)[-1] == Answered(when=events[-2].when, question=2, response=("耳目",))
    assert events[-1].when.at == started + timedelta(seconds=4)
    (document,) = room.scores()
    assert (document["handed_in_by"], document["seconds"], document["score"]) == ("deadline", 4, 6)


def test_with_the_app_gone_the_score_list_hands_in_at_the_closing(open_terminal: Terminals, make_room: Rooms) -> None:
    room = make_room("four-types", "short")
    terminal = open_terminal()
    room.sit(terminal, "short", "第 1 题 / 共 2 题")
    terminal.press("3")
    terminal.wait_for("(x) C")
    terminal.kill()
    end = time.monotonic() + PATIENCE
    while (document := room.scores()[0])["status"] == "in_progress":
        assert time.monotonic() < end
    assert (document["status"], document["handed_in_by"], document["seconds"]) == ("marked", "deadline", 4)
    assert document["score"] == 3
    (handed_in,) = of_kind(room.journal().events, HandedIn)
    assert handed_in.when.at == room.journal().events[0].when.at + timedelta(seconds=4)
    again = open_terminal()
    room.open(again, "take", "short", *PERSON)
    assert again.wait_for_end() == 1
    assert "《短卷》允许考 1 次，次数已用完" in again.printed()


def test_a_second_window_is_told_where_the_attempt_is_open_and_goes_on_once_the_first_is_gone(
    open_terminal: Terminals, room: ExamRoom
) -> None:
    first, second, third = open_terminal(), open_terminal(), open_terminal()
    room.sit(first, "sample", "第 1 题 / 共 5 题")
    first.press("3")
    first.wait_for("(x) C")
    room.open(second, "take", "sample", *PERSON)
    screen = second.wait_until_steady("《样卷》正在另一个窗口作答")
    assert first.ask("pane_pid") in screen
    assert "那个窗口关掉以后" in screen
    first.press("Right", "1")
    first.wait_for("已答 2")
    second.press("Enter")
    assert second.wait_for_end() == 0
    first.kill()
    room.open(third, "take", "sample", *PERSON)
    third.wait_for("第 2 题 / 共 5 题")
    third.press("Right", "1")
    third.wait_for("已答 3")
    assert room.attempts() == 1
