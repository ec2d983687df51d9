"""What somebody asks of an attempt that is being sat, and what its writer answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Asked = Literal["more_time", "hand_in", "pause", "go_on", "carry_out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """More time, the hand-in, the clock stopped or going on, or its way to another machine, by order of a person."""

    id: str
    """Unique, so that the same request is never granted twice."""
    asks: Asked
    more: timedelta = timedelta(0)
    """How much more time, where that is asked."""
    by: str
    checked_by: str = ""
    why: str
    token: str = ""
    """What its proof is made with, good for this order alone; "" where nobody knew the invigilator's password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether a request was granted, and what stands since."""

    refusal: str = ""
    """The code of why not; "" where it was granted."""
    values: tuple[tuple[str, str], ...] = ()
    """What belongs to that code."""
    closing: datetime | None = None
    """When the attempt closes now; None where it has no limit, or has ended."""
