"""What the fields of banks, papers and courses hold: the reader reads by it, and the schema is made of it.

A type's own fields are declared by its class (`domain.declaration`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from quizapp.formats.native import spellings, words
from quizapp.formats.native.spellings import Spelling
from quizapp.formats.native.words import Words

Plain = Literal[
    "text", "line", "texts", "some_texts", "flag", "type", "scheme", "items", "sections", "topics", "letter_texts"
]
"""`texts` is a list or a single text, `some_texts` has at least one; `line` is folded to one line.

`letter_texts` has texts by options' letters, `topics` topics by their ids.
"""


class OneOf(NamedTuple):
    """One of a few words."""

    words: Words


class SomeOf(NamedTuple):
    """Some of a few words, listed; a single one may stand by itself."""

    words: Words


class Entries(NamedTuple):
    """Values by names, those of `names` or any."""

    each: Spelling[Any]
    names: Words | None = None
    is_texts_too: bool = False
    """Whether names alone may be listed instead."""


class Place(NamedTuple):
    """A map with fields of its own."""

    words: Words
    holds: Mapping[str, Holds]
    """What each field holds, by its English name."""
    required: tuple[str, ...] = ()


Holds: TypeAlias = Plain | OneOf | SomeOf | Entries | Spelling[Any] | Place

BANK = Place(
    words.BANK,
    {"bank": spellings.ID, "title": "line", "course": "text", "use": OneOf(words.USE), "items": "items"},
    required=("items",),
)

ITEM = Place(
    words.ITEM,
    {
        "id": spellings.ID,
        "type": "type",
        "topic": "text",
        "difficulty": OneOf(words.DIFFICULTY),
        "stem": "text",
        "rationale": "text",
        "feedback": "letter_texts",
        "marks": spellings.DECIMAL,
        "marking": "scheme",
        "option_marks": spellings.DECIMAL,
        "tags": "texts",
        "source": "text",
        "status": OneOf(words.STATUS),
        "keep_order": "flag",
        "allow": "texts",
    },
    required=("type",),
)
"""What items of every type have; what they need beside it, their type says."""

OF_ANSWERED = ("marks", "marking", "option_marks", "keep_order", "feedback")
"""What is said of what is answered: of a case's items, never of the case, where it is passed over."""

COURSE = Place(
    words.COURSE, {"course": spellings.ID, "title": "line", "topics": "topics"}, required=("course", "topics")
)
TOPIC = Place(words.TOPIC, {"title": "line", "topics": "topics"}, required=("title",))

WINDOW = Place(words.WINDOW, {"opens": spellings.INSTANT, "closes": spellings.INSTANT})
SHUFFLE = Place(words.SHUFFLE, {"items": "flag", "options": "flag"})

DRAW = Place(
    words.DRAW,
    {
        "type": "type",
        "count": spellings.COUNT,
        "banks": "texts",
        "topics": Entries(spellings.WHOLE, is_texts_too=True),
        "tags": "texts",
        "difficulty": Entries(spellings.WHOLE, words.DIFFICULTY),
        "size": spellings.COUNT,
    },
    required=("type",),
)

SECTION = Place(
    words.SECTION,
    {
        "title": "line",
        "draw": DRAW,
        "items": "some_texts",
        "marks": spellings.MARKS,
        "marking": "scheme",
        "penalty": spellings.SHARE,
        "option_marks": spellings.MARKS,
        "time_limit": spellings.TIME_LIMIT,
    },
    required=("title",),
)

PAPER = Place(
    words.PAPER,
    {
        "paper": spellings.ID,
        "title": "line",
        "use": OneOf(words.USE),
        "instructions": "text",
        "time_limit": spellings.TIME_LIMIT,
        "pass_mark": spellings.THRESHOLD,
        "full_score": spellings.DECIMAL,
        "grades": Entries(spellings.THRESHOLD),
        "window": WINDOW,
        "attempts": spellings.ATTEMPTS,
        "counts": OneOf(words.COUNTS),
        "forms": spellings.FORMS,
        "seed": "text",
        "shuffle": SHUFFLE,
        "navigation": OneOf(words.NAVIGATION),
        "grace": spellings.DURATION,
        "feedback": OneOf(words.FEEDBACK),
        "show": SomeOf(words.SHOWN),
        "certainty": "flag",
        "make_up_for": "text",
        "eligible": SomeOf(words.ELIGIBLE),
        "exclude": "flag",
        "cap": OneOf(words.CAP),
        "sections": "sections",
    },
    required=("paper", "title", "sections"),
)

OF_MAKE_UPS = ("eligible", "exclude", "cap")
"""What is said of a make-up paper only."""
