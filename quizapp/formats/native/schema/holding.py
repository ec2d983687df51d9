"""The schema of what a field holds, from its declaration."""

from __future__ import annotations

from typing import Any

from quizapp.formats.native import spellings
from quizapp.formats.native.declared import Entries, Holds, OneOf, SomeOf
from quizapp.formats.native.schema.patterns import ONE_LETTER, as_written, identifier
from quizapp.formats.native.schema.pieces import (
    ANY_TEXT,
    SCALAR,
    TEXT,
    Schema,
    once_each,
    one_of_words,
    or_empty,
    ref,
    spelled,
    texts,
)
from quizapp.formats.native.spellings import Spelling
from quizapp.formats.native.words import FLAG, Words

ID = spelled(identifier(), spellings.ID.code, type=list(SCALAR))
_BEYOND = 10**9
"""Numbers have at most nine digits before the point."""


def holding(held: Holds, *, is_required: bool) -> Schema:
    """Return the schema of a field's value; what is not required may be nothing."""
    if held in ("text", "line"):
        return TEXT if is_required else ANY_TEXT
    if held == "texts":
        return texts()
    schema = _held(held)
    return schema if is_required else or_empty(schema)


def flag() -> Schema:
    """Return the schema of yes or no: an editor takes `true` for more than a word."""
    return {"anyOf": [one_of_words(FLAG), {"type": "boolean"}]}


def spelt(spelling: Spelling[Any]) -> Schema:
    """Return the schema of a value by how it is spelt."""
    if spelling is spellings.ID:
        return ref("id")
    schema = _number(spelling, as_written(spelling.pattern, is_any_case=spelling.is_any_case))
    return {"anyOf": [one_of_words(spelling.words), schema]} if spelling.words else schema


def _number(spelling: Spelling[Any], pattern: str) -> Schema:
    if spelling.least is None:
        return spelled(pattern, spelling.code, type="string")
    kinds = ["string", "integer" if spelling.is_whole else "number"]
    schema = spelled(pattern, spelling.code, type=kinds, minimum=spelling.least)
    if spelling.is_positive:
        schema["exclusiveMinimum"] = 0
    return schema | ({"exclusiveMaximum": _BEYOND} if spelling.most is None else {"maximum": spelling.most})


def _held(held: Holds) -> Schema:
    if isinstance(held, Spelling):
        return spelt(held)
    if isinstance(held, OneOf):
        return one_of_words(held.words)
    if isinstance(held, SomeOf):
        return _some_of(held.words)
    if isinstance(held, Entries):
        return _entries(held)
    match held:
        case "some_texts":
            return texts(1)
        case "flag":
            return flag()
        case "letter_texts":
            return {"type": "object", "patternProperties": {ONE_LETTER: ANY_TEXT}, "additionalProperties": ref("empty")}
        case _:
            return ref(str(held))


def _some_of(words: Words) -> Schema:
    each = one_of_words(words)
    return {"anyOf": [each, {"type": "array", "items": each}]}


def _entries(held: Entries) -> Schema:
    named: Schema = {"type": "object", "additionalProperties": spelt(held.each)}
    if held.names is not None:
        levels = dict.fromkeys(held.names, spelt(held.each))
        named = {"type": "object", "properties": levels, "additionalProperties": False, "allOf": once_each(held.names)}
    return {"anyOf": [*texts()["anyOf"], named]} if held.is_texts_too else named
