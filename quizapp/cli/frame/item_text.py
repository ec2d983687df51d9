"""Questions and their keys as plain text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.cli.frame.tables import wrapped
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import LETTERS, Item
from quizapp.language import Language


def key_texts(item: Item, order: tuple[int, ...], language: Language) -> Iterator[str]:
    """Give the texts that say what is right of an item whose choices a form shows in `order`."""
    parts = item.key_parts(order)
    if parts.answer:
        yield language.say("command.item.key", key=parts.answer)
    if parts.scores:
        told = (f"{letter} {decimal_text(score)}" for letter, score in parts.scores)
        yield language.say("command.item.scores", scores=language.say("word.comma").join(told))
    if parts.runs:
        yield language.say("command.item.order", runs=parts.order_asked)
    if parts.whole:
        yield language.say("command.item.key-whole", key=parts.whole)
    if parts.tolerance:
        yield language.say("command.item.tolerance", tolerance=parts.tolerance)
    if parts.model_answer:
        yield language.say("command.item.model-answer", answer=parts.model_answer)
    for number, point in enumerate(parts.points, 1):
        words = language.say("word.comma").join(point.keywords)
        code = "command.item.point-with-keywords" if words else "command.item.point"
        yield language.say(code, number=number, point=point.point, marks=point.marks, keywords=words)
        for one in point.levels:
            yield language.say("command.item.level", level=one.level, marks=one.marks, looks=one.looks)
    for off in parts.deductions:
        yield language.say("command.item.deduction", point=off.point, each=off.each, most=off.most)


def unit_text(item: Item, language: Language) -> str:
    """Return what stands behind a stem that asks for a number of something; "" for any other."""
    return language.say("command.item.unit", unit=item.unit_asked) if item.unit_asked else ""


WIDE = 76
_INDENT = "   "


def item_lines(number: str, item: Item, language: Language) -> Iterator[str]:
    """Give an item as its author wrote it: id and sort, stem, options, key, rationale; a case with its items."""
    words = [language.say(f"word.{item.TYPE}")]
    words += [language.say(f"word.{word}") for word in (item.difficulty,) if word]
    words += [language.say(f"word.{item.status}")] if item.status != "ready" else []
    yield f"{number}. [{item.id}] {' · '.join(words)}"
    yield from body_lines(item, item.choices, language)
    for text in key_texts(item, (), language):
        yield from indented(text)
    if item.rationale:
        yield from indented(language.say("command.item.rationale", rationale=item.rationale))
    for place, part in enumerate(item.parts, 1):
        yield ""
        yield from item_lines(f"{number}.{place}", part, language)


def body_lines(item: Item, choices: Sequence[str], language: Language) -> Iterator[str]:
    """Give a stem, what belongs beneath it, what is numbered on its left, and its choices, lettered as they stand."""
    yield from indented(item.stem + unit_text(item, language))
    for text in item.exhibit:
        yield from indented(text)
    yield from _marked([str(number) for number, _ in enumerate(item.left_side, 1)], item.left_side)
    yield from _marked(LETTERS, choices)


def indented(text: str) -> Iterator[str]:
    """Give a text in lines under its question's number."""
    yield from (f"{_INDENT}{line}".rstrip() for line in wrapped(text, WIDE - 3))


def _marked(marks: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    for mark, text in zip(marks, texts, strict=False):
        first, *more = wrapped(text, WIDE - 8) or [""]
        yield f"{_INDENT}{mark:>3}. {first}"
        yield from (f"{_INDENT}     {line}" for line in more)
