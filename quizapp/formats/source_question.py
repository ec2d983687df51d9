"""What a format is that questions come in from elsewhere, and go out to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from quizapp.reading.source_question import LeftOut, Reading, Reason, Remark, SourceQuestion, Verdict

if TYPE_CHECKING:
    from quizapp.domain.bank import ItemBank

__all__ = [
    "LeftOut",
    "Read",
    "Reading",
    "Reason",
    "Remark",
    "SourceFormat",
    "SourceQuestion",
    "Verdict",
    "Write",
    "Written",
]


class Written(NamedTuple):
    """A bank in a format, and what that format could not carry."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


Read: TypeAlias = Callable[[bytes, str, str], Reading]
"""read(data, file name, encoding or ""); raises Refused for what is not such a file at all."""

Write: TypeAlias = "Callable[[ItemBank, Literal['zh', 'en']], Written]"
"""write(bank, the language of its words)."""


class SourceFormat(NamedTuple):
    """A format that questions come in from elsewhere, by its name on the command line."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of its files, in small letters with the dot; the usual one first."""
    read: Read
    write: Write | None = None
    """None where the format is only read."""
    looks_like: Callable[[bytes], bool] | None = None
    """Whether a file's content is of this format, asked where several share an ending; None takes what is left."""
