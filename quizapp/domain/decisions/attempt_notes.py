"""What the committee is told beside a score of how an attempt was sat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta

from quizapp.domain.attempt.events import (
    CarriedOut,
    CarriedOver,
    ClockDisagreed,
    Event,
    Extended,
    JournalRestored,
    Unpaused,
    ordering_event,
)
from quizapp.domain.attempt.interruptions import pauses
from quizapp.domain.decisions.notes import ScoreNote


def of_events(events: Iterable[Event], unproved: Collection[int] = ()) -> tuple[ScoreNote, ...]:
    """Return what an attempt's journal says of its sitting.

    What was ordered, by whom and why: its start, more time, its way to another machine, its hand-in; each pause with
    its length and its end; that the journal was cut, gone or exchanged meanwhile; and the clock's furthest gap.
    `unproved` are the lines of orders without a good proof.
    """
    events = tuple(events)
    notes = [*_of_orders(events, unproved), *_of_pauses(events, unproved)]
    restored = [event for event in events if isinstance(event, JournalRestored) and event.found != "copy"]
    notes += [ScoreNote("journal_restored", {"lines": event.lines}) for event in restored]
    gap = max((event.by for event in events if isinstance(event, ClockDisagreed)), key=abs, default=timedelta(0))
    if gap:
        notes.append(ScoreNote("clock_ahead" if gap > timedelta(0) else "clock_behind", {"by": abs(gap)}))
    return tuple(notes)


def _of_orders(events: Sequence[Event], unproved: Collection[int]) -> Iterator[ScoreNote]:
    """Give what was ordered but the pauses, which have a length."""
    is_out = False
    for line, event in enumerate(events, 1):
        ordering = ordering_event(event)
        if ordering is None or not ordering.NOTE:
            continue
        code = ordering.NOTE
        if is_out and isinstance(ordering, Unpaused):
            # It may go on in two places: whoever compares the copies must know that it was meant to.
            code = "carried_out"
        is_out = isinstance(ordering, CarriedOut) or (is_out and not isinstance(ordering, Unpaused | CarriedOver))
        more = {"more": ordering.more} if isinstance(ordering, Extended) else {}
        yield ScoreNote(code, {**more, **_giver(ordering.order.by, ordering.order.why, is_unproved=line in unproved)})


def _of_pauses(events: Sequence[Event], unproved: Collection[int]) -> Iterator[ScoreNote]:
    for one in pauses(events):
        giver = _giver(one.by, one.why, is_unproved=one.line in unproved)
        yield (
            ScoreNote("paused_still", giver)
            if one.length is None
            else ScoreNote("paused", {"length": one.length, **giver})
        )


def _giver(who: str, why: str, *, is_unproved: bool) -> dict[str, object]:
    return {"who": who, "why": why, **({"unproved": True} if is_unproved else {})}
