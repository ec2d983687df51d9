"""A question format: what reads questions from a file's bytes and what writes a bank as bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizapp.domain.bank import ItemBank
    from quizapp.domain.fault import Fault


class Questions(NamedTuple):
    """What a file in some format holds."""

    bank: ItemBank | None
    """None where nothing could be read; items with errors are left out."""
    faults: tuple[Fault, ...] = ()


Read: TypeAlias = Callable[[bytes, str], Questions]
"""read(data, file name)."""

Write: TypeAlias = "Callable[[ItemBank, Literal['zh', 'en']], bytes]"
"""write(bank, the language of its words)."""


class QuestionFormat(NamedTuple):
    """One format, by its name on the command line. A named tuple: the registry is loaded at every start."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of its files, in small letters with the dot; the usual one first."""
    read: Read
    write: Write | None
    """None where the format is only read."""
