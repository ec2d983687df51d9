"""What is said of saving is so: of typed text, of a file exchanged meanwhile, and where the window closes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import HandedIn, JournalRestored
from quizapp.domain.attempt.state import fold
from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom, of_kind

Terminals = Callable[[], Terminal]
FIRST = "第 1 题 / 共 5 题"
PERSON = ("--candidate", "07", "--name", "张三")


def journal_of(room: ExamRoom) -> Path:
    """Return the file of the only attempt there is."""
    (path,) = (path for path in (room.home / "journal").rglob("*.jsonl") if path.stem != "committee")
    return path


def go_to_blanks(terminal: Terminal) -> None:
    """Go to the last question, which is answered with text."""
    terminal.press("F3")
    terminal.wait_for("方向键或题号，Enter 前往")
    terminal.press("5", "Enter")
    terminal.wait_for("第 1 空")


def hold(path: Path) -> Path:
    """Keep a copy of a file as it is."""
    copy = path.with_suffix(".copy")
    shutil.copy(path, copy)
    return copy


def test_a_file_exchanged_under_the_paper_loses_no_answer_and_is_told(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    terminal.press("3")
    terminal.wait_for("(x) C")
    journal = journal_of(room)
    hold(journal).replace(journal)
    for number in range(10):
        terminal.press("1" if number % 2 else "2")
        terminal.wait_for("(x) A" if number % 2 else "(x) B")
    terminal.wait_for("已保存")
    chain = room.journal()
    assert fold(chain.events).response(1) == ("A",)
    assert (chain.is_torn, chain.is_altered) == (False, False)
    terminal.press("F9")
    terminal.wait_for("现在交卷吗？")
    terminal.press("F9")
    terminal.wait_for("回执号")
    assert of_kind(room.journal().events, HandedIn)
    assert len(of_kind(room.journal().events, JournalRestored)) == 1


@pytest.mark.parametrize("way", ["an earlier copy", "cut", "removed", "a foreign file"])
def test_a_file_that_says_less_than_was_saved_is_unsaved_and_whole_again_within_a_moment(
    terminal: Terminal, room: ExamRoom, way: str
) -> None:
    room.sit(terminal, "sample", FIRST)
    journal = journal_of(room)
    earlier = hold(journal)
    terminal.press("3")
    terminal.wait_for("(x) C")
    terminal.wait_for("已保存")
    if way == "an earlier copy":
        earlier.replace(journal)
    elif way == "cut":
        os.truncate(journal, 40)
    elif way == "removed":
        journal.unlink()
    else:
        earlier.write_text("something else\n")
        earlier.replace(journal)
    screen = terminal.wait_for("未保存：答卷文件被别的程序换过或删了")
    assert "| 未保存" in screen
    terminal.wait_for("已保存")
    assert fold(room.journal().events).response(1) == ("C",)
    assert len(of_kind(room.journal().events, JournalRestored)) == 1


def test_typed_text_is_not_called_saved_before_it_is_on_disk(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    go_to_blanks(terminal)
    terminal.type("耳目")
    terminal.wait_for("耳目")
    terminal.kill()
    # What was drawn last stays readable.
    stored = fold(room.journal().events).response(5)
    assert ("| 已保存" if stored == ("耳目",) else "| 输入中") in terminal.printed()


def test_typed_text_is_called_typing_until_it_is_saved(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", FIRST)
    go_to_blanks(terminal)
    for text in "耳目参谋":
        terminal.type(text)
        seen = terminal.wait_until(lambda screen, text=text: text in screen, text)  # type: ignore[misc] # mypy sees no default
        assert "| 输入中" in seen
    terminal.wait_for("| 已保存")
    assert fold(room.journal().events).response(5) == ("耳目参谋",)
    terminal.press("BSpace")
    terminal.wait_for("| 输入中")
    terminal.wait_for("| 已保存")
    assert fold(room.journal().events).response(5) == ("耳目参",)
