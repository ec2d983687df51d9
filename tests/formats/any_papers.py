"""Papers made by Hypothesis, with every rule that a file may hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.delivery import ALL_SHOWN, Delivery
from quizapp.domain.papers.paper import Draw, MakeUp, MarkRange, Paper, Section, Shuffle, Threshold
from quizapp.domain.text import clean_line
from tests.formats.generated_banks import TEXTS

LINES = TEXTS.map(clean_line).filter(bool)
IDS = st.text(alphabet="abz09-_题库", min_size=1, max_size=8)
MARKS = st.integers(1, 400).map(lambda number: Fraction(number, 4))
SHARES = st.sampled_from([Fraction(3, 5), Fraction(1), Fraction(9, 10), Fraction(33, 400)])
LENGTHS = st.integers(1, 30_000).map(lambda seconds: timedelta(seconds=seconds))
INSTANTS = st.integers(0, 10**8).map(lambda past: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=past))


def thresholds(*, is_share: bool) -> st.SearchStrategy[Threshold]:
    """Return thresholds of one kind."""
    return (SHARES if is_share else MARKS).map(lambda value: Threshold(value=value, is_share=is_share))


@st.composite
def draws(draw: st.DrawFn, type: str) -> Draw:
    """Return a draw whose counts agree."""
    given: dict[str, Any] = {"type": type, "count": draw(st.integers(1, 60))}
    names = [f"t.{place}" for place in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        given["topics"] = tuple(names)
    elif names:
        given["topic_counts"] = tuple(zip(names, _parts(given["count"], len(names)), strict=True))
    if draw(st.booleans()):
        given["difficulty_counts"] = tuple(zip(("hard", "easy"), _parts(given["count"], 2), strict=True))
    if ITEM_TYPES[type].PARTS:
        given["size"] = draw(st.sampled_from([None, 2, 3]))
    for name, strategy in (("banks", IDS), ("tags", LINES)):
        given[name] = tuple(draw(st.lists(strategy, max_size=2, unique=True)))
    return Draw(**given)


@st.composite
def sections(draw: st.DrawFn) -> Section:
    """Return a section of fixed items or of a draw, marked as its type may be."""
    kind = ITEM_TYPES[draw(st.sampled_from(list(ITEM_TYPES)))]
    is_drawn = draw(st.booleans())
    schemes = ["", *(scheme.name for scheme in kind.SCHEMES)]
    return Section(
        title=draw(LINES),
        draw=draw(draws(kind.TYPE)) if is_drawn else None,
        items=() if is_drawn else tuple(draw(st.lists(IDS, min_size=1, max_size=3))),
        marks=draw(st.none() | MARKS),
        marking=draw(st.sampled_from(schemes)),
        penalty=draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 4)]))
        if kind.PENALISABLE
        else Fraction(0),
        option_marks=draw(st.none() | MARKS),
    )


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """Return rules of sitting that do not contradict each other."""
    opens, closes = sorted(draw(st.tuples(INSTANTS, INSTANTS)))
    limit = draw(st.none() | LENGTHS)
    closes = max(closes, opens + (limit or timedelta(seconds=1)))
    has_close = draw(st.booleans())
    feedback = ["never", "after_item", "after_hand_in", *(["after_close"] if has_close else [])]
    return Delivery(
        time_limit=limit,
        opens=opens if draw(st.booleans()) else None,
        closes=closes if has_close else None,
        attempts=draw(st.none() | st.integers(1, 9)),
        counts=draw(st.sampled_from(["best", "last", "first", "average"])),
        navigation=draw(st.sampled_from(["free", "forward_only"])),
        grace=draw(st.just(timedelta(0)) | LENGTHS),
        feedback=draw(st.sampled_from(feedback)),
        show=tuple(each for each in ALL_SHOWN if draw(st.booleans())) or ALL_SHOWN,
        certainty=draw(st.booleans()),
    )


@st.composite
def grades(draw: st.DrawFn) -> tuple[tuple[str, Threshold], ...]:
    """Return grades, the highest first."""
    asked = draw(st.lists(thresholds(is_share=draw(st.booleans())), max_size=3, unique=True))
    names = draw(st.lists(LINES, min_size=len(asked), max_size=len(asked), unique=True))
    return tuple(zip(names, sorted(asked, key=lambda each: -each.value), strict=True))


@st.composite
def mark_ranges(draw: st.DrawFn) -> MarkRange:
    """Return a range of marks or of shares, one number or an open end among them."""
    is_share = draw(st.booleans())
    least, most = sorted(draw(st.tuples(*[SHARES if is_share else MARKS] * 2)))
    open_end = draw(st.sampled_from(["", "least", "most"]))
    return MarkRange(
        least=None if open_end == "least" else least, most=None if open_end == "most" else most, is_share=is_share
    )


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Return a paper as a file without faults would give it."""
    is_single = draw(st.booleans())
    eligible = st.lists(st.sampled_from(["failed", "absent", "deferred"]), min_size=1, unique=True).map(tuple)
    make_ups = st.builds(MakeUp, paper=IDS, eligible=eligible, exclude=st.booleans(), cap=st.booleans())
    return Paper(
        id=draw(IDS),
        title=draw(LINES),
        use=draw(st.sampled_from(["any", "practice", "exam"])),
        instructions=draw(st.just("") | TEXTS | st.lists(LINES, min_size=2, max_size=3).map("\n".join)),
        delivery=draw(deliveries()),
        pass_mark=draw(st.booleans().flatmap(lambda is_share: thresholds(is_share=is_share))),
        full_score=draw(st.none() | MARKS),
        grades=draw(grades()),
        forms=1 if is_single else draw(st.integers(1, 26)),
        per_candidate=is_single,
        seed=draw(st.just("") | LINES),
        shuffle=draw(st.builds(Shuffle, items=st.booleans(), options=st.booleans())),
        make_up=draw(st.none() | make_ups),
        sections=tuple(draw(st.lists(sections(), min_size=1, max_size=4))),
        coverage=tuple(draw(st.dictionaries(LINES, mark_ranges(), max_size=3)).items()),
    )


def _parts(total: int, parts: int) -> list[int]:
    share = total // parts
    return [*[share] * (parts - 1), total - share * (parts - 1)]
