"""Who sits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person of the class, as the roster has them."""

    id: str
    """学号: any cleaned text up to 64 characters."""
    name: str
    unit: str = ""
    post: str = ""
    group: str = ""


def plain_name(text: str) -> str:
    """Return a name as it is kept and compared: cleaned, without the blanks that lists put into names."""
    from quizapp.domain.text import clean_line  # a roster that is only read needs none of its patterns

    return "".join(clean_line(text).split())
