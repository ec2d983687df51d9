"""Numbers, orders, pairs, texts and cases as a terminal sends and shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from quizapp.domain.attempt.events import Answered
from quizapp.domain.attempt.state import fold
from tests.instruments.terminal_driver import SMALL, WIDE, Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

NUMBER, ORDER, PAIRS, TEXT, CASE_SINGLE, CASE_TEXT = range(1, 7)
MakeRoom = Callable[..., ExamRoom]


@pytest.fixture
def later_room(make_room: MakeRoom) -> ExamRoom:
    """An exam room with a paper of the later types."""
    return make_room("later-types", "later")


def sit(terminal: Terminal, room: ExamRoom, size: tuple[int, int] = SMALL) -> None:
    room.sit(terminal, "later", "一年有几个季度", size)


def go_to(terminal: Terminal, number: int) -> None:
    """Go to a question by its number on the answer sheet."""
    terminal.press("F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    terminal.press(str(number), "Enter")
    terminal.wait_for(f"第 {number} 题 / 共 6 题")


def given(room: ExamRoom, number: int) -> str:
    """Return a response on disk as it is typed on this form."""
    from quizapp.services.book.attempt_record import recorded
    from quizapp.stores.files.home import FileHome

    one = recorded(FileHome(room.home), room.journal())
    question = one.form.questions[number - 1]
    return question.item.describe(one.attempt.response(number), question.order)


def place_of(screen: str, text: str) -> tuple[int, int]:
    """Return the column and the row where a text stands first."""
    for row, line in enumerate(screen.splitlines()):
        if text in line:
            return cell_len(line[: line.index(text)]), row
    raise AssertionError(f"{text} is not on screen:\n{screen}")


def test_a_number_is_typed_in_full_width_and_pasted(terminal: Terminal, later_room: ExamRoom) -> None:
    sit(terminal, later_room)
    terminal.type("１，０００")
    terminal.press("Enter")
    terminal.wait_for("第 2 题 / 共 6 题")
    assert given(later_room, NUMBER) == "１，０００"
    terminal.press("PageUp")
    terminal.wait_for("第 1 题 / 共 6 题")
    terminal.press("C-a")
    terminal.paste("4\n")
    terminal.press("Tab")
    terminal.wait_for("第 2 题 / 共 6 题")
    assert given(later_room, NUMBER) == "4"


def test_an_order_is_given_in_one_burst_and_its_lines_are_moved_with_both_modifiers(
    terminal: Terminal, later_room: ExamRoom
) -> None:
    sit(terminal, later_room)
    go_to(terminal, ORDER)
    terminal.press("c", "a", "b", "e", "d", "C-Up", "C-Up", "S-Up", "S-Down", "C-Down", "C-Up")
    terminal.wait_for("已排：C A D B E")
    assert given(later_room, ORDER) == "CADBE"
    terminal.press("BSpace", "BSpace", "C-z")
    terminal.wait_for("已排：C A D B，还有 1 项")
    terminal.type("啊")
    terminal.wait_for("当前是中文输入法")
    assert given(later_room, ORDER) == "CADB"


def test_an_order_and_pairs_are_given_by_mouse(terminal: Terminal, later_room: ExamRoom) -> None:
    sit(terminal, later_room)
    go_to(terminal, ORDER)
    for number, letter in enumerate("DEA", 1):
        terminal.click(*place_of(terminal.wait_until_steady(f"[ ] {letter}"), f"[ ] {letter}"))
        terminal.wait_for(f"{number}. {letter}")
    assert given(later_room, ORDER) == "DEA"
    go_to(terminal, PAIRS)
    screen = terminal.wait_until_steady("3. [ ]")
    terminal.click(*place_of(screen, "3. [ ]"))
    terminal.click(*place_of(screen, "D  "))
    terminal.wait_for("3. [D]")
    assert given(later_room, PAIRS) == "3D"


def test_pairs_are_given_in_one_burst_and_by_arrows_alone(terminal: Terminal, later_room: ExamRoom) -> None:
    sit(terminal, later_room)
    go_to(terminal, PAIRS)
    terminal.press("1", "c", "2", "a", "4", "Enter", "Down", "Down", "Down", "Enter", "2", "BSpace")
    terminal.wait_for("4. [D]")
    terminal.wait_for("2. [ ]")
    assert given(later_room, PAIRS) == "1C 4D"


def test_chinese_text_typed_and_pasted_into_an_essay_keeps_its_lines_to_the_letter(
    terminal: Terminal, later_room: ExamRoom
) -> None:
    sit(terminal, later_room)
    go_to(terminal, TEXT)
    terminal.type("会前：“方案”早定——《通知》……𠮷😀")
    terminal.press("Enter")
    terminal.paste("一、材料；\n  二、会场。\n\n三、座签\n")
    terminal.wait_for("三、座签")
    terminal.press("Tab")
    terminal.wait_for("案例一 第 1/2 问")
    text = "会前：“方案”早定——《通知》……𠮷😀\n一、材料；\n  二、会场。\n\n三、座签\n"
    assert given(later_room, TEXT) == text
    terminal.press("Left")
    assert f"字数 {len(''.join(text.split()))}" in terminal.wait_for("第 4 题 / 共 6 题")


def test_keys_of_an_essay_in_one_burst_keep_their_order(terminal: Terminal, later_room: ExamRoom) -> None:
    sit(terminal, later_room)
    go_to(terminal, TEXT)
    terminal.press("a", "b", "Enter", "c", "Left", "x", "BSpace", "y", "Up", "Home", "z", "End", "w", "C-NPage", "b")
    terminal.wait_for("(x) B")
    assert given(later_room, TEXT) == "zabw\nyc"
    terminal.press("C-PPage", "C-PPage", "1", "a", "C-NPage")
    terminal.wait_for("第 4 题 / 共 6 题")
    assert given(later_room, PAIRS) == "1A"
    terminal.press("C-a", "C-c", "End", "Enter", "C-v", "C-z", "C-z", "F2")
    terminal.wait_for("已标记")


def test_an_essay_is_on_disk_a_second_after_the_last_key_and_its_text_survives_a_power_cut(
    open_terminal: Callable[[], Terminal], later_room: ExamRoom
) -> None:
    terminal = open_terminal()
    sit(terminal, later_room)
    go_to(terminal, TEXT)
    terminal.type("方案早定，材料先送。")
    terminal.press("Enter")
    terminal.type("第二段")
    terminal.wait_until(lambda screen: "已答 1" in screen, "the essay counted as answered")
    terminal.kill()
    assert given(later_room, TEXT) == "方案早定，材料先送。\n第二段"
    again = open_terminal()
    before = len(of_kind(later_room.journal().events, Answered))
    later_room.open(again, "take", "later", "--candidate", "07", "--name", "张三")
    assert "第二段" in again.wait_for("第 4 题 / 共 6 题")
    again.type("完")
    again.wait_for("第二段完")
    again.press("F3")
    again.wait_for("方向键或题号，Enter 前往")
    assert len(of_kind(later_room.journal().events, Answered)) == before + 1


def test_the_cursor_stays_in_the_essay_while_the_clock_ticks(terminal: Terminal, later_room: ExamRoom) -> None:
    sit(terminal, later_room)
    go_to(terminal, TEXT)
    terminal.type("方案")
    screen = terminal.wait_until_steady("字数 2")
    place = tuple(int(terminal.ask(what)) for what in ("cursor_x", "cursor_y"))
    column, row = place_of(screen, "方案")
    assert place == (column + 4, row)
    left = place_of(screen, "剩余")[1]
    clock = screen.splitlines()[left]
    terminal.wait_until(lambda now: now.splitlines()[left] != clock, "the clock going on")
    assert tuple(int(terminal.ask(what)) for what in ("cursor_x", "cursor_y")) == place


def test_a_case_folds_and_scrolls_and_stands_beside_its_question_where_there_is_room(
    terminal: Terminal, later_room: ExamRoom
) -> None:
    sit(terminal, later_room)
    go_to(terminal, CASE_SINGLE)
    assert "Ctrl+O 材料" in terminal.wait_for("星期五下午四点")
    terminal.press("C-o")
    terminal.wait_for("案例一 第 1/2 问 | 材料（Ctrl+O 展开）")
    terminal.press("C-o")
    terminal.wait_for("星期五下午四点")
    terminal.press("C-Down")
    terminal.wait_until_gone("星期五下午四点")
    terminal.resize(WIDE)
    terminal.wait_until(
        lambda screen: any("案例一" in line and "5. 新来的同志" in line for line in screen.splitlines()),
        "the case beside its question",
    )
    terminal.press("b", "Right")
    terminal.wait_for("案例一 第 2/2 问")
    terminal.type("校对、复核")
    terminal.resize(SMALL)
    terminal.wait_for("校对、复核")
    terminal.press("F9")
    terminal.wait_for("还有 4 题未答：1、2、3、4")
    terminal.press("F9")
    terminal.wait_for("待阅卷：第 6 题由阅卷人评分")
    assert fold(later_room.journal().events).has_ended
    assert given(later_room, CASE_TEXT) == "校对、复核"
