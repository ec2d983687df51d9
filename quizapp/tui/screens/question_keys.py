"""The keys of a question wherever one is answered: turning over, moving, choosing; views take letters and digits."""

from __future__ import annotations

QUESTION_KEYS = (
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
)
