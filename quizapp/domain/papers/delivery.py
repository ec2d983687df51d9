"""The rules of sitting a paper: its window and its tries, what is shown afterwards, and which attempts count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple, assert_never

Counts = Literal["best", "last", "first", "average"]
Navigation = Literal["free", "forward_only"]
Feedback = Literal["never", "after_item", "after_hand_in", "after_close"]
Shown = Literal["score", "marks", "key", "rationale"]

ALL_SHOWN: tuple[Shown, ...] = ("score", "marks", "key", "rationale")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The rules of sitting one paper."""

    time_limit: timedelta | None = None
    """None is no limit."""
    opens: datetime | None = None
    closes: datetime | None = None
    attempts: int | None = 1
    """How many times a candidate may start; None is as often as they like."""
    counts: Counts = "best"
    navigation: Navigation = "free"
    grace: timedelta = timedelta(0)
    feedback: Feedback = "after_hand_in"
    show: tuple[Shown, ...] = ALL_SHOWN
    certainty: bool = False

    @property
    def shows_keys_while_open(self) -> bool:
        """Whether keys or rationales show while others may still sit (exam-rules, Navigation and feedback)."""
        return self.feedback in ("after_item", "after_hand_in") and not {"key", "rationale"}.isdisjoint(self.show)

    def shows(self, what: Shown, now: datetime) -> bool:
        """Return whether a handed-in attempt may show this at `now` (exam-rules, Navigation and feedback)."""
        if what not in self.show or self.feedback == "never":
            return False
        if self.feedback == "after_close":
            return self.closes is not None and now >= self.closes
        return True


def may_still_come(opens: datetime | None, closes: datetime | None, now: datetime) -> bool:
    """Return whether somebody without an attempt is awaited yet: there is a window, and it has not closed."""
    return (opens is not None or closes is not None) and (closes is None or now < closes)


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
