"""A section with a clock of its own: killed within it, gone on with at the same second, run out, and the rest sat."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from quizapp.domain.attempt.events import HandedIn, SectionClosed, SectionOpened
from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
PERSON = ("--candidate", "07", "--name", "张三")
LIMIT = timedelta(seconds=15)


def left_of(screen: str) -> timedelta:
    """Return the section's time left that the screen shows."""
    hours, minutes, seconds = re.findall(r"本大题剩余 (\d+):(\d\d):(\d\d)", screen)[0]
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))


def test_a_section_is_killed_within_gone_on_with_on_its_clock_run_out_and_the_rest_sat(
    open_terminal: Terminals, make_room: Callable[..., ExamRoom]
) -> None:
    room = make_room("four-types", "sections")
    terminal = open_terminal()
    room.sit(terminal, "sections", "开始“一、单项选择题”吗？")
    assert "单独计时 15 秒" in terminal.screen()
    terminal.press("Right", "3", "Right")
    terminal.wait_for("第 2 题 / 共 4 题")
    (opened,) = of_kind(room.journal().events, SectionOpened)
    terminal.kill()

    again = open_terminal()
    room.open(again, "take", "sections", *PERSON)
    screen = again.wait_for("第 2 题 / 共 4 题")
    left = opened.when.at + LIMIT - datetime.now(UTC)
    assert abs(left_of(screen) - left) <= timedelta(seconds=2)
    again.press("1")
    again.wait_for("(x) A")
    screen = again.wait_for("“一、单项选择题”时间到，已答的都已保存")
    assert "开始“二、填空题”吗？" in screen
    (closed,) = of_kind(room.journal().events, SectionClosed)
    assert closed.when.at == opened.when.at + LIMIT

    again.press("Right")
    again.wait_for("本大题剩余 00:")
    again.type("耳目")
    again.press("Enter")
    again.type("参谋")
    again.press("PageDown")
    again.wait_for("离开“二、填空题”吗？")
    again.press("PageDown", "2", "F9")
    again.wait_for("全部题目都已作答")
    again.press("F9")
    again.wait_for("14 分 / 满分 14 分")
    assert len(of_kind(room.journal().events, HandedIn)) == 1
    (document,) = room.scores()
    assert [section["score"] for section in document["sections"]] == [6, 6, 2]
