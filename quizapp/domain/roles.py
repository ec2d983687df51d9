"""What a machine is for, by the role its settings name: the one table of what is offered to whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Area: TypeAlias = Literal["sitting", "teaching", "committee"]
"""What trainees do; what is done with banks, papers and what people answered; what the class's book needs."""

AREAS: Mapping[str, frozenset[Area]] = {
    "": frozenset({"sitting", "teaching", "committee"}),
    "trainee": frozenset({"sitting"}),
    "teacher": frozenset({"sitting", "teaching"}),
    "committee": frozenset({"sitting", "teaching", "committee"}),
}
"""Roles to what their machines offer; "" is a machine whose settings name none."""


def offers(role: str, area: Area) -> bool:
    """Return whether a machine of that role offers what belongs to that area."""
    return area in AREAS[role]
