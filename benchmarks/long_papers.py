"""Whether a long paper answers a key as soon as a short one: 200 questions with 20 cases beside 20 with 2."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.rows import Row
from benchmarks.terminal import Terminal

PER_CASE = 4
LONG, SHORT = 20, 2
"""Cases; beside those questions each paper has six plain ones for every case."""


def measure(strength: float = 1.0) -> list[Row]:
    """Return a key to the changed options, and to the next question, of a long paper beside a short one."""
    times = max(int(100 * strength), 20)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        pool = Path(folder) / "pool"
        pool.mkdir()
        for cases in (LONG, SHORT):
            _write(pool, cases)
        environment = {**os.environ, "QUIZAPP_BANKS": str(pool), "QUIZAPP_LANG": "zh"}
        with (
            Terminal(_command(LONG), {**environment, "QUIZAPP_HOME": f"{folder}/long"}) as long,
            Terminal(_command(SHORT), {**environment, "QUIZAPP_HOME": f"{folder}/short"}) as short,
        ):
            for terminal in (long, short):
                _begin(terminal)
            chosen = [(_choose(long), _choose(short)) for _ in range(times)]
            turned = [(_turn(long), _turn(short)) for _ in range(times)]
    return [
        _row("a key to the changed screen, 200 questions", chosen),
        _row("the next question, 200 questions", turned),
    ]


def _row(name: str, pairs: list[tuple[float, float]]) -> Row:
    return Row(
        name=name,
        ours=median(pair[0] for pair in pairs),
        peer=median(pair[1] for pair in pairs),
        peer_name="a paper of 20 questions with 2 cases",
        at_most=1.2,
    )


def _command(cases: int) -> list[str]:
    return [sys.executable, "-m", "quizapp", "take", f"paper-{cases}", "--candidate", "07", "--name", "Zhang"]


def _begin(terminal: Terminal) -> None:
    terminal.wait_for("承诺诚信应考")
    terminal.settle()
    terminal.press(" ")
    terminal.settle()
    terminal.press("\r")
    terminal.wait_for("Ctrl+O")
    terminal.settle()


def _choose(terminal: Terminal) -> float:
    """Return milliseconds from choosing A to seeing it chosen; B is chosen first, untimed."""
    terminal.press("2")
    terminal.settle(0.03)
    pressed = terminal.press("1")
    return (terminal.wait_for("(x)") - pressed) * 1000


def _turn(terminal: Terminal) -> float:
    """Return milliseconds from the arrow to the next question of the first case; the way back is untimed."""
    pressed = terminal.press("\x1b[C")
    took = (terminal.wait_for("2. ") - pressed) * 1000
    terminal.settle(0.03)
    terminal.press("\x1b[D")
    terminal.settle(0.03)
    return took


def _write(pool: Path, cases: int) -> None:
    """Write a bank and a paper with so many cases, the cases first."""
    lines = [f"bank: bank-{cases}", "title: 长卷", "items:"]
    for case in range(cases):
        lines += [f"  - id: case-{cases}-{case}", "    type: case", f"    stimulus: {_stimulus(case)}", "    items:"]
        for place in range(PER_CASE):
            lines += _single(f"part-{cases}-{case}-{place}", "      ")
    plain = [f"plain-{cases}-{number}" for number in range(6 * cases)]
    for name in plain:
        lines += _single(name, "  ")
    (pool / f"bank-{cases}.yaml").write_text("\n".join(lines), "utf-8")
    both = [f"case-{cases}-{case}" for case in range(cases)], plain
    paper = [f"paper: paper-{cases}", f"title: 长卷 {cases}", "sections:"]
    for title, names in zip(("一、案例题", "二、单项选择题"), both, strict=True):
        paper.append(f"  - {{title: {title}, items: [{', '.join(names)}], marks: 1}}")
    (pool / f"paper-{cases}.yaml").write_text("\n".join(paper), "utf-8")


def _stimulus(case: int) -> str:
    return f"星期{case}下午四点，一份通知已经发到各乡镇，值班室接到电话，附件里的参会人数写错了一位。" * 3


def _single(name: str, indent: str) -> list[str]:
    options = "{A: 立即报告值班领导, B: 等主任回来再说, C: 自行重新发文, D: 请乡镇自己更正}"
    return [
        f"{indent}- id: {name}",
        f"{indent}  type: single_choice",
        f"{indent}  stem: {name} 首先应当（  ）。",
        f"{indent}  options: {options}",
        f"{indent}  key: A",
    ]
