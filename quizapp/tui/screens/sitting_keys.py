"""The keys of the question screen and the actions they run; letters and digits belong to the question's view."""

from __future__ import annotations

SITTING_KEYS = (
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
    ("escape", "leave_text"),
    ("f2", "flag"),
    ("f3,ctrl+g", "sheet"),
    ("f5", "fix"),
    ("f6", "be_certain"),
    ("f8", "invigilate"),
    ("f9", "hand_in"),
    ("ctrl+s", "say_saved"),
    ("ctrl+z", "undo"),
    ("ctrl+q", "leave"),
    ("ctrl+o", "fold"),
)
