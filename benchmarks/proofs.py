"""The slow proofs at full strength but for those of the fault table, a measure of its own. CI runs a tenth of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.rows import Row

_FAULTS = "tests/proofs/faults"


def measure(strength: float = 1.0) -> list[Row]:
    """Return how many proofs failed beside how many were run; below full strength they run as in CI."""
    full = ["--full"] if strength >= 1 else []
    command = [sys.executable, "-m", "pytest", "-q", "-m", "proof", "--ignore", _FAULTS, *full, "tests"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", ended.stdout)}
    failed = counts.get("failed", 0) + counts.get("error", 0)
    if not counts:
        raise RuntimeError(ended.stdout[-2000:] + ended.stderr[-2000:])
    return [
        Row(
            name="proofs that failed at full strength" if full else "proofs that failed at a tenth",
            ours=failed,
            peer=failed + counts.get("passed", 0),
            peer_name="proofs run",
            at_most=0,
            unit="proofs",
        )
    ]
