"""Whatever a line repeats, reading a file takes time by its length, and no message is longer than a person reads."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.text import LONGEST_SHOWN
from quizapp.formats import SOURCES
from quizapp.formats.native.pool.pool import Pool
from quizapp.language import Language
from quizapp.reading.exchange.source_question import reason_text
from tests.instruments.time_bounds import is_within
from tests.proofs.foreign_files.hostile_lines import CASES, KINDS

LONGEST = 3 * LONGEST_SHOWN
"""Characters of a message: what it names, and its own words."""
GROWS, TIMES = 10, 30
"""So much longer a file may take so many times as long; a square takes a hundred times."""
LEAST = 0.05
"""Seconds below which two readings cannot be compared."""
LANGUAGE = Language()

pytestmark = pytest.mark.proof


def messages(kind: str, data: bytes, folder: Path) -> list[str]:
    """Return all that reading a file says of it, as `banks check` and `banks import` do."""
    if kind == "native":
        path = folder / "x.yaml"
        path.write_bytes(data)
        return [LANGUAGE.fault(fault) for fault in Pool((folder,)).faults()]
    try:
        reading = SOURCES[kind].read(data, f"x{SOURCES[kind].suffixes[0]}", "")
    except Refused as refused:
        return [LANGUAGE.error(refused)]
    reasons = [remark.reason for remark in reading.remarks]
    for one in reading.questions:
        reasons += [*one.doubts, *([one.refusal] if one.refusal is not None else [])]
    return [reason_text(reason, LANGUAGE) for reason in reasons]


def seconds(kind: str, data: bytes, folder: Path) -> float:
    """Return the seconds of a processor that reading a file and saying what is wrong with it takes."""
    began = time.process_time()
    messages(kind, data, folder)
    return time.process_time() - began


@pytest.mark.parametrize(("kind", "name"), CASES, ids=[f"{kind}: {name}" for kind, name in CASES])
def test_a_line_ten_times_as_long_takes_about_ten_times_as_long(
    kind: str, name: str, tmp_path: Path, is_full: bool
) -> None:
    make, count = KINDS[kind][name], 10_000 if is_full else 1000
    once = max(min(seconds(kind, make(count).encode(), tmp_path) for _ in range(3)), LEAST)
    assert is_within(seconds(kind, make(GROWS * count).encode(), tmp_path), TIMES * once)


@pytest.mark.parametrize(("kind", "name"), CASES, ids=[f"{kind}: {name}" for kind, name in CASES])
def test_no_message_is_longer_than_anybody_reads(kind: str, name: str, tmp_path: Path) -> None:
    told = messages(kind, KINDS[kind][name](20_000).encode(), tmp_path)
    assert [message[:200] for message in told if len(message) > LONGEST] == []
