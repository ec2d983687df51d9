"""What somebody orders of an attempt: asked for by a request, carried out as an event of its journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

RequestKind = Literal["more_time", "hand_in", "pause", "go_on", "carry_out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """More time, the hand-in, the clock stopped or going on, or its way to another machine, by order of a person."""

    id: str
    """Unique, so that the same request is never granted twice."""
    asks: RequestKind
    more: timedelta = timedelta(0)
    """How much more time, where that is asked."""
    by: str
    checked_by: str = ""
    why: str
    token: str = ""
    """What its proof is made with, good for this order alone; "" where nobody knew the invigilator's password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAnswer:
    """Whether a request was granted, and what stands since."""

    refusal: str = ""
    """The code of why not; "" where it was granted."""
    values: tuple[tuple[str, str], ...] = ()
    """What belongs to that code."""
    closing: datetime | None = None
    """When the attempt closes now; None where it has no limit, or has ended."""


_KINDS: Mapping[RequestKind, str] = {
    "more_time": "extended",
    "pause": "paused",
    "go_on": "unpaused",
    "carry_out": "carried_out",
    "hand_in": "handed_in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptOrder:
    """Who ordered what, and why: the same whether it is read from the request or from the event."""

    kind: str
    """As the event that carries it out is called."""
    by: str
    checked_by: str = ""
    why: str
    more: timedelta = timedelta(0)
    """How much more time, where that was ordered."""
    request: str = ""
    """The id of the request; "" where the order was given before there was anybody to ask."""


def order_asked(request: Request) -> AttemptOrder:
    """Return the order that a request asks for."""
    return AttemptOrder(
        kind=_KINDS[request.asks],
        by=request.by,
        checked_by=request.checked_by,
        why=request.why,
        more=request.more,
        request=request.id,
    )
