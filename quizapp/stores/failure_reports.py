"""Reports of what nobody expected: a file each, for whoever mends the program, which no one else may read."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

NAME = "failures"
"""The folder in a data folder."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def keep_report(home: Path, text: str) -> str:
    """Write a report into a file of its own and return where; "" where the machine does not let it be written.

    Whatever stopped the program may hinder this too, and must not be hidden by it.
    """
    folder = home / NAME
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}.txt"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, _FLAGS, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        return str(path)
    return ""
