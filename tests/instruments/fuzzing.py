"""What every reader of foreign files is held to under damage, and how long it is looked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from random import Random

SECONDS = 2.0
"""At most, for a file of up to a megabyte."""
MEGABYTES = 250.0
"""At most, for the same."""
LARGEST = 2**20

_FULL, _SHORT = 600.0, 4.0
"""Seconds of trials of one reader: with `--full`, and in every run of the suite."""


def fuzz(try_one: Callable[[Random], None], *, is_full: bool, share: float = 1.0) -> int:
    """Try one damage after another, each of its own seed from 0 on, and return how many were tried.

    `share` is this test's part of its reader's time. What fails says its seed, so that `try_one(Random(seed))` is all
    it takes to see it again.
    """
    end = time.monotonic() + share * (_FULL if is_full else _SHORT)
    for seed in count():
        if time.monotonic() > end:
            return seed
        try:
            try_one(Random(seed))
        except Exception as error:
            raise AssertionError(f"seed {seed}: {type(error).__name__}: {error}") from error
    raise AssertionError
