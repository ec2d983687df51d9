"""What stands in the way, line by line: faults of files where there are any, else a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Faulty

if TYPE_CHECKING:
    from quizapp.domain.errors import QuizError
    from quizapp.language import Language

MOST = 3
"""Faults shown: whoever mends them runs a command, which lists all."""


def trouble_lines(language: Language, trouble: QuizError) -> list[str]:
    """Return what to tell of a trouble; of many faults the first ones."""
    faults = trouble.faults[:MOST] if isinstance(trouble, Faulty) else ()
    return [*map(language.fault, faults)] or [language.error(trouble)]


def stopped_text(language: Language, trouble: QuizError) -> str:
    """Return what home says where attempts under way can be gone on with, and nothing else done: whom to tell what."""
    return "\n".join((language.say("home.stopped_note"), *trouble_lines(language, trouble)))
