"""Faults in what somebody wrote, and everything raised on purpose, as a tree: codes and values, which language says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizapp.domain.text import brief

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a file; language turns its code and values into a sentence."""

    file: str
    line: int = 0
    """From 1; 0 where the fault has no line."""
    column: int = 0
    """From 1, in characters; 0 where the fault has no column."""
    item: str = ""
    """The id of the item it is in, where there is one."""
    severity: Severity = "error"
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    """What the sentence names, its texts cut to what a message shows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", brief(self.values))


class QuizError(Exception):
    """Something went wrong that a person is told about, in words found by its code."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class Refused(QuizError):
    """A rule says no: the paper is not open, the candidate is unknown, the attempt has ended."""


class Faulty(Refused):
    """Files or data have faults, all of which are listed."""

    def __init__(self, faults: tuple[Fault, ...], code: str = "faulty", **values: object) -> None:
        super().__init__(code, **values)
        self.faults = faults


class Overtaken(Refused):
    """Something of what is decided about was decided since its maker looked: it is to be looked at again."""


class InvalidAnswer(Refused):
    """A typed answer cannot be read as a response to its item."""


class CalledWrongly(QuizError):
    """What was asked for does not exist or makes no sense: an unknown paper, a missing file."""


class MachineRefused(QuizError):
    """The machine would not: the disk is full, permission is missing, a lock is held."""


class AttemptBusy(MachineRefused):
    """Another program is writing this attempt."""
