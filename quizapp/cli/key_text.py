"""What is right, as text: the typed answer that earns full marks, a tolerance, a model answer and its rubric."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.item import Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.numeric import Numeric
from quizapp.language import Language


def key_texts(item: Item, order: tuple[int, ...], language: Language) -> Iterator[str]:
    """Give the texts that say what is right of an item whose choices a form shows in `order`."""
    response = item.key_response() if item.has_key else None
    if response is not None:
        yield language.say("command.item.key", key=item.describe(response, order))
    if isinstance(item, Numeric) and item.tolerance:
        yield language.say("command.item.tolerance", tolerance=decimal_text(item.tolerance))
    if isinstance(item, Essay):
        yield from _essay_texts(item, language)


def unit_text(item: Item, language: Language) -> str:
    """Return what stands behind a stem that asks for a number of something; "" for any other."""
    unit = item.unit if isinstance(item, Numeric) else ""
    return language.say("command.item.unit", unit=unit) if unit else ""


def _essay_texts(item: Essay, language: Language) -> Iterator[str]:
    if item.model_answer:
        yield language.say("command.item.model-answer", answer=item.model_answer)
    for number, point in enumerate(item.rubric, 1):
        words = language.say("word.comma").join(point.keywords)
        code = "command.item.point-with-keywords" if words else "command.item.point"
        yield language.say(code, number=number, point=point.point, marks=point.marks, keywords=words)
