"""A bank of 10,000 items loaded and its format checked, beside CSafeLoader loading it, each in its own process."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path
from statistics import median

from benchmarks.rows import Row

ITEMS = 10_000
FILES = 10

_HAN = "办公室干部的五种角色中排在第三是跟班秀才耳目参谋管家讲义部分次序适应新形势任务需要认清会议通知文件处理"
COURSE = "课程: demo\n标题: 演示\n知识点: {roles: 五种角色}\n"
_ITEM = """\
  - 编号: {bank}-{number:05}
    题型: 单选题
    知识点: roles
    难度: 易
    题干: {stem}（  ）。
    选项: {{A: {a}, B: {b}, C: {c}, D: {d}}}
    答案: C
    解析: {rationale}。
    分值: 1
"""

# Each process does one thing, as people's do, and says how long it took and the most memory it had.
_REPORT = """
import resource, sys, time
def report(started):
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.perf_counter() - started, most / 1024)
"""
_OURS = """
from pathlib import Path
from quizapp.formats.native.pool import bank_check
from quizapp.formats.native.read import banks
from quizapp.formats.native.pool.pool import Pool
started = time.perf_counter()
banks = Pool([Path(sys.argv[1])]).banks()
assert all(each.bank is not None and not each.faults for each in banks), banks[0].faults[:3]
report(started)
"""
_PEER = """
import yaml
started = time.perf_counter()
with open(sys.argv[1], encoding="utf-8") as file:
    yaml.load(file.read(), yaml.CSafeLoader)
report(started)
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of loading and checking, ours and the peer taken in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, ten = folder / "one", folder / "ten"
        size = _write(one, 1)
        _write(ten, FILES)
        times = max(3, int(7 * strength))
        ours, peers, tens = [], [], []
        for turn in range(times):
            ours.append(run(_OURS, one))
            peers.append(run(_PEER, one / "bank0.yaml"))
            if turn % 2 == 0:
                tens.append(run(_OURS, ten))
    called = f"CSafeLoader, {ITEMS:,} items of {size} bytes"
    seconds, memory = (_median(ours, place) for place in (0, 1))
    return [
        Row(
            name="a bank loaded and checked",
            ours=seconds * 1e3,
            peer=_median(peers, 0) * 1e3,
            peer_name=called,
            at_most=0.35,
        ),
        Row(name="peak memory of it", ours=memory, peer=_median(peers, 1), peer_name=called, at_most=1, unit="MB"),
        Row(
            name=f"{FILES} banks, for each",
            ours=_median(tens, 0) / FILES * 1e3,
            peer=seconds * 1e3,
            peer_name="one bank alone",
            at_most=1.2,
        ),
    ]


def bank_text(bank: str, items: int, seed: int = 1) -> str:
    """Return a bank's text, the same for the same seed."""
    chance = random.Random(seed)

    def text(length: int) -> str:
        return "".join(chance.choices(_HAN, k=length))

    lines = (
        _ITEM.format(
            bank=bank, number=number, stem=text(36), a=text(5), b=text(5) + "甲", c=text(6) + "乙", d=text(6) + "丙丁",
            rationale=text(28),
        )
        for number in range(items)
    )  # fmt: skip
    return "".join(chain([f"题库: {bank}\n标题: 测试\n试题:\n"], lines))


def _write(folder: Path, files: int) -> int:
    """Write a folder of banks, and return how many bytes an item has."""
    folder.mkdir()
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    for number in range(files):
        text = bank_text(f"bank{number}", ITEMS, seed=number)
        (folder / f"bank{number}.yaml").write_text(text, encoding="utf-8")
    return len(text.encode()) // ITEMS


def run(program: str, path: Path, *arguments: str) -> tuple[float, float]:
    """Return the seconds and megabytes that a program took in a process of its own."""
    command = [sys.executable, "-c", _REPORT + program, str(path), *arguments]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _median(measured: list[tuple[float, float]], place: int) -> float:
    return median(each[place] for each in measured)
