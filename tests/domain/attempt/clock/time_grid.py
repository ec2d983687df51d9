"""A grid of instants under a stopped clock, with what is due to an answer given at each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from typing import NamedTuple, TypeAlias

from quizapp.domain.attempt.events import Event
from quizapp.domain.attempt.interruptions import resume
from quizapp.domain.attempt.rules import extend, leave_section, open_section, visit
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import HOUR, MILLISECOND, MINUTE, NINE, held_to, moment

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
NOTHING = timedelta(0)
CHINA = timezone(timedelta(hours=8))
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))

Before: TypeAlias = Callable[[Attempt, Terms], tuple[Event, ...]]


class Case(NamedTuple):
    """An answer to the first question given at what a machine reads, and what became of it."""

    name: str
    reading: Moment
    counts: bool
    ended: datetime | None = None
    """When the attempt was handed in by then; None where it goes on."""
    closed: datetime | None = None
    """When the first question's section was closed by then."""
    terms: Terms = HOUR
    before: tuple[Before, ...] = ()
    began: datetime = NINE


def more(at: timedelta, by: timedelta) -> Before:
    """Return an extension given that long after nine."""
    return lambda attempt, terms: extend(attempt, terms, moment(at), more=by, why="停电", by="李老师")


def opened(at: timedelta) -> Before:
    """Return the opening of the first section that long after nine."""
    return lambda attempt, terms: open_section(attempt, terms, 0, moment(at))


def left(at: timedelta) -> Before:
    """Return the leaving of the section that is open that long after nine."""
    return lambda attempt, terms: leave_section(attempt, terms, moment(at))


def returned(wall: timedelta, clock: timedelta, boot: str) -> Before:
    """Return the going on with the attempt on a machine that reads so."""
    return lambda attempt, terms: resume(attempt, terms, read(wall, clock, boot))


def seen(at: timedelta) -> Before:
    """Return a last sign of life that long after nine."""
    return lambda attempt, terms: visit(attempt, terms, 1, moment(at))


def read(wall: timedelta, clock: timedelta, boot: str = "boot-1") -> Moment:
    """Return what a machine reads whose wall clock stands that long after nine."""
    return Moment(at=NINE + wall, boot=boot, clock=clock.total_seconds())


EDGES = ((-MILLISECOND, "1 ms before"), (NOTHING, "at"), (MILLISECOND, "1 ms after"))


def around_the_closing() -> Iterator[Case]:
    """Yield the closing that each rule makes, a millisecond before and after it too."""
    ways: dict[str, tuple[Terms, tuple[Before, ...], timedelta]] = {
        "the limit": (HOUR, (), 60 * MINUTE),
        "the window": (held_to(time_limit=None, closes=NINE + 90 * MINUTE), (), 90 * MINUTE),
        "the window before the limit": (held_to(closes=NINE + 20 * MINUTE), (), 20 * MINUTE),
        "the limit before the window": (held_to(closes=NINE + 90 * MINUTE), (), 60 * MINUTE),
        "the grace": (held_to(grace=30 * SECOND), (), 60 * MINUTE + 30 * SECOND),
        "the window's grace": (held_to(closes=NINE + 20 * MINUTE, grace=30 * SECOND), (), 20 * MINUTE + 30 * SECOND),
        "an extension": (HOUR, (more(MINUTE, 10 * MINUTE),), 70 * MINUTE),
        "an extension of the window": (
            held_to(closes=NINE + 20 * MINUTE),
            (more(MINUTE, 10 * MINUTE),),
            30 * MINUTE,
        ),
        "an extension given at the last millisecond": (
            HOUR,
            (more(60 * MINUTE - MILLISECOND, 10 * MINUTE),),
            70 * MINUTE,
        ),
        "an extension given in the grace": (
            held_to(grace=30 * SECOND),
            (more(60 * MINUTE, 10 * MINUTE),),
            70 * MINUTE + 30 * SECOND,
        ),
        "two extensions": (HOUR, (more(MINUTE, 10 * MINUTE), more(65 * MINUTE, SECOND)), 70 * MINUTE + SECOND),
    }
    for (name, (terms, before, last)), (edge, words) in product(ways.items(), EDGES):
        counts = edge < NOTHING
        yield Case(
            name=f"{words} the end of {name}",
            reading=moment(last + edge),
            counts=counts,
            ended=None if counts else NINE + last,
            terms=terms,
            before=before,
        )


def with_a_wall_clock_that_is_wrong() -> Iterator[Case]:
    """Yield the closing within one boot while the wall clock says something else."""
    wrongs = (SECOND, 5 * SECOND, 6 * SECOND, MINUTE, 60 * MINUTE, DAY, 365 * DAY, 3652 * DAY)
    for wrong, sign, edge in product(wrongs, (1, -1), (-MILLISECOND, NOTHING)):
        counts = edge < NOTHING
        yield Case(
            name=f"wall clock {sign * wrong} wrong {edge}",
            reading=read(60 * MINUTE + edge + sign * wrong, 60 * MINUTE + edge),
            counts=counts,
            ended=None if counts else NINE + 60 * MINUTE,
        )


def in_other_zones() -> Iterator[Case]:
    """Yield closings of machines whose zone is another, is changed, or puts its clock back or forward meanwhile."""
    autumn = datetime(2026, 10, 25, 2, 30, tzinfo=SUMMER)
    spring = datetime(2026, 3, 29, 1, 30, tzinfo=WINTER)
    china = NINE.astimezone(CHINA)
    ways: dict[str, tuple[datetime, datetime, Terms]] = {
        "a zone of its own": (china, datetime(2026, 12, 1, 10, 0, tzinfo=CHINA), HOUR),
        "a zone changed meanwhile": (china, datetime(2026, 12, 1, 4, 0, tzinfo=SUMMER), HOUR),
        "a clock put back for winter": (autumn, datetime(2026, 10, 25, 2, 30, tzinfo=WINTER), HOUR),
        "a clock put forward for summer": (spring, datetime(2026, 3, 29, 3, 30, tzinfo=SUMMER), HOUR),
        "a window that closes in the hour that comes twice": (
            autumn,
            datetime(2026, 10, 25, 2, 15, tzinfo=WINTER),
            held_to(closes=datetime(2026, 10, 25, 2, 15, tzinfo=WINTER)),
        ),
        "a window that closes by another zone": (
            china,
            datetime(2026, 12, 1, 9, 20, tzinfo=CHINA),
            held_to(closes=datetime(2026, 12, 1, 2, 20, tzinfo=WINTER)),
        ),
    }
    for (name, (began, last, terms)), (edge, words), boot in product(ways.items(), EDGES, ("boot-1", "boot-2")):
        counts, at = edge < NOTHING, last.astimezone(UTC) + edge
        clock = (at - began).total_seconds() if boot == "boot-1" else 5.0
        yield Case(
            name=f"{words} the end with {name}, {boot}",
            reading=Moment(at=at, boot=boot, clock=clock),
            counts=counts,
            ended=None if counts else last,
            terms=terms,
            began=began.astimezone(UTC),
        )


def suspended_and_started_again() -> Iterator[Case]:
    """Yield machines that slept, were switched off, or cannot tell their boots apart."""
    late = NINE + 60 * MINUTE
    yield Case("asleep until 1 ms before", moment(60 * MINUTE - MILLISECOND), True)
    yield Case("asleep until the closing", moment(60 * MINUTE), False, late)
    yield Case("asleep for ten hours", moment(600 * MINUTE), False, late)
    yield Case("asleep where sleep is not counted", read(600 * MINUTE, 30 * MINUTE), True)
    yield Case("switched off until 1 ms before", read(60 * MINUTE - MILLISECOND, SECOND, "boot-2"), True)
    yield Case("switched off until the closing", read(60 * MINUTE, SECOND, "boot-2"), False, late)
    yield Case("switched off until 1 ms after", read(60 * MINUTE + MILLISECOND, SECOND, "boot-2"), False, late)
    yield Case("switched off for ten hours", read(600 * MINUTE, SECOND, "boot-2"), False, late)
    yield Case("switched off, clock back by a year", read(-365 * DAY, SECOND, "boot-2"), True)
    yield Case("switched off, clock ahead by a year", read(365 * DAY, SECOND, "boot-2"), False, late)
    twice = (returned(20 * MINUTE, SECOND, "boot-2"), returned(40 * MINUTE, SECOND, "boot-3"))
    for edge, words in EDGES:
        counts = edge < NOTHING
        yield Case(
            f"switched off twice, {words}",
            read(edge, 20 * MINUTE + SECOND + edge, "boot-3"),
            counts,
            None if counts else late,
            before=twice,
        )
        yield Case(
            f"boots not told apart, {words}", read(60 * MINUTE + edge, SECOND, ""), counts, None if counts else late
        )
        # The clock was put back by an hour over a reboot at half past: what passed before it still counts.
        yield Case(
            f"switched off, clock back by an hour, {words}",
            read(edge, 30 * MINUTE + SECOND + edge, "boot-2"),
            counts,
            None if counts else late,
            before=(seen(30 * MINUTE), returned(-30 * MINUTE, SECOND, "boot-2")),
        )


def in_sections_with_clocks() -> Iterator[Case]:
    """Yield the end of a section, which is not that of the paper."""
    twenty = held_to(20 * MINUTE, None)
    graced = replace(twenty, delivery=replace(twenty.delivery, grace=30 * SECOND))
    ten_more = (opened(5 * MINUTE), more(6 * MINUTE, 10 * MINUTE))
    asleep = (opened(5 * MINUTE), returned(15 * MINUTE, SECOND, "boot-2"))
    ways: dict[str, tuple[Terms, tuple[Before, ...], timedelta]] = {
        "a section": (twenty, (opened(5 * MINUTE),), 25 * MINUTE),
        "a section, whose paper has grace": (graced, (opened(5 * MINUTE),), 25 * MINUTE),
        "a section with an extension": (twenty, ten_more, 35 * MINUTE),
        "a section with an extension given before it was opened": (
            twenty,
            (more(MINUTE, 10 * MINUTE), opened(5 * MINUTE)),
            25 * MINUTE,
        ),
        "a section of a paper without limit": (
            held_to(20 * MINUTE, None, time_limit=None),
            (opened(5 * MINUTE),),
            25 * MINUTE,
        ),
    }
    for (name, (terms, before, last)), (edge, words) in product(ways.items(), EDGES):
        counts = edge < NOTHING
        closed = None if counts else NINE + last
        yield Case(f"{words} the end of {name}", moment(last + edge), counts, None, closed, terms, before)
    for edge, words in EDGES:
        counts = edge < NOTHING
        closed = None if counts else NINE + 25 * MINUTE
        clock = 10 * MINUTE + SECOND + edge
        yield Case(
            f"{words} the end of a section over a reboot",
            read(edge, clock, "boot-2"),
            counts,
            None,
            closed,
            twenty,
            asleep,
        )
        yield Case(
            f"{words} the end of a section with the clock ten years wrong",
            read(3652 * DAY, 25 * MINUTE + edge),
            counts,
            None,
            closed,
            twenty,
            (opened(5 * MINUTE),),
        )
        late = (opened(50 * MINUTE),)
        ended = None if counts else NINE + 60 * MINUTE
        yield Case(
            f"{words} the end of a section that ends with its paper",
            moment(60 * MINUTE + edge),
            counts,
            ended,
            None,
            twenty,
            late,
        )
        last = 60 * MINUTE + 30 * SECOND
        yield Case(
            f"{words} the end of a section in its paper's grace",
            moment(last + edge),
            counts,
            None if counts else NINE + last,
            None,
            graced,
            late,
        )
    five = opened(5 * MINUTE)
    over = NINE + 25 * MINUTE
    gone = (five, left(9 * MINUTE))
    yield Case("in a section that was left", moment(10 * MINUTE), False, None, NINE + 9 * MINUTE, twenty, gone)
    too_late = (five, more(25 * MINUTE, 10 * MINUTE))
    yield Case("in a section extended after its end", moment(26 * MINUTE), False, None, over, twenty, too_late)
    closing = NINE + 60 * MINUTE
    yield Case("long after section and paper have ended", moment(600 * MINUTE), False, closing, over, twenty, (five,))
    yield Case("before its section was opened", moment(MINUTE), False, None, None, twenty)


GRID = (
    *around_the_closing(),
    *with_a_wall_clock_that_is_wrong(),
    *in_other_zones(),
    *suspended_and_started_again(),
    *in_sections_with_clocks(),
)
