"""How one file writes its questions, learnt from all of its lines before any is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.formats.chinese_text.line_classes import (
    ClassedLine,
    Kind,
    label_at,
    letter_of,
    name_of,
)
from quizapp.formats.chinese_text.shape.number_writings import (
    with_joined_numbers,
    with_main_writing,
    with_unusual_numbers,
    writing_of,
)
from quizapp.formats.chinese_text.shape.repeated_lines import Repeated, without_repeated
from quizapp.formats.chinese_text.shape.unlettered_options import with_unlettered_options
from quizapp.formats.chinese_text.shape.unusual_options import with_unusual_options
from quizapp.reading.exchange.source_question import ReadingAid

_NOTHING = re.compile("")
_BARE_KEY = re.compile(r"(?:[A-Z](?:[,、;\s]?[A-Z]){0,9}|正确|错误|对|错|√|×|✓|✗|✔|✘|[Tt]rue|[Ff]alse)\s*[.。\"”]?$")
_MOST_OF = 0.6
_SHOWN = 2
"""Writings of numbers that are told of a file; its others are too few to be its own."""


class FileShape(NamedTuple):
    """What was learnt of a file."""

    numbers: tuple[str, ...] = ()
    """How it numbers its questions; more than one where its parts differ."""
    option: str = ""
    is_unnumbered: bool = False
    repeated: tuple[Repeated, ...] = ()


def shaped(lines: Sequence[ClassedLine], aid: ReadingAid) -> tuple[list[ClassedLine], FileShape]:
    """Return lines in the classes that the file's own shape gives them, and that shape."""
    found, repeated = without_repeated(lines, aid.noise, aid.kept)
    found = _with_bare_keys(_without_false_sections(with_unusual_options(_without_keys_as_options(found))))
    found, exotic = with_unusual_numbers(found, aid)
    others = frozenset(place for places in exotic.values() for place in places)
    found = with_unlettered_options(with_joined_numbers(with_main_writing(found, aid)))
    is_unnumbered = False
    if not exotic:
        found, is_unnumbered = _with_unnumbered(found)
    counts = Counter({name: len(places) for name, places in exotic.items()})
    counts.update(writing_of(one) for place, one in enumerate(found) if one.kind == "number" and place not in others)
    numbers = tuple(name for name, _ in counts.most_common(_SHOWN) if name)
    option = next((one.found[0].strip() for one in found if one.kind == "option" and one.found is not None), "")
    return found, FileShape(numbers, option, is_unnumbered, repeated)


def _again(one: ClassedLine, kind: Kind, found: re.Match[str] | None = None) -> ClassedLine:
    return ClassedLine(kind, one.line, found)


def _without_false_sections(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines of which none is a section that what follows contradicts: an option or a key of an open question."""
    places = [place for place, one in enumerate(lines) if one.kind in ("section", "heading")]
    for place in places:
        one = lines[place]
        following = lines[place + 1].kind if place + 1 < len(lines) else ""
        is_within = following in ("option", "label")
        if one.section is not None and not is_within and following != "keys":
            is_within = _is_contradicted(one, lines, place) or _is_in_stem(one, lines, place)
        if is_within:
            lines[place] = _again(one, "text")
    return lines


_KEY_ALONE = re.compile(r"\([A-H]{1,8}\)\s*[。.?]?$")


def _without_keys_as_options(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines of which none is an option that is but a stem's wrapped bracket: （B）。 above the options."""
    for place, one in enumerate(lines[:-1]):
        if one.kind == "option" and one.line.copy[0] == "(" and _KEY_ALONE.match(one.line.copy):
            below, above = lines[place + 1], lines[place - 1].kind if place else ""
            if below.kind == "option" and letter_of(below) == "A" and above in ("number", "text"):
                lines[place] = _again(one, "text")
    return lines


_LOOKED_AT = 400


def _is_contradicted(one: ClassedLine, lines: Sequence[ClassedLine], place: int) -> bool:
    """Return whether a heading that is but a word stands above questions that are of another type."""
    section = one.section
    assert section is not None  # asked only of sections
    if section.kind not in ("true_false", "fill_blank", "essay") or len(one.line.copy) > len(section.type) + 1:
        return False
    numbers = options = 0
    for each in lines[place + 1 : place + _LOOKED_AT]:
        if each.kind == "section":
            break
        numbers += each.kind == "number"
        options += each.kind == "option" and letter_of(each) == "C"
    return numbers > 0 and 2 * options > numbers


def _is_in_stem(one: ClassedLine, lines: Sequence[ClassedLine], place: int) -> bool:
    """Return whether 判断 alone on its line is a piece of a stem: options follow it before any other question."""
    if one.line.copy.endswith("题") or not place or lines[place - 1].kind not in ("number", "text"):
        return False
    if _is_apart(lines, place) or len(one.line.copy) > len(one.section.type if one.section is not None else ""):
        return False
    behind = (each.kind for each in lines[place + 1 : place + 1 + _NEAR])
    return next((kind for kind in behind if kind not in ("text", "noise")), "") == "option"


_NEAR = 8


def _starts(lines: Sequence[ClassedLine]) -> int:
    """Return how many questions have options: so many lines have the first one."""
    return sum(one.kind == "option" and letter_of(one) == "A" for one in lines)


def _with_bare_keys(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines with those that are but a key told as keys, where most questions have one so."""
    places = [
        place
        for place, one in enumerate(lines)
        if one.kind == "text"
        and place
        and lines[place - 1].kind in ("option", "number", "text")
        and _BARE_KEY.match(one.line.copy)
    ]
    if not places:
        return lines
    starts = _starts(lines)
    labelled = sum(1 for one in lines if one.kind == "label" and one.found is not None and name_of(one.found) == "key")
    asked = max(starts, sum(one.kind == "number" for one in lines) or sum(one.kind == "text" for one in lines) // 2)
    if labelled or len(places) < _MOST_OF * asked:
        return lines
    for place in places:
        lines[place] = _again(lines[place], "key")
    return lines


def _with_unnumbered(lines: list[ClassedLine]) -> tuple[list[ClassedLine], bool]:
    """Return lines with the first of each stem as a question's, where the file numbers none."""
    numbered = sum(one.kind == "number" for one in lines)
    starts = _starts(lines)
    asked = starts or sum(_is_key(one) for one in lines)
    if not asked or 2 * numbered >= asked:
        return lines, False
    stem: int | None = None
    is_closed = True
    """Whether what stands before belongs to no stem: a question has had its options or its key."""
    for place, one in enumerate(lines):
        if one.kind == "text":
            if is_closed or _is_apart(lines, place):
                stem, is_closed = place, False
        elif one.kind in ("section", "heading", "number", "keys"):
            stem, is_closed = None, True
        elif one.kind in ("option", "key", "label"):
            begins = (one.kind == "option" and letter_of(one) == "A") or (stem is not None and _is_key(one))
            if begins and stem is not None:
                lines[stem] = _again(lines[stem], "number", _NOTHING.match(lines[stem].line.copy))
            stem = None
            is_closed = True
    return lines, True


def _is_apart(lines: Sequence[ClassedLine], place: int) -> bool:
    return place > 0 and lines[place].line.number > lines[place - 1].line.number + 1


def _is_key(one: ClassedLine) -> bool:
    if one.kind == "key":
        return True
    found = one.found if one.kind == "label" else None
    return found is not None and name_of(found) == "key" and label_at(one.line.copy) is not None
