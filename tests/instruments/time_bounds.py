"""Bounds in seconds that mean the same on a fast machine, a slow one and a busy one.

What reading a file costs must be bounded, but seconds of a processor alone say little: with every core at work the same
reading takes half as long again. So what seems too long is held against a piece of fixed work, done then and there.
"""

from __future__ import annotations

import json
import re
import time

TOOK = 0.1
"""Seconds of processor time the fixed work took on the quiet machine on which the bounds were set."""


def fixed_work() -> float:
    """Return the seconds of processor time that work of a kind with reading a file takes here and now."""
    began = time.process_time()
    words = [f"{number}、题干（{number % 7}）" for number in range(45_000)]
    told = json.loads(json.dumps([{"text": word, "is": bool(re.match(r"\d+、", word))} for word in words]))
    assert len({line["text"] for line in told}) == len(words)
    return time.process_time() - began


def is_within(seconds: float, bound: float) -> bool:
    """Return whether `seconds` of processor time, just spent, are at most `bound` seconds of the quiet machine."""
    return seconds <= bound or seconds <= bound * max(fixed_work() for _ in range(5)) / TOOK
