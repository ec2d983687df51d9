"""The options of one line, which may stand several together: parted by blanks, or stuck to each other."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.reading.exchange.source_question import Reason

_NEXT = re.compile(r"(?<=\s)(?:\((?P<boxed>[A-Za-z])\)\s?[、.:]?|(?P<plain>[A-Za-z])\s?(?P<sign>[.、:)]))\s*")
# Behind a stem's bracket or full stop the first needs no blank.
_FIRST = re.compile(_NEXT.pattern.replace(r"(?<=\s)", r"(?<=[\s)。?:_])"))
_ANY = re.compile(r"[A-Za-z]\s?[.、:)]")
_BARE = re.compile(r"\s[B-H]\s")
_FEWEST_JOINED = 3
"""Options that run on in a stem, where they are stuck to each other."""


class LineOptions(NamedTuple):
    """What a line has of options."""

    texts: list[tuple[str, str]]
    """Letters and texts, in the line's order."""
    doubts: tuple[Reason, ...]
    stressed: str
    """Letters of those that stand out as answers do in Word."""
    is_joined: bool
    """Whether a letter stands where only the number of options proves it: stuck to the text before it, or bare."""


class _Walk:
    """Goes along a line from one letter to the next that runs on."""

    def __init__(self, line: TextLine, first: re.Match[str], letter: str, end: int) -> None:
        self._line, self._end = line, end
        self._sign = first[0].strip()[-1:]
        self._is_boxed = first[0].lstrip("-*+•&□○●■▢☐◯◆ ").startswith("(")
        self._letter, self._start = letter, first.end()
        self._place = LETTERS.index(letter) + 1
        self._seen = self._start
        self.texts: list[tuple[str, str]] = []
        self.doubts: list[Reason] = []
        self.stressed = ""
        self.is_joined = False

    def go(self) -> None:
        """Take all options up to the end."""
        for found in _NEXT.finditer(self._line.copy, self._start, self._end):
            self._take_joined(found.start())
            # The letter as typed, in either case; what does not run on stays text, and is doubted where it looks so.
            named = (found["boxed"] or found["plain"]).upper()
            if named == self._expected:
                self._part(found.start(), found.end())
            elif found["sign"] in (".", "、") and found["plain"].isupper():
                self.doubts.append(Reason("import-option-run", {"letter": named}))
        self._take_joined(self._end)
        if self._expected and _is_within(self._line.copy, self._start, self._end, self._expected):
            self.doubts.append(Reason("import-option-run", {"letter": self._expected}))
        self._part(self._end, self._end)

    def stop(self) -> None:
        """Take the rest as one option."""
        self._part(self._end, self._end)

    @property
    def _expected(self) -> str:
        return LETTERS[self._place] if self._place < len(LETTERS) else ""

    def _take_joined(self, end: int) -> None:
        """Take letters that run on though no blank parts them, each of which stands but once before `end`."""
        start, self._seen = self._seen, end
        if not self._sign:
            return  # options of lines, without letters
        while self._expected and start < end:
            found = _joined(self._expected, self._sign, self._is_boxed).search(self._line.copy, start, end)
            if found is None or found.start() <= self._start:
                return
            if found.re.search(self._line.copy, found.end(), end) is not None:
                return
            self.is_joined = True
            self._part(found.start(), found.end())
            start = found.end()

    def _part(self, end: int, start: int) -> None:
        """End an option's text, and begin the next one's."""
        line = self._line
        text = line.text[line.at(self._start) : line.at(end)].strip()
        self.texts.append((self._letter, text))
        self.stressed += self._letter if _stands_out(line, self._start, end) else ""
        self._letter, self._start, self._place = self._expected, start, self._place + 1


def options_of(line: TextLine, first: re.Match[str], letter: str, end: int, is_alone: bool = False) -> LineOptions:
    """Return the options of a line from the one at `first`, whose letter is given, to `end` in the line's copy.

    There is but one where `is_alone` says that the next letter has a line of its own.
    """
    walk = _Walk(line, first, letter, end)
    if is_alone:
        walk.stop()
    else:
        walk.go()
    return LineOptions(walk.texts, tuple(walk.doubts), walk.stressed, walk.is_joined)


def is_one(line: TextLine, start: int) -> bool:
    """Return whether a line has but one option: nothing else in it looks like a letter of another, or a label."""
    copy = line.copy
    if line.stressed or "【" in copy or "答案" in copy or _ANY.search(copy, start) is not None:
        return False
    return copy.find(" ", start) < 0 or _BARE.search(copy, start) is None


def first_in_stem(copy: str, start: int, end: int) -> re.Match[str] | None:
    """Return the option A behind a stem on its line, where B follows; None where there is none."""
    if "B" not in copy:
        return None
    first = None
    for found in _FIRST.finditer(copy, start, end):
        letter = found["boxed"] or found["plain"]
        if letter == "A":
            first = first or found
        elif letter == "B" and first is not None:
            return first
    return first if first is not None and _runs_on(copy, first, end) else None


def _runs_on(copy: str, first: re.Match[str], end: int) -> bool:
    """Return whether letters stuck to the texts before them go on behind a first one."""
    place = first.end()
    for letter in LETTERS[1:_FEWEST_JOINED]:
        found = _joined(letter, first[0].strip()[-1:], bool(first["boxed"])).search(copy, place, end)
        if found is None:
            return False
        place = found.end()
    return True


@cache
def _joined(letter: str, sign: str, is_boxed: bool) -> re.Pattern[str]:
    """Return what finds a letter that is written as the first one of its line, stuck to the text before it or bare."""
    bare = rf"(?<=\s){letter}\s+(?=\S)"
    if is_boxed:
        return re.compile(rf"\({letter}\)\s*[、.:]?\s*|{bare}")
    return re.compile(rf"(?<![A-Za-z0-9]){letter}\s?{re.escape(sign)}\s*|{bare}")


def _is_within(copy: str, start: int, end: int, letter: str) -> bool:
    """Return whether the next letter stands in a text with no blank before it."""
    return re.compile(rf"(?<![A-Za-z0-9]){letter}[.、)]").search(copy, start + 1, end) is not None


def _stands_out(line: TextLine, start: int, end: int) -> bool:
    if not line.stressed:
        return False
    begin, finish = line.at(start), line.at(end)
    seen = [place for place in range(begin, finish) if not line.text[place].isspace()]
    return bool(seen) and all(any(one <= place < two for one, two in line.stressed) for place in seen)
