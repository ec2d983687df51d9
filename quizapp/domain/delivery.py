"""How a paper is sat: time limit, window, tries, navigation, and when what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

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
