"""Which commands a machine offers: each command's area, and the roles of `quizapp.domain.roles` decide the rest."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.domain.roles import Area, offers

COMMANDS: Mapping[Area, tuple[str, ...]] = {
    "sitting": (
        "take",
        "practice",
        "banks list",
        "papers list",
        "scores list",
        "scores pack",
        "scores rebuild",
        "doctor",
        "rehearse",
    ),
    "teaching": (
        "banks check",
        "banks show",
        "banks coverage",
        "banks format",
        "banks import",
        "banks export",
        "banks new",
        "banks schema",
        "papers check",
        "papers draw",
        "papers print",
        "papers publish",
        "scores mark",
        "scores analyse",
    ),
    "committee": (
        "papers extend",
        "candidates list",
        "candidates import",
        "candidates export",
        "candidates leave",
        "scores export",
        "scores enter",
        "scores override",
        "scores correct",
        "scores regrade",
        "scores void",
        "scores reassign",
        "scores choose",
        "scores close",
        "scores note",
        "scores verify",
        "scores seal",
        "scores archive",
        "scores add",
        "scores collect",
        "class new",
    ),
}
"""Areas to their commands, each with its group."""


FOR_ALL = "take"
"""The command that needs no role: whoever has an attempt under way gets to it, whatever the settings say."""


def area(command: str) -> Area:
    """Return the area of a command; what is in none is the committee's, and a test tells of it."""
    return next((of_area for of_area, commands in COMMANDS.items() if command in commands), "committee")


def is_offered(role: str, command: str) -> bool:
    """Return whether a machine of that role has a command, or a group: that is there where any command of it is."""
    of_group = [one for commands in COMMANDS.values() for one in commands if one.startswith(f"{command} ")]
    return any(offers(role, area(one)) for one in of_group or [command])
