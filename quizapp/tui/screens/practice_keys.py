"""The keys of a question in practice: those of a sitting as far as they mean something here, and its own."""

from __future__ import annotations

from quizapp.tui.screens.question_keys import QUESTION_KEYS

PRACTICE_KEYS = (
    *QUESTION_KEYS,
    ("escape", "step_back"),
    ("f5", "confirm"),
    ("f7", "star"),
    ("ctrl+o", "fold"),
    ("ctrl+q", "leave"),
)
