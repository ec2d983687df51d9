"""What happens while a paper's answers are keyed in, as facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from quizapp.domain.attempt.moment import Moment

Round = Literal[1, 2]
"""Whether it is keyed for the first time or, to be compared, for the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKeyed:
    """A person's line was taken, in place of one taken before."""

    KIND: ClassVar = "line_keyed"
    when: Moment
    round: Round
    candidate: str
    text: str
    """As it was typed; "" takes the person's line out."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBegun:
    """A line is being typed: what stands there, so that nothing is lost."""

    KIND: ClassVar = "line_begun"
    when: Moment
    round: Round
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSettled:
    """Where the two rounds differ, it was decided which is right."""

    KIND: ClassVar = "difference_settled"
    when: Moment
    candidate: str
    number: int
    """The question's; 0 is the whole line."""
    round: Round
    """Whose answer is taken."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringBegun:
    """What was keyed is becoming attempts: where that stopped halfway, the rest of this very table may follow."""

    KIND: ClassVar = "entering_begun"
    when: Moment
    table: str
    """The table's digest, as the attempts entered from it have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntered:
    """What was keyed became attempts, and is in the draft no longer."""

    KIND: ClassVar = "draft_entered"
    LATER: ClassVar = ("candidates",)
    when: Moment
    candidates: tuple[str, ...] = ()
    """Whose lines those were; () in what older versions wrote: everybody's. What was keyed meanwhile stays."""
    by: str


KeyingEvent: TypeAlias = LineKeyed | LineBegun | DifferenceSettled | EnteringBegun | DraftEntered

KEYING_EVENTS: tuple[type[KeyingEvent], ...] = (LineKeyed, LineBegun, DifferenceSettled, EnteringBegun, DraftEntered)
