"""Whether what was read from elsewhere holds what its types say: readers of plain data take it at its word.

Each class is gone through once and gives a check that is kept; a class sits thousands of events.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, TypeAlias

from quizapp.domain.moment import Moment
from quizapp.domain.text import is_clean

LONGEST_LINE, LONGEST_ANSWER = 2_000, 100_000
"""Characters of what stands on one line, and of one answer or one text of a question."""
FIRST_YEAR, LAST_YEAR = 2000, 2199
MOST = 10**9
"""Of any number's size."""
MOST_SECONDS = 10**12

_Check: TypeAlias = Callable[[Any], bool]

_TYPED, _LONG = ("response",), ("stem", "stimulus", "rationale", "instructions", "options", "passages", "key")
"""Fields that were typed and stand as they were; those that may be long."""
# Escape sequences could reach a terminal; line ends and tabs are typed.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def is_well_made(thing: Any) -> bool:
    """Return whether every field of a dataclass, and of those in it, holds what its type says, and texts are clean."""
    kind: Any = type(thing)
    for name, check in _checks(kind):  # noqa: SIM110 - a generator would cost as much again, for every event
        if not check(getattr(thing, name)):
            return False
    return True


@cache
def _checks(kind: Any) -> tuple[tuple[str, _Check], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _check(hints[field.name], field.name)) for field in fields(kind))


def _check(hint: Any, name: str) -> _Check:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return lambda value: isinstance(value, str | int) and value in arguments
    if origin in (types.UnionType, typing.Union):
        checks = [_check(each, name) for each in arguments]
        return lambda value: any(check(value) for check in checks)
    if origin is tuple:
        return _check_tuple(arguments, name)
    return _PLAIN[hint](name) if hint in _PLAIN else _check_thing(hint)


def _check_tuple(members: tuple[Any, ...], name: str) -> _Check:
    checks = [_check(member, name) for member in members if member is not Ellipsis]
    if members[-1] is Ellipsis:
        (check,) = checks
        return lambda value: isinstance(value, tuple) and all(map(check, value))
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(checks)
        and all(check(member) for check, member in zip(checks, value, strict=True))
    )


def _check_thing(kind: Any) -> _Check:
    """Return the check of a dataclass, which may be one of several that are derived from that kind."""
    is_whole: _Check = is_well_made if is_dataclass(kind) else lambda _: True
    of_kind: Any = kind
    return lambda value: isinstance(value, of_kind) and is_whole(value)


def _text(name: str) -> _Check:
    if name in _TYPED:
        return lambda value: isinstance(value, str) and len(value) <= LONGEST_ANSWER and not _CONTROLS.search(value)
    if name in _LONG:
        return lambda value: isinstance(value, str) and len(value) <= LONGEST_ANSWER and is_clean(value)
    return lambda value: isinstance(value, str) and len(value) <= LONGEST_LINE and _is_clean(value)


@lru_cache(maxsize=256)
def _is_clean(line: str) -> bool:
    """Return whether a line is clean; each of a sitting's events names the same boot."""
    return is_clean(line)


def _is_moment(when: Any) -> bool:
    """Return what the check of its fields would: every event has one, so that this is told in one breath."""
    return (
        isinstance(when, Moment)
        and isinstance(when.at, datetime)
        and FIRST_YEAR <= when.at.year <= LAST_YEAR
        and isinstance(when.boot, str)
        and len(when.boot) <= LONGEST_LINE
        and _is_clean(when.boot)
        and (when.clock is None or _is_clock(when.clock))
    )


def _is_clock(value: Any) -> bool:
    # JSON has one kind of number, and others than a clock; none that is no number is between two.
    return type(value) in (int, float) and -MOST_SECONDS < value < MOST_SECONDS


_PLAIN: dict[Any, Callable[[str], _Check]] = {
    str: _text,
    bool: lambda _: lambda value: isinstance(value, bool),
    int: lambda _: lambda value: type(value) is int and abs(value) < MOST,
    float: lambda _: _is_clock,
    Moment: lambda _: _is_moment,
    Fraction: lambda _: lambda value: isinstance(value, Fraction) and abs(value) < MOST,
    datetime: lambda _: lambda value: isinstance(value, datetime) and FIRST_YEAR <= value.year <= LAST_YEAR,
    timedelta: lambda _: lambda value: isinstance(value, timedelta),
    type(None): lambda _: lambda value: value is None,
}
