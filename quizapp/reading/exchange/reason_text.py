"""Reasons in words: the fields they name are named as an author writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import brief
from quizapp.reading import native_words as words

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reading.exchange.source_question import Reason


def reason_text(reason: Reason, language: Language) -> str:
    """Return a doubt, a refusal or a remark as a sentence."""
    values = brief(reason.values)
    if "field" in values:
        values["field"] = field_name(str(values["field"]), language)
    return language.say(reason.code, **values)


def field_name(name: str, language: Language) -> str:
    """Return a native field's name in a language."""
    if language.tongue == "en":
        return name
    owned = [field for kind in ITEM_TYPES.values() for field in kind.FIELDS]
    return words.chinese({**words.ITEM, **words.ASKING, **words.own(owned)}, name)


def value_text(name: str, value: Value, language: Language) -> str:
    """Return a field's value on one line, its fixed words in a language."""
    if isinstance(value, dict):
        parts = [f"{letter}.{value_text('', part, language)}" for letter, part in value.items()]
        return " ".join(parts)
    if isinstance(value, list):
        return "；".join(value_text("", part, language) for part in value)
    if language.tongue == "zh":
        vocabulary = {"difficulty": words.DIFFICULTY, "status": words.STATUS}.get(name)
        if vocabulary is not None:
            return words.chinese(vocabulary, value)
        if name == "type":
            return ITEM_TYPES[value].NAMES[0] if value in ITEM_TYPES else value
    return " ".join(value.split())
