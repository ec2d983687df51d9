"""The keys of the form for one question, each with what it does there."""

from __future__ import annotations

FORM_KEYS: tuple[tuple[str, str], ...] = (
    ("tab", "field(1)"),
    ("shift+tab", "field(-1)"),
    ("down", "down"),
    ("up", "up"),
    ("enter", "go_on"),
    ("right", "step(1)"),
    ("left", "step(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("f5", "seen"),
    ("ctrl+s", "save"),
    ("escape", "leave"),
    ("ctrl+q", "leave"),
)
