"""An answer shown as taken survives whatever kills the program."""

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

from quizapp.domain.attempt.events import Answered
from quizapp.stores.files.home import FileHome
from tests.stores.samples import NAME


@pytest.mark.proof
def test_no_acknowledged_answer_is_lost_to_any_kill(tmp_path: Path, is_full: bool) -> None:
    chance = random.Random(20261201)
    acknowledged = 0
    for _ in range(200 if is_full else 20):
        acknowledged = max(acknowledged, _recorded_until_killed(tmp_path, chance.uniform(0, 0.05)))
        chain = FileHome(tmp_path).journals.read(NAME)
        answers = [event for event in chain.events if isinstance(event, Answered)]
        assert [answer.question for answer in answers] == list(range(1, len(answers) + 1))
        assert all(answer.response == ("答案", str(answer.question)) for answer in answers)
        assert len(answers) >= acknowledged
        assert not chain.is_altered
    assert acknowledged > 100


def _recorded_until_killed(home: Path, seconds: float) -> int:
    """Run the program, kill it so long after it began, and return the last answer it acknowledged."""
    command = [sys.executable, "-m", "tests.stores.programs.record_answers", str(home)]
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
