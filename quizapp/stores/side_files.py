"""Small files of a home that are no records: what the app remembers of a person's choices, and failure reports."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


class FilePreferences:
    """Choices in a small file, replaced as a whole; whoever writes last wins."""

    def __init__(self, home: Path) -> None:
        self._path = home / "preferences.json"

    def read(self) -> Mapping[str, str]:
        """Return what is remembered; nothing where the file is missing or unreadable."""
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            # A choice that cannot be read is asked for again; nobody's work hangs on it.
            return {}
        return {name: value for name, value in data.items() if isinstance(value, str)} if isinstance(data, dict) else {}

    def remember(self, name: str, value: str) -> None:
        """Keep one choice. A choice that cannot be kept is lost without harm."""
        from quizapp.stores.disk.operating_system import Disk
        from quizapp.stores.disk.whole_files import write_whole

        text = json.dumps({**self.read(), name: value}, ensure_ascii=False, sort_keys=True, indent=2)
        with suppress(OSError):
            write_whole(Disk(), self._path, text.encode("utf-8", "backslashreplace") + b"\n")


FAILURES = "failures"
"""The folder in a data folder."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def keep_report(home: Path, text: str) -> str:
    """Write a report into a file of its own and return where; "" where the machine does not let it be written.

    Whatever stopped the program may hinder this too, and must not be hidden by it.
    """
    folder = home / FAILURES
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(4).hex()}.txt"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, _FLAGS, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        return str(path)
    return ""
