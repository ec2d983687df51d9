"""An item's fields as lines of a bank, in the words, the indentation and the style its file has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.item import Item, ItemField, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.write.banks import Tongue, flow, flow_map, scalar
from quizapp.reading import native_words as words

ORDER = ("id", "type", "topic", "difficulty")
"""Fields that stand before the type's own; those behind follow in the order of `words.ITEM`."""


class ItemStyle(NamedTuple):
    """How a file writes its items."""

    tongue: Tongue = "zh"
    dash: int = 2
    """Blanks before the dash of an item."""
    step: int = 2
    """From the dash to the fields, and from a field to what stands under it."""
    is_flow: bool = False
    """Whether an item stands within braces on one line."""
    has_flow_maps: bool = True
    """Whether options stand within braces, not each on a line."""
    has_gaps: bool = False
    """Whether an empty line parts the items."""


class _Sheet(NamedTuple):
    """How items of one type are written, looked up for every field of every item."""

    order: tuple[str, ...]
    known: frozenset[str]
    """What is in the order."""
    said: Mapping[str, str]
    """Fields' names in Chinese by the English ones."""
    declared: Mapping[str, ItemField]
    """The type's own fields."""
    fixed: Mapping[str, Mapping[str, str]]
    """Of the fields that have one of a few words: these in Chinese by the English ones."""


def ordered(fields: Mapping[str, Value]) -> list[str]:
    """Return the names of fields in the order people write them."""
    sheet = _sheet(kind_of(fields))
    listed = [name for name in sheet.order if name in fields]
    if len(listed) == len(fields):
        return listed
    return [*listed, *(name for name in fields if name not in sheet.known)]


def kind_of(fields: Mapping[str, Value]) -> type[Item] | None:
    """Return the type of an item's fields, None where it has no known one."""
    word = fields.get("type")
    return ITEM_TYPES.get(word) if isinstance(word, str) else None


def item_lines(fields: Mapping[str, Value], style: ItemStyle) -> list[str]:
    """Return an item's lines, the first with the dash."""
    lead = " " * style.dash + "-" + " " * (style.step - 1)
    if style.is_flow:
        return [lead + flow_item(fields, style.tongue)]
    under, kind = " " * (style.dash + style.step), kind_of(fields)
    lines = [line for name in ordered(fields) for line in _lines(name, kind, fields, style)]
    return [lead + line if place == 0 else under + line for place, line in enumerate(lines)]


def field_lines(name: str, fields: Mapping[str, Value], style: ItemStyle) -> list[str]:
    """Return one field's lines, its name at the first's beginning and the others indented from there."""
    return _lines(name, kind_of(fields), fields, style)


def _lines(name: str, kind: type[Item] | None, fields: Mapping[str, Value], style: ItemStyle) -> list[str]:
    sheet, value = _sheet(kind), fields[name]
    said = name if style.tongue == "en" else sheet.said.get(name, name)
    if isinstance(value, str) and "\n" not in value:
        word = value if style.tongue == "en" else _fixed_word(name, value, fields, kind)
        return [f"{said}: {scalar(word)}"]
    under = " " * style.step
    field = sheet.declared.get(name)
    if kind is not None and name == kind.PARTS and isinstance(value, list):
        inner = style._replace(dash=style.step, has_gaps=False)
        return [f"{said}:", *(line for part in value if isinstance(part, dict) for line in item_lines(part, inner))]
    if kind is not None and name == kind.STAGES and isinstance(value, list):
        return [
            f"{said}:",
            *(line for stage in value if isinstance(stage, dict) for line in _stage(stage, kind, style)),
        ]
    if field is not None and field.fields and isinstance(value, list):
        entries = [_flow_entry(entry, field, style.tongue) for entry in value]
        return [f"{said}:", *(f"{under}- {entry}" for entry in entries)]
    if isinstance(value, dict) and not style.has_flow_maps:
        return [f"{said}:", *(f"{under}{scalar(key)}: {flow(part)}" for key, part in value.items())]
    if isinstance(value, str) and _is_block(value):
        return [f"{said}: |", *(f"{under}{line}" if line else "" for line in value.split("\n"))]
    return [f"{said}: {_said(name, fields, style.tongue)}"]


def _stage(stage: dict[str, Value], kind: type[Item], style: ItemStyle) -> Iterator[str]:
    """Give the lines of one stage of a case, its items within it."""
    lead = " " * style.step + "-" + " " * (style.step - 1)
    for name in (*(each for each in (kind.ASKS, kind.PARTS) if each in stage), *_others(stage, kind)):
        for line in _lines(name, kind, stage, style):
            yield lead + line if line else line
            lead = " " * (2 * style.step)


def _others(stage: Mapping[str, Value], kind: type[Item]) -> list[str]:
    return [name for name in stage if name not in (kind.ASKS, kind.PARTS)]


def flow_item(fields: Mapping[str, Value], tongue: Tongue) -> str:
    """Return an item within braces on one line."""
    return "{" + ", ".join(_flow_fields(fields, tongue)) + "}"


def field_word(name: str, kind: type[Item] | None, tongue: Tongue) -> str:
    """Return a field's name in a file's language; one that nobody knows as it is."""
    return name if tongue == "en" else _sheet(kind).said.get(name, name)


def _flow_fields(fields: Mapping[str, Value], tongue: Tongue) -> Iterator[str]:
    kind = kind_of(fields)
    for name in ordered(fields):
        value, field = fields[name], _sheet(kind).declared.get(name)
        said = field_word(name, kind, tongue)
        if kind is not None and name == kind.PARTS and isinstance(value, list):
            parts = [flow_item(part, tongue) for part in value if isinstance(part, dict)]
            yield f"{said}: [{', '.join(parts)}]"
        elif kind is not None and name == kind.STAGES and isinstance(value, list):
            stages = (stage for stage in value if isinstance(stage, dict))
            yield f"{said}: [{', '.join(_flow_stage(stage, kind, tongue) for stage in stages)}]"
        elif field is not None and field.fields and isinstance(value, list):
            yield f"{said}: [{', '.join(_flow_entry(entry, field, tongue) for entry in value)}]"
        else:
            yield f"{said}: {_said(name, fields, tongue)}"


def _flow_stage(stage: dict[str, Value], kind: type[Item], tongue: Tongue) -> str:
    return "{" + ", ".join(_flow_fields({"type": kind.TYPE, **stage}, tongue)).partition(", ")[2] + "}"


def _said(name: str, fields: Mapping[str, Value], tongue: Tongue) -> str:
    """Return a value on one line, its fixed words in the file's language."""
    value, kind = fields[name], kind_of(fields)
    if isinstance(value, str) and tongue == "zh":
        return scalar(_fixed_word(name, value, fields, kind))
    # The one text of a list of one needs no brackets, but for alternatives, which are a list within one.
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and name == "key":
        return scalar(value[0])
    return flow(value)


def _fixed_word(name: str, value: str, fields: Mapping[str, Value], kind: type[Item] | None) -> str:
    if name == "type" and kind is not None:
        return kind.name_over(fields.get("key", ""))
    words_of = _sheet(kind).fixed.get(name)
    return value if words_of is None else words_of.get(value, value)


def _flow_entry(entry: Value, field: ItemField, tongue: Tongue) -> str:
    return flow_map(entry, field, tongue) if isinstance(entry, dict) else flow(entry)


def _sheet(kind: type[Item] | None) -> _Sheet:
    return _SHEETS["" if kind is None else kind.TYPE]


def _made(kind: type[Item] | None) -> _Sheet:
    """Return how items of a type are written; those of no known one by the words that all have."""
    own = () if kind is None else kind.FIELDS
    asks = ("stem", "stimulus") if kind is None else (kind.ASKS,)
    parts = "" if kind is None else kind.PARTS
    behind = [name for name in dict.fromkeys(words.ITEM.values()) if name not in (*ORDER, "stem")]
    order = (*ORDER, *asks, *(field.name for field in own if field.name != parts), *behind)
    flags = ("keep_order", *(field.name for field in own if field.shape == "flag"))
    return _Sheet(
        order=order,
        known=frozenset(order),
        said=_chinese({**words.ITEM, **words.ASKING} if kind is None else words.item_words(kind)),
        declared={field.name: field for field in own},
        fixed={
            **dict.fromkeys(flags, _chinese(words.FLAG)),
            "difficulty": _chinese(words.DIFFICULTY),
            "status": _chinese(words.STATUS),
            "marking": _chinese({} if kind is None else words.schemes([kind])),
        },
    )


def _chinese(vocabulary: words.Words) -> dict[str, str]:
    """Return the Chinese words by the English ones."""
    return {name: words.chinese(vocabulary, name) for name in vocabulary.values()}


def _is_block(text: str) -> bool:
    """Return whether a text of several lines can stand under its field as it is."""
    lines = text.split("\n")
    is_plain = all(line == line.rstrip() and line.isprintable() for line in lines)
    return len(lines) > 1 and is_plain and bool(lines[-1]) and bool(lines[0]) and not lines[0].startswith(" ")


_SHEETS: Mapping[str, _Sheet] = MappingProxyType(
    {"": _made(None), **{name: _made(kind) for name, kind in ITEM_TYPES.items()}}
)
