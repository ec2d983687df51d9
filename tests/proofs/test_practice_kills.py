"""What was practised survives whatever kills the program."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import practised


@pytest.mark.proof
def test_no_acknowledged_practice_is_lost_to_any_kill(tmp_path: Path, is_full: bool) -> None:
    chance = random.Random(20261201)
    acknowledged = 0
    for _ in range(100 if is_full else 10):
        acknowledged = max(acknowledged, _practised_until_killed(tmp_path, chance.uniform(0.01, 0.1)))
        events = FileHome(tmp_path).practice.read("07")
        assert events == tuple(practised(str(number), 1, number) for number in range(1, len(events) + 1))
        assert len(events) >= acknowledged
    assert acknowledged > 50
    assert not (tmp_path / "scores.json").exists()


def _practised_until_killed(home: Path, seconds: float) -> int:
    """Run the program, kill it so long after it began, and return the last answer it acknowledged."""
    command = [sys.executable, "-m", "tests.stores.programs.practise", str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        pipe = program.stdout.fileno()
        lines = os.read(pipe, 6)
        assert lines == b"began\n"
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                lines += os.read(pipe, 1 << 16)
        program.send_signal(signal.SIGKILL)
        while part := os.read(pipe, 1 << 16):
            lines += part
    whole = lines[: lines.rindex(b"\n")].split(b"\n")
    return int(whole[-1]) if len(whole) > 1 else 0
