"""10,000 questions brought in from elsewhere, each reader beside the least that anybody would do with the same file."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.rows import Row

QUESTIONS = 10_000

_HAN = "办公室干部的五种角色中排在第三是跟班秀才耳目参谋管家讲义部分次序适应新形势任务需要认清会议通知文件处理"

# Each process does one thing, as people's do, and says how long it took: from the file's bytes to those of a bank that
# is new, read again and found to say what was meant, but for putting it on the disk.
_OURS = """
import sys, time
from pathlib import Path
from quizapp.formats.chinese_text import lines, question_gatherer, reader
from quizapp.formats.excel import sheets
from quizapp.formats import SOURCES
from quizapp.formats.native.edit.bank_merge import MergeTarget, merge
path, wanted = Path(sys.argv[1]), sys.argv[3]
started = time.perf_counter()
found = SOURCES[sys.argv[2]].read(path.read_bytes(), path.name, "")
assert len(found.questions) == {questions} and not any(one.doubts for one in found.questions)
if wanted == "whole":
    merged = merge(found, MergeTarget(Path("x.yaml"), None, "zh", lambda reason: reason.code))
    assert merged.plan.count("imported") == {questions} and merged.data
print(time.perf_counter() - started)
"""
_PEER = """
import re, sys, time, unicodedata
started = time.perf_counter()
label = re.compile(r"(\\d+[.、]|[A-Z][.、:]|答案:|解析:|难度:|知识点:|分值:)\\s*(.*)")
kept = []
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        kept.append(label.match(unicodedata.normalize("NFKC", line)))
assert sum(one is not None for one in kept) > {questions}
print(time.perf_counter() - started)
"""

_OPENPYXL = """
import sys, time
import openpyxl
started = time.perf_counter()
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0]
sheet.reset_dimensions()
assert sum(1 for row in sheet.iter_rows(values_only=True)) == {questions} + 1
print(time.perf_counter() - started)
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of whole imports and of reading alone, ours and the peers' taken in turn."""
    times = max(3, int(9 * strength))
    with tempfile.TemporaryDirectory() as name:
        text, workbook = Path(name, "questions.txt"), Path(name, "questions.xlsx")
        text.write_text(question_text(QUESTIONS), encoding="utf-8")
        workbook.write_bytes(question_workbook(QUESTIONS))
        loop = "a loop of one NFKC and one regular expression per line"
        openpyxl = "openpyxl's read of the same file, its import not counted"
        return [
            *_rows(_Import("text", "chinese_text", text, _PEER, loop, 4.0), times),
            *_rows(_Import("Excel", "excel", workbook, _OPENPYXL, openpyxl, 3.0), times),
        ]


class _Import(NamedTuple):
    words: str
    format: str
    path: Path
    peer: str
    peer_name: str
    at_most: float


def _rows(asked: _Import, times: int) -> list[Row]:
    """Return a row of the whole import, which is held to its limit, and one of the reader's part in it."""
    wholes, reads, peers = [], [], []
    for _ in range(times):
        wholes.append(_run(_OURS, asked.path, asked.format, "whole"))
        reads.append(_run(_OURS, asked.path, asked.format, "read"))
        peers.append(_run(asked.peer, asked.path))
    return [
        Row(
            name=f"{QUESTIONS:,} questions {words}",
            ours=median(measured) * 1e3,
            peer=median(peers) * 1e3,
            peer_name=asked.peer_name,
            at_most=at_most,
        )
        for words, measured, at_most in (
            (f"imported from {asked.words}", wholes, asked.at_most),
            (f"only read from {asked.words}", reads, None),
        )
    ]


def question_workbook(questions: int, seed: int = 1) -> bytes:
    """Return a workbook with a column for each option, the same for the same seed."""
    from xlsxwriter import Workbook

    chance = random.Random(seed)

    def text(length: int) -> str:
        return "".join(chance.choices(_HAN, k=length))

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["题型", "题干", *(f"选项{letter}" for letter in "ABCD"), "答案", "解析", "难度", "分值"])
    for number in range(1, questions + 1):
        options = [f"{text(6)}{letter}" for letter in "ABCD"]
        key, rationale = chance.choice("ABCD"), f"{text(28)}。"
        sheet.write_row(number, 0, ["单选题", f"{text(36)}（  ）。", *options, key, rationale, "易", 2])
    book.close()
    return file.getvalue()


def question_text(questions: int, seed: int = 1) -> str:
    """Return such a text with label lines, the same for the same seed."""
    chance = random.Random(seed)

    def text(length: int) -> str:
        return "".join(chance.choices(_HAN, k=length))

    parts = []
    for number in range(1, questions + 1):
        options = "".join(f"{letter}. {text(6)}{letter}\n" for letter in "ABCD")
        parts.append(
            f"{number}. {text(36)}（  ）。\n{options}答案：{chance.choice('ABCD')}\n"
            f"解析：{text(28)}。\n难度：易\n知识点：五种角色\n分值：2\n"
        )
    return "".join(parts)


def _run(program: str, path: Path, *words: str) -> float:
    """Return the seconds that a program took in a process of its own."""
    command = [sys.executable, "-c", program.format(questions=QUESTIONS), str(path), *words]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
