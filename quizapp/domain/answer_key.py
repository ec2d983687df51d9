"""What is right of an item, part by part: its key as people read it, an essay's rubric, the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, NamedTuple

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.text import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How well a text has what a point asks for, with the marks that this is worth."""

    level: str
    least: Fraction
    most: Fraction
    looks: str = ""
    """What such a text looks like."""

    @property
    def marks(self) -> str:
        """Its marks as their author writes them: 4, or 2-3."""
        ends = dict.fromkeys((self.least, self.most))
        return "-".join(map(decimal_text, ends))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """What is taken off for each fault of a kind, and at most."""

    point: str
    each: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricPoint:
    """Something to be seen in a good text."""

    LATER: ClassVar[tuple[str, ...]] = ("levels",)
    point: str
    marks: Fraction
    keywords: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    """From the highest down; () where none are told apart."""

    def is_suggested(self, text: str) -> bool:
        """Return whether a text has one of the keywords; only a suggestion to the one who marks."""
        flat = folded(text)
        # what is nothing but quotes would be found in any text
        return any(word in flat for keyword in self.keywords if (word := folded(keyword)))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyParts:
    """What is right of an item, part by part; letters are those a form shows."""

    answer: str = ""
    """The typed answer that earns full marks; "" where only a person can say, or the key is elsewhere."""
    tolerance: str = ""
    """How far a number may be off; "" for not at all."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """For each blank the texts that are right, the usual one first."""
    scores: tuple[tuple[str, Fraction], ...] = ()
    """What each option earns by itself, by its letter, in the form's order; () where none has a score."""
    runs: tuple[tuple[str, ...], ...] = ()
    """The options that must stand in this order, where it need not be the one of the answer; () where it must."""
    model_answer: str = ""
    points: tuple[RubricPoint, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    whole: str = ""
    """All that is right, where that is more than the answer; "" where it is not."""

    @property
    def order_asked(self) -> str:
        """The runs on one line, as A<B<D、C<D."""
        return "、".join("<".join(run) for run in self.runs)

    @property
    def line(self) -> str:
        """The whole key on one line; "" where only a person can say."""
        if self.whole:
            return self.whole
        if self.alternatives:
            return "；".join("/".join(texts) for texts in self.alternatives)
        if self.scores:
            return f"{self.answer}（{'，'.join(f'{letter} {decimal_text(score)}' for letter, score in self.scores)}）"
        if self.runs:
            return f"{self.answer}（只须 {self.order_asked}）"
        return f"{self.answer}±{self.tolerance}" if self.tolerance else self.answer


class AnswerTable(NamedTuple):
    """The cells that an answer is made of, where each is right or wrong by itself."""

    rows: tuple[str, ...]
    """What is numbered from 1."""
    columns: tuple[str, ...] = ("",)
    """Their names; one that is "" where each row has but one cell."""
