"""The schema of items: what every item keeps to, and each type's own fields, from the declarations of its class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizapp.domain.item import LETTERS, Item, ItemField
from quizapp.domain.items.case import FEWEST_STAGES, MOST_STAGES, STAGES
from quizapp.domain.items.choices import FEWEST_OPTIONS, PARTING
from quizapp.domain.items.numeric import LONGEST, NUMBER, UNIT
from quizapp.domain.items.rubric import LEVEL_MARKS
from quizapp.domain.items.true_false import FALSE_WORDS, TRUE_WORDS
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import ITEM, OF_ANSWERED
from quizapp.formats.native.schema.fields import (
    ANY_TEXT,
    ONE_LETTER,
    TEXT,
    Notes,
    Schema,
    as_written,
    flag,
    given,
    holding,
    once_each,
    one_of,
    one_of_words,
    or_empty,
    place,
    properties,
    ref,
    required,
    spelled,
    spelt,
    texts,
    when,
    widened,
)
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.native_words import Types

_NUMBER_CODES = {"quantity": "key-not-number", "tolerance": "tolerance-not-number"}
_ANY_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
SCORE = rf"^\s*(?:[+＋\-－−]\s*)?{widened(values.SHARE)}\s*$"
"""The pattern of what an option earns: a share, or one taken off."""
_LETTER = f"(?:{_ANY_LETTER}{PARTING}*)"


def own_fields(kind: type[Item], notes: Notes) -> Mapping[str, Schema]:
    """Return the schemas of a type's own fields, but for the items of a case."""
    return {
        field.name: _field(field, kind.TYPE, notes)
        for field in kind.FIELDS
        if field.name not in (kind.PARTS, kind.STAGES)
    }


def _field(field: ItemField, where: str, notes: Notes) -> Schema:
    """Return the schema of one field; what is not required may be nothing."""
    if field.shape == "text":
        return TEXT if field.required else ANY_TEXT
    schema = _maps(field, f"{where}.{field.name}", notes) if field.fields else _shaped(field)
    return schema if field.required else or_empty(schema)


def _maps(field: ItemField, where: str, notes: Notes) -> Schema:
    listed: Schema = {"type": "array", "items": _points(field, where, notes)}
    return {**listed, "minItems": field.least} if field.least else listed


def _points(field: ItemField, where: str, notes: Notes) -> Schema:
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


def _bare(field: ItemField) -> Schema:
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


def _shaped(field: ItemField) -> Schema:
    match field.shape:
        case "flag":
            return flag()
        case "number":
            schema = spelt(field_access.NUMBER)
            above = spelled(widened(values.ABOVE_ZERO), "rubric-without-marks", exclusiveMinimum=0)
            return {**schema, "allOf": [above]} if field.least else schema
        case "list":
            return texts()
        case "range":
            return spelled(as_written(LEVEL_MARKS), "level-marks", type=["string", "number"])
        case "scores":
            return _scores()
        case "map":
            return {"type": "object", "minProperties": field.least, "additionalProperties": TEXT}
        case "text_lists":
            listed: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
            return {"type": "object", "minProperties": field.least, "additionalProperties": listed}
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


def _options(field: ItemField) -> Schema:
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


def _scores() -> Schema:
    """Return the schema of what each option earns: a map of letters, each from -1 to 1."""
    share = spelled(SCORE, "score-not-a-share", type=["string", "number"], minimum=-1, maximum=1)
    return {
        "type": "object",
        "propertyNames": {"pattern": ONE_LETTER},
        "additionalProperties": share,
        "minProperties": FEWEST_OPTIONS,
        "maxProperties": len(LETTERS),
    }


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


def _number(field: ItemField, behind: str) -> str:
    """Return the pattern of numbers with something behind them; a tolerance has no minus."""
    signs = r"(?:[+＋\-－−]\s*)" if field.shape == "quantity" else r"(?:[+＋]\s*)"
    tokens = {"[+-]": signs, "[0-9]": r"(?:[0-9０-９]\s*)", r"\.": r"(?:[.．]\s*)", ",": r"(?:[,，]\s*)"}
    number = re.sub(r"\[\+-\]|\[0-9\]|\\\.|(?<!\d),", lambda found: tokens[found[0]], NUMBER)
    return rf"^\s*(?:{number}){behind}$"


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
        inner = words.own(STAGES.fields)
        stage = {"type": "object", "properties": properties(inner, {kind.PARTS: or_empty(parts)})}
        listed = {kind.PARTS: or_empty(parts), kind.STAGES: or_empty({"type": "array", "items": stage})}
        schema["allOf"].append({"properties": properties(vocabulary, listed)})
    return schema


def _own_values(kind: type[Item], notes: Notes) -> Mapping[str, Schema]:
    """Return the values of what only a type's items have, or have in their own way."""
    if kind.PARTS:
        parts: Schema = {"type": "array", "items": ref("finished_part")}
        return {kind.ASKS: TEXT, kind.PARTS: parts, kind.STAGES: _stages(kind, parts, notes)}
    return {
        kind.ASKS: {**TEXT, **spelled(kind.ASKS_WITH, "stem-without-blank")} if kind.ASKS_WITH else TEXT,
        "marking": or_empty(one_of_words(words.schemes([kind]))),
        **own_fields(kind, notes),
    }


def _stages(kind: type[Item], parts: Schema, notes: Notes) -> Schema:
    """Return the schema of what has a case's items in stages."""
    inner, where = words.own(STAGES.fields), f"{kind.TYPE}.{kind.STAGES}"
    values = {kind.ASKS: TEXT, kind.PARTS: {**parts, "minItems": 1}}
    fields = {name: notes.of(where, inner, name) | value for name, value in values.items()}
    stage = place(inner, fields, (kind.ASKS, kind.PARTS))
    return or_empty({"type": "array", "items": stage, "minItems": FEWEST_STAGES, "maxItems": MOST_STAGES})


def _needed(kind: type[Item], vocabulary: words.Words) -> list[Schema]:
    """Return that the fields stand that a type's items need, or what may stand in their place."""
    unless = {kind.ASKS: kind.STAGES, **{field.name: field.unless for field in kind.FIELDS if field.required}}
    needed = []
    for name, other in unless.items():
        names = (name, other) if other else (name,)
        needed.append({"anyOf": [each for one in names for each in required(vocabulary, one)["anyOf"]]})
    return needed


def _one_way(kind: type[Item], vocabulary: words.Words) -> list[Schema]:
    """Return that nothing stands beside stages that they have."""
    if not kind.STAGES:
        return []
    beside = {name: ref("empty") for name in (kind.ASKS, kind.PARTS)}
    return [when(given(vocabulary, kind.STAGES), {"properties": properties(vocabulary, beside)})]


def _finished(kind: type[Item]) -> Schema:
    """Return the values of a type's items that are no drafts, and which of them they need."""
    vocabulary = words.item_words(kind)
    own = {*(["marking"] if not kind.PARTS else []), kind.ASKS, *(field.name for field in kind.FIELDS)}
    common = [name for name in _COMMON if name not in own and not (kind.PARTS and name in OF_ANSWERED)]
    values = {name: ref(f"item.{name}.value") for name in common}
    values |= {name: ref(f"{kind.TYPE}.{name}.value") for name in sorted(own)}
    return {
        "properties": properties(vocabulary, values),
        "allOf": [
            *_needed(kind, vocabulary),
            *_one_way(kind, vocabulary),
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
