"""The keys of the question screen and the actions they run; letters and digits belong to the question's view."""

from __future__ import annotations

from quizapp.tui.screens.question_keys import QUESTION_KEYS

SITTING_KEYS = (
    *QUESTION_KEYS,
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
