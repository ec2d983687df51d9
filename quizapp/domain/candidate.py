"""Who sits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_NAME = 64
"""Characters of a name, as of a 学号."""
LONGEST_TEXT = 200
"""Of a unit, a post or a group."""
_NEAREST = 3


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


def near_ids(id: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers that one was meant for, maybe: with other zeros before it or of another width, else twisted.

    At most three; none where it is known itself.
    """
    known = tuple(known)
    if id in known:
        return ()
    bare = _bare(id)
    alike = [one for one in known if _bare(one) == bare]
    return tuple(alike or [one for one in known if _is_twisted(_bare(one), bare)])[:_NEAREST]


def _bare(id: str) -> str:
    from unicodedata import normalize

    return "".join(normalize("NFKC", id).split()).casefold().lstrip("0")


def _is_twisted(one: str, other: str) -> bool:
    """Return whether two neighbours changed places."""
    differ = [place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return (one[first], one[second]) == (other[second], other[first])
