"""How long this machine takes to have something on disk."""

from __future__ import annotations

import os
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.stores.files.disk import Disk

_LINE = b"x" * 300
"""As long as an answer's line."""


def synced_write(disk: Disk, folder: Path) -> float:
    """Write into a folder as an answer is written and return the median seconds of five. Raises OSError."""
    disk.make_folder(folder)
    probe = folder / f".doctor-{os.urandom(8).hex()}"
    descriptor = disk.open_new(probe)
    try:
        times = []
        for _ in range(5):
            start = perf_counter()
            disk.write(descriptor, _LINE)
            disk.sync(descriptor)
            times.append(perf_counter() - start)
    finally:
        disk.close(descriptor)
        disk.remove(probe)
    return median(times)
