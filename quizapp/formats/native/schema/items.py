"""The schema of items: names by type, which every item keeps to, and values, which drafts may leave unfinished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizapp.domain.item import Item
from quizapp.formats.native import words
from quizapp.formats.native.declared import ITEM, OF_ANSWERED
from quizapp.formats.native.schema.holding import holding
from quizapp.formats.native.schema.notes import Notes
from quizapp.formats.native.schema.own import own_fields, without_unit
from quizapp.formats.native.schema.pieces import (
    TEXT,
    Schema,
    given,
    once_each,
    one_of_words,
    or_empty,
    properties,
    ref,
    required,
    spelled,
    when,
)
from quizapp.formats.native.words import Types

_COMMON = {name: held for name, held in ITEM.holds.items() if name not in ("type", "marking", *words.ASKING.values())}
"""What is the same in items of every type."""
_DRAFT = [word for word, meant in words.STATUS.items() if meant == "draft"]
_STILL = [word for word, meant in words.STATUS.items() if meant != "retired"]


def item_definitions(types: Types, notes: Notes) -> dict[str, Schema]:
    """Return the definitions for items: `item` is one of a bank, `part` one of a case."""
    kinds = tuple(types.values())
    simple = type_words(kind for kind in kinds if not kind.PARTS)
    finished = {"if": given(words.ITEM, "status", one_of_words(_DRAFT)), "else": ref("finished")}
    common = {f"item.{name}": notes.of("item", words.ITEM, name) for name in ITEM.holds}
    definitions = {
        **common,
        **{f"item.{name}.value": holding(held, is_required=False) for name, held in _COMMON.items()},
        "item": {"allOf": [ref("named"), finished]},
        "part": {"allOf": [ref("named"), {"properties": properties(words.ITEM, {"type": one_of_words(simple)})}]},
        "finished_part": {**finished, "else": {"allOf": [ref("finished"), _not_retired()]}},
        "named": _by_type(kinds, "", properties(words.ITEM, {**_notes(ITEM.holds), "type": _types(kinds)})),
        "finished": _by_type(kinds, ".finished"),
    }
    for kind in kinds:
        definitions |= {f"{kind.TYPE}.{name}": note for name, note in _own_notes(kind, notes).items()}
        definitions |= {f"{kind.TYPE}.{name}.value": value for name, value in _own_values(kind, notes).items()}
        definitions |= {kind.TYPE: _names(kind), f"{kind.TYPE}.finished": _finished(kind)}
    return definitions


def type_words(kinds: Iterable[type[Item]]) -> list[str]:
    """Return every word for some types, the Chinese ones first."""
    kinds = tuple(kinds)
    return [*(name for kind in kinds for name in kind.NAMES), *(kind.TYPE for kind in kinds)]


def _by_type(kinds: Iterable[type[Item]], suffix: str, fields: Schema | None = None) -> Schema:
    """Return that an item is as its type says; with all items' fields it must have a type, too."""
    is_of = {kind.TYPE: given(words.ITEM, "type", one_of_words(type_words([kind]))) for kind in kinds}
    choice = [when(condition, ref(f"{name}{suffix}")) for name, condition in is_of.items()]
    if fields is None:
        return {"allOf": choice}
    return {"type": "object", "properties": fields, "allOf": [required(words.ITEM, "type"), *choice]}


def _types(kinds: Iterable[type[Item]]) -> Schema:
    return {**ref("item.type"), **one_of_words(type_words(kinds))}


def _notes(names: Iterable[str], where: str = "item") -> dict[str, Schema]:
    return {name: ref(f"{where}.{name}") for name in names}


def _own_notes(kind: type[Item], notes: Notes) -> dict[str, Schema]:
    vocabulary = words.item_words(kind)
    named = [*(field.name for field in kind.FIELDS), *([] if kind.ASKS in ITEM.holds else [kind.ASKS])]
    return {name: notes.of(kind.TYPE, vocabulary, name) for name in named}


def _names(kind: type[Item]) -> Schema:
    """Return the fields that a type's items may have, each said what it is for."""
    vocabulary = words.item_words(kind)
    own = {field.name for field in kind.FIELDS} | {kind.ASKS} - set(ITEM.holds)
    common = [name for name in dict.fromkeys(vocabulary.values()) if name not in own]
    fields = properties(vocabulary, {**_notes(common), **_notes(sorted(own), kind.TYPE)})
    schema: Schema = {"properties": fields, "additionalProperties": False, "allOf": once_each(vocabulary)}
    if kind.PARTS:
        parts = {"type": "array", "minItems": 1, "items": ref("part")}
        schema["allOf"].append({"properties": properties(vocabulary, {kind.PARTS: or_empty(parts)})})
    return schema


def _own_values(kind: type[Item], notes: Notes) -> Mapping[str, Schema]:
    """Return the values of what only a type's items have, or have in their own way."""
    if kind.PARTS:
        return {kind.ASKS: TEXT, kind.PARTS: {"type": "array", "items": ref("finished_part")}}
    return {
        kind.ASKS: {**TEXT, **spelled(kind.ASKS_WITH, "stem-without-blank")} if kind.ASKS_WITH else TEXT,
        "marking": or_empty(one_of_words(words.schemes([kind]))),
        **own_fields(kind, notes),
    }


def _finished(kind: type[Item]) -> Schema:
    """Return the values of a type's items that are no drafts, and which of them they need."""
    vocabulary = words.item_words(kind)
    needed = [kind.ASKS, *(field.name for field in kind.FIELDS if field.required)]
    own = {*(["marking"] if not kind.PARTS else []), kind.ASKS, *(field.name for field in kind.FIELDS)}
    common = [name for name in _COMMON if name not in own and not (kind.PARTS and name in OF_ANSWERED)]
    values = {name: ref(f"item.{name}.value") for name in common}
    values |= {name: ref(f"{kind.TYPE}.{name}.value") for name in sorted(own)}
    return {
        "properties": properties(vocabulary, values),
        "allOf": [
            *(required(vocabulary, name) for name in needed),
            *without_unit(kind),
            *_per_option(kind, vocabulary),
        ],
    }


def _per_option(kind: type[Item], vocabulary: words.Words) -> list[Schema]:
    """Return that the marks of an option are said where a scheme counts by them."""
    counting = [word for word, scheme in words.schemes([kind]).items() if scheme == "per_option"]
    if not counting:
        return []
    return [when(given(vocabulary, "marking", one_of_words(counting)), given(vocabulary, "option_marks"))]


def _not_retired() -> Schema:
    return {"properties": properties(words.ITEM, {"status": or_empty(one_of_words(_STILL))})}
