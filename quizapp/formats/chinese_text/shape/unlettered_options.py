"""Options without letters: the lines between a stem and its key, or of which some have a tick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.line_classes import ClassedLine, labels_of, name_of
from quizapp.reading.exchange.question_fields import are_truths, letters_of

_NOTHING = re.compile("")
_TICKED = re.compile(r"^[√✓✔✅]|[√✓✔✅]\ufe0f?$")
_ASKS = re.compile(r"[?？:：。)）_]\s*$|[(（]\s*[)）]|_{2,}")
"""How a stem of one line ends, or what it has in it: a line that does not may go on in the next one."""
_FEWEST = 3
_MOST = 8
"""Options of a question that are written without letters."""
_MOST_OF = 0.6


class _Unit(NamedTuple):
    """A line that may be a stem, and the lines below it up to the next."""

    stem: int
    texts: list[int]
    """The places of those without a class."""
    key: str
    """What its label says."""
    is_broken: bool
    """Whether lines of another class stand among them."""


def with_unlettered_options(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines with those as options that stand below stems, where the file has no letters throughout."""
    if any(one.kind == "option" for one in lines):
        return lines
    for starts in _starts(lines):
        units = [unit for unit in _units(lines, starts) if unit.texts or unit.key]
        if len(units) < _FEWEST:
            continue
        told = [unit for unit in units if _is_marked(lines, unit)]
        if len(told) >= max(_FEWEST, _MOST_OF * len(units)):
            for unit in told:
                _letter(lines, unit)
            return lines
    return lines


def _starts(lines: Sequence[ClassedLine]) -> Iterator[list[int]]:
    """Give the lines that may be stems: those with numbers, else headings, else what blank lines part."""
    numbers = [place for place, one in enumerate(lines) if one.kind == "number"]
    if numbers:
        yield numbers
        return
    yield [place for place, one in enumerate(lines) if one.kind == "heading" and one.line.is_heading]
    apart = [
        place
        for place, one in enumerate(lines)
        if one.kind == "text" and place and one.line.number > lines[place - 1].line.number + 1
    ]
    yield [0, *apart] if apart and lines[0].kind == "text" and apart[0] else apart


def _units(lines: Sequence[ClassedLine], starts: Sequence[int]) -> Iterator[_Unit]:
    for start, end in pairwise((*starts, len(lines))):
        texts: list[int] = []
        key, is_broken = "", False
        for place in range(start + 1, end):
            one = lines[place]
            if one.kind == "text" and not key:
                texts.append(place)
            elif one.kind == "label" and one.found is not None and name_of(one.found) == "key" and not key:
                key = labels_of(one.line, one.found)[0][1]
            elif one.kind in ("section", "heading", "keys"):
                break
            elif one.kind == "key" or (one.kind == "text" and key):
                is_broken = True
        yield _Unit(start, texts, key, is_broken)


def _is_marked(lines: Sequence[ClassedLine], unit: _Unit) -> bool:
    """Return whether a unit's lines are options: as many as its key needs, or some of them ticked, and a whole stem."""
    count = len(unit.texts)
    if unit.is_broken or not 2 <= count <= _MOST:
        return False
    stem = lines[unit.stem]
    if not (stem.line.is_heading or _ASKS.search(stem.line.copy)):
        return False
    ticked = sum(_TICKED.search(lines[place].line.copy) is not None for place in unit.texts)
    letters = letters_of(unit.key) if unit.key else ""
    if letters:
        return set(letters) <= set(LETTERS[:count])
    texts = {str(place): lines[place].line.text.rstrip("√✓✔✅") for place in unit.texts}
    return 0 < ticked < count or (ticked > 0 and not are_truths(texts))


def _letter(lines: list[ClassedLine], unit: _Unit) -> None:
    """Make a unit's lines options, and its first line a question's."""
    if lines[unit.stem].kind != "number":
        stem = lines[unit.stem].line
        lines[unit.stem] = ClassedLine("number", stem, _NOTHING.match(stem.copy))
    for letter, place in zip(LETTERS, unit.texts, strict=False):
        line = lines[place].line
        lines[place] = ClassedLine("option", line, _NOTHING.match(line.copy), letter=letter)
