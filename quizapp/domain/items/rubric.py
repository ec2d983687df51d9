"""What a person marks a text by, as its author writes it: points with their levels, and what is taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from quizapp.domain.answer_key import Deduction, Level, RubricPoint
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import Report, Value

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
LEVEL_MARKS = rf"{_NUMBER}(?: ?[-~—–至到] ?{_NUMBER})?"
"""The pattern of a level's marks, in half width: a number, or from one to another."""
_MARKS = re.compile(rf"({_NUMBER})(?: ?[-~—–至到] ?({_NUMBER}))?")
WIDEST_STEP = Fraction(1)
"""How far a level's lowest marks may lie above the highest of the one below it."""


def read_rubric(value: Value, report: Report) -> tuple[RubricPoint, ...] | None:
    """Return the points, whose fields have the shapes they were declared with, or None with faults reported."""
    points = [_point(entry, place, report) for place, entry in enumerate(_maps(value))]
    found = tuple(point for point in points if point is not None)
    return found if len(found) == len(points) else None


def read_deductions(value: Value, report: Report) -> tuple[Deduction, ...] | None:
    """Return what is taken off, or None with faults reported."""
    found: list[Deduction] = []
    is_sound = True
    for place, entry in enumerate(_maps(value)):
        each, most = (Fraction(str(entry[name])) for name in ("each", "most"))
        if not each or not most or most % each:
            report(("deductions", place, "most"), "deduction-most", each=entry["each"], most=entry["most"])
            is_sound = False
            continue
        found.append(Deduction(point=str(entry["point"]), each=each, most=most))
    return tuple(found) if is_sound else None


def written_point(point: RubricPoint) -> dict[str, Value]:
    """Return a point as its author writes it."""
    levels: list[Value] = [_written_level(level) for level in point.levels]
    return {
        "point": point.point,
        "marks": decimal_text(point.marks),
        **({"keywords": list(point.keywords)} if point.keywords else {}),
        **({"levels": levels} if levels else {}),
    }


def written_deduction(one: Deduction) -> dict[str, Value]:
    """Return what is taken off as its author writes it."""
    return {"point": one.point, "each": decimal_text(one.each), "most": decimal_text(one.most)}


def level_marks(text: str) -> tuple[Fraction, Fraction] | None:
    """Return a level's lowest and highest marks: `2-3`, or `4` alone; None for what is neither."""
    found = _MARKS.fullmatch(" ".join(unicodedata.normalize("NFKC", text).split()))
    if found is None:
        return None
    least = Fraction(found[1])
    most = Fraction(found[2]) if found[2] else least
    return (least, most) if least <= most else None


def _maps(value: Value) -> list[dict[str, Value]]:
    return [entry for entry in (value if isinstance(value, list) else []) if isinstance(entry, dict)]


def _point(entry: dict[str, Value], place: int, report: Report) -> RubricPoint | None:
    marks = Fraction(str(entry["marks"]))
    if not marks:
        report(("rubric", place, "marks"), "rubric-without-marks")
        return None
    levels = _levels(_maps(entry.get("levels", [])), marks, place, report)
    if levels is None:
        return None
    keywords = entry.get("keywords", [])
    words = [keywords] if isinstance(keywords, str) else keywords
    return RubricPoint(
        point=str(entry["point"]),
        marks=marks,
        keywords=tuple(word for word in words if isinstance(word, str)),
        levels=levels,
    )


def _levels(
    entries: Sequence[dict[str, Value]], marks: Fraction, place: int, report: Report
) -> tuple[Level, ...] | None:
    """Return a point's levels, or None where they are not all of its marks from the highest down."""
    found: list[Level] = []
    for step, entry in enumerate(entries):
        ends = level_marks(str(entry["marks"]))
        if ends is None:
            report(("rubric", place, "levels", step, "marks"), "level-marks", text=str(entry["marks"]))
            return None
        looks = str(entry.get("looks", ""))
        found.append(Level(level=str(entry["level"]), least=ends[0], most=ends[1], looks=looks))
    names = [level.level for level in found]
    if len(set(names)) < len(names):
        report(("rubric", place, "levels"), "level-twice")
    elif found and not _is_whole(found, marks):
        report(("rubric", place, "levels"), "levels-not-whole", marks=decimal_text(marks))
    else:
        return tuple(found)
    return None


def _is_whole(levels: Sequence[Level], marks: Fraction) -> bool:
    """Return whether levels go from all of a point's marks down to none, without a gap and without overlapping."""
    steps = [higher.least - lower.most for higher, lower in pairwise(levels)]
    return levels[0].most == marks and levels[-1].least == 0 and all(0 < step <= WIDEST_STEP for step in steps)


def _written_level(level: Level) -> dict[str, Value]:
    looks: dict[str, Value] = {"looks": level.looks} if level.looks else {}
    return {"level": level.level, "marks": level.marks, **looks}
