"""Practice in a real terminal: mistakes and stars that are there again, and a kill that loses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.domain.practice import Practised
from quizapp.stores.files.home import FileHome
from tests.instruments.terminal_driver import WIDE, Terminal
from tests.terminal.exam_room import ExamRoom

Terminals = Callable[[], Terminal]
PERSON = ("--candidate", "07", "--name", "张三")
RIGHT = {
    "排在第四的是": "参谋",
    "睡前翻的一本": "床头",
    "可以当“司令员”": "错",
}
"""What is right on a question, by words of its stem; the others of the bank are skipped."""


def answer(terminal: Terminal, screen: str, *, rightly: bool) -> None:
    """Answer the question on screen by the digit of an option, which stands where it was shuffled to."""
    (right,) = [text for stem, text in RIGHT.items() if stem in screen]
    options = re.findall(r"\( \) ([A-Z])  (.+?) *$", screen, flags=re.MULTILINE)
    letter = next(letter for letter, text in options if (text == right) == rightly)
    terminal.press(str("ABCDEFGH".index(letter) + 1))
    terminal.wait_for("正确")


def practise(terminal: Terminal, verdicts: Sequence[bool], *, star: int = 0) -> None:
    """Answer as many questions as there are verdicts, and turn past those that are not of one choice."""
    for number, rightly in enumerate(verdicts, 1):
        screen = terminal.wait_until_steady("/ 共")
        while not any(stem in screen for stem in RIGHT):
            here = re.findall(r"第 \d+ 题", screen)[0]
            terminal.press("PageDown")
            terminal.wait_until_gone(here)
            screen = terminal.wait_until_steady("/ 共")
        if number == star:
            terminal.press("F7")
            screen = terminal.wait_for("已收藏")
        answer(terminal, screen, rightly=rightly)
        terminal.wait_for("不正确" if not rightly else "Enter")
        if number < len(verdicts):
            here = re.findall(r"第 \d+ 题", screen)[0]
            terminal.press("Enter")
            terminal.wait_until_gone(here)


def set_up(terminal: Terminal, room: ExamRoom) -> str:
    """Open practice where one chooses what, and return what it says."""
    room.open(terminal, "practice", *PERSON)
    return terminal.wait_until_steady("缩小范围")


def leave(terminal: Terminal) -> None:
    terminal.press("Escape")
    terminal.wait_for("练习小结")
    terminal.press("Enter")
    assert terminal.wait_for_end() == 0


def test_mistakes_and_stars_are_there_again_and_two_right_answers_in_a_row_empty_the_book(
    open_terminal: Terminals, room: ExamRoom
) -> None:
    first = open_terminal()
    assert "错题本            0 题" in set_up(first, room)
    first.press("Enter")
    practise(first, [True, False, True], star=3)
    leave(first)

    for left in (1, 1):
        again = open_terminal()
        screen = set_up(again, room)
        assert f"错题本            {left} 题" in screen
        assert "收藏              1 题" in screen
        again.press("Down", "Enter")
        again.wait_for("第 1 题 / 共 1 题")
        practise(again, [True])
        leave(again)

    last = open_terminal()
    assert "错题本            0 题" in set_up(last, room)
    last.press("Down", "Enter")
    last.wait_for("答错的题会自动收进来")
    last.press("Escape")
    assert last.wait_for_end() == 0
    assert room.scores() == []
    assert room.attempts() == 0


def test_what_was_told_before_a_kill_is_there_again(open_terminal: Terminals, room: ExamRoom) -> None:
    terminal = open_terminal()
    room.open(terminal, "practice", "four-types", *PERSON, size=WIDE)
    terminal.wait_for("第 1 题")
    practise(terminal, [False, True, False], star=2)
    terminal.kill()
    shares = [event.share for event in FileHome(room.home).practice.read("07") if isinstance(event, Practised)]
    assert shares == [0, 1, 0]
    again = open_terminal()
    screen = set_up(again, room)
    assert "错题本            2 题" in screen
    assert "收藏              1 题" in screen


def test_items_of_a_paper_under_way_in_another_window_do_not_show(open_terminal: Terminals, room: ExamRoom) -> None:
    sitting, practising = open_terminal(), open_terminal()
    room.sit(sitting, "sample", "第 1 题 / 共 5 题")
    assert "全部题目          0 题" in set_up(practising, room)
    practising.press("Enter")
    practising.wait_for("没有符合的题")
    sitting.press("F9")
    sitting.wait_for("现在交卷吗")
    sitting.press("F9")
    sitting.wait_for("回执号")
    practising.press("Escape")
    assert practising.wait_for_end() == 0
    after = open_terminal()
    assert "全部题目          5 题" in set_up(after, room)
    after.press("Enter")
    after.wait_for("第 1 题 / 共 5 题")


def test_the_mouse_practises_too(terminal: Terminal, room: ExamRoom) -> None:
    set_up(terminal, room)
    for wanted, then in (
        ("题型", "判断题 |"),
        ("判断题 |", "全部题目          1 题"),
        ("全部题目", "可以当"),
        ("  对", "正确"),
    ):
        screen = terminal.wait_until_steady(wanted)
        row = next(row for row, line in enumerate(screen.splitlines()) if wanted in line)
        terminal.click(17, row)
        terminal.wait_for(then)
