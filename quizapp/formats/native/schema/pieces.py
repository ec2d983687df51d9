"""What schemas are put together of: fields in both languages, conditions on them, values that may be left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from quizapp.formats.native.schema.patterns import NOT_BLANK
from quizapp.formats.native.words import Words

Schema: TypeAlias = dict[str, Any]

SCALAR = ("string", "number", "boolean")
"""What an editor takes a text for: the reader reads `007`, `1.5` and `true` as those very characters."""

TEXT: Schema = {"type": list(SCALAR), "pattern": NOT_BLANK}
"""A text that is not empty."""
ANY_TEXT: Schema = {"type": [*SCALAR, "null"]}
"""A text or nothing, which is as if the field were not there."""
# Said by what it is not: an editor would offer `null` for a type that it is.
EMPTY: Schema = {
    "not": {"anyOf": [{"type": ["number", "boolean", "object", "array"]}, {"type": "string", "pattern": NOT_BLANK}]}
}


SAID = "patternErrorMessage"
"""What editors say in place of a pattern: here the code of a fault, whose sentence is put in its place at the end."""


def spelled(pattern: str, code: str, **more: object) -> Schema:
    """Return the schema of texts of a pattern, with the code of the fault that others have."""
    return {"pattern": pattern, SAID: code, **more}


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def or_empty(schema: Schema) -> Schema:
    """Return a schema that takes nothing too."""
    return {"anyOf": [schema, ref("empty")]}


def one_of_words(words: Iterable[str]) -> Schema:
    """Return the schema of fixed words."""
    return {"enum": list(words)}


def spoken(words: Words, name: str) -> tuple[str, ...]:
    """Return the words for a field, the Chinese one first."""
    return tuple(sorted((word for word, meant in words.items() if meant == name), key=lambda word: word == name))


def properties(words: Words, schemas: Mapping[str, Schema]) -> Schema:
    """Return the properties of these fields in both languages."""
    return {word: schema for name, schema in schemas.items() for word in spoken(words, name)}


def once_each(words: Words) -> list[Schema]:
    """Return that no field stands in both languages; an editor underlines the second."""
    both = [spoken(words, name) for name in dict.fromkeys(words.values())]
    return [when({"required": [first]}, {"properties": {second: False}}) for first, *rest in both for second in rest]


def required(words: Words, name: str) -> Schema:
    """Return that a field stands, in one language or the other."""
    return {"anyOf": [{"required": [word]} for word in spoken(words, name)]}


def given(words: Words, name: str, value: Schema | None = None) -> Schema:
    """Return that a field has a value, or one such as this."""
    schema = value if value is not None else {"not": ref("empty")}
    return {"anyOf": [{"required": [word], "properties": {word: schema}} for word in spoken(words, name)]}


def when(condition: Schema, then: Schema) -> Schema:
    """Return that something holds where a condition does."""
    return {"if": condition, "then": then}


def place(words: Words, schemas: Mapping[str, Schema], needed: Iterable[str], *more: Schema) -> Schema:
    """Return the schema of a map with these fields and no others, of which some are needed."""
    return {
        "type": "object",
        "properties": properties(words, schemas),
        "additionalProperties": False,
        "allOf": [*once_each(words), *(required(words, name) for name in needed), *more],
    }


def texts(least: int = 0) -> Schema:
    """Return the schema of a list of texts, or of one; the empty ones of a list are passed over."""
    listed: Schema = {"type": "array", "items": ANY_TEXT}
    if not least:
        return {"anyOf": [ANY_TEXT, listed]}
    return {"anyOf": [TEXT, {**listed, "contains": TEXT}]}
