"""A paper of the four types, sat from home to its result by the contract's keys alone."""

from __future__ import annotations

import pytest

from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.terminal.exam_room import ExamRoom


def answer_all(terminal: Terminal) -> None:
    """Answer the sample paper: three questions rightly, two in part."""
    terminal.wait_for("第 1 题 / 共 5 题")
    terminal.press("c")
    terminal.wait_for("(x) C  参谋")
    terminal.press("Right")
    terminal.wait_for("三个一本")
    terminal.press("Down", "Space")
    terminal.wait_for("> (x) A  床头")
    terminal.press("PageDown")
    terminal.wait_for("下列属于“四博”的有")
    terminal.press("1", "3")
    terminal.wait_until(lambda screen: "[x] A" in screen and "[x] C" in screen, "two ticks")
    terminal.press("Right")
    terminal.wait_for("司令员")
    terminal.press("2")
    terminal.wait_for("(x) B  错")
    terminal.press("Right")
    terminal.wait_for("第 1 空")
    terminal.type("耳目")
    terminal.press("Enter")
    terminal.type("管家")
    terminal.wait_for("已答 5")


def hand_in(terminal: Terminal) -> None:
    """Hand in, confirming with the key that asked."""
    terminal.press("F9")
    terminal.wait_for("全部题目都已作答")
    terminal.press("F9")


def expect_score(terminal: Terminal, room: ExamRoom, **expected: object) -> None:
    """Check what the screen and the score book say: 3 + 3 + 6 × 2/3 + 2 + 6 × 1/2."""
    screen = terminal.wait_for("15 分 / 满分 20 分")
    assert "及格 |" in screen
    receipt = screen.split("回执号 ")[1][:11]
    (document,) = room.scores()
    assert document["receipt"] == receipt
    assert (document["status"], document["score"], document["full_score"]) == ("marked", 15, 20)
    assert (document["passed"], document["handed_in_by"], document["percent"]) == (True, "candidate", 75)
    assert [section["score"] for section in document["sections"]] == [6, 4, 2, 3]
    assert {name: document[name] for name in expected} == expected


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
def test_a_paper_is_sat_from_home_to_its_result_and_the_score_book_says_the_same(
    terminal: Terminal, room: ExamRoom, size: tuple[int, int]
) -> None:
    room.open(terminal, size=size)
    terminal.wait_for("现在可考")
    terminal.press("Enter")
    terminal.wait_for("请输入学号和姓名")
    terminal.type("07")
    terminal.press("Enter")
    terminal.type("张三")
    terminal.press("Enter")
    terminal.wait_for("请确认考生")
    terminal.press("Enter")
    terminal.wait_for("[ ] 我已阅读考生须知")
    terminal.press("Enter")
    terminal.wait_for("请先按空格键勾选承诺")
    terminal.press("Space", "Enter")
    answer_all(terminal)
    hand_in(terminal)
    expect_score(terminal, room, candidate="07", name="张三")
    terminal.press("Enter")
    terminal.wait_for("现在可考")
    terminal.press("C-q")
    assert terminal.wait_for_end() == 0


def test_with_a_roster_one_is_found_by_part_of_the_name_and_confirmed_with_the_unit(
    terminal: Terminal, room: ExamRoom
) -> None:
    roster = room.folder / "班级.csv"
    roster.write_text("学号,姓名,单位\n01,张三,市发改委\n02,张三丰,市财政局\n03,李四,市教育局\n", "utf-8")
    room.run("candidates", "import", str(roster))
    room.open(terminal, "take", "sample")
    terminal.wait_for("姓名中的一两个字")
    terminal.type("张")
    assert "李四" not in terminal.wait_for("02 | 张三丰 | 市财政局")
    terminal.press("Down", "Down", "Enter")
    screen = terminal.wait_for("请确认考生")
    assert "姓名：张三丰" in screen
    assert "学号：02" in screen
    terminal.press("Escape")
    terminal.wait_until_gone("请确认考生")
    terminal.type("三丰")
    terminal.wait_until_gone("01 | 张三")
    terminal.press("Enter")
    terminal.wait_for("请确认考生")
    terminal.press("Enter")
    terminal.wait_for("[ ] 我已阅读考生须知")
    terminal.press("Space", "Enter")
    answer_all(terminal)
    hand_in(terminal)
    expect_score(terminal, room, candidate="02", name="张三丰", unit="市财政局")
    terminal.press("Enter")
    assert terminal.wait_for_end() == 0
