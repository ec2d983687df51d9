"""The member that says what is in a pack: so that what was cut off or exchanged shows before anything is believed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizapp.carrying.pack.members import MOST_ATTEMPTS, VERSION
from quizapp.domain.text import clean_line
from quizapp.plain import instant_to_text
from quizapp.services.collecting.brought import Stated
from quizapp.services.form_files import canonical
from quizapp.services.records import AttemptName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.services.packing import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a pack says of itself."""

    class_id: str = ""
    machine: str = ""
    attempts: Mapping[AttemptName, Stated] = field(default_factory=dict)


def to_bytes(pack: Pack) -> bytes:
    """Return the member of a pack."""
    attempts = [{**one.name._asdict(), **one.stated._asdict()} for one in pack.attempts]
    data = {
        "version": VERSION,
        "class": pack.class_id,
        "machine": pack.machine,
        "made_at": instant_to_text(pack.made_at),
        "attempts": attempts,
    }
    return canonical(data)


def read(data: bytes) -> Contents | None:
    """Return what a member says; None where nothing can be made of it. A later version says at least as much."""
    try:
        plain = json.loads(data)
        attempts = dict(map(_attempt, plain["attempts"][:MOST_ATTEMPTS]))
        return Contents(class_id=_line(plain["class"]), machine=_line(plain["machine"]), attempts=attempts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _attempt(plain: Mapping[str, Any]) -> tuple[AttemptName, Stated]:
    name = AttemptName(*(_line(plain[field]) for field in AttemptName._fields))
    return name, Stated(**{field: plain[field] for field in Stated._fields})


def _line(text: Any) -> str:
    if not isinstance(text, str) or clean_line(text) != text or len(text) > 200:
        raise ValueError("not a line")
    return text
