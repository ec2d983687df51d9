"""What is said of a draft: its sections' titles, what they draw from, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.domain.composing.draft import is_spread, type_of
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native import words
from quizapp.language.numerals import chinese_numeral

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.blueprint import Draw
    from quizapp.domain.composing.draft import Draft
    from quizapp.domain.composing.shortage import Shortage
    from quizapp.domain.composing.stock import Stock
    from quizapp.domain.paper import Section
    from quizapp.language import Language
    from quizapp.services.composing import Composing, Look

_ROOM = 20
"""Cells for the names of what is drawn from."""


def section_title(language: Language, place: int, type: str) -> str:
    """Return the usual title of a section by its place from 0: 一、单项选择题; "" where its items are fixed."""
    if not type:
        return ""
    number = chinese_numeral(place + 1) if language.tongue == "zh" else str(place + 1)
    return language.say("compose.section", number=number, type=language.say(f"compose.part_{type}"))


class ComposeWords:
    """Says it in one language, of one pool."""

    def __init__(self, language: Language, composing: Composing) -> None:
        self._language = language
        self._composing = composing
        self._banks = {bank.id: bank.title for bank in composing.banks}

    def say(self, code: str, **values: object) -> str:
        """Return a sentence."""
        return self._language.say(code, **values)

    def marks(self, marks: Fraction) -> str:
        """Return marks as people write them."""
        return self._language.marks(marks)

    def stock(self, draft: Draft) -> Stock:
        """Return what the banks have for a draft."""
        return self._composing.stock(draft)

    def title(self, place: int, section: Section) -> str:
        """Return a section's title, its usual one where it has none of its own."""
        return section.title or section_title(self._language, place, type_of(section))

    def topic(self, id: str) -> str:
        """Return a topic's title, its id where no course has it."""
        return self._composing.topics.get(id, id)

    def bank(self, id: str) -> str:
        """Return a bank's title."""
        return self._banks.get(id, id)

    def supply(self, number: int) -> str:
        """Return how many questions there are: 有 66 题."""
        return self.say("compose.have", count=f"{number:>4}")

    def topics(self, draw: Draw, draft: Draft) -> str:
        """Return what topics are asked for, in short."""
        if draw.topic_counts:
            if is_spread(draw, self._composing.stock(draft), self._composing.tops):
                return self.say("compose.spread")
            return self._short([f"{self.topic(id)} {count}" for id, count in draw.topic_counts])
        return self._short([self.topic(id) for id in draw.topics])

    def levels(self, draw: Draw) -> str:
        """Return how many of each level are asked for: 易 8 中 8 难 4."""
        return " ".join(f"{self.say(f'word.{level}')} {count}" for level, count in draw.difficulty_counts) or self.say(
            "compose.any"
        )

    def banks(self, draw: Draw) -> str:
        """Return which banks are drawn from, in short."""
        return self._short([self.bank(id) for id in draw.banks])

    def scheme(self, section: Section) -> str:
        """Return how a section is marked."""
        kind = ITEM_TYPES.get(type_of(section))
        name = section.marking or (kind.SCHEMES[0].name if kind is not None and kind.SCHEMES else "")
        return self.scheme_name(name)

    def scheme_name(self, name: str) -> str:
        """Return the name of a marking scheme."""
        if self._language.tongue == "zh":
            return words.chinese(words.schemes(ITEM_TYPES.values()), name)
        return name.replace("_", " ")

    def total(self, look: Look) -> str:
        """Return how many questions and marks there are: 共 52 题 100 分."""
        return self.say("compose.total", count=look.questions, marks=look.marks)

    def distance(self, marks: Fraction, aim: Fraction) -> str:
        """Return how far the marks are from what is aimed at."""
        if marks == aim:
            return self.say("compose.exact", aim=aim)
        return self.say("compose.short" if marks < aim else "compose.over", aim=aim, marks=abs(aim - marks))

    def lack(self, shortage: Shortage, draft: Draft) -> str:
        """Return what a section lacks: 缺 3 道难题."""
        code = f"compose.lack_{shortage.lack}"
        count, name = shortage.missing, shortage.name
        if shortage.lack == "level":
            return self.say(code, count=count, level=self.say(f"compose.level_{name}"))
        if shortage.lack == "topic":
            return self.say(code, count=count, topic=self.topic(name))
        if shortage.lack == "shared":
            others = self._joined([self.title(place, draft.sections[place]) for place in shortage.others])
            return self.say("compose.lack_shared_count" if count else code, count=count, others=others)
        return self.say(code, count=count, item=name)

    def _short(self, names: list[str]) -> str:
        """Return names on little room: all of them, or how many."""
        joined = self._joined(names)
        if cell_len(joined) <= _ROOM:
            return joined or self.say("compose.any")
        return self.say("compose.so_many", count=len(names))

    def _joined(self, names: list[str]) -> str:
        return self.say("word.comma").join(names)
