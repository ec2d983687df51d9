"""A paper as it is printed, whatever it is printed to: texts and how much room each answer needs, nothing secret.

What may not be seen stands in `PrintedForm.keys` alone, which is empty where the key was not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Literal

RoomKind = Literal["letter", "letters", "truth", "order", "pairs", "blanks", "number", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is left free for an answer."""

    kind: RoomKind
    count: int = 1
    """Boxes of an order, pairs of a matching, blanks, or lines of a text; 1 for what takes one box."""
    unit: str = ""
    """What stands behind a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQuestion:
    """One numbered question."""

    number: int
    stem: str
    """A run of three or more `_` is a blank; the place for a letter is there."""
    room: Room
    marks: Fraction
    options: tuple[tuple[str, str], ...] = ()
    """Letters as this form has them, with their texts."""
    left: tuple[str, ...] = ()
    """What a matching numbers on its left, from 1."""
    stimulus: str = ""
    """The material of its case, where it is the first question of it."""
    case_last: int = 0
    """The number of that case's last question, where it is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSection:
    """One part of a paper."""

    title: str
    questions: tuple[PrintedQuestion, ...]
    marks: Fraction
    """Of all its questions together."""
    each: Fraction | None = None
    """Of every question; None where they differ."""
    schemes: tuple[str, ...] = ()
    """The marking schemes of those of its questions that can be answered in part."""
    penalty: Fraction = Fraction(0)
    time_limit: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedKey:
    """What is right about a question, in the letters of its form."""

    number: int
    answer: str = ""
    """The typed answer that earns full marks; "" where only a person can say."""
    is_sign: bool = False
    """Whether one letter or one of 对 and 错 says it."""
    also: tuple[str, ...] = ()
    """Other texts that fill its blanks: `1: a / b`."""
    tolerance: str = ""
    model_answer: str = ""
    points: tuple[tuple[str, Fraction, tuple[str, ...]], ...] = ()
    """Points of the rubric with their marks and keywords."""
    rationale: str = ""
    feedback: tuple[tuple[str, str], ...] = ()
    """Letters as shown, with why they are right or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """One form: its pages, and the pages of its key where that was asked for."""

    letter: str
    """A, B, …; "" where there is only one, or one for each candidate."""
    digest: str
    """The beginning of the form's digest, by which a printed paper is known again."""
    sections: tuple[PrintedSection, ...]
    full_score: Fraction
    pass_marks: Fraction
    candidate: tuple[str, str, str] = ("", "", "")
    """学号, name and unit, where the form is one candidate's own."""
    keys: tuple[PrintedKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """What goes into one file."""

    title: str
    course: str
    """The class's title; "" where it has none."""
    instructions: str
    time_limit: timedelta | None
    forms: tuple[PrintedForm, ...]
