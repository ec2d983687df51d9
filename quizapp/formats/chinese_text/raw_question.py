"""A question while its lines are gathered, as written: its parts, its options, and the material it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.line_classes import SectionHeading
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.reading.exchange.source_question import QuestionPart, Reason


class RawQuestion:
    """What the lines of one question say, part by part. It grows until the next one begins."""

    __slots__ = (
        "_has_two_keys",
        "below_key", "doubts", "expected", "is_case", "is_keyed_at_end", "labels", "lines", "number", "open",
        "options", "part", "parts", "place",
        "roles", "section", "stem", "stressed", "stressed_stem",
    )  # fmt: skip

    def __init__(self, number: int, section: SectionHeading, line: TextLine, is_case: bool = False) -> None:
        """Make one that begins on a line; its stem is open."""
        self.number = number
        self.section = section
        self.is_case = is_case
        self.lines: list[TextLine] = [line]
        self.part: QuestionPart = "material" if is_case else "stem"
        """What a line without a class is part of."""
        self.roles: list[QuestionPart] = [self.part]
        """What each line is part of."""
        self.below_key = ""
        """Lines below a key that no label heads."""
        self.is_keyed_at_end = False
        """Whether its key stands among those of all."""
        self.place = 0
        """Among all that are read, once they are."""
        self.stem: list[str] = []
        self.options: dict[str, list[str]] = {}
        self.expected = 0
        """The place of the letter that runs on from those read."""
        self.labels: dict[str, list[str]] = {}
        self.doubts: list[Reason] = list(line.doubts)
        self._has_two_keys = False
        self.parts: list[RawQuestion] = []
        self.stressed = ""
        """Letters of options that stand out as answers do in Word."""
        self.stressed_stem: list[str] = []
        """Parts of the stem that stand out so."""
        self.open: list[str] = self.stem
        """The part that a line without a class goes on."""

    def add_line(self, line: TextLine, part: QuestionPart) -> None:
        """Keep a line as one of the question's; lines that go on after it are of the same part."""
        self.lines.append(line)
        self.roles.append(part)
        self.part = part
        if line.doubts:
            self.doubts += line.doubts

    def add_option(self, letter: str, text: str) -> None:
        """Open an option."""
        self.open = self.options[letter] = [text]
        self.expected = LETTERS.index(letter) + 1

    def add_label(self, name: str, text: str) -> None:
        """Open a labelled part; one that was there already is doubted where it says something else."""
        known = self.labels.get(name)
        if known is None:
            self.open = self.labels[name] = [text]
            return
        if name == "key" and text and any(known) and not self._has_two_keys:
            first = "\n".join(known).strip()
            # Doubted once: a line may repeat a label as often as it has room for.
            self._has_two_keys = text != first
            if self._has_two_keys:
                self.doubts.append(Reason("import-key-twice", {"first": first, "second": text}))
        known.append(text)
        self.open = known

    def label(self, name: str) -> str:
        """Return what a label says; "" where there is none."""
        parts = self.labels.get(name)
        return "" if parts is None else parts[0] if len(parts) == 1 else "\n".join(parts).strip()

    @property
    def goes_on(self) -> bool:
        """Whether any of its parts has a line below its first, that may be another question's."""
        parts = (self.stem, *self.options.values(), *self.labels.values())
        return any(len(part) > 1 for part in parts)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its stem was read."""
        return not (self.options or self.labels)

    @property
    def is_open_at_prose(self) -> bool:
        """Whether a rationale or a model answer is open, which may count its points with numbers."""
        return self.open is self.labels.get("rationale") or (self.open is self.labels.get("key") and not self.options)


_NEXT = re.compile(r"(?<=\s)(?:\((?P<boxed>[A-Za-z])\)\s?[、.:]?|(?P<plain>[A-Za-z])\s?(?P<sign>[.、:)]))\s*")
# Behind a stem's bracket or full stop the first needs no blank.
_FIRST = re.compile(_NEXT.pattern.replace(r"(?<=\s)", r"(?<=[\s)。?:_])"))
_ANY = re.compile(r"[A-Za-z]\s?[.、:)]")
_FEWEST_IN_STEM = 2


class LineOptions(NamedTuple):
    """What a line has of options."""

    texts: list[tuple[str, str]]
    """Letters and texts, in the line's order."""
    doubts: tuple[Reason, ...]
    stressed: str
    """Letters of those that stand out as answers do in Word."""


def options_of(line: TextLine, first: re.Match[str], letter: str, end: int) -> LineOptions:
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
    return LineOptions(texts, tuple(doubts), stressed)


def is_one(line: TextLine, start: int) -> bool:
    """Return whether a line has but one option: nothing else in it looks like a letter of another, or a label."""
    copy = line.copy
    return not line.stressed and "【" not in copy and "答案" not in copy and _ANY.search(copy, start) is None


def first_in_stem(copy: str, start: int, end: int) -> re.Match[str] | None:
    """Return the option A behind a stem on its line, where B follows; None where there is none."""
    if "B" not in copy:
        return None
    expected = 0
    first = None
    for found in _FIRST.finditer(copy, start, end):
        if (found["boxed"] or found["plain"]) == LETTERS[expected]:
            first = first or found
            expected += 1
            if expected == _FEWEST_IN_STEM:
                return first
    return None


def _text(line: TextLine, start: int, end: int) -> str:
    return line.text[start:end].strip() if line.where is None else line.text[line.at(start) : line.at(end)].strip()


def _is_joined(copy: str, start: int, end: int, letter: str) -> bool:
    """Return whether the next letter stands in a text with no blank before it."""
    return any(copy.find(letter + sign, start + 1, end) > 0 for sign in ".、")


def _stands_out(line: TextLine, start: int, end: int) -> bool:
    if not line.stressed:
        return False
    begin, finish = line.at(start), line.at(end)
    seen = [place for place in range(begin, finish) if not line.text[place].isspace()]
    return bool(seen) and all(any(one <= place < two for one, two in line.stressed) for place in seen)


ANSWERED = re.compile(r"回答.{0,8}?\d{1,4}\s?[-~—–至到]{1,2}\s?(?:第\s?)?(\d{1,4})\s?[题小)]")
"""A stimulus that says which numbers are its: …回答第 21-25 题."""
_STIMULUS = re.compile(r"[(【\[]?(?:材料|案例|资料|背景)(?:材料)?\s?[一二三四五六七八九十\d]{0,3}\s?[】\])]?\s?[:、]")
_TELLS = re.compile(
    r"(?:阅读|根据|依据|结合|分析)(?:以?下(?:列|面|述)?|上述)?.{0,6}?(?:材料|案例|资料)|[【\[(](?:材料|案例)"
)

_LOOKED_AT = 60
"""Characters, and so at most lines, at either end."""


def begins_stimulus(copy: str) -> bool:
    """Return whether a line begins a stimulus by its looks: 材料一：, or …回答 1-3 题."""
    first = copy[0]
    if first in "材案资背(【[" and _STIMULUS.match(copy):
        return True
    return "回答" in copy and ("材料" in copy or "案例" in copy or "资料" in copy) and ANSWERED.search(copy) is not None


def tells_case(question: RawQuestion) -> bool:
    """Return whether a question is a stimulus, to be followed by （1）（2）: its section or its stem says so."""
    return question.section.kind == "case" or tells_stimulus(question.stem)


def tells_stimulus(lines: Sequence[str]) -> bool:
    """Return whether a text says where it begins or ends that it is material to read."""
    # It is asked at each line that may belong to it: no more of it is looked at than counts.
    first = "\n".join(line[:_LOOKED_AT] for line in lines[:_LOOKED_AT])[:_LOOKED_AT]
    last = "\n".join(line[-_LOOKED_AT:] for line in lines[-_LOOKED_AT:])[-_LOOKED_AT:]
    return any(found is not None for found in (_STIMULUS.match(first), _TELLS.search(first), _TELLS.search(last)))
