"""What the fields of banks, papers and courses hold, and how values are spelt: reader and schema are made of it.

A type's own fields are declared by its class (`ItemField` of `domain.item`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from quizapp.domain.papers.paper import Threshold
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.native_words import Words
from quizapp.reading.rule_texts import threshold

Value = TypeVar("Value")


class ValueSpelling(NamedTuple, Generic[Value]):
    """What one kind of value is read by, and what an editor can check of it."""

    parse: Callable[[str], Value | None]
    code: str
    pattern: str
    """Of normal text, where it is not of an id."""
    words: Mapping[str, str] = MappingProxyType({})
    """What may stand in its place."""
    least: int | None = 0
    """Of a number; None where no plain number is meant."""
    most: int | None = None
    is_whole: bool = False
    is_positive: bool = False
    """Whether 0 is none."""
    is_any_case: bool = False


def _positive_decimal(text: str) -> Fraction | None:
    return values.decimal(text) or None


def _positive_duration(text: str) -> timedelta | None:
    return values.duration(text) or None


def _instant(text: str) -> datetime | None:
    return values.instant(text, UTC)


MOST_FORMS = 26


def _form_count(text: str) -> int | None:
    count = values.positive(text)
    return count if count is not None and count <= MOST_FORMS else None


ID = ValueSpelling(values.identifier, "id-malformed", values.PLAIN_ID, least=None)
DECIMAL = ValueSpelling(values.decimal, "not-a-number", values.DECIMAL)
MARKS = ValueSpelling(_positive_decimal, "not-a-number", values.ABOVE_ZERO + values.DECIMAL, is_positive=True)
SHARE = ValueSpelling(values.share, "not-a-share", values.SHARE, most=1)
NUMBER = ValueSpelling(values.number, "not-a-number", values.NUMBER)
WHOLE = ValueSpelling(values.whole, "not-a-count", values.WHOLE, is_whole=True)
COUNT = ValueSpelling(values.positive, "not-a-count", values.ABOVE_ZERO + values.WHOLE, is_whole=True, is_positive=True)
ATTEMPTS = COUNT._replace(code="not-an-attempt-count", words=words.UNLIMITED)
FORMS = ValueSpelling(
    _form_count,
    "not-a-form-count",
    rf"0{{0,7}}(?:{'|'.join(map(str, range(1, MOST_FORMS + 1)))})(?:\.0{{1,9}})?",
    words=words.PER_CANDIDATE,
    most=MOST_FORMS,
    is_whole=True,
    is_positive=True,
)
THRESHOLD: ValueSpelling[Threshold] = ValueSpelling(
    threshold, "not-a-threshold", rf"(?:{values.DECIMAL}|{values.PERCENT})"
)
DURATION = ValueSpelling(values.duration, "not-a-duration", values.DURATION, is_any_case=True)
TIME_LIMIT = ValueSpelling(
    _positive_duration,
    "not-a-duration",
    values.ABOVE_ZERO + values.DURATION,
    words=words.NO_LIMIT,
    is_positive=True,
    is_any_case=True,
)
INSTANT = ValueSpelling(_instant, "not-an-instant", values.INSTANT, least=None)


Plain = Literal[
    "text", "line", "texts", "some_texts", "flag", "type", "scheme", "items", "sections", "topics", "letter_texts"
]
"""`texts` is a list or a single text, `some_texts` has at least one; `line` is folded to one line.

`letter_texts` has texts by options' letters, `topics` topics by their ids.
"""


class OneWord(NamedTuple):
    """One of a few words."""

    words: Words


class SomeWords(NamedTuple):
    """Some of a few words, listed; a single one may stand by itself."""

    words: Words


class NamedValues(NamedTuple):
    """Values by names, those of `names` or any."""

    each: ValueSpelling[Any]
    names: Words | None = None
    is_texts_too: bool = False
    """Whether names alone may be listed instead."""


class FieldMap(NamedTuple):
    """A map with fields of its own."""

    words: Words
    holds: Mapping[str, Holds]
    """What each field holds, by its English name."""
    required: tuple[str, ...] = ()


Holds: TypeAlias = Plain | OneWord | SomeWords | NamedValues | ValueSpelling[Any] | FieldMap

BANK = FieldMap(
    words.BANK,
    {"bank": ID, "title": "line", "course": "text", "use": OneWord(words.USE), "items": "items"},
    required=("items",),
)

ITEM = FieldMap(
    words.ITEM,
    {
        "id": ID,
        "type": "type",
        "topic": "text",
        "difficulty": OneWord(words.DIFFICULTY),
        "stem": "text",
        "rationale": "text",
        "feedback": "letter_texts",
        "marks": DECIMAL,
        "marking": "scheme",
        "option_marks": DECIMAL,
        "tags": "texts",
        "source": "text",
        "status": OneWord(words.STATUS),
        "keep_order": "flag",
        "allow": "texts",
    },
    required=("type",),
)
"""What items of every type have; what they need beside it, their type says."""

OF_ANSWERED = ("marks", "marking", "option_marks", "keep_order", "feedback")
"""What is said of what is answered: of a case's items, never of the case, where it is passed over."""

COURSE = FieldMap(words.COURSE, {"course": ID, "title": "line", "topics": "topics"}, required=("course", "topics"))
TOPIC = FieldMap(words.TOPIC, {"title": "line", "topics": "topics"}, required=("title",))

WINDOW = FieldMap(words.WINDOW, {"opens": INSTANT, "closes": INSTANT})
SHUFFLE = FieldMap(words.SHUFFLE, {"items": "flag", "options": "flag"})

DRAW = FieldMap(
    words.DRAW,
    {
        "type": "type",
        "count": COUNT,
        "banks": "texts",
        "topics": NamedValues(WHOLE, is_texts_too=True),
        "tags": "texts",
        "difficulty": NamedValues(WHOLE, words.DIFFICULTY),
        "size": COUNT,
    },
    required=("type",),
)

SECTION = FieldMap(
    words.SECTION,
    {
        "title": "line",
        "draw": DRAW,
        "items": "some_texts",
        "marks": MARKS,
        "marking": "scheme",
        "penalty": SHARE,
        "option_marks": MARKS,
        "time_limit": TIME_LIMIT,
    },
    required=("title",),
)

PAPER = FieldMap(
    words.PAPER,
    {
        "paper": ID,
        "title": "line",
        "use": OneWord(words.USE),
        "instructions": "text",
        "time_limit": TIME_LIMIT,
        "pass_mark": THRESHOLD,
        "full_score": DECIMAL,
        "grades": NamedValues(THRESHOLD),
        "window": WINDOW,
        "attempts": ATTEMPTS,
        "counts": OneWord(words.COUNTS),
        "forms": FORMS,
        "seed": "text",
        "shuffle": SHUFFLE,
        "navigation": OneWord(words.NAVIGATION),
        "grace": DURATION,
        "feedback": OneWord(words.FEEDBACK),
        "show": SomeWords(words.SHOWN),
        "certainty": "flag",
        "make_up_for": "text",
        "eligible": SomeWords(words.ELIGIBLE),
        "exclude": "flag",
        "cap": OneWord(words.CAP),
        "sections": "sections",
    },
    required=("paper", "title", "sections"),
)

OF_MAKE_UPS = ("eligible", "exclude", "cap")
"""What is said of a make-up paper only."""
