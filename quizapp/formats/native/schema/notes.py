"""What an editor says of a field while it is typed: its name in both languages, and what it is for."""

from __future__ import annotations

from quizapp.formats.native.schema.pieces import Schema, spoken
from quizapp.formats.native.words import Words
from quizapp.language import Language


class Notes:
    """Titles and descriptions in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def title(self, words: Words, name: str) -> str:
        """Return a field's names, the one in the language first."""
        chinese, *english = spoken(words, name)
        if not english:
            return chinese
        first, second = (chinese, english[0]) if self._language.tongue == "zh" else (english[0], chinese)
        return f"{first} ({second})"

    def of(self, where: str, words: Words, name: str) -> Schema:
        """Return the note of a field of a place: `bank`, `paper`, a question type."""
        return {"title": self.title(words, name), "description": self.say(f"{where}.{name}")}

    def fault(self, code: str) -> str:
        """Return what is wrong with a text, which stands beside it."""
        return self._language.say(code, **dict.fromkeys(("text", "key", "tolerance", "section"), "…"))

    def say(self, code: str) -> str:
        """Return a sentence of the schema's catalogue."""
        return self._language.say(f"schema.{code}")
