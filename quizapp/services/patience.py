"""How long somebody waits for another program that has an attempt open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 8.0
"""Seconds to wait for the program that has an attempt open: it looks once a second."""
_PAUSE = 0.05


def moments(seconds: float = PATIENCE) -> Iterator[None]:
    """Give one moment after another at which another program may have answered, at least one."""
    end = time.monotonic() + seconds
    yield
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        yield
