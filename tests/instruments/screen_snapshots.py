"""Screens as they were: each is kept as text, and shown again it must be the same, sign for sign."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ScreenSnapshots:
    """A folder with a text for each screen and size of the window."""

    folder: Path
    is_update: bool
    """Whether what is shown is kept in place of what was."""

    def check(self, shown: str, name: str, size: tuple[int, int]) -> None:
        """Assert that a screen looks as it did."""
        kept = self.folder / f"{name}-{size[0]}x{size[1]}.txt"
        if self.is_update:
            kept.write_text(shown + "\n", "utf-8")
        assert kept.read_text("utf-8") == shown + "\n", "if it is meant to look so: pytest --update-screens"
