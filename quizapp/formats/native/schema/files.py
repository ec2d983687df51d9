"""The schema of one file, which is a bank, a paper or a course by the first it has of their fields."""

from __future__ import annotations

import json
from typing import Any

from quizapp.formats.native import words
from quizapp.formats.native.declared import BANK, COURSE, PAPER, TOPIC
from quizapp.formats.native.schema.holding import ID
from quizapp.formats.native.schema.items import item_definitions
from quizapp.formats.native.schema.notes import Notes
from quizapp.formats.native.schema.papers import described, paper_definitions
from quizapp.formats.native.schema.pieces import EMPTY, SAID, TEXT, Schema, or_empty, ref
from quizapp.formats.native.words import Types
from quizapp.language import Language

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
