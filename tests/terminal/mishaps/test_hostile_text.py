"""A question whose text would like to run things: markup, links, escape sequences, overrides of direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.terminal.exam_room import ExamRoom

STEM = "1. 标记[/]与[@click=app.quit]点我[/]，控制[2J]0;owned，反写倒过来完（  ）。"
OPTIONS = ("选项[/]一[@click=app.quit]点我[/]", "选项[2J二]0;owned", "选项三完", "[red]选项四[/red]")


@pytest.fixture
def hostile(make_room: Callable[..., ExamRoom]) -> ExamRoom:
    """An exam room with such a paper."""
    return make_room("hostile-items", "hostile")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
def test_a_hostile_question_stands_on_the_screen_as_it_is_written_and_does_nothing(
    terminal: Terminal, hostile: ExamRoom, size: tuple[int, int]
) -> None:
    hostile.sit(terminal, "hostile", "第 1 题", size)
    title = terminal.ask("pane_title")
    screen = terminal.wait_until_steady("选项四")
    shown = [line[:74].strip() for line in screen.splitlines()]
    assert any(line.startswith(STEM) for line in shown)
    for letter, text in zip("ABCD", OPTIONS, strict=True):
        assert any(line.startswith(f"( ) {letter}  {text}") for line in shown)
    assert "一、[bold]单选[/] | 第 1 题" in screen
    assert "F9 交卷" in screen
    assert not any(character in screen for character in "\x1b\x07\u202a\u202b\u202c\u202d\u202e")
    assert "owned" not in terminal.ask("pane_title")
    assert terminal.ask("pane_title") == title


def test_a_hostile_title_and_instructions_are_shown_as_written_from_home_to_the_cover(
    terminal: Terminal, hostile: ExamRoom
) -> None:
    hostile.open(terminal)
    title = "敌意[/][@click=app.quit]卷"
    terminal.wait_for(f"> {title}")
    terminal.press("Enter")
    terminal.wait_for(f"{title} | 考生确认")
    terminal.type("[/]")
    terminal.press("Enter")
    terminal.type("[@click=app.quit]张三")
    terminal.press("Enter")
    terminal.wait_for("姓名：[@click=app.quit]张三")
    terminal.press("Enter")
    cover = terminal.wait_for("不要点[@click=app.quit]这里[/]，[2J也不要看这里。")
    assert "[@click=app.quit]张三 | [/]" in cover


def test_a_click_on_what_looks_like_a_link_quits_nothing(terminal: Terminal, hostile: ExamRoom) -> None:
    hostile.sit(terminal, "hostile", "第 1 题")
    lines = terminal.wait_until_steady("选项四").splitlines()
    stem = next(row for row, line in enumerate(lines) if "点我" in line)
    for column in range(0, 70, 3):
        terminal.click(column, stem)
    option = next(row for row, line in enumerate(lines) if "选项[/]一" in line)
    terminal.click(30, option)
    assert "点我" in terminal.wait_for("(x) A")
    assert terminal.is_running
    terminal.press("F9")
    terminal.wait_for("全部题目都已作答")
    terminal.press("F9")
    terminal.wait_for("3 分 / 满分 3 分")
    terminal.press("Right")
    assert STEM in terminal.wait_for("作答：").replace("  1.", "1.")
