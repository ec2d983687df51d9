"""What nobody expected in the app: told in words on a screen that is whole again, the details kept apart."""

from __future__ import annotations

import sys

from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom

FAILS = """
import sys
from dataclasses import replace
from functools import partial
from quizapp import wiring
from quizapp.cli.frame.edge import guarded
from quizapp.settings import Options

def papers():
    key = "机密"
    raise KeyError(key)

def act():
    from quizapp.tui.app import run
    place = replace(wiring.workplace(wiring.settings(Options())), paper_list=papers)
    return run(place, wiring.language(Options()))

sys.exit(guarded(lambda: wiring.language(Options()), act, keep=partial(wiring.keep_report, Options())))
"""


def test_the_app_says_what_happened_and_where_the_report_is(terminal: Terminal, room: ExamRoom) -> None:
    terminal.start([sys.executable, "-c", FAILS], room.env)
    assert terminal.wait_for_end() == 3
    told = "".join(terminal.printed().split())
    assert "程序遇到没有料到的情况，只好停下；已保存的内容都在" in told
    assert not any(word in told for word in ("Traceback", "KeyError", "机密"))
    (report,) = (room.home / "failures").iterdir()
    assert report.name in told
    text = report.read_text(encoding="utf-8")
    assert "in papers" in text
    assert "机密" not in text


def test_a_folder_that_became_a_file_ends_no_sitting_and_no_start(terminal: Terminal, room: ExamRoom) -> None:
    room.sit(terminal, "sample", "第 1 题 / 共 5 题")
    terminal.press("1")
    terminal.wait_for("已答 1")
    (room.home / "locks").rename(room.home / "elsewhere")
    (room.home / "locks").write_text("")
    terminal.press("C-q", "C-q")
    assert terminal.wait_for_end() == 0
    assert "Traceback" not in terminal.printed()
