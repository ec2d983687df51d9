"""Writes a bank as YAML that reads back equal, with English or Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import Item, ItemField, Value
from quizapp.reading import native_words as words

Tongue = Literal["zh", "en"]

# Texts that need no quotes: no character of YAML's own in front, no colon, hash, comma or bracket anywhere, and nothing
# that is no text to other readers (YAML 1.2, core schema: null).
_BARE = re.compile(r"(?!(?:null|Null|NULL)\Z)[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\n\r\t:：#,\[\]{}'\"\\]*\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_bank(bank: ItemBank, tongue: Tongue = "zh") -> bytes:
    """Return the bank as a file's bytes in UTF-8."""
    return ("\n".join(_bank(bank, tongue)) + "\n").encode()


def item_lines(item: Item, tongue: Tongue = "zh", indent: str = "  ", above: Item | None = None) -> Iterator[str]:
    """Give the lines of one item, the first with the dash of its list; `above` is the case it is of."""
    lead = f"{indent}- "
    for name, value in _fields(item, tongue, above):
        yield f"{lead}{name}:" + ("" if isinstance(value, list) else f" {value}")
        lead = f"{indent}  "
        yield from (f"{indent}    - {entry}" for entry in value if isinstance(value, list))
    say = _Sayer(words.item_words(type(item)), tongue)
    if item.staged:
        yield f"{lead}{say.field(item.STAGES)}:"
        for stimulus, parts in item.staged:
            yield f"{lead}  - {say.field(item.ASKS)}: {scalar(stimulus)}"
            yield f"{lead}    {say.field(item.PARTS)}:"
            yield from (line for part in parts for line in item_lines(part, tongue, f"{indent}        ", item))
    elif item.parts:
        yield f"{lead}{say.field(item.PARTS)}:"
        for part in item.parts:
            yield from item_lines(part, tongue, f"{indent}    ", item)


def scalar(text: str) -> str:
    """Return a text as YAML, in quotes where it needs them."""
    if _BARE.match(text) and not text.endswith(" "):
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _bank(bank: ItemBank, tongue: Tongue) -> Iterator[str]:
    say = _Sayer(words.BANK, tongue)
    yield f"{say.field('bank')}: {scalar(bank.id)}"
    yield f"{say.field('title')}: {scalar(bank.title)}"
    if bank.course != "course":
        yield f"{say.field('course')}: {scalar(bank.course)}"
    if bank.use != "any":
        yield f"{say.field('use')}: {_word(words.USE, bank.use, tongue)}"
    yield f"{say.field('items')}:"
    for item in bank.items:
        yield from item_lines(item, tongue)


class _Sayer:
    def __init__(self, vocabulary: words.Words, tongue: Tongue) -> None:
        self._words = vocabulary
        self._tongue = tongue

    def field(self, name: str) -> str:
        return _word(self._words, name, self._tongue)


def _fields(item: Item, tongue: Tongue, above: Item | None) -> Iterator[tuple[str, str | list[str]]]:
    """Give an item's fields and values in the order people write them; a list's entries stand on lines of their own.

    What it has from the case above it is left out.
    """
    kind = type(item)
    say = _Sayer(words.item_words(kind), tongue)
    yield say.field("id"), scalar(item.id)
    yield say.field("type"), _type(item, tongue)
    if item.topic and (above is None or above.topic != item.topic):
        yield say.field("topic"), scalar(item.topic)
    if item.difficulty and (above is None or above.difficulty != item.difficulty):
        yield say.field("difficulty"), _word(words.DIFFICULTY, item.difficulty, tongue)
    if not item.staged:
        yield say.field(kind.ASKS), scalar(item.stem)
    own = item.written()
    for field in kind.FIELDS:
        if field.name in own:
            yield say.field(field.name), _own(own[field.name], field, tongue)
    yield from ((say.field(name), text) for name, text in _common(item, tongue))


def _common(item: Item, tongue: Tongue) -> Iterator[tuple[str, str]]:
    if item.rationale:
        yield "rationale", scalar(item.rationale)
    if item.feedback:
        yield "feedback", "{" + ", ".join(f"{letter}: {scalar(text)}" for letter, text in item.feedback) + "}"
    if item.marks != 1:
        yield "marks", decimal_text(item.marks)
    if item.marking:
        yield "marking", _scheme(item, tongue)
    if item.option_marks is not None:
        yield "option_marks", decimal_text(item.option_marks)
    for name in ("tags", "apart", "allow"):
        if getattr(item, name):
            yield name, "[" + ", ".join(scalar(text) for text in getattr(item, name)) + "]"
    if item.source:
        yield "source", scalar(item.source)
    if item.status != "ready":
        yield "status", _word(words.STATUS, item.status, tongue)
    if item.keep_order:
        yield "keep_order", _flag(True, tongue)


def _own(value: Value, field: ItemField, tongue: Tongue) -> str | list[str]:
    """Return a type's own value as its author would write it."""
    if field.fields and isinstance(value, list):
        return [flow_map(entry, field, tongue) for entry in value if isinstance(entry, dict)]
    if field.shape == "flag":
        return _flag(value == "true", tongue)
    # The one text of a list of one needs no brackets, but for alternatives, which are a list within one.
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return scalar(value[0])
    return flow(value)


def flow_map(entry: dict[str, Value], field: ItemField, tongue: Tongue) -> str:
    """Return one of the maps that a field lists, on one line; a field that nobody knows keeps its name."""
    inner = {each.name: each for each in field.fields}
    said = {name: name if tongue == "en" else each.chinese for name, each in inner.items()}
    parts = ((name, part, inner.get(name)) for name, part in entry.items())
    return (
        "{"
        + ", ".join(f"{said.get(name, scalar(name))}: {_within(part, each, tongue)}" for name, part, each in parts)
        + "}"
    )


def _within(value: Value, field: ItemField | None, tongue: Tongue) -> str:
    if field is None or not field.fields or not isinstance(value, list):
        return flow(value)
    maps = (flow_map(each, field, tongue) if isinstance(each, dict) else flow(each) for each in value)
    return "[" + ", ".join(maps) + "]"


def flow(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(name)}: {flow(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value)


def _type(item: Item, tongue: Tongue) -> str:
    return item.TYPE if tongue == "en" else item.name_over(item.written().get("key", ""))


def _scheme(item: Item, tongue: Tongue) -> str:
    scheme = next(each for each in item.SCHEMES if each.name == item.marking)
    return scheme.chinese if tongue == "zh" else scheme.name


def _word(vocabulary: words.Words, name: str, tongue: Tongue) -> str:
    return words.chinese(vocabulary, name) if tongue == "zh" else name


def _flag(value: bool, tongue: Tongue) -> str:
    return {"zh": "是" if value else "否", "en": "true" if value else "false"}[tongue]
