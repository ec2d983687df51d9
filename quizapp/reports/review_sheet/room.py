"""How much of what happened a sheet has room for, so that it stays one page: told in lines, before it is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizapp.documents.widths import width

PAGE = 273.0
"""Millimetres between the margins of A4."""
SPARE = 6.0
"""For browsers and fonts that set a little wider."""
LINE = 4.29
"""A line of 9 points; so in what follows, each with its margins as the style sheet has them."""
TITLE, TITLE_LINE, WARNING, FACTS, SECTIONS, NOTE, SIGNATURES = 2.5, 6.67, 12.9, 21.5, 4.89, 4.6, 20.0
CLOSE_ROW, ROOMY_ROW = 3.95, 5.0
HEADING = LINE + 1.6
"""Of a list of lines."""

TITLE_CELLS = 70
"""Half-width characters that a line of the title surely takes."""
WHOLE_CELLS, HALF_CELLS = 104, 50
"""And a line across the page, and across half of it."""
MOST_LINES = 2
"""Of what is told in one entry; the style sheet cuts the rest."""
LEAST = 2
"""Lines that each list gets before another gets all it wants."""


class Fixed(NamedTuple):
    """What stands on a page whatever happened."""

    title: str
    warnings: int
    sections: int
    rows: int
    """Lines of the table of questions, without its head."""
    is_roomy: bool
    """Whether they stand apart."""


def lines_left(fixed: Fixed) -> int:
    """Return how many lines the lists can have together, their headings not counted."""
    used = SPARE + TITLE + TITLE_LINE * min(-(-width(fixed.title) // TITLE_CELLS), 2) + WARNING * fixed.warnings
    used += FACTS + 3 + SECTIONS * -(-fixed.sections // 3)
    used += (fixed.rows + 1) * (ROOMY_ROW if fixed.is_roomy else CLOSE_ROW) + 2
    used += NOTE + 3 * HEADING + SIGNATURES
    return max(int((PAGE - used) / LINE), 0)


def lines_of(entry: str) -> int:
    """Return how many lines across the page an entry takes."""
    return min(-(-width(entry) // WHOLE_CELLS), MOST_LINES)


def half_lines_of(entry: str) -> float:
    """Return how many lines across the page an entry takes that stands beside another one."""
    return min(-(-width(entry) // HALF_CELLS), MOST_LINES) / 2


def shared(free: float, wanted: Sequence[float]) -> list[float]:
    """Return how many lines each list gets: the first as many as it wants, but the others a few."""
    given = []
    for place, want in enumerate(wanted):
        kept = sum(min(other, LEAST) for other in wanted[place + 1 :])
        share = min(want, max(free - kept, min(want, LEAST)))
        given.append(share)
        free -= share
    return given


def fitting(entries: Sequence[str], cost: Callable[[str], float], room: float) -> int:
    """Return how many entries, from the first, take no more than these lines; one line less where not all do."""
    if sum(map(cost, entries)) <= room:
        return len(entries)
    left, count = room - 1, 0
    for entry in entries:
        left -= cost(entry)
        if left < 0:
            break
        count += 1
    return count
