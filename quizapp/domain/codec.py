"""Domain objects to plain data that JSON can hold, and back.

A dataclass is a map of its fields, a tuple a list, a fraction the text "3/5" or "2", an instant
"2026-12-01T01:00:00.000Z", a duration its seconds. An item names its type. Nothing else occurs. What a class names
as LATER is left out where it says nothing, so that what was written before it came has the same bytes as ever.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.decisions.totals import OutsideFact
    from quizapp.domain.marking.keying import KeyingEvent
    from quizapp.domain.practice import PracticeEvent

Thing = TypeVar("Thing")

_Read: typing.TypeAlias = "Callable[[Any], Any]"
_Makers: typing.TypeAlias = "dict[str, tuple[Any, tuple[tuple[str, _Read], ...]]]"

_MOST_DIGITS = 400
"""Of a fraction, as far as anybody's marks could need."""


def to_plain(value: object) -> Any:
    """Return a domain value as plain data."""
    match value:
        case None | bool() | str() | int() | float():
            return value
        case datetime():
            return instant_to_text(value)
        case timedelta():
            return value.total_seconds()
        case frozenset():
            return sorted(to_plain(member) for member in value)
        case tuple() | list():
            return [to_plain(member) for member in value]
    return _other_to_plain(value)


def from_plain(kind: type[Thing], data: Any) -> Thing:
    """Return the domain object of that class. Raises ValueError, KeyError or TypeError for what is none."""
    hint: Any = kind
    return typing.cast(Thing, _reader(hint)(data))


def event_to_plain(event: Event | Decision | PracticeEvent | KeyingEvent | OutsideFact) -> dict[str, Any]:
    """Return an event's or a decision's kind and data, its moment left out: the journal writes that beside them."""
    data = _fields_to_plain(event)
    del data["when"]
    return {"kind": event.KIND, "data": data}


def fact_from_plain(kinds: tuple[type[Thing], ...], kind: str, data: Mapping[str, Any], when: object) -> Thing:
    """Return the event or decision of that kind, of these that there are. Raises ValueError where none is called so."""
    found = _makers(kinds).get(kind)
    if found is None:
        raise ValueError(f"no event is called {kind}")
    fact, readers = found
    fields = dict(data)
    for name, read in readers:
        if name in fields:
            fields[name] = read(fields[name])
    return typing.cast(Thing, fact(when=when, **fields))


def instant_to_text(instant: datetime) -> str:
    """Return an aware instant as YYYY-MM-DDTHH:MM:SS.mmmZ in UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def instant_from_text(text: str) -> datetime:
    """Return the aware instant that such a text names. Raises ValueError, also for one without a zone.

    That would be another instant on a machine that stands elsewhere.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("no zone")
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:  # the first and the last day there are, told in another zone
        raise ValueError("no instant") from error


@cache
def _makers(facts: tuple[Any, ...]) -> _Makers:
    """Return each kind's class, with the readers of those of its fields that are not in plain data as they are."""
    readers = {fact: tuple(pair for pair in _readers(fact).items() if pair[1] is not _as_it_is) for fact in facts}
    return {fact.KIND: (fact, readers[fact]) for fact in facts}


def _other_to_plain(value: object) -> Any:
    # Told by what they have: to import fractions or the question types for a roster would take longer than reading it.
    kind: Any = type(value)
    if kind.__module__ == "fractions":
        return str(value)
    if hasattr(kind, "SECRETS"):
        return {"type": kind.TYPE, **_fields_to_plain(value)}
    return _fields_to_plain(value)


def _fields_to_plain(value: object) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(value)]  # type: ignore[arg-type]  # all else is a dataclass
    return fields_to_plain(value, names)


def fields_to_plain(value: object, names: Iterable[str]) -> dict[str, Any]:
    """Return these fields of a dataclass as plain data, but for later ones that say nothing."""
    kind: Any = type(value)
    later = _later(kind)
    found = ((name, getattr(value, name)) for name in names)
    return {name: to_plain(field) for name, field in found if field or name not in later}


@cache
def _later(kind: Any) -> frozenset[str]:
    """Return what a class and those above it name as later."""
    return frozenset(name for each in kind.__mro__ for name in vars(each).get("LATER", ()))


@cache
def _reader(hint: Any) -> _Read:
    """Return what makes a value of that type of plain data: told once for each type, not for each value."""
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(_other_than_none(hint))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_reader(typing.get_args(hint))
    if origin is frozenset:
        member = _reader(typing.get_args(hint)[0])
        return lambda data: frozenset(map(member, data))
    if hint is datetime:
        return instant_from_text
    if hint is timedelta:
        return _read_duration
    if dataclasses.is_dataclass(hint):
        return _read_item if hasattr(hint, "SECRETS") else lambda data: _read_object(hint, data)
    return _fraction_reader(hint) if getattr(hint, "__module__", "") == "fractions" else _as_it_is


def _as_it_is(data: Any) -> Any:
    return data


def _read_duration(seconds: Any) -> timedelta:
    try:
        return timedelta(seconds=seconds)
    except OverflowError as error:
        raise ValueError("no duration") from error


def _tuple_reader(members: tuple[Any, ...]) -> _Read:
    readers = [_reader(member) for member in members if member is not Ellipsis]
    if len(members) == 2 and members[1] is Ellipsis:
        (member,) = readers
        return tuple if member is _as_it_is else lambda data: tuple(map(member, data))
    return lambda data: tuple(reader(value) for reader, value in zip(readers, data, strict=True))


def _fraction_reader(kind: Any) -> _Read:
    def read(data: Any) -> Any:
        """Return what `str` of a fraction gave. Raises ValueError: 1e999999999 would take all the memory there is."""
        top, _, bottom = data.partition("/")
        if len(data) > _MOST_DIGITS or not top.removeprefix("-").isdecimal() or (bottom and not int(bottom)):
            raise ValueError("not a fraction")
        return kind(data)

    return read


def _read_item(data: dict[str, Any]) -> Any:
    from quizapp.domain.items import ITEM_TYPES

    data = dict(data)
    return _read_object(ITEM_TYPES[data.pop("type")], data)


def _read_object(kind: Any, data: dict[str, Any]) -> Any:
    readers = _readers(kind)
    return kind(**{name: readers[name](value) for name, value in data.items()})


def _other_than_none(hint: Any) -> Any:
    return next(member for member in typing.get_args(hint) if member is not type(None))


@cache
def _readers(kind: Any) -> dict[str, _Read]:
    hints = typing.get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
