"""Domain objects to plain data that JSON can hold, and back.

A dataclass is a map of its fields, a tuple a list, a fraction the text "3/5" or "2", an instant
"2026-12-01T01:00:00.000Z", a duration its seconds. An item names its type. Nothing else occurs.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.decisions import Decision
    from quizapp.domain.keying.events import KeyingEvent
    from quizapp.domain.practice.events import PracticeEvent

Thing = TypeVar("Thing")


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
    return typing.cast(Thing, _read(kind, data))


def event_to_plain(event: Event | Decision | PracticeEvent | KeyingEvent) -> dict[str, Any]:
    """Return an event's or a decision's kind and data, its moment left out: the journal writes that beside them."""
    data = _fields_to_plain(event)
    del data["when"]
    return {"kind": event.KIND, "data": data}


def event_from_plain(kind: str, data: dict[str, Any], when: object) -> Event:
    """Return the event of that kind. Raises ValueError where there is no such kind."""
    from quizapp.domain.attempt.events import EVENTS

    return typing.cast("Event", _fact_from_plain(EVENTS, kind, data, when))


def decision_from_plain(kind: str, data: dict[str, Any], when: object) -> Decision:
    """Return the decision of that kind. Raises ValueError where there is no such kind."""
    from quizapp.domain.decisions import DECISIONS

    return typing.cast("Decision", _fact_from_plain(DECISIONS, kind, data, when))


def practice_event_from_plain(kind: str, data: dict[str, Any], when: object) -> PracticeEvent:
    """Return the event of somebody's practice of that kind. Raises ValueError where there is no such kind."""
    from quizapp.domain.practice.events import PRACTICE_EVENTS

    return typing.cast("PracticeEvent", _fact_from_plain(PRACTICE_EVENTS, kind, data, when))


def keying_event_from_plain(kind: str, data: dict[str, Any], when: object) -> KeyingEvent:
    """Return the event of keying answers in of that kind. Raises ValueError where there is no such kind."""
    from quizapp.domain.keying.events import KEYING_EVENTS

    return typing.cast("KeyingEvent", _fact_from_plain(KEYING_EVENTS, kind, data, when))


def instant_to_text(instant: datetime) -> str:
    """Return an aware instant as YYYY-MM-DDTHH:MM:SS.mmmZ in UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def instant_from_text(text: str) -> datetime:
    """Return the aware instant that such a text names. Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _fact_from_plain(kinds: tuple[Any, ...], kind: str, data: dict[str, Any], when: object) -> Any:
    found: Any = next((fact for fact in kinds if kind == fact.KIND), None)
    if found is None:
        raise ValueError(f"no event is called {kind}")
    hints: dict[str, Any] = _hints(found)
    return found(when=when, **{name: _read(hints[name], value) for name, value in data.items()})


def _other_to_plain(value: object) -> Any:
    # Told by what they have: to import fractions or the question types for a roster would take longer than reading it.
    kind: Any = type(value)
    if kind.__module__ == "fractions":
        return str(value)
    if hasattr(kind, "SECRETS"):
        return {"type": kind.TYPE, **_fields_to_plain(value)}
    return _fields_to_plain(value)


def _fields_to_plain(value: object) -> dict[str, Any]:
    return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}  # type: ignore[arg-type]  # all else is a dataclass


def _read(hint: Any, data: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return None if data is None else _read(_other_than_none(hint), data)
    if origin is tuple:
        return _read_tuple(typing.get_args(hint), data)
    if origin is frozenset:
        return frozenset(_read(typing.get_args(hint)[0], member) for member in data)
    if hint is datetime:
        return instant_from_text(data)
    if hint is timedelta:
        return timedelta(seconds=data)
    if dataclasses.is_dataclass(hint):
        return _read_item(data) if hasattr(hint, "SECRETS") else _read_object(hint, data)
    return hint(data) if getattr(hint, "__module__", "") == "fractions" else data


def _read_item(data: dict[str, Any]) -> Any:
    from quizapp.domain.items import ITEM_TYPES

    data = dict(data)
    return _read_object(ITEM_TYPES[data.pop("type")], data)


def _read_tuple(members: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if len(members) == 2 and members[1] is Ellipsis:
        return tuple(_read(members[0], member) for member in data)
    return tuple(_read(member, value) for member, value in zip(members, data, strict=True))


def _read_object(kind: Any, data: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], value) for name, value in data.items()})


def _other_than_none(hint: Any) -> Any:
    return next(member for member in typing.get_args(hint) if member is not type(None))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
