"""What keys do, and what they never do, as a terminal sends them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.domain.attempt.events import Answered, HandedIn
from quizapp.domain.attempt.state import fold
from quizapp.domain.item import Response
from tests.instruments.terminal_driver import SMALL, Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
FIRST = "第 1 题 / 共 5 题"


def responses(room: ExamRoom) -> tuple[Response, ...]:
    """Return the responses on disk."""
    return fold(room.journal().events).responses


def go_to_blanks(terminal: Terminal) -> None:
    """Go to the last question by its number on the answer sheet."""
    terminal.press("F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    terminal.press("5", "Enter")
    terminal.wait_for("第 1 空")


@pytest.mark.parametrize(
    ("arguments", "end"),
    [
        ((), "请输入学号和姓名"),
        (("take", "sample"), "请输入学号和姓名"),
        (("take", "sample", "--candidate", "07", "--name", "张三"), "请先按空格键勾选承诺"),
    ],
    ids=["home", "take", "take with a candidate"],
)
def test_enter_pressed_ten_times_from_the_start_starts_nothing(
    terminal: Terminal, room: ExamRoom, arguments: tuple[str, ...], end: str
) -> None:
    room.open(terminal, *arguments)
    terminal.wait_for("样卷")
    terminal.press(*["Enter"] * 10)
    terminal.wait_until_steady(end)
    for _ in range(10):
        terminal.press("Enter")
    terminal.wait_until_steady(end)
    assert room.attempts() == 0


def test_enter_pressed_ten_times_in_a_sitting_neither_answers_nor_hands_in(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press(*["Enter"] * 10)
    terminal.press("F9")
    terminal.wait_for("现在交卷吗？")
    terminal.press(*["Enter"] * 10)
    terminal.wait_until_gone("现在交卷吗？")
    assert FIRST in terminal.wait_until_steady("已答 0")
    events = room.journal().events
    assert of_kind(events, Answered) == []
    assert of_kind(events, HandedIn) == []


def test_a_chinese_character_where_no_text_is_asked_answers_nothing_and_says_so(
    terminal: Terminal, room: ExamRoom
) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.type("啊")
    assert "已答 0" in terminal.wait_for("当前是中文输入法：请按 Shift 切换，或直接按数字键")
    terminal.type("３")
    terminal.wait_for("(x) C")
    assert responses(room)[0] == ("C",)


def test_chinese_text_typed_and_pasted_into_blanks_is_recorded_to_the_letter(
    terminal: Terminal, room: ExamRoom
) -> None:
    room.sit(terminal, "sample", FIRST)
    go_to_blanks(terminal)
    terminal.type("耳目，“四博”——《办公》……𠮷😀")
    terminal.press("Enter")
    terminal.paste("参谋；\n  助手。\n\n秀才\n")
    terminal.press("F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    assert responses(room)[4] == ("耳目，“四博”——《办公》……𠮷😀", "参谋； 助手。 秀才")
    terminal.press("F3")
    assert "参谋； 助手。 秀才" in terminal.wait_for("耳目，“四博”")


def test_text_pasted_where_none_is_asked_answers_nothing(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.paste("3\nabc\n")
    terminal.press("C-s")
    terminal.wait_for("已自动保存")
    assert responses(room)[0] == ()


def test_keys_sent_in_one_burst_land_on_the_questions_they_were_meant_for(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("3", "Right", "1", "Right", "1", "3", "4", "Right", "2", "Right", "x", "y", "Enter", "z", "F3")
    terminal.wait_for("已答 5 题")
    assert responses(room) == (("C",), ("A",), ("A", "C", "D"), ("false",), ("xy", "z"))
    terminal.press("F3")
    terminal.wait_for("第 5 题 / 共 5 题")
    terminal.press(*["PageUp", "PageDown"] * 20, "PageUp", "1", "Left", "2", "Left", "4", "Left", "2", "F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    assert responses(room) == (("B",), ("D",), ("A", "B", "C", "D"), ("true",), ("xy", "z"))


def test_clicks_in_one_burst_tick_every_option_they_hit(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("Right", "Right")
    lines = terminal.wait_until_steady("下列属于“四博”的有").splitlines()
    rows = [row for row, line in enumerate(lines) if "[ ]" in line]
    assert len(rows) == 4
    for row in rows:
        terminal.click(12, row)
    terminal.wait_until(lambda screen: screen.count("[x]") == 4, "four ticks")
    assert responses(room)[2] == ("A", "B", "C", "D")


def test_a_number_and_a_name_typed_in_one_burst_land_in_their_fields(terminal: Terminal, room: ExamRoom) -> None:
    room.open(terminal, "take", "sample")
    terminal.wait_for("请输入学号和姓名")
    terminal.press("0", "7", "Enter", "L", "i", "Enter")
    screen = terminal.wait_for("请确认考生")
    assert "姓名：Li" in screen
    assert "学号：07" in screen


def test_leaving_asks_and_only_the_same_key_again_leaves(open_terminal: Terminals, room: ExamRoom) -> None:
    terminal = open_terminal()
    room.sit(terminal, "sample", FIRST)
    for key in ("Enter", "Escape"):
        terminal.press("C-q")
        terminal.wait_for("时间不会停")
        terminal.press(key)
        terminal.wait_until_gone("时间不会停")
    terminal.press("C-q")
    terminal.wait_for("时间不会停")
    terminal.press("C-q")
    assert terminal.wait_for_end() == 0
    assert of_kind(room.journal().events, HandedIn) == []
    assert [document["status"] for document in room.scores()] == ["in_progress"]
    again = open_terminal()
    room.open(again)
    assert "样卷 | 张三" in again.wait_for("正在进行")
    again.press("Enter")
    again.wait_for("接着答《样卷》")
    again.press("Enter")
    again.wait_for(FIRST)


def test_ctrl_c_ends_no_sitting_and_says_how_to_leave(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("C-c", "C-c", "C-c")
    terminal.wait_for("离开请按 Ctrl+Q")
    terminal.press("F9")
    terminal.wait_for("现在交卷吗？")
    terminal.press("C-c", "C-c")
    terminal.press("Escape")
    terminal.wait_until_gone("现在交卷吗？")
    go_to_blanks(terminal)
    terminal.type("耳目")
    terminal.press("C-c", "C-c")
    terminal.wait_for("已答 1")
    assert terminal.is_running


def test_ctrl_s_changes_nothing_and_says_that_all_is_saved(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("3")
    terminal.wait_for("(x) C")
    before = room.journal().head
    terminal.press("C-s")
    assert "交卷请按 F9" in terminal.wait_for("已自动保存")
    terminal.press("C-s")
    terminal.press("Down")
    terminal.wait_for("> ( ) D")
    assert room.journal().head == before


def test_a_question_mark_of_either_width_explains_the_keys(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    for character in "?？":
        terminal.type(character)
        assert "F9" in terminal.wait_for("这一页的按键")
        terminal.press("Escape")
        terminal.wait_until_gone("这一页的按键")


def test_the_key_line_and_the_mark_of_saving_stand_whole_on_every_question(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    go_to_blanks(terminal)
    for text in ("PgUp PgDn 翻题 | F4 帮助 | 已保存", "← → 翻题 | F4 帮助 | 已保存", "← → 翻题 | F4 帮助 | 已保存"):
        terminal.wait_for(text)
        terminal.press("PageUp")


def test_a_window_made_too_small_and_large_again_loses_nothing(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("3")
    go_to_blanks(terminal)
    terminal.type("耳目")
    terminal.press("Enter")
    terminal.type("参")
    terminal.wait_for("参")
    terminal.resize((50, 15))
    assert "已答的都在" in "".join(terminal.wait_for("窗口太小").split())
    terminal.resize(SMALL)
    terminal.wait_for("第 2 空")
    terminal.type("谋")
    terminal.wait_for("参谋")
    terminal.press("F3")
    terminal.wait_for("已答 2 题")
    assert responses(room)[4] == ("耳目", "参谋")
    terminal.resize((120, 40))
    terminal.wait_for("已答 2 题")
    terminal.press("1", "Enter")
    terminal.wait_for("(x) C  参谋")
    terminal.wait_for("[ 5]")


def test_a_key_held_down_in_a_dialog_leaves_the_dialog_alone(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    for key, asked in (("F9", "现在交卷吗？"), ("C-q", "时间不会停"), ("F4", "这一页的按键")):
        terminal.press(key)
        terminal.wait_for(asked)
        terminal.press(*["Enter"] * 5)
        terminal.wait_until_gone(asked)
        assert FIRST in terminal.wait_until_steady("已答 0")
    assert of_kind(room.journal().events, HandedIn) == []
