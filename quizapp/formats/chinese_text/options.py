"""Options on a line: one, or several where blanks part them and their letters run on."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.lines import Line
from quizapp.reading.source_question import Reason

_NEXT = re.compile(r"(?<=\s)(?:\((?P<boxed>[A-Za-z])\)\s?[、.:]?|(?P<plain>[A-Za-z])\s?(?P<sign>[.、:)]))\s*")
_ANY = re.compile(r"[A-Za-z]\s?[.、:)]")
_FEWEST_IN_STEM = 2


class Options(NamedTuple):
    """What a line has of options."""

    texts: list[tuple[str, str]]
    """Letters and texts, in the line's order."""
    doubts: tuple[Reason, ...]
    stressed: str
    """Letters of those that stand out as answers do in Word."""


def options_of(line: Line, first: re.Match[str], letter: str, end: int) -> Options:
    """Return the options of a line from the one at `first`, whose letter is given, to `end` in the line's copy."""
    copy = line.copy
    texts: list[tuple[str, str]] = []
    doubts: list[Reason] = []
    stressed = ""
    start, place = first.end(), LETTERS.index(letter) + 1
    for found in _NEXT.finditer(copy, start, end):
        # The letter as typed, in either case; what does not run on stays text, and is doubted where it looks like one.
        named = (found["boxed"] or found["plain"]).upper()
        if place < len(LETTERS) and named == LETTERS[place]:
            texts.append((letter, _text(line, start, found.start())))
            stressed += letter if _stands_out(line, start, found.start()) else ""
            letter, start, place = named, found.end(), place + 1
        elif found["sign"] in (".", "、") and found["plain"].isupper():
            doubts.append(Reason("import-option-run", {"letter": named}))
    texts.append((letter, _text(line, start, end)))
    stressed += letter if _stands_out(line, start, end) else ""
    if place < len(LETTERS) and _is_joined(copy, start, end, LETTERS[place]):
        doubts.append(Reason("import-option-run", {"letter": LETTERS[place]}))
    return Options(texts, tuple(doubts), stressed)


def is_one(line: Line, start: int) -> bool:
    """Return whether a line has but one option: nothing else in it looks like a letter of another, or a label."""
    copy = line.copy
    return not line.stressed and "【" not in copy and "答案" not in copy and _ANY.search(copy, start) is None


def first_in_stem(copy: str, start: int, end: int) -> re.Match[str] | None:
    """Return the option A behind a stem on its line, where B follows; None where there is none."""
    if "B" not in copy:
        return None
    expected = 0
    first = None
    for found in _NEXT.finditer(copy, start, end):
        if (found["boxed"] or found["plain"]) == LETTERS[expected]:
            first = first or found
            expected += 1
            if expected == _FEWEST_IN_STEM:
                return first
    return None


def _text(line: Line, start: int, end: int) -> str:
    return line.text[start:end].strip() if line.where is None else line.text[line.at(start) : line.at(end)].strip()


def _is_joined(copy: str, start: int, end: int, letter: str) -> bool:
    """Return whether the next letter stands in a text with no blank before it."""
    return any(copy.find(letter + sign, start + 1, end) > 0 for sign in ".、")


def _stands_out(line: Line, start: int, end: int) -> bool:
    if not line.stressed:
        return False
    begin, finish = line.at(start), line.at(end)
    seen = [place for place in range(begin, finish) if not line.text[place].isspace()]
    return bool(seen) and all(any(one <= place < two for one, two in line.stressed) for place in seen)
