"""The schema of a type's own fields, from the declarations of its class."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizapp.domain.choosing import PARTING
from quizapp.domain.declaration import Field
from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.numeric import LONGEST, NUMBER, UNIT
from quizapp.domain.items.true_false import FALSE_WORDS, TRUE_WORDS
from quizapp.formats.native import spellings, values, words
from quizapp.formats.native.schema.holding import flag, spelt
from quizapp.formats.native.schema.notes import Notes
from quizapp.formats.native.schema.patterns import ONE_LETTER, as_written, one_of, widened
from quizapp.formats.native.schema.pieces import (
    ANY_TEXT,
    TEXT,
    Schema,
    given,
    or_empty,
    place,
    properties,
    spelled,
    texts,
    when,
)

_NUMBER_CODES = {"quantity": "key-not-number", "tolerance": "tolerance-not-number"}
_ANY_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
_LETTER = f"(?:{_ANY_LETTER}{PARTING}*)"


def own_fields(kind: type[Item], notes: Notes) -> Mapping[str, Schema]:
    """Return the schemas of a type's own fields, but for the items of a case."""
    return {field.name: _field(field, kind.TYPE, notes) for field in kind.FIELDS if field.name != kind.PARTS}


def _field(field: Field, where: str, notes: Notes) -> Schema:
    """Return the schema of one field; what is not required may be nothing."""
    if field.shape == "text":
        return TEXT if field.required else ANY_TEXT
    schema = (
        {"type": "array", "items": _points(field, f"{where}.{field.name}", notes)} if field.fields else _shaped(field)
    )
    return schema if field.required else or_empty(schema)


def _points(field: Field, where: str, notes: Notes) -> Schema:
    """Return the schema of one of the maps that a field lists."""
    vocabulary = words.own(field.fields)
    needed = [each.name for each in field.fields if each.required]
    fields = {each.name: notes.of(where, vocabulary, each.name) | _field(each, where, notes) for each in field.fields}
    return place(vocabulary, fields, needed)


def without_unit(kind: type[Item]) -> list[Schema]:
    """Return that nothing stands behind a type's numbers where it has no unit."""
    vocabulary = words.own(kind.FIELDS)
    numbers = [field for field in kind.FIELDS if field.shape in ("quantity", "tolerance")]
    if not numbers:
        return []
    bare = {field.name: _bare(field) for field in numbers}
    return [when({"not": given(vocabulary, UNIT)}, {"properties": properties(vocabulary, bare)})]


def _bare(field: Field) -> Schema:
    schema = spelled(_number(field, ""), _NUMBER_CODES[field.shape])
    return schema if field.required else or_empty(schema)


def _letters(most: str) -> Schema:
    """Return the schema of a key in letters, as many as a pattern says: in one text, or listed."""
    few = f"^{PARTING}*{_LETTER}{'*' if most else '?'}$"
    each = spelled(few, "key-not-letters", type="string")
    listed: Schema = {"type": "array", "items": each, "contains": {"pattern": _ANY_LETTER}}
    if not most:
        listed["maxContains"] = 1
    code = "key-not-letters" if most else "key-one-letter"
    return {"anyOf": [spelled(f"^{PARTING}*{_LETTER}{most}$", code, type="string"), listed]}


def _shaped(field: Field) -> Schema:
    match field.shape:
        case "flag":
            return flag()
        case "number":
            schema = spelt(spellings.NUMBER)
            above = spelled(widened(values.ABOVE_ZERO), "rubric-without-marks", exclusiveMinimum=0)
            return {**schema, "allOf": [above]} if field.least else schema
        case "list":
            return texts()
        case "map":
            return {"type": "object", "minProperties": field.least, "additionalProperties": TEXT}
        case "options":
            return _options(field)
        case "letter" | "letters":
            return _letters("" if field.shape == "letter" else f"{{1,{len(LETTERS)}}}")
        case "truth":
            return _truth()
        case "blanks":
            return _blanks()
        case _:
            pattern, code = _number(field, r"[\s\S]*"), _NUMBER_CODES[field.shape]
            schema = spelled(pattern, code, type=["string", "number"], maxLength=LONGEST)
            return schema if field.shape == "quantity" else {**schema, "minimum": 0}


def _options(field: Field) -> Schema:
    """Return the schema of options: a map of letters, or a list."""
    lettered: Schema = {
        "type": "object",
        "propertyNames": {"pattern": ONE_LETTER},
        "additionalProperties": TEXT,
        "minProperties": field.least,
        "maxProperties": len(LETTERS),
    }
    listed = {"type": "array", "items": TEXT, "minItems": field.least, "maxItems": len(LETTERS)}
    return {"anyOf": [lettered, listed]}


def _truth() -> Schema:
    """Return the schema of a truth: the usual words to complete, and all of them in any case and width."""
    known = TRUE_WORDS | FALSE_WORDS
    usual = sorted(word for word in known if not word.isascii() and word.isalnum())
    spoken = as_written(one_of(known), is_any_case=True).replace(r"\s*$", r"\s*[\ufe0e\ufe0f]*$")
    return {"anyOf": [{"enum": usual}, spelled(spoken, "key-not-truth", type="string"), {"type": "boolean"}]}


def _blanks() -> Schema:
    """Return the schema of a key by blanks: a text for one, else a list, with lists of what is right for one."""
    alternatives: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
    return {"anyOf": [TEXT, {"type": "array", "items": alternatives, "minItems": 1}]}


def _number(field: Field, behind: str) -> str:
    """Return the pattern of numbers with something behind them; a tolerance has no minus."""
    signs = r"(?:[+＋\-－−]\s*)" if field.shape == "quantity" else r"(?:[+＋]\s*)"
    tokens = {"[+-]": signs, "[0-9]": r"(?:[0-9０-９]\s*)", r"\.": r"(?:[.．]\s*)", ",": r"(?:[,，]\s*)"}
    number = re.sub(r"\[\+-\]|\[0-9\]|\\\.|(?<!\d),", lambda found: tokens[found[0]], NUMBER)
    return rf"^\s*(?:{number}){behind}$"
