"""What a file says of the language it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.language import Language


def tag_of(language: Language) -> str:
    """Return the language's tag (BCP 47), by which programs choose fonts, hyphens and a voice."""
    return "zh-CN" if language.tongue == "zh" else "en"
