"""One question from elsewhere as an item's fields: read by its type, whose faults are doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import LETTERS, Item, ItemField, Path, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import clean
from quizapp.reading.exchange.source_question import Reason

TopicOf: TypeAlias = Callable[[str], str | None]
"""Returns the id of a topic named by id or title; None where the course has none such."""

_DIFFICULTIES = ("easy", "medium", "hard")
_STATUSES = ("draft", "ready", "retired")
_FLAGS = ("true", "false")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_LISTS = ("tags", "apart", "allow")
_NUMBERS = ("marks", "option_marks")
_COMMON = (
    "id", "type", "topic", "difficulty", "stem", "stimulus", "rationale", "feedback", "marks", "marking",
    "option_marks", "tags", "apart", "source", "status", "keep_order", "allow",
)  # fmt: skip


class Built(NamedTuple):
    """A question as an item's fields."""

    fields: dict[str, Value]
    """As its author would write them, in the one way that two writings of the same come to; its id left out."""
    doubts: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    """What is told and doubts nothing."""
    refusal: Reason | None = None


def build(given: Mapping[str, Value], topic_of: TopicOf | None = None) -> Built:
    """Return a question's fields checked by its type. `topic_of` None is no course: topics stay as written."""
    fields = _tidy(given)
    kind = ITEM_TYPES.get(str(fields.get("type", "")))
    if kind is None:
        return Built(fields, refusal=Reason("import-no-type"))
    if not isinstance(fields.get(kind.ASKS), str):
        return Built(fields, refusal=Reason("import-no-stem"))
    builder = _Builder(fields, kind)
    builder.check_common()
    builder.check_own()
    builder.check_parts()
    builder.place_topic(topic_of)
    return Built(builder.fields, tuple(builder.doubts), tuple(builder.notes), builder.refusal)


class _Builder:
    def __init__(self, fields: dict[str, Value], kind: type[Item]) -> None:
        self.fields = fields
        self.doubts: list[Reason] = []
        self.notes: list[Reason] = []
        self.refusal: Reason | None = None
        self._kind = kind
        self._rules = _RULES[kind.TYPE]
        for name in [name for name in fields if name not in self._rules.names]:
            self.notes.append(_reason("import-field-unused", field=name))
            del fields[name]

    def check_common(self) -> None:
        """Leave out what no item may have, with a doubt."""
        fields = self.fields
        for name in _LISTS:
            if isinstance(fields.get(name), str):
                fields[name] = [fields[name]]
        checks = self._rules.checks
        for name in [name for name in checks if name in fields and not checks[name](fields[name])]:
            self.doubts.append(_reason("import-value-unclear", field=name, text=_shown(fields[name])))
            del fields[name]
        for name in _NUMBERS:
            if name in fields:
                fields[name] = _number(str(fields[name]))

    def check_own(self) -> None:
        """Read the type's own fields by the type, and write them as it does where it can."""
        own = self._rules.own
        missing = [name for name, field in own.items() if self._is_missing(name, field)]
        self.doubts += [_missing(name) for name in missing]
        misshapen = [name for name, field in own.items() if name in self.fields and not _fits(self.fields[name], field)]
        self.doubts += [_reason("import-value-unclear", field=n, text=_shown(self.fields[n])) for n in misshapen]
        key = self.fields.get("key")
        if isinstance(key, list) and len(key) == 1 and isinstance(key[0], str):
            self.fields["key"] = key[0]
        if missing or misshapen:
            return
        stem = str(self.fields[self._kind.ASKS])
        read = self._kind.read({"type": self._kind.TYPE, **self._given(own)}, stem, self._report)
        if read is not None and not self._kind.PARTS:
            item = self._kind(id="-", stem=stem, **read)  # type: ignore[arg-type]  # a type's own fields are its affair
            rest = {name: value for name, value in self.fields.items() if name not in own}
            first = {name: rest.pop(name) for name in ("type", self._kind.ASKS)}
            self.fields = {**first, **_single(item.written()), **rest}

    def _is_missing(self, name: str, field: ItemField) -> bool:
        return field.required and name not in self.fields and field.unless not in self.fields

    def check_parts(self) -> None:
        """Build a case's items; the doubts of each are the case's, and where one cannot be read the case cannot."""
        parts = self.fields.get(self._kind.PARTS) if self._kind.PARTS else None
        if not self._kind.PARTS:
            return
        if not isinstance(parts, list) or not parts:
            self.doubts.append(_missing(self._kind.PARTS))
            return
        built = [build(part if isinstance(part, dict) else {}) for part in parts]
        self.doubts += [doubt for each in built for doubt in each.doubts]
        self.refusal = next((each.refusal for each in built if each.refusal), None)
        self.notes += [note for each in built for note in each.notes]
        self.fields[self._kind.PARTS] = [each.fields for each in built]

    def place_topic(self, topic_of: TopicOf | None) -> None:
        """Keep a topic that the course has not as a tag: a bank may not name what is not there."""
        topic = self.fields.get("topic")
        if topic_of is None or not isinstance(topic, str):
            return
        if topic_of(topic) is None:
            tags = self.fields.get("tags", [])
            listed = tags if isinstance(tags, list) else [tags]
            self.fields["tags"] = [*listed, *([] if topic in listed else [topic])]
            self.notes.append(_reason("import-topic-as-tag", topic=topic))
            del self.fields["topic"]

    def _given(self, own: Mapping[str, ItemField]) -> dict[str, Value]:
        return {name: self.fields[name] for name in own if name in self.fields}

    def _report(self, path: Path, code: str, warning: bool = False, **values: object) -> None:  # noqa: ARG002
        (self.notes if warning else self.doubts).append(_reason(code, **values))


class _Rules(NamedTuple):
    """What the fields of one type's items are held to."""

    names: frozenset[str]
    """Of all fields there are."""
    own: Mapping[str, ItemField]
    """The type's own, but for a case's items."""
    checks: Mapping[str, Callable[[Value], bool]]
    """Whether a value can be that of a field, for those that all items have."""


def _rules(kind: type[Item]) -> _Rules:
    schemes = [scheme.name for scheme in kind.SCHEMES]
    own = {field.name: field for field in kind.FIELDS}
    checks: dict[str, Callable[[Value], bool]] = {
        # The doubts of an item stand in this order.
        **dict.fromkeys(("topic", "rationale", "source"), lambda value: isinstance(value, str)),
        **dict.fromkeys(_NUMBERS, _is_number),
        **dict.fromkeys(_LISTS, _is_texts),
        "difficulty": lambda value: value in _DIFFICULTIES,
        "status": lambda value: value in _STATUSES,
        "keep_order": lambda value: value in _FLAGS,
        "marking": lambda value: value in schemes,
        "feedback": lambda value: isinstance(value, dict) and set(value) <= set(LETTERS),
    }
    return _Rules(frozenset((*_COMMON, *own)), {name: own[name] for name in own if name != kind.PARTS}, checks)


def _reason(code: str, **values: object) -> Reason:
    return Reason(code, {name: str(value) for name, value in values.items()})


def _missing(name: str) -> Reason:
    codes = {"key": "import-no-key", "options": "import-no-options"}
    return Reason(codes[name]) if name in codes else _reason("import-missing", field=name)


def _tidy(given: Mapping[str, Value]) -> dict[str, Value]:
    """Return fields with their texts cleaned, those without any left out, and without an id."""
    tidied = {name: _cleaned(value) for name, value in given.items() if name != "id"}
    return {name: value for name, value in tidied.items() if value not in ("", [], {})}


def _cleaned(value: Value) -> Value:
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    return {name.strip(): _cleaned(part) for name, part in value.items()}


def _single(written: dict[str, Value]) -> dict[str, Value]:
    """Return a type's fields with the one text of a key by itself, as it is written and read."""
    key = written.get("key")
    if isinstance(key, list) and len(key) == 1 and isinstance(key[0], str):
        return {**written, "key": key[0]}
    return written


def _fits(value: Value, field: ItemField) -> bool:
    if field.fields:
        maps = value if isinstance(value, list) else []
        needed = {each.name for each in field.fields if each.required}
        known = {each.name for each in field.fields}
        fit = [isinstance(one, dict) and needed <= set(one) <= known and _are_numbers(one, field) for one in maps]
        return bool(maps) and all(fit)
    match field.shape:
        case "text" | "tolerance":
            return isinstance(value, str)
        case "flag":
            return value in _FLAGS
        case "number":
            return _is_number(value)
        case "list":
            return isinstance(value, str) or _is_texts(value)
        case "map":
            return isinstance(value, dict)
    return True


def _are_numbers(one: Mapping[str, Value], field: ItemField) -> bool:
    numbers = [each.name for each in field.fields if each.shape == "number"]
    return all(_is_number(one[name]) for name in numbers if name in one)


def _is_number(value: Value) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def _number(text: str) -> str:
    """Return a number as it is written at its shortest."""
    is_whole = text.isdecimal() and not text.startswith("0")
    return text if is_whole else decimal_text(Fraction(text))


def _is_texts(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _shown(value: Value) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name}.{_shown(part)}" for name, part in value.items())
    return " ".join(map(_shown, value)) if isinstance(value, list) else value


_RULES: Mapping[str, _Rules] = MappingProxyType({name: _rules(kind) for name, kind in ITEM_TYPES.items()})
