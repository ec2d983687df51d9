"""What a verification finds, each with its kind, its attempt where it is one's, and its sentence by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "chain", "form", "mark", "book", "roster", "missing", "added", "rolled_back", "replaced", "attempts", "order"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as it was written. Its sentence is the catalogue's `verify.` and `code`."""

    kind: Kind
    code: str
    attempt: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know that is nobody's doing: a crash's torn end, lines added as they should be."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def found(kind: Kind, code: str, *, attempt: str = "", **values: object) -> Finding:
    """Return a finding."""
    return Finding(kind=kind, code=code, attempt=attempt, values=values)


def remarked(code: str, **values: object) -> Remark:
    """Return a remark."""
    return Remark(code=code, values=values)
