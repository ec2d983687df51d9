"""Which program had an attempt open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from quizapp.plain import instant_to_text

if TYPE_CHECKING:
    from quizapp.domain.errors import AttemptBusy


class Holder(NamedTuple):
    """The program that was writing an attempt when another wanted to: question marks where it cannot be told."""

    pid: str = "?"
    host: str = "?"
    since: str = "?"

    @classmethod
    def of(cls, busy: AttemptBusy) -> Self:
        """Return who held the attempt, as the refusal names them."""
        return cls(*(_text(busy.values.get(name, "?")) for name in cls._fields))


def _text(value: object) -> str:
    return instant_to_text(value) if isinstance(value, datetime) else str(value)
