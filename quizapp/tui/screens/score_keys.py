"""The keys of a score table, each with what it does there."""

from __future__ import annotations

SCORE_KEYS: tuple[tuple[str, str], ...] = (
    ("down", "move(1)"),
    ("up", "move(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("ctrl+home", "end(-1)"),
    ("ctrl+end", "end(1)"),
    ("right", "slide(1)"),
    ("left", "slide(-1)"),
    ("enter", "replay"),
    ("f2", "all_attempts"),
    ("f3", "narrow"),
    ("f5", "sort"),
    ("f6", "decide"),
    ("f7", "paper"),
    ("f8", "export"),
    ("escape", "step_back"),
    ("ctrl+q", "leave"),
)
