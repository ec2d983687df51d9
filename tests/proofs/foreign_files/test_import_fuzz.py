"""Damaged tables and banks brought into a bank: told in words or brought in, never a traceback, never slow."""

from __future__ import annotations

import random
import time
import tracemalloc
from pathlib import Path

import pytest

from quizapp.domain.errors import QuizError
from quizapp.formats.csv_format import CSV
from quizapp.formats.native import NATIVE
from quizapp.formats.native.edit.bank_merge import MergeTarget, merge
from quizapp.formats.source_format import SourceFormat
from tests.formats.native.bank_bytes import read as read_bank
from tests.instruments.fuzzing import LARGEST, MEGABYTES, SECONDS, fuzz
from tests.samples.bank_files import ITEMS, MORE

TABLE = (
    "题库,,\n题型,题干,选项A,选项B,C,答案,解析,难度,分值,次序不限\n"
    '单选,"第\n四",甲,乙,丙,C,因为,较易,2分,\n判断,可以,,,,√,,,,\n填空,___和（）,,,,快/及时；准,,9,,是\n'
    "排序,次序,甲,乙,丙,BAC,,,,\n简答,谈谈,,,,,,,,\n,,,,,A,,,,\n"
)
FLAGS = "序号,题型,题干,选项内容,是否正确项\n1,单选,问,甲,是\n1,单选,问,乙,否\n,,,丙,也许\n"
SPLICES = (
    '"',
    ",",
    "\n",
    "\t",
    "|",
    "；",
    "___",
    "（",
    "&a ",
    "*a",
    "{",
    "[",
    "- ",
    ": ",
    "#",
    "\x00",
    "\u2028",
    "\ufeff",
    "题干",
    "是",
)
SAMPLES = {"csv": (TABLE, FLAGS), "native": (ITEMS, MORE)}


def damaged(chance: random.Random, text: str) -> bytes:
    """Return a sample with some of it cut, doubled, swapped or spliced, in any encoding, now and then very long."""
    for _ in range(chance.randint(0, 6)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        match chance.randint(0, 4):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:to] + text[at:]
            case 2:
                text = text[:at] + chance.choice(SPLICES) * chance.choice((1, 1, 2, 40)) + text[at:]
            case 3:
                text = text[:at] + chr(chance.randint(0, 0x2FFFF)) + text[at:]
            case _:
                text = text[:at] + text[at:to][::-1] + text[to:]
    data = text.encode(chance.choice(("utf-8", "utf-8", "gb18030", "utf-16", "utf-8-sig")), "replace")
    if chance.random() < 0.3:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            if spoilt:
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        data = bytes(spoilt)
    return (data * (LARGEST // max(len(data), 1)))[:LARGEST] if chance.random() < 0.01 else data


@pytest.mark.proof
@pytest.mark.parametrize("source", [CSV, NATIVE], ids=["csv", "native"])
def test_no_damage_stops_the_program_and_what_is_brought_in_can_be_read(source: SourceFormat, is_full: bool) -> None:
    made: list[int] = []

    def try_one(chance: random.Random) -> None:
        data = damaged(chance, chance.choice(SAMPLES[source.name]))
        began = time.process_time()
        try:
            reading = source.read(data, f"x{source.suffixes[0]}", "")
            assert time.process_time() - began <= SECONDS
            merged = merge(
                reading, MergeTarget(Path("x.yaml"), None, chance.choice(("zh", "en")), lambda each: each.code)
            )
        except QuizError:
            return
        plan = merged.plan
        assert plan.read == plan.count("imported") + plan.count("doubtful") + plan.count("refused")
        if merged.data is not None:
            made.append(len(merged.data))
            faults = read_bank(merged.data, "x.yaml").faults
            assert [fault for fault in faults if fault.severity == "error"] == []
            again = merge(reading, MergeTarget(Path("x.yaml"), merged.data, "zh", lambda each: each.code))
            assert again.data is None

    fuzz(try_one, is_full=is_full)
    assert made


@pytest.mark.proof
@pytest.mark.parametrize("source", [CSV, NATIVE], ids=["csv", "native"])
def test_a_megabyte_needs_little_memory(source: SourceFormat) -> None:
    head, row = {
        "csv": ("题型,题干,选项A,选项B,答案\n", "单选,问{0},甲,乙,A\n"),
        "native": ("题库: x\n试题:\n", "  - {{编号: x-{0}, 题型: 判断, 题干: 问{0}, 答案: 对}}\n"),
    }[source.name]
    lines = [head, *(row.format(number) for number in range(50_000))]
    data = "".join(lines).encode()[:LARGEST].rpartition(b"\n")[0]
    tracemalloc.start()
    try:
        assert source.read(data, f"x{source.suffixes[0]}", "").questions
        assert tracemalloc.get_traced_memory()[1] <= MEGABYTES * 2**20
    finally:
        tracemalloc.stop()
