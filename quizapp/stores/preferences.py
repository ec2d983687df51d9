"""preferences.json: what the app remembers of a person's choices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
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
        from quizapp.stores.files.disk import Disk
        from quizapp.stores.files.writing import write_whole

        text = json.dumps({**self.read(), name: value}, ensure_ascii=False, sort_keys=True, indent=2)
        with suppress(OSError):
            write_whole(Disk(), self._path, text.encode("utf-8", "backslashreplace") + b"\n")
