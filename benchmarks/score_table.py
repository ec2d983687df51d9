"""The committee's score table of 5,000 candidates beside the same table of 50: how long from a key to the screen.

Both run at once, each in a terminal of its own, and are asked in turn. A sheet that was read and ranked stands ready in
either; the clock runs from the key until the row that it brings has come out of the terminal, columns, widths and
drawing included.
"""

from __future__ import annotations

import os
import sys
import tempfile
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from quizapp.services.scores.score_sheet import ScoreSheet, ScoreSheetLine

MANY, FEW = 5000, 50
PROMISED = 1.5
OPEN, LEAVE, PAGE_DOWN, FIRST, LAST = "\x1bOQ", "\x1b", "\x1b[6~", "\x1b[1;5H", "\x1b[1;5F"
PAGE = 15
"""Rows that a page turns, of the 16 that 24 lines have room for."""

PROGRAM = """
import sys
from pathlib import Path
from textual.binding import Binding
from benchmarks.score_table import sheet
from quizapp import wiring
from quizapp.settings import Options
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.room import Room
from quizapp.tui.committee_room import WAYS
from quizapp.tui.scores.score_table import ScoreTable
from quizapp.tui.scores.score_view import view_of
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.line import Rule

SHEET = sheet(int(sys.argv[1]))

class Ground(Room[None]):
    BINDINGS = [Binding("f2", "open", priority=True)]

    def compose(self):
        yield Line(id="ground")
        yield Rule()

    def on_mount(self):
        self.query_one(Line).show("ground")

    def action_open(self):
        self.app.push_screen(ScoreTable(view_of(SHEET, self.language), WAYS))

class Tables(QuizApp):
    CSS_PATH = [str(Path(sys.modules[QuizApp.__module__].__file__).parent / path) for path in QuizApp.CSS_PATH]

    def on_mount(self):
        self.push_screen(Ground())

place = wiring.workplace(wiring.settings(Options()))
Tables(place, wiring.language(Options())).run()
"""


def sheet(count: int) -> ScoreSheet:
    """Return a sheet of so many people, all marked, with units, posts and groups, three sections and some notes."""
    from quizapp.services.book.score_columns import score_columns
    from quizapp.services.decisions.committee_journal import SeenJournal
    from quizapp.services.scores.score_sheet import ScoreSheet

    sections = ("一、单选", "二、多选", "三、判断")
    lines = tuple(_line(place, count, len(sections)) for place in range(count))
    columns = score_columns(sections)
    return ScoreSheet(paper="final", title="结业考试", columns=columns, lines=lines, seen=SeenJournal(""))


def _line(place: int, count: int, sections: int) -> ScoreSheetLine:
    from quizapp.domain.candidate import Candidate
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.standings import ShownMarks
    from quizapp.services.scores.score_sheet import line_of
    from tests.samples.book_documents import document

    person = Candidate(
        id=f"2026{place:05}",
        name=_name(place),
        unit=_UNITS[place % 7],
        post="科员" if place % 4 else "副科长",
        group=f"第{place % 12}组",
    )
    score = round(100 - 60 * place / count, 1)
    times = {"handed_in_at": "2026-12-01T01:41:07.000Z", "seconds": 2467}
    row = ScoreRow(
        person=person,
        paper="结业考试",
        status="marked",
        record=document(f"attempt-{place}", receipt=f"ABCDE-{place:05}", **times),
        number=1,
        rank=place + 1,
        marks=ShownMarks(score=score, percent=score, grade="合格", passed=True),
        full_score=100,
        sections=(round(score / 3, 1),) * sections,
    )
    return line_of(row)


def _name(place: int) -> str:
    """Return a name that nobody else has and that stands nowhere else on the screen."""
    return f"{chr(0x8D75 + place % 97)}{chr(0x4E00 + place // 97)}{chr(0x5B50 + place % 89)}"


_UNITS = ("市发改委", "市住房和城乡建设局", "开发区管委会办公室", "县委办", "省交通厅", "市教育局", "区政府办")


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of opening the table, turning a page, going to its end and to its beginning."""
    times = max(int(60 * strength), 10)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        environment = {**os.environ, "QUIZAPP_HOME": folder, "QUIZAPP_LANG": "zh"}
        commands = [[sys.executable, "-c", PROGRAM, str(count)] for count in (MANY, FEW)]
        with Terminal(commands[0], environment) as many, Terminal(commands[1], environment) as few:
            for table in (many, few):
                table.wait_for("ground")
                table.settle()
            pairs = [(_once(many, MANY), _once(few, FEW)) for _ in range(times)]
    names = ("opens", "turns a page", "goes to its end", "goes to its beginning")
    return [
        Row(
            name=f"a score table of {MANY:,} {name}",
            ours=median(ours[place] for ours, _ in pairs),
            peer=median(peer[place] for _, peer in pairs),
            peer_name=f"the same table of {FEW}",
            at_most=PROMISED,
        )
        for place, name in enumerate(names)
    ]


def _once(table: Terminal, count: int) -> tuple[float, ...]:
    """Return the milliseconds of each key in turn; the table is closed before and after."""
    opened = _taken(table, OPEN, 0)
    table.press(PAGE_DOWN)
    table.settle(0.03)
    turned = _taken(table, PAGE_DOWN, 2 * PAGE)
    last, first = _taken(table, LAST, count - 1), _taken(table, FIRST, 0)
    table.press(LEAVE)
    table.wait_for("ground")
    table.settle(0.03)
    return opened, turned, last, first


def _taken(table: Terminal, key: str, place: int) -> float:
    """Return milliseconds from a key to a row on the screen that was not there before."""
    table.settle(0.03)
    pressed = table.press(key)
    return (table.wait_for(_name(place)) - pressed) * 1000
