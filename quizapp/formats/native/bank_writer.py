"""Writes a bank as YAML that reads back equal, with English or Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from quizapp.domain.bank import ItemBank
from quizapp.domain.item import LETTERS, Item
from quizapp.formats.native import words

Tongue = Literal["zh", "en"]

# Texts that need no quotes: no character of YAML's own in front, no colon, hash, comma or bracket anywhere.
_BARE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\n\r\t:：#,\[\]{}'\"\\]*\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_DEFAULTS = {"marks": Fraction(1), "status": "ready", "keep_order": False}


def write_bank(bank: ItemBank, tongue: Tongue = "zh") -> bytes:
    """Return the bank as a file's bytes in UTF-8."""
    return ("\n".join(_bank(bank, tongue)) + "\n").encode()


def item_lines(item: Item, tongue: Tongue = "zh") -> Iterator[str]:
    """Give the lines of one item, the first with the dash of its list."""
    lead = "  - "
    for name, value in _fields(item, tongue):
        yield f"{lead}{name}: {value}"
        lead = "    "


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


def _fields(item: Item, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Give an item's fields and values in the order people write them."""
    say = _Sayer(words.item_words(type(item)), tongue)
    yield say.field("id"), scalar(item.id)
    yield say.field("type"), _type(item, tongue)
    if item.topic:
        yield say.field("topic"), scalar(item.topic)
    if item.difficulty:
        yield say.field("difficulty"), _word(words.DIFFICULTY, item.difficulty, tongue)
    yield say.field("stem"), scalar(item.stem)
    for field in type(item).FIELDS:
        value = getattr(item, field.name)
        if value not in (None, "", (), False) or (field.required and value is False):
            yield say.field(field.name), _own(item, field.name, value, tongue)
    yield from ((say.field(name), text) for name, text in _common(item, tongue))


def _common(item: Item, tongue: Tongue) -> Iterator[tuple[str, str]]:
    if item.rationale:
        yield "rationale", scalar(item.rationale)
    if item.feedback:
        yield "feedback", "{" + ", ".join(f"{letter}: {scalar(text)}" for letter, text in item.feedback) + "}"
    if item.marks != 1:
        yield "marks", _number(item.marks)
    if item.marking:
        yield "marking", _scheme(item, tongue)
    if item.option_marks is not None:
        yield "option_marks", _number(item.option_marks)
    for name in ("tags", "allow"):
        if getattr(item, name):
            yield name, "[" + ", ".join(scalar(text) for text in getattr(item, name)) + "]"
    if item.source:
        yield "source", scalar(item.source)
    if item.status != "ready":
        yield "status", _word(words.STATUS, item.status, tongue)
    if item.keep_order:
        yield "keep_order", _flag(True, tongue)


def _own(item: Item, name: str, value: object, tongue: Tongue) -> str:
    """Return a type's own value as its author would write it."""
    if isinstance(value, bool):
        return scalar(item.describe(item.key_response() or (), ())) if name == "key" else _flag(value, tongue)
    if isinstance(value, Fraction):
        return _number(value)
    if isinstance(value, tuple):
        if name == "options":
            pairs = zip(LETTERS, value, strict=False)
            return "{" + ", ".join(f"{letter}: {scalar(text)}" for letter, text in pairs) + "}"
        if item.choices and all(isinstance(part, str) for part in value):
            return "".join(value)
        return _list(value)
    return scalar(str(value))


def _list(value: tuple[object, ...]) -> str:
    parts = [part if not isinstance(part, tuple) or len(part) != 1 else part[0] for part in value]
    return "[" + ", ".join(_list(part) if isinstance(part, tuple) else scalar(str(part)) for part in parts) + "]"


def _type(item: Item, tongue: Tongue) -> str:
    # One right option of several is a warning, but for 不定项.
    if tongue == "zh":
        is_lonely = item.TYPE == "multiple_choice" and len(item.key_response() or ()) == 1
        return "不定项选择题" if is_lonely else item.NAMES[0]
    return item.TYPE


def _scheme(item: Item, tongue: Tongue) -> str:
    scheme = next(each for each in item.SCHEMES if each.name == item.marking)
    return scheme.chinese if tongue == "zh" else scheme.name


def _word(vocabulary: words.Words, name: str, tongue: Tongue) -> str:
    return words.chinese(vocabulary, name) if tongue == "zh" else name


def _flag(value: bool, tongue: Tongue) -> str:
    return {"zh": "是" if value else "否", "en": "true" if value else "false"}[tongue]


def _number(value: Fraction) -> str:
    """Return a number as a decimal where it is one, else as a share."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{(Decimal(value.numerator) / value.denominator).normalize():f}"
