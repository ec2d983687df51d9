"""From a paper and the pool of banks to a form: the same on any machine, and met whenever it can be."""

from __future__ import annotations

from quizapp.domain.drawing.chance import candidate_letter
from quizapp.domain.drawing.forming import form
from quizapp.domain.drawing.selection import select

__all__ = ["candidate_letter", "form", "select"]
