"""The schema of one file: a bank, a paper with its rules, sections and draws, or a course."""

from __future__ import annotations

import json
from typing import Any

from quizapp.domain.item import Item
from quizapp.formats.native.field_access import (
    BANK,
    COURSE,
    DRAW,
    OF_MAKE_UPS,
    PAPER,
    SECTION,
    SHUFFLE,
    TOPIC,
    WINDOW,
    FieldMap,
)
from quizapp.formats.native.schema.fields import (
    EMPTY,
    ID,
    SAID,
    TEXT,
    Notes,
    Schema,
    given,
    holding,
    one_of_words,
    or_empty,
    place,
    properties,
    ref,
    spelled,
    when,
)
from quizapp.formats.native.schema.items import item_definitions, type_words
from quizapp.language import Language
from quizapp.reading import native_words as words
from quizapp.reading.native_words import Types

_NO_SHARE = spelled("^[^1-9１-９]*([/／].*)?$", "penalty-without-choices", maximum=0)
"""A penalty of nothing."""


def paper_definitions(types: Types, notes: Notes) -> dict[str, Schema]:
    """Return the definitions for papers."""
    kinds = tuple(types.values())
    schemes = words.schemes(kinds)
    draw = {"type": one_of_words(type_words(kinds))}
    section = {"draw": or_empty(ref("draw")), "marking": or_empty(one_of_words(schemes))}
    paper = {"window": or_empty(ref("window")), "shuffle": or_empty(ref("shuffle")), "sections": ref("sections")}
    return {
        **described("window", WINDOW, notes),
        **described("shuffle", SHUFFLE, notes),
        **described("draw", DRAW, notes, draw, _counted(), *(_sized(kind) for kind in kinds if not kind.PARTS)),
        **described(
            "section", SECTION, notes, section, _draw_or_items(), *(_marked(kind) for kind in kinds if not kind.PARTS)
        ),
        "sections": {"type": "array", "minItems": 1, "items": ref("section")},
        **described("paper", PAPER, notes, paper, *_make_up(), _closing()),
    }


def described(
    where: str, declared: FieldMap, notes: Notes, own: dict[str, Schema] | None = None, *more: Schema
) -> dict[str, Schema]:
    """Return the definitions of a declared place and its fields, said what they are for.

    `own` are fields that are put together elsewhere.
    """
    own = own or {}
    fields = {
        name: {
            **notes.of(where, declared.words, name),
            **(own[name] if name in own else holding(held, is_required=name in declared.required)),
        }
        for name, held in declared.holds.items()
    }
    named = {name: ref(f"{where}.{name}") for name in fields}
    return {
        where: place(declared.words, named, declared.required, *more),
        **{f"{where}.{name}": field for name, field in fields.items()},
    }


def _counted() -> Schema:
    """Return that a draw says how many it draws: itself, by topics or by difficulties."""
    some: Schema = {"type": "object", "minProperties": 1}
    ways = [given(DRAW.words, "count"), given(DRAW.words, "topics", some)]
    return {"anyOf": [*ways, given(DRAW.words, "difficulty", some)]}


def _sized(kind: type[Item]) -> Schema:
    of_kind = given(DRAW.words, "type", one_of_words(type_words([kind])))
    return when(of_kind, {"properties": properties(DRAW.words, {"size": ref("empty")})})


def _draw_or_items() -> Schema:
    return {"oneOf": [given(SECTION.words, "draw"), given(SECTION.words, "items")]}


def _marked(kind: type[Item]) -> Schema:
    """Return how a section that draws one type may be marked."""
    of_kind = given(SECTION.words, "draw", given(DRAW.words, "type", one_of_words(type_words([kind]))))
    then = {"marking": or_empty(one_of_words(words.schemes([kind])))}
    if not kind.PENALISABLE:
        then["penalty"] = or_empty(_NO_SHARE)
    return when(of_kind, {"properties": properties(SECTION.words, then)})


def _make_up() -> list[Schema]:
    given_for = given(PAPER.words, "make_up_for")
    return [when(given(PAPER.words, name), given_for) for name in OF_MAKE_UPS]


def _closing() -> Schema:
    """Return that what is published after the closing has one."""
    late = [word for word, meant in words.FEEDBACK.items() if meant == "after_close"]
    closed = given(PAPER.words, "window", given(WINDOW.words, "closes"))
    return when(given(PAPER.words, "feedback", one_of_words(late)), closed)


DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS = (("bank", BANK), ("paper", PAPER), ("course", COURSE))


def schema(types: Types, language: Language) -> bytes:
    """Return the schema as JSON in UTF-8, the same for the same program."""
    notes = Notes(language)
    made = _said(_schema(types, notes), notes)
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _schema(types: Types, notes: Notes) -> Schema:
    definitions = {
        "empty": EMPTY,
        "id": ID,
        **item_definitions(types, notes),
        **paper_definitions(types, notes),
        **_course_definitions(notes),
        "items": {"type": "array", "minItems": 1, "items": ref("item")},
        **described("bank", BANK, notes, {"items": ref("items")}),
    }
    beginnings = {name: [word for word, kind in words.KINDS.items() if kind == name] for name, _ in _KINDS}
    return {
        "$schema": DIALECT,
        "title": notes.say("file"),
        "type": "object",
        "properties": {
            word: notes.of(name, place.words, word_name)
            for name, place in reversed(_KINDS)
            for word in beginnings[name]
            for word_name in [place.words[word]]
        },
        "$defs": definitions,
        **_by_beginning(beginnings),
    }


def _said(part: Any, notes: Notes) -> Any:
    """Return a part of the schema with sentences in place of the codes of faults."""
    if isinstance(part, list):
        return [_said(each, notes) for each in part]
    if not isinstance(part, dict):
        return part
    return {name: notes.fault(each) if name == SAID else _said(each, notes) for name, each in part.items()}


def _by_beginning(beginnings: dict[str, list[str]]) -> Schema:
    """Return that a file is of the first kind that it has a field of; of none it is refused."""
    choice: Schema = {"anyOf": [{"required": [word]} for names in beginnings.values() for word in names]}
    for name in reversed(beginnings):
        choice = {
            "if": {"anyOf": [{"required": [word]} for word in beginnings[name]]},
            "then": ref(name),
            "else": choice,
        }
    return choice


def _course_definitions(notes: Notes) -> dict[str, Schema]:
    return {
        "topics": {"type": "object", "propertyNames": ref("id"), "additionalProperties": ref("topic_or_title")},
        "topic_or_title": {"anyOf": [TEXT, ref("topic")]},
        **described("topic", TOPIC, notes, {"topics": or_empty(ref("topics"))}),
        **described("course", COURSE, notes, {"topics": ref("topics")}),
    }
