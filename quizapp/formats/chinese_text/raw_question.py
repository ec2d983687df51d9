"""A question while its lines are gathered, as written: its parts, its options, and the material it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.line_classes import SectionHeading
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.reading.exchange.source_question import QuestionPart, Reason


class RawQuestion:
    """What the lines of one question say, part by part. It grows until the next one begins."""

    __slots__ = (
        "_has_two_keys",
        "below_key", "doubts", "expected", "is_case", "is_joined", "is_keyed_at_end", "labels", "lines", "number",
        "open", "options", "part", "parts", "place",
        "roles", "section", "stem", "stressed", "stressed_stem", "wraps",
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
        self.is_joined = False
        """Whether a letter stood stuck to the text before it, or bare: how many there are proves it."""
        self.labels: dict[str, list[str]] = {}
        self.doubts: list[Reason] = list(line.doubts)
        self._has_two_keys = False
        self.parts: list[RawQuestion] = []
        self.stressed = ""
        """Letters of options that stand out as answers do in Word."""
        self.stressed_stem: list[str] = []
        """Parts of the stem that stand out so."""
        self.wraps: dict[int, int] = {}
        """By the id of a part, the columns of the narrowest line that it went on behind."""
        self.open: list[str] = self.stem
        """The part that a line without a class goes on."""

    def add_line(self, line: TextLine, part: QuestionPart) -> None:
        """Keep a line as one of the question's; lines that go on after it are of the same part."""
        self.lines.append(line)
        self.roles.append(part)
        self.part = part
        if line.doubts:
            self.doubts += line.doubts

    def go_on(self, line: TextLine, text: str) -> None:
        """Add a text to what is open, which was broken behind a line."""
        place = id(self.open)
        width = columns(line.copy)
        self.wraps[place] = min(width, self.wraps.get(place, width))
        self.open.append(text)

    def add_option(self, letter: str, text: str) -> None:
        """Open an option."""
        self.open = self.options[letter] = [text]
        self.expected = LETTERS.index(letter) + 1

    def take_back_options(self) -> None:
        """Make text of what was read as options, where a line says that these only follow."""
        for place, (line, role) in enumerate(zip(self.lines, self.roles, strict=True)):
            if role == "option":
                self.stem.append(line.text)
                self.roles[place] = "stem"
        self.options.clear()
        self.expected, self.is_joined, self.stressed = 0, False, ""

    def add_label(self, name: str, text: str) -> None:
        """Open a labelled part; one that was there already is doubted where it says something else."""
        known = self.labels.get(name)
        if known is None:
            self.open = self.labels[name] = [text]
            return
        if name == "key" and text and any(known) and not self._has_two_keys:
            first = "\n".join(known).strip()
            if text == first:
                self.open = known  # below the question, and once more in a list of all keys
                return
            # Doubted once: a line may repeat a label as often as it has room for.
            self._has_two_keys = text != first
            if not self._has_two_keys:
                self.open = known  # said again
                return
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


def columns(text: str) -> int:
    """Return how wide a line of matched text is: two for each sign of Chinese."""
    return len(text) + sum(sign > "\u2e7f" for sign in text)


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
