"""Workbooks that are damaged or hostile are read or refused in words: no traceback, little time, little memory."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from quizapp.domain.errors import QuizError
from quizapp.formats.excel import read
from quizapp.formats.excel.template import write_template
from quizapp.language import Language
from tests.instruments.fuzzing import LARGEST, MEGABYTES, SECONDS, fuzz
from tests.instruments.time_bounds import is_within
from tests.instruments.xlsx_workbooks import by_hand, table
from tests.instruments.zip_archives import archive
from tests.proofs.foreign_files.hostile_workbooks import HOSTILE

ROOT = Path(__file__).parents[3]
_TAGS = (
    "<c> </c> <v> </v> <row> </row> <is><t> <f/> <!-- --> <![CDATA[ ]]> <!DOCTYPE &amp; &#0; &x; > < 题干 答案 选项A"
)
_ATTRIBUTES = 'r="A1" r="A0" r="XFD1048576" r="" t="s" t="e" t="d" s="99999" hidden="1" min="0" ref="A1:B2" ref="B2:A1"'
_TEXTS = ("9" * 400, "-1", "1e999", "NaN", "yyyy", "0.00;[Red]", "General", "_x0000_", "\ud7ff", "\U0001f600", "\x00")
SPLICES = (*_TAGS.split(), *(f" {each} " for each in _ATTRIBUTES.split()), *_TEXTS)
_PROGRAM = r"""
import re, sys, time
from pathlib import Path
from quizapp.domain.errors import QuizError
from quizapp.formats.excel import read
data = Path(sys.argv[1]).read_bytes()
started = time.process_time()
try:
    read(data, "x.xlsx", "")
except QuizError:
    pass
# What getrusage says takes in what the test's own process had when it started this one.
most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(time.process_time() - started, int(most[1]) / 1024)
"""


def _samples() -> tuple[bytes, ...]:
    heads = ("题目序号", "题目类型", "题目内容", "选项内容", "是否正确项")
    styles = '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="58"/></cellXfs>'  # fmt: skip  # noqa: E501
    cells = "".join(
        f'<c r="{place}1" s="{style}"><v>45352.5</v></c><c r="{place}2" t="s"><v>{style}</v></c>'
        for style, place in enumerate("ABC")
    )
    rows = cells.replace('1" s', '2" s')
    sheet = f'<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1">{cells}</row><row r="2" hidden="1">{rows}</row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'  # fmt: skip  # noqa: E501
    strings = "<si><t>题干</t></si><si><r><t>答案</t></r><rPh><t>x</t></rPh></si>"
    return (
        write_template(),
        table(("题型", "题干", "选项A", "选项B", "答案"), ("单选", "问", 1.0, 2.5, "A"), ("判断", "是", "", "", "对")),
        table(heads, (1, "单选", "问", "甲", "是"), (1, "单选", "问", "乙", "否"), (2, "判断", "问", "对", "也许")),
        by_hand(sheet, strings=strings, styles=styles),
    )


def damaged(chance: random.Random, sample: bytes) -> bytes:
    """Return a workbook with the text of its members cut, doubled or spliced, or with bytes of its archive changed."""
    with zipfile.ZipFile(io.BytesIO(sample)) as opened:
        members = [(name, opened.read(name).decode()) for name in opened.namelist()]
    for _ in range(chance.randint(0, 4)):
        place = chance.randrange(len(members))
        members[place] = (members[place][0], _spoilt(chance, members[place][1]))
    data = archive(*((name, text.encode("utf-8", "replace")) for name, text in members))
    if chance.random() < 0.3:
        changed = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        data = bytes(changed[: chance.randint(0, len(changed))] if chance.random() < 0.2 else changed)
    return data


def _spoilt(chance: random.Random, text: str) -> str:
    start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
    # Mostly a little, so that most of it is still understood.
    end = min(end, start + 40) if chance.random() < 0.8 else end
    match chance.randint(0, 3):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + text[start:]
        case 2:
            return text[:start] + chance.choice(SPLICES) * chance.choice((1, 1, 2, 300)) + text[start:]
        case _:
            return text[:start] + chance.choice(SPLICES) + text[end:]


@pytest.mark.proof
def test_damaged_workbooks_are_read_or_refused_in_words(is_full: bool) -> None:
    language, samples = Language(), _samples()
    counts = {"read": 0, "refused": 0}

    def try_one(chance: random.Random) -> None:
        data = damaged(chance, chance.choice(samples))
        began = time.process_time()
        try:
            reading = read(data, "x.xlsx", "")
        except QuizError as error:
            counts["refused"] += 1
            language.error(error)
        else:
            counts["read"] += 1
            for each in reading.remarks:
                language.say(each.reason.code, **each.reason.values)
        assert is_within(time.process_time() - began, SECONDS)

    fuzz(try_one, is_full=is_full)
    assert counts["read"] > 100
    assert counts["refused"] > 100


@pytest.mark.proof
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_megabyte_takes_two_seconds_and_little_memory_at_most(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(HOSTILE[name]())
    assert path.stat().st_size <= LARGEST
    command = [sys.executable, "-c", _PROGRAM, str(path)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    seconds, megabytes = map(float, said)
    assert is_within(seconds, SECONDS)
    assert megabytes <= MEGABYTES
