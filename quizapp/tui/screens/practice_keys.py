"""The keys of a question in practice: those of a sitting as far as they mean something here, and its own."""

from __future__ import annotations

PRACTICE_KEYS = (
    ("right", "turn(1)"),
    ("left", "turn(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("ctrl+pagedown", "far_page(1)"),
    ("ctrl+pageup", "far_page(-1)"),
    ("up", "move(-1)"),
    ("down", "move(1)"),
    ("ctrl+up", "shift_or_scroll(-1)"),
    ("ctrl+down", "shift_or_scroll(1)"),
    ("shift+up", "shift(-1)"),
    ("shift+down", "shift(1)"),
    ("enter", "choose"),
    ("backspace", "erase"),
    ("tab", "next_field"),
    ("escape", "step_back"),
    ("f5", "confirm"),
    ("f7", "star"),
    ("ctrl+o", "fold"),
    ("ctrl+q", "leave"),
)
