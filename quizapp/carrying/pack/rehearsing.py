"""The members that tell who rehearsed on a machine."""

from __future__ import annotations

import json
from typing import Any

from quizapp.domain.text import clean_line
from quizapp.plain import instant_from_text, instant_to_text
from quizapp.services.arrivals import Rehearsal
from quizapp.services.form_files import canonical

_MOST_VALUES = 50


def to_bytes(one: Rehearsal) -> bytes:
    """Return a rehearsal's member."""
    plain = {"at": instant_to_text(one.at), "machine": one.machine, "who": one.who, "values": dict(one.values)}
    return canonical(plain)


def read(data: bytes) -> Rehearsal | None:
    """Return the rehearsal that a member tells of; None where nothing can be made of it."""
    try:
        plain = json.loads(data)
        values = {_line(name): _line(value) for name, value in list(plain["values"].items())[:_MOST_VALUES]}
        at = instant_from_text(plain["at"])
        return Rehearsal(at=at, machine=_line(plain["machine"]), who=_line(plain["who"]), values=values)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _line(text: Any) -> str:
    if not isinstance(text, str) or clean_line(text) != text or len(text) > 200:
        raise ValueError("not a line")
    return text
