"""Which lines of a file number its questions, by how all of its numbers run on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from quizapp.formats.chinese_text.line_classes import ClassedLine, has_answer, letter_of, number_of
from quizapp.formats.chinese_text.shape.number_styles import Candidates, candidates, usual_writing
from quizapp.reading.exchange.source_question import ReadingAid

_JOINED = re.compile(r"(?P<plain>\d{1,5})[.](?=\d)")
_UNSIGNED = re.compile(r"(?P<plain>\d{1,4})\s*(?=[^\d\s.,:%°/~+*=-])")
_FRONTED = "（ ）1."
"""A bracket for the answer in front of the number says by itself that it is a question."""
_SPOKEN = frozenset(("题目1：", "Q1.", "【第1题】"))
"""Ways that say in words that a question begins."""
_FEWEST = 3
_MOST_OF = 0.6
_NEAR = 8


def writing_of(one: ClassedLine) -> str:
    """Return how a number is written, with 1 for it."""
    return "" if one.found is None else usual_writing(one.found)


def with_unusual_numbers(lines: list[ClassedLine], aid: ReadingAid) -> tuple[list[ClassedLine], dict[str, list[int]]]:
    """Return lines with the numbers of unusual styles where the file is written in them, and the places of each."""
    texts = [(place, one.line) for place, one in enumerate(lines) if one.kind in ("text", "heading")]
    found = candidates(texts) if texts else []
    if not found:
        return lines, {}
    tells = [*accumulate(_tells_any(one) for one in lines)]
    usual = [place for place, one in enumerate(lines) if one.kind == "number"]
    numbered = len(usual)
    accepted: list[Candidates] = []
    for each in sorted(found, key=lambda one: (not one.is_numbered, -len(one.places))):
        if aid.number:
            is_one = each.name == aid.number
        else:
            is_one = _is_style(each, tells, numbered) and not _are_among(each, usual, lines)
        if is_one:
            accepted.append(each)
            numbered += len(each.places)
    for each in accepted:
        for place, match in zip(each.places, each.found, strict=True):
            lines[place] = ClassedLine("number", lines[place].line, match)
    if accepted:
        _demote(lines, usual, tells, aid)
    return lines, {each.name: each.places for each in accepted}


def _tells_any(one: ClassedLine) -> bool:
    if one.kind in ("option", "label", "key") or "答案" in one.line.copy:
        return True
    return has_answer(one.line.copy)


def _are_among(each: Candidates, usual: Sequence[int], lines: Sequence[ClassedLine]) -> bool:
    """Return whether most of the lines stand one by one between the usual numbers, as parts of those questions."""
    if not usual or not each.is_numbered:
        return False
    before = [bisect_left(usual, place) for place in each.places]
    firsts = [lines[usual[one]].found for one in before if one < len(usual)]
    over = sum(match is not None and number_of(match)[0] == 1 for match in firsts)
    if over >= _MOST_OF * len(before):
        return False  # the usual ones start over behind each, so that they are points of its question
    together = sum(one == two for one, two in pairwise(before))
    return together < _MOST_OF * (len(before) - 1) or not together


def _is_style(each: Candidates, tells: Sequence[int], numbered: int) -> bool:
    """Return whether lines are questions' first ones: their numbers run on, and options or keys follow them."""
    count = len(each.places)
    supported = sum(each.supported([0, *tells]))
    if not each.is_numbered:
        return numbered < count / 2 and supported >= _MOST_OF * count
    if each.ascending() < _MOST_OF * count:
        return False
    if each.name == _FRONTED and count >= _FEWEST:
        return True
    if each.name in _SPOKEN and count >= _FEWEST and each.ascending() == count and 2 * numbered <= count:
        return True
    if not numbered:
        return supported >= _MOST_OF * count or (count >= _FEWEST and each.ascending() == count)
    return count >= _FEWEST and supported >= _MOST_OF * count


def _demote(lines: list[ClassedLine], usual: Sequence[int], tells: Sequence[int], aid: ReadingAid) -> None:
    """Make text of the usual numbers that stand for points where the file has others for its questions.

    Those between two of the file's own numbers are a part written in another way where most of them have an answer.
    """
    counted = [0, *tells]
    starts = [place for place, one in enumerate(lines) if one.kind == "number"]
    following = dict(zip(starts, (*starts[1:], len(lines)), strict=True))
    own = frozenset(usual)
    part: list[int] = []
    is_other = bool(aid.number) and aid.number != "1."
    for place in (*starts, len(lines)):
        if place in own:
            part.append(place)
            continue
        is_supported = sum(counted[following[one]] > counted[one] for one in part) >= _MOST_OF * len(part)
        if is_other or not is_supported or len(part) < 2:
            for one in part:
                lines[one] = ClassedLine("text", lines[one].line)
        part = []


def with_main_writing(lines: list[ClassedLine], aid: ReadingAid) -> list[ClassedLine]:
    """Return lines in which numbers of another writing than the file's are questions only where they run on."""
    places = [place for place, one in enumerate(lines) if one.kind == "number"]
    styles = [writing_of(lines[place]) for place in places]
    if aid.number in styles:
        for place, style in zip(places, styles, strict=True):
            if style not in (aid.number, ""):
                lines[place] = ClassedLine("text", lines[place].line)
        return lines
    if len(set(styles)) < 2:
        return lines
    tells = [0, *accumulate(_tells_any(one) for one in lines)]
    ends = (*places[1:], len(lines))
    supported = [tells[end] > tells[place] for place, end in zip(places, ends, strict=True)]
    main = _main(lines, places, styles, supported)
    if not main:
        return lines
    heads = [place for place, one in enumerate(lines) if one.kind in ("section", "heading")]
    sections = [bisect_left(heads, place) for place in places]
    part: list[int] = []
    last = 0
    for at, place in enumerate(places):
        if at and sections[at] != sections[at - 1]:
            _settle(lines, [places[one] for one in part], [supported[one] for one in part], last, 0)
            part, last = [], 0
        if styles[at] == "（1）":
            continue  # points of an answer or questions of a case, which the gatherer tells
        if styles[at] not in (main, ""):
            part.append(at)
            continue
        following = _number(lines[place])
        _settle(lines, [places[one] for one in part], [supported[one] for one in part], last, following)
        part, last = [], following
    _settle(lines, [places[one] for one in part], [supported[one] for one in part], last, 0)
    return lines


def _settle(
    lines: list[ClassedLine], part: Sequence[int], supported: Sequence[bool], last: int, following: int
) -> None:
    """Make text of numbers in another writing that neither run on between two of the file's own nor have answers."""
    if not part:
        return
    first, final = _number(lines[part[0]]), _number(lines[part[-1]])
    runs_on = first == last + 1 and following in (0, final + 1)
    if not runs_on and sum(supported) < _MOST_OF * len(part):
        for place in part:
            lines[place] = ClassedLine("text", lines[place].line)


def _main(lines: Sequence[ClassedLine], places: Sequence[int], styles: Sequence[str], supported: Sequence[bool]) -> str:
    """Return the writing of the file's questions: the one that starts over least; "" where no one is often enough."""
    counts, firsts, answered = Counter(styles), Counter[str](), Counter[str]()
    for place, style, is_supported in zip(places, styles, supported, strict=True):
        firsts[style] += _number(lines[place]) == 1
        answered[style] += is_supported
    often = [style for style, count in counts.items() if style not in ("", "（1）") and count >= _FEWEST]
    return min(often, key=lambda style: (firsts[style] / counts[style], -answered[style]), default="")


def _number(one: ClassedLine) -> int:
    assert one.found is not None  # a number's line
    return number_of(one.found)[0]


def with_joined_numbers(lines: list[ClassedLine]) -> list[ClassedLine]:
    """Return lines with 3.1978年… and 3甲 as numbers where they run on and options or a key follow: 12.345 does not."""
    last = 0
    for place, one in enumerate(lines):
        if one.kind == "number" and one.found is not None:
            last = number_of(one.found)[0]
        elif one.kind == "text" and last and (match := _JOINED.match(one.line.copy)) is not None:
            is_next = int(match["plain"]) == last + 1
            is_over = match["plain"] == "1" and lines[place - 1].kind in _CLOSED and _is_asked_from(lines, place)
            if is_over or (is_next and (has_answer(one.line.copy) or _is_asked_from(lines, place))):
                lines[place] = ClassedLine("number", one.line, match)
                last = int(match["plain"])
        elif one.kind == "text" and last and (match := _UNSIGNED.match(one.line.copy)) is not None:
            is_behind = lines[place - 1].kind in ("option", *_CLOSED)
            if int(match["plain"]) == last + 1 and is_behind and _has_options_from(lines, place):
                lines[place] = ClassedLine("number", one.line, match)
                last += 1
        elif one.kind in ("section", "heading"):
            last = 0
    return lines


_CLOSED = ("label", "key")


def _has_options_from(lines: Sequence[ClassedLine], place: int) -> bool:
    """Return whether options from A on come before anything but text."""
    behind = (one for one in lines[place + 1 : place + 1 + _NEAR] if one.kind != "text")
    first = next(behind, None)
    return first is not None and first.kind == "option" and letter_of(first) == "A"


def _is_asked_from(lines: Sequence[ClassedLine], place: int) -> bool:
    """Return whether options from A on, or a key, come before the next number."""
    for one in lines[place + 1 : place + 1 + _NEAR]:
        if one.kind == "option":
            return letter_of(one) == "A"
        if one.kind in ("label", "key"):
            before = next((lines[at].kind for at in range(place - 1, -1, -1) if lines[at].kind != "noise"), "")
            return before in ("label", "key")
        if one.kind != "text":
            return False
    return False
