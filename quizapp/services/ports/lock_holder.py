"""Which program has an attempt open, and how long others wait for it."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from quizapp.domain.codec import instant_to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.domain.errors import AttemptBusy


class LockHolder(NamedTuple):
    """The program that was writing an attempt when another wanted to: question marks where it cannot be told."""

    pid: str = "?"
    host: str = "?"
    since: str = "?"

    @classmethod
    def of(cls, busy: AttemptBusy) -> Self:
        """Return who held the attempt, as the refusal names them."""
        return cls(*(_shown(busy.values.get(name, "?")) for name in cls._fields))


def _shown(value: object) -> str:
    return instant_to_text(value) if isinstance(value, datetime) else str(value)


PATIENCE = 8.0
"""Seconds to wait for the program that has an attempt open: it looks once a second."""
_PAUSE = 0.05


def moments(seconds: float = PATIENCE) -> Iterator[None]:
    """Give one moment after another at which another program may have answered, at least one."""
    end = time.monotonic() + seconds
    yield
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        yield
