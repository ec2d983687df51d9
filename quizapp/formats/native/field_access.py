"""The fields of banks and papers, each declared once, and reading them off a node with every fault noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from quizapp.domain.papers.paper import Threshold
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.native_words import FLAG, Words
from quizapp.reading.rule_texts import MARK_RANGE, mark_range, threshold
from quizapp.reading.yaml.maps import MapReader
from quizapp.reading.yaml.maps import nearest as nearest
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode

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
COVERAGE = ValueSpelling(mark_range, "not-a-coverage", MARK_RANGE, is_any_case=True)
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
        "apart": "texts",
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
        "coverage": NamedValues(COVERAGE),
        "sections": "sections",
    },
    required=("paper", "title", "sections"),
)

OF_MAKE_UPS = ("eligible", "exclude", "cap")
"""What is said of a make-up paper only."""


class FieldReader(MapReader):
    """Reads one file's fields; what it cannot read it reports where it stands."""

    __slots__ = ()

    def spelt(self, node: Node, spelling: ValueSpelling[Value]) -> Value | None:
        """Return what a text means as it is spelt, or None with the spelling's code reported."""
        if type(node) is ScalarNode and (meant := spelling.parse(node.text)) is not None:
            return meant
        return self.value(node, spelling.parse, spelling.code)

    def flag(self, node: Node) -> bool | None:
        """Return yes or no, or None with the choices reported."""
        meant = self.word(node, FLAG)
        return None if meant is None else meant == "true"


class GivenFields:
    """One map's fields by their English names."""

    def __init__(self, reader: FieldReader, node: MappingNode | None, place: FieldMap) -> None:
        self.reader = reader
        self.fields: dict[str, Node] = reader.fields(node, place.words) if node is not None else {}
        self._node = node
        self._place = place

    def has(self, name: str) -> bool:
        """Return whether a field was given a value."""
        return name in self.fields

    def require(self) -> bool:
        """Return whether all fields that are required were given, reporting those that were not."""
        place = self._place
        return self._node is None or self.reader.require(self.fields, place.required, self._node, place.words)

    def error(self, name: str, code: str, **values: object) -> None:
        """Report an error at a field."""
        self.reader.error(self.fields[name], code, **values)

    def text(self, name: str) -> str | None:
        """Return a field's text."""
        return self.reader.text(self.fields[name]) if name in self.fields else None

    def line(self, name: str) -> str | None:
        """Return a field's text on one line, as titles are."""
        return self.reader.line(self.fields[name]) if name in self.fields else None

    def says(self, name: str) -> bool:
        """Return whether a field has a word in place of a value, such as `unlimited`."""
        return name in self.fields and self.text(name) in self._spelling(name).words

    def value(self, name: str, kind: type[Value], parse: Callable[[str], Value | None] | None = None) -> Value | None:
        """Return what a field's text means, reporting its spelling's code where it means nothing.

        `parse` reads it in place of the spelling's own, where that needs more than the text.
        """
        if name not in self.fields:
            return None
        spelling = self._spelling(name)
        meant = self.reader.value(self.fields[name], parse or spelling.parse, spelling.code)
        assert meant is None or isinstance(meant, kind)
        return meant

    def word(self, name: str) -> str | None:
        """Return the meaning of a field that has one of a few words."""
        held = self._place.holds[name]
        assert isinstance(held, OneWord)
        return self.reader.word(self.fields[name], held.words) if name in self.fields else None

    def words(self, name: str) -> tuple[str, ...] | None:
        """Return the meanings of a field that lists some of a few words."""
        held = self._place.holds[name]
        assert isinstance(held, SomeWords)
        if name not in self.fields:
            return None
        found = [self.reader.word(node, held.words) for node in self.reader.sequence(self.fields[name]) or []]
        return tuple(word for word in found if word is not None)

    def flag(self, name: str) -> bool:
        """Return whether a field says yes."""
        return name in self.fields and self.reader.flag(self.fields[name]) is True

    def map(self, name: str) -> MappingNode | None:
        """Return a field that is a map."""
        return self.reader.mapping(self.fields[name]) if name in self.fields else None

    def within(self, name: str) -> GivenFields:
        """Return the fields of a field that is a map with its own."""
        held = self._place.holds[name]
        assert isinstance(held, FieldMap)
        return GivenFields(self.reader, self.map(name), held)

    def entry(self, name: str, node: Node, kind: type[Value]) -> Value | None:
        """Return what one value means of a field whose values stand by names."""
        meant = self.reader.spelt(node, self._entries(name).each)
        assert meant is None or isinstance(meant, kind)
        return meant

    def entry_name(self, name: str, key: ScalarNode) -> str | None:
        """Return the meaning of one name of such a field."""
        names = self._entries(name).names
        return key.text if names is None else self.reader.word(key, names)

    def _entries(self, name: str) -> NamedValues:
        held = self._place.holds[name]
        assert isinstance(held, NamedValues)
        return held

    def _spelling(self, name: str) -> ValueSpelling[object]:
        held = self._place.holds[name]
        assert isinstance(held, ValueSpelling)
        return held
