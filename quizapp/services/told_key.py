"""A question's whole key as text: all texts of a blank, a number with its tolerance, and what a correction added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.numeric import Numeric

if TYPE_CHECKING:
    from quizapp.domain.item import Item
    from quizapp.domain.paper import Question


def told_key(item: Item, order: tuple[int, ...]) -> str:
    """Return an item's key, letters as shown in `order`; "" where it has none here."""
    if not item.has_key:
        return ""
    if isinstance(item, FillBlank):
        return "；".join("/".join(texts) for texts in item.key)
    text = item.describe(item.key_response() or (), order)
    if isinstance(item, Numeric) and item.tolerance:
        text += f"±{decimal_text(item.tolerance)}"
    return text


def told_keys(question: Question, order: tuple[int, ...]) -> tuple[str, ...]:
    """Return every key that a corrected question has, its first one first.

    What is accepted in a blank stands with what was accepted before, so that the last of those keys is the whole one.
    """
    items = (question.item, *question.also)
    if isinstance(question.item, FillBlank):
        items = items[-1:]
    return tuple(dict.fromkeys(text for item in items if (text := told_key(item, order))))
