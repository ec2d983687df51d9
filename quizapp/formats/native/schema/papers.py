"""The schema of papers: rules of sitting, sections and draws, and what must agree among them."""

from __future__ import annotations

from quizapp.domain.item import Item
from quizapp.formats.native import words
from quizapp.formats.native.declared import DRAW, OF_MAKE_UPS, PAPER, SECTION, SHUFFLE, WINDOW, Place
from quizapp.formats.native.schema.holding import holding
from quizapp.formats.native.schema.items import type_words
from quizapp.formats.native.schema.notes import Notes
from quizapp.formats.native.schema.pieces import (
    Schema,
    given,
    one_of_words,
    or_empty,
    place,
    properties,
    ref,
    spelled,
    when,
)
from quizapp.formats.native.words import Types

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
    where: str, declared: Place, notes: Notes, own: dict[str, Schema] | None = None, *more: Schema
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
