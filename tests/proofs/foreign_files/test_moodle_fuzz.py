"""Broken GIFT and Aiken files: each is read or refused, in two seconds and 250 MB for a megabyte.

The samples are spoiled by a seeded chance, so that a failure can be had again.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import QuizError
from quizapp.formats.aiken import AIKEN
from quizapp.formats.gift import GIFT
from quizapp.services.exchange.import_fields import build
from tests.instruments.fuzzing import MEGABYTES, SECONDS, fuzz
from tests.instruments.time_bounds import is_within
from tests.proofs.foreign_files.moodle_files import FORMATS
from tests.samples.item_examples import EXAMPLES

GIFT_SAMPLE = """// [id:q-1] [tag:难度：易] [tag:a\\]b]
$CATEGORY: $course$/top/办文/收文

::一\\:二::[html]<p>甲&lt;乙</p> \\{丙\\} {
    =南#对
    ~%-50%北#<b>错</b>
    ~%33.33333%西
    ####坐北\\n朝南。
}

太阳{F#不#是}出来。

配。{=甲 -> 乙 =丙 -> 丁 = -> 戊}

几？{#=3.14:0.01 =%50%1..5 ~#不对}

首都？{=北京 =%50%北平 =%0%*#不}

谈。{}

说明 $$x^2$$ @@PLUGINFILE@@/a.png
"""
AIKEN_SAMPLE = "门？\nA. 东\nB) 南\nc. 西\nANSWER: B\n\n窗\n朝？\nA. 东\nB. 南\n\nANSWER: A, B\n第一章\n"
SAMPLES = {"gift": (GIFT, GIFT_SAMPLE), "aiken": (AIKEN, AIKEN_SAMPLE)}
TOKENS = [
    *"{}=~#\\:%$/[]<>&*\n\r\t \x00",
    "\n\n",
    "->",
    "####",
    "%50%",
    "::",
    "//",
    "<b>",
    "A. ",
    "ANSWER:",
    "\ufeff",
    "\u202e",
    "é",
    "甲",
]
ROOT = Path(__file__).parents[3]


def spoiled(data: bytes, chance: Random) -> bytes:
    """Return a file with a few things cut, doubled, moved, or put in."""
    for _ in range(chance.randint(1, 6)):
        place, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, place + chance.choice((1, 4, 40)))
        token = chance.choice(TOKENS).encode() if chance.random() < 0.8 else bytes([chance.randrange(256)])
        data = chance.choice(
            (
                data[:place] + data[end:],
                data[:end] + data[place:end] * chance.randint(1, 3) + data[end:],
                data[:place] + token * chance.choice((1, 1, 2, 30)) + data[place:],
                data[end:] + data[place:end] + data[:place],
            )
        )
    return data


@pytest.mark.proof
@pytest.mark.parametrize("name", SAMPLES)
def test_spoiled_files_are_read_or_refused(name: str, is_full: bool) -> None:
    source, sample = SAMPLES[name]
    items = tuple(example.item for example in EXAMPLES.values())
    assert source.write is not None
    own = source.write(ItemBank(id="a", title="甲", items=items), "zh").data

    def try_one(chance: Random) -> None:
        data = spoiled(chance.choice((sample.encode(), own, sample.encode("gb18030"), sample.encode("utf-16"))), chance)
        began = time.process_time()
        try:
            questions = source.read(data, "a.txt", "").questions
        except QuizError:
            return
        assert is_within(time.process_time() - began, SECONDS)
        for question in questions:
            assert (question.refusal is None) == ("stem" in question.fields), question
            if question.refusal is None:
                build(question.fields)

    fuzz(try_one, is_full=is_full)


@pytest.mark.proof
@pytest.mark.parametrize("name", SAMPLES)
def test_a_megabyte_of_anything_is_read_soon_and_in_little_memory(name: str, is_full: bool) -> None:
    """At a tenth of the size the limits are looser in proportion, as starting is all the same."""
    size, seconds, megabytes = (1_000_000, SECONDS, MEGABYTES) if is_full else (100_000, 0.5, 50)
    command = [sys.executable, "-m", "tests.proofs.foreign_files.moodle_files", name, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    *files, memory = done.stdout.splitlines()
    assert len(files) == len(FORMATS[name][1])
    assert [line for line in files if not is_within(float(line.split()[0]), seconds)] == []
    assert int(memory.split()[0]) <= megabytes
