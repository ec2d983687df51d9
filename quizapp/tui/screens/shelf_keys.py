"""The keys of a shelf, each with what it does there."""

from __future__ import annotations

SHELF_KEYS: tuple[tuple[str, str], ...] = (
    ("down", "move(1)"),
    ("up", "move(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("ctrl+home", "end(-1)"),
    ("ctrl+end", "end(1)"),
    ("ctrl+down", "scroll(1)"),
    ("ctrl+up", "scroll(-1)"),
    ("enter,f2", "edit"),
    ("f3", "narrow"),
    ("f5", "key"),
    ("f6", "new"),
    ("f7", "retire"),
    ("f8", "next_fault"),
    ("ctrl+z", "undo"),
    ("ctrl+s", "say_saved"),
    ("escape", "step_back"),
    ("ctrl+q", "leave"),
)
