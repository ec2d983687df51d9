"""Which of a candidate's attempts at a paper count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from quizapp.domain.delivery import Counts


def counted(totals: Sequence[Fraction | None], rule: Counts) -> frozenset[int]:
    """Return the places of the attempts that count, of totals in the order of their start.

    None is an attempt without a score yet, or void, which does not count. Of equal best ones the earlier counts;
    with `average` all do. Source: banks-and-papers, A paper (`counts`).
    """
    scored = [place for place, total in enumerate(totals) if total is not None]
    if not scored:
        return frozenset()
    match rule:
        case "average":
            return frozenset(scored)
        case "first":
            return frozenset(scored[:1])
        case "last":
            return frozenset(scored[-1:])
        case "best":
            return frozenset({max(scored, key=lambda place: (totals[place], -place))})
        case _:
            assert_never(rule)
