"""The teacher's room in a real terminal: a question changed among comments, and a save elsewhere that is shown."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.instruments.terminal_driver import WIDE, Terminal
from tests.samples.teacher_workplace import BANK, COURSE, SOURCE
from tests.terminal.exam_room import ExamRoom

SOUND = BANK.replace("    答案: AD\n", "    答案: AB\n")


@pytest.fixture
def room(make_room: Callable[..., ExamRoom]) -> ExamRoom:
    """An exam room whose settings name staff, with a bank full of comments and no paper."""
    room = make_room()
    room.home.mkdir()
    (room.home / "settings.yaml").write_text("staff: 王老师\n", "utf-8")
    bank_of(room).write_text(SOUND, "utf-8")
    (bank_of(room).parent / "course.yaml").write_text(COURSE, "utf-8")
    return room


def bank_of(room: ExamRoom) -> Path:
    return Path(room.env["QUIZAPP_BANKS"]) / "office.yaml"


def enter(terminal: Terminal, room: ExamRoom, size: tuple[int, int] = WIDE) -> None:
    """Go from the shell into the teacher's room."""
    room.open(terminal, size=size)
    screen = terminal.wait_until_steady("看题、改题")
    terminal.click(6, next(row for row, line in enumerate(screen.splitlines()) if "看题、改题" in line))
    terminal.wait_for("题库（教师）")


def open_shelf(terminal: Terminal, room: ExamRoom, size: tuple[int, int] = WIDE) -> None:
    enter(terminal, room, size)
    terminal.wait_until_steady("office.yaml")
    terminal.press("Enter")
    terminal.wait_until_steady("office-001 |")


def test_a_change_among_comments_touches_its_line_alone_and_a_save_elsewhere_is_shown(
    terminal: Terminal, room: ExamRoom
) -> None:
    bank = bank_of(room)
    open_shelf(terminal, room)
    terminal.press("Enter")
    terminal.wait_until_steady("没有问题")
    terminal.press(*["Tab"] * 4)
    terminal.type("（见条例第八条）")
    terminal.press("C-s")
    terminal.wait_for("文件里只改了这一题")
    lines = difflib.ndiff(SOUND.splitlines(), bank.read_text("utf-8").splitlines())
    assert [line for line in lines if line[0] in "+-"] == [
        "-     解析: 请求指示、批准用请示；报告不得夹带请示事项。",
        "+     解析: 请求指示、批准用请示；报告不得夹带请示事项。（见条例第八条）",
    ]
    bank.write_text(bank.read_text("utf-8").replace("向上级机关请求指示", "对上级机关请求指示"), "utf-8")
    terminal.wait_for("对上级机关请求指示")
    terminal.wait_for("文件已更新")
    terminal.press("C-z")
    terminal.wait_for("没有存")
    assert "对上级机关请求指示" in bank.read_text("utf-8")
    terminal.press("Escape")
    terminal.wait_for("题库（教师）")
    terminal.press("Escape")
    terminal.wait_for("练一组题")
    terminal.press("C-q")
    assert terminal.wait_for_end() == 0


def test_a_chinese_sentence_an_input_method_commits_is_searched_for(terminal: Terminal, room: ExamRoom) -> None:
    open_shelf(terminal, room, (80, 24))
    terminal.type("密级")
    screen = terminal.wait_until_steady("1 / 6 题")
    assert "office-004" in screen
    assert int(terminal.ask("cursor_y")) == 1


def test_pasted_questions_come_into_the_bank_with_their_counts(terminal: Terminal, room: ExamRoom) -> None:
    enter(terminal, room, (80, 24))
    terminal.wait_until_steady("office.yaml")
    terminal.press("Down", "Enter")
    terminal.wait_until_steady("题目在哪个文件里")
    terminal.press("F6")
    terminal.wait_for("把题目粘贴到下面")
    terminal.paste(SOURCE)
    terminal.wait_until_steady("属于下行文的是")
    terminal.press("F9")
    terminal.wait_until_steady("读到 3 = 可导入 1 + 存疑 2 + 未识别 0")
    terminal.press("F2")
    terminal.wait_for("存疑：答案 E 超出了选项")
    terminal.press("F9")
    terminal.wait_until_steady("放进哪个题库")
    terminal.press("Enter")
    terminal.wait_until_steady("新增 3，相同 0，改动 0")
    terminal.press("F9")
    terminal.wait_until_steady("已导入到")
    terminal.press("Enter")
    terminal.wait_for("9 / 9 题")
    text = bank_of(room).read_text("utf-8")
    assert text.startswith(SOUND)
    assert text.count("# 存疑：") == 2
    assert text.count("状态: 草稿") == 2
