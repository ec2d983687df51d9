"""What people read, in Chinese and in English: the only place where sentences are."""

from __future__ import annotations

from quizapp.language.speech import Language, Tongue

__all__ = ["Language", "Tongue"]
