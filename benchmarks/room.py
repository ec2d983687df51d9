"""How long it takes from a save in any editor until the teacher's room shows it: 500 questions.

The file is replaced in one step, as editors do, at moments that have nothing to do with the room's own looks at it;
the clock runs from just before that until the changed stem has come out of the terminal, reading, checking the
quality of all 500 and drawing included. Beside it stands what was promised, and a look at the file by `stat` alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

ITEMS = 500
PROMISED = 300.0
"""Milliseconds."""

PROGRAM = """
import sys
from pathlib import Path
from quizapp import wiring
from quizapp.settings import Options
from quizapp.tui.app import QuizApp
from quizapp.tui.banks.shelf import ShelfScreen

class Room(QuizApp):
    CSS_PATH = [str(Path(sys.modules[QuizApp.__module__].__file__).parent / path) for path in QuizApp.CSS_PATH]

    def on_mount(self):
        self.push_screen(ShelfScreen(self.workplace.bank_desk(), Path(sys.argv[1])))

place = wiring.workplace(wiring.settings(Options()))
Room(place, wiring.language(Options())).run()
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the median and the slowest of many saves beside what was promised."""
    times = max(int(60 * strength), 10)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        bank = Path(folder).absolute() / "banks" / "large.yaml"
        bank.parent.mkdir()
        _save(bank, 0)
        environment = {
            **os.environ,
            "QUIZAPP_HOME": f"{folder}/home",
            "QUIZAPP_BANKS": str(bank.parent),
            "QUIZAPP_LANG": "zh",
        }
        with Terminal([sys.executable, "-c", PROGRAM, str(bank)], environment) as room:
            room.wait_for(_mark(0))
            room.settle(0.5)
            taken = [_shown(room, bank, number) for number in range(1, times + 1)]
    return [
        _row(f"a save shown, {ITEMS} questions, median", median(taken)),
        _row(f"a save shown, {ITEMS} questions, slowest of {times}", max(taken)),
    ]


def _row(name: str, ours: float) -> Row:
    return Row(name=name, ours=ours, peer=PROMISED, peer_name="what was promised", at_most=1.0)


def _shown(room: Terminal, bank: Path, number: int) -> float:
    """Return milliseconds from a save to its change on the screen."""
    # Somewhere between two looks at the file, another place each time.
    time.sleep(0.3 + (number * 37 % 100) / 1000)
    room.settle(0.02)
    data = _text(number)
    begun = time.perf_counter()
    _replace(bank, data)
    return (room.wait_for(_mark(number)) - begun) * 1000


def _mark(number: int) -> str:
    return f"第{number:04}次"


def _save(bank: Path, number: int) -> None:
    _replace(bank, _text(number))


def _replace(bank: Path, data: bytes) -> None:
    other = bank.with_suffix(".new")
    other.write_bytes(data)
    other.replace(bank)


def _text(number: int) -> bytes:
    lines = ["题库: large", "标题: 大题库", "试题:"]
    for place in range(1, ITEMS + 1):
        stem = f"{_mark(number) if place == 1 else ''}讲话第{place}段提到的要求中，排在第{place % 7}位的是（  ）。"
        options = ", ".join(f"{letter}: 第{place}段的{word}" for letter, word in zip("ABCD", _WORDS, strict=True))
        lines += [
            f"  # 第 {place} 题",
            f"  - 编号: large-{place:03}",
            "    题型: 单选",
            "    难度: 中",
            f"    题干: {stem}",
            f"    选项: {{{options}}}",
            f"    答案: {'ABCD'[place % 4]}",
            f"    解析: 第{place}段说得明白，次序不能颠倒。",
        ]
    return ("\n".join(lines) + "\n").encode()


_WORDS = ("政治要求", "业务要求", "作风要求", "纪律要求")
