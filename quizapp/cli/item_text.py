"""Questions as plain text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.cli.tables import wrapped
from quizapp.domain.item import LETTERS, Item
from quizapp.language import Language

WIDE = 76
_INDENT = "   "


def item_lines(number: int, item: Item, language: Language) -> Iterator[str]:
    """Give an item as its author wrote it: id and sort, stem, options, key, rationale."""
    words = [language.say(f"word.{item.TYPE}")]
    words += [language.say(f"word.{word}") for word in (item.difficulty,) if word]
    words += [language.say(f"word.{item.status}")] if item.status != "ready" else []
    yield f"{number}. [{item.id}] {' · '.join(words)}"
    yield from body_lines(item.stem, item.choices)
    key = item.key_response()
    if key is not None:
        yield _INDENT + language.say("command.item.key", key=item.describe(key, ()))
    if item.rationale:
        yield from indented(language.say("command.item.rationale", rationale=item.rationale))


def body_lines(stem: str, choices: Sequence[str]) -> Iterator[str]:
    """Give a stem and its options, lettered as they stand."""
    yield from indented(stem)
    for letter, choice in zip(LETTERS, choices, strict=False):
        first, *more = wrapped(choice, WIDE - 8) or [""]
        yield f"{_INDENT}  {letter}. {first}"
        yield from (f"{_INDENT}     {line}" for line in more)


def indented(text: str) -> Iterator[str]:
    """Give a text in lines under its question's number."""
    yield from (f"{_INDENT}{line}".rstrip() for line in wrapped(text, WIDE - 3))
