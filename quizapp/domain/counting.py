"""Which of a candidate's attempts at a paper count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, assert_never

from quizapp.domain.delivery import Counts


class Try(NamedTuple):
    """What of an attempt says whether it uses one of the allowed tries."""

    is_void: bool
    is_entered: bool
    """Whether it was keyed in from paper."""


def tries(attempts: Sequence[Try]) -> tuple[int, ...]:
    """Return the places of the attempts, in the order of their start, that use a try.

    A void attempt frees its own. One entered from paper beside an earlier attempt was let in by the committee itself
    (`scores enter --again`) and uses none.
    """
    standing = [place for place, one in enumerate(attempts) if not one.is_void]
    return tuple(place for place in standing if place == standing[0] or not attempts[place].is_entered)


def beyond(attempts: Sequence[Try], allowed: int | None) -> frozenset[int]:
    """Return the places of the attempts beyond the allowed number, which do not count until the committee decides.

    It decides by making others void. Source: exam-rules, Who may sit.
    """
    return frozenset() if allowed is None else frozenset(tries(attempts)[allowed:])


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
