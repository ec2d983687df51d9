"""Lines that come back through a file and are of none of its questions: heads and feet of pages, buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from quizapp.formats.chinese_text.line_classes import ClassedLine

_FEWEST = 3
_SHORTEST = 4
_SHORTEST_FILE = 50
"""Lines of a file that has pages."""
_PAGE_APART = 20
"""The same for numbers alone, which may be those of questions."""
_APART = 8
"""Lines between two heads of pages, which hold more than one question."""
_PAGE = re.compile(r"\D{0,60}\d{1,4}\D{0,20}$")
_DIGITS = re.compile(r"\d+")
_CODE = re.compile(r"[{}=<>]|;$|^(?:int|return|for|if|while|else|#include|import|print|def|class)\b")
_KEYS = re.compile(r"[(\[第]?\d{1,5}\s?[-~—–至到.、:)\]].*[A-Z√×对错✓✗]")
_OTHER = ("number", "option", "label", "key", "keys", "section")


class Repeated(NamedTuple):
    """One line that comes back."""

    line: int
    text: str
    times: int


def without_repeated(
    lines: Sequence[ClassedLine], noise: frozenset[str], kept: frozenset[str]
) -> tuple[list[ClassedLine], tuple[Repeated, ...]]:
    """Return lines with those as noise that come back, and these. `noise` and `kept` are what somebody says."""
    is_short = len(lines) < _SHORTEST_FILE
    if is_short and not noise:
        return list(lines), ()
    places: dict[str, list[int]] = {}
    for place, one in enumerate(lines):
        if one.kind in ("text", "heading") or (noise and _is_one_of(one, noise)):
            places.setdefault(one.line.copy, []).append(place)
    numbered: dict[str, list[int]] = {}
    for copy, found in places.items():
        if _PAGE.match(copy):
            numbered.setdefault(_DIGITS.sub("#", copy), []).extend(found)
    done = list(lines)
    told: list[Repeated] = []
    for found in [*places.values(), *(sorted(group) for group in numbered.values())]:
        here = [place for place in found if done[place].kind != "noise"]
        if not here or _is_one_of(lines[here[0]], kept):
            continue
        # Of page numbers one that is named stands for all, though its own lines were gone through before.
        is_named = any(_is_one_of(lines[place], noise) for place in found) if noise else False
        if is_named or (not is_short and _comes_back(lines, here)):
            counts = Counter(lines[place].line.text for place in here)
            told += [Repeated(lines[here[0]].line.number, text, times) for text, times in counts.items()]
            for place in here:
                done[place] = ClassedLine("noise", lines[place].line)
    return done, tuple(told)


def _is_one_of(one: ClassedLine, texts: frozenset[str]) -> bool:
    """Return whether a line is one of these texts, as it was cleaned or as it stands."""
    return one.line.text in texts or one.line.source.strip() in texts


def _comes_back(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether lines are of the page and of no question: they stand apart, behind now this and now that."""
    copy = lines[places[0]].line.copy
    if len(places) < _FEWEST or _CODE.search(copy) or _KEYS.match(copy):
        return False
    is_numbered = copy.isdecimal() or any(lines[place].line.copy != copy for place in places)
    if is_numbered and not _are_page_numbers(lines, places):
        return False
    if copy.isdecimal():
        return median(two - one for one, two in pairwise(places)) >= _PAGE_APART
    if len(copy) < _SHORTEST:
        return False
    apart = median(two - one for one, two in pairwise(places))
    if _are_stems(lines, places):
        return False
    if _end_questions(lines, places):
        return True
    before = {lines[place - 1].kind for place in places if place}
    if lines[places[0]].kind == "heading":
        return apart >= _APART and len(places) > _FEWEST and _is_amid(lines, places)
    # A line that stands behind every stem, or behind every key, may be a part of each; elsewhere it is none.
    return (
        apart >= _APART
        and ("option" in before or len(before & frozenset(_OTHER)) > 1)
        and not _follows_empty(lines, places)
    )


_BUTTONS = 5


def _end_questions(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether a line stands behind the key of nearly every question and before the next: a button of a page."""
    if len(places) < _BUTTONS or _follows_empty(lines, places):
        return False
    ends = sum(
        _kind_from(lines, place, -1) in ("label", "key") and _kind_from(lines, place, 1) in ("number", "")
        for place in places
    )
    return ends >= _MOST * len(places)


def _kind_from(lines: Sequence[ClassedLine], place: int, step: int) -> str:
    """Return what the next line that is no noise is, in one direction; "" at the end, and where there is much noise."""
    near = range(place + step, place + step * (_NOISE + 1), step)
    first = next((lines[at] for at in near if 0 <= at < len(lines) and lines[at].kind != "noise"), None)
    return "" if first is None else "number" if first.line.copy.isdecimal() else first.kind


_NOISE = 4
"""Lines of noise that may stand between a key and a button."""


def _are_stems(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether most of the lines ask: options or a key follow, and what is before is closed."""
    asked = sum(
        place + 1 < len(lines)
        and lines[place + 1].kind in ("option", "label", "key")
        and (not place or lines[place - 1].kind in ("label", "key", "number", "section", "noise"))
        for place in places
    )
    return 2 * asked > len(places)


def _is_amid(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether a heading stands between a stem and its options, where no heading does."""
    return any(
        place + 1 < len(lines)
        and lines[place + 1].kind in ("option", "label")
        and lines[place - 1].kind in ("number", "option", "text")
        for place in places
        if place
    )


def _follows_empty(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether the line is what labels say that have nothing behind them on their own line."""
    before = [lines[place - 1] for place in places if place]
    empty = sum(
        one.kind == "label" and one.found is not None and one.found.end() >= len(one.line.copy) for one in before
    )
    return 2 * empty > len(before)


def _are_page_numbers(lines: Sequence[ClassedLine], places: Sequence[int]) -> bool:
    """Return whether the first numbers of lines that stand apart count pages."""
    found = [_DIGITS.search(lines[place].line.copy) for place in places]
    numbers = [int(one[0][:_LONGEST]) for one in found if one is not None]
    rising = sum(two == one + 1 for one, two in pairwise(numbers))
    apart = median(two - one for one, two in pairwise(places))
    return len(numbers) == len(places) and rising >= _MOST * (len(numbers) - 1) and apart >= _APART


_LONGEST = 5
_MOST = 0.8
