"""A fault in what somebody wrote: where it is, how bad, and which."""

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
