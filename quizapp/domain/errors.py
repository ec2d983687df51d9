"""Everything raised on purpose, as a tree: each error is a code and values, and language says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.domain.fault import Fault


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
