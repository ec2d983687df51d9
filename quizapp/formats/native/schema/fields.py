"""The schema of one field: what it holds, in both languages, and what an editor says of it while it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import Holds, NamedValues, OneWord, SomeWords, ValueSpelling
from quizapp.language import Language
from quizapp.reading import values
from quizapp.reading.native_words import FLAG, Words

_TOKEN = re.compile(r" \?| |\\.|\[[^]]*\]|\(\?[:=!]|\{[^}]*\}|.")
_WIDE = 0xFEE0
"""From a half-width sign to its full-width one."""
# Beyond ASCII no pattern of both languages knows letters: what is refused here is what is surely none.
_NO_LETTERS = (
    r"\x00-,./:-@\[-\^`{-\xa9\u2000-\u206f\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
)
NOT_BLANK = r"\S"
ONE_LETTER = r"^\s*[A-Za-zＡ-Ｚａ-ｚ]\s*$"


def as_written(pattern: str, *, is_any_case: bool = False) -> str:
    """Return the pattern of texts that are of this one when they are normal: full width too, and blanks around."""
    return rf"^\s*(?:{widened(pattern, is_any_case=is_any_case)})\s*$"


def widened(pattern: str, *, is_any_case: bool = False) -> str:
    """Return a pattern that takes full-width signs for half-width ones, and any blanks for one."""
    return "".join(_token(token, is_any_case) for token in _TOKEN.findall(pattern))


def one_of(words: frozenset[str]) -> str:
    """Return the pattern of some words."""
    return "|".join(re.escape(word) for word in sorted(words))


def identifier() -> str:
    """Return the pattern of ids: exactly that of ASCII ones, and one that refuses what is surely no letter."""
    devices = "|".join(_in_any_case(name) for name in values.DEVICES)
    return rf"^(?!(?:{devices})$)(?:{values.PLAIN_ID}|(?=.*[^\x00-\x7f])[^{_NO_LETTERS}]+)$"


def _token(token: str, is_any_case: bool) -> str:
    if token == " ?":
        return r"\s{0,8}"  # more than anybody writes, and few enough to be tried in every way
    if token == " ":
        return r"\s{1,8}"
    if len(token) > 1 and token[0] == "[":
        return f"[{''.join(_ranges(token[1:-1]))}]"
    sign = token[-1]
    if token == r"\." or (len(token) == 1 and sign in "%/:-,"):
        return f"[{re.escape(sign)}{chr(ord(sign) + _WIDE)}]"
    if len(token) == 1 and sign.isascii() and sign.isalnum():
        cases = dict.fromkeys((sign, sign.lower(), sign.upper())) if is_any_case else (sign,)
        return f"[{''.join(case + chr(ord(case) + _WIDE) for case in cases)}]" if not sign.isdigit() else _digit(sign)
    return token


def _digit(sign: str) -> str:
    return f"[{sign}{chr(ord(sign) + _WIDE)}]"


def _ranges(signs: str) -> list[str]:
    """Return the ranges of a class with their full-width ones; a dash that is no range stands last in it."""
    found = re.findall(r"(.)-(.)|(.)", signs)
    wide = [(first or sign, last or sign) for first, last, sign in found]
    both = [(first, last) for first, last in wide] + [(chr(ord(a) + _WIDE), chr(ord(b) + _WIDE)) for a, b in wide]
    return [_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}" for first, last in both]


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in "-]^\\" else sign


def _in_any_case(name: str) -> str:
    return "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in name)


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


class Notes:
    """Titles and descriptions in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def title(self, words: Words, name: str) -> str:
        """Return a field's names, the one in the language first."""
        chinese, *english = spoken(words, name)
        if not english:
            return chinese
        first, second = (chinese, english[0]) if self._language.tongue == "zh" else (english[0], chinese)
        return f"{first} ({second})"

    def of(self, where: str, words: Words, name: str) -> Schema:
        """Return the note of a field of a place: `bank`, `paper`, a question type."""
        return {"title": self.title(words, name), "description": self.say(f"{where}.{name}")}

    def fault(self, code: str) -> str:
        """Return what is wrong with a text, which stands beside it."""
        return self._language.say(code, **dict.fromkeys(("text", "key", "tolerance", "section"), "…"))

    def say(self, code: str) -> str:
        """Return a sentence of the schema's catalogue."""
        return self._language.say(f"schema.{code}")


ID = spelled(identifier(), field_access.ID.code, type=list(SCALAR))
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


def spelt(spelling: ValueSpelling[Any]) -> Schema:
    """Return the schema of a value by how it is spelt."""
    if spelling is field_access.ID:
        return ref("id")
    schema = _number(spelling, as_written(spelling.pattern, is_any_case=spelling.is_any_case))
    return {"anyOf": [one_of_words(spelling.words), schema]} if spelling.words else schema


def _number(spelling: ValueSpelling[Any], pattern: str) -> Schema:
    if spelling.least is None:
        return spelled(pattern, spelling.code, type="string")
    kinds = ["string", "integer" if spelling.is_whole else "number"]
    schema = spelled(pattern, spelling.code, type=kinds, minimum=spelling.least)
    if spelling.is_positive:
        schema["exclusiveMinimum"] = 0
    return schema | ({"exclusiveMaximum": _BEYOND} if spelling.most is None else {"maximum": spelling.most})


def _held(held: Holds) -> Schema:
    if isinstance(held, ValueSpelling):
        return spelt(held)
    if isinstance(held, OneWord):
        return one_of_words(held.words)
    if isinstance(held, SomeWords):
        return _some_of(held.words)
    if isinstance(held, NamedValues):
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


def _entries(held: NamedValues) -> Schema:
    named: Schema = {"type": "object", "additionalProperties": spelt(held.each)}
    if held.names is not None:
        levels = dict.fromkeys(held.names, spelt(held.each))
        named = {"type": "object", "properties": levels, "additionalProperties": False, "allOf": once_each(held.names)}
    return {"anyOf": [*texts()["anyOf"], named]} if held.is_texts_too else named
