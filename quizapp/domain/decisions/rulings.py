"""What a paper's decisions amount to: a fold over them that applies and never refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import assert_never

from quizapp.domain.attempt.decisions import (
    Closed,
    CopyChosen,
    Decision,
    EssayMarked,
    KeyCorrected,
    MarkOverridden,
    Noted,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
)
from quizapp.domain.candidate import is_same_person, same_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """How a paper's attempts and candidates stand by what people decided."""

    given: Mapping[str, Mapping[int, Fraction]] = field(default_factory=dict)
    """The marks that people gave and that hold, by attempt and by the question's number.

    Where an essay's markers differ none holds until it is decided.
    """
    markings: Mapping[str, Mapping[int, tuple[EssayMarked, ...]]] = field(default_factory=dict)
    """How essays were marked, likewise: one marking of each marker, who amended last standing last."""
    overrides: Mapping[str, Mapping[int, MarkOverridden]] = field(default_factory=dict)
    """Which of the marks given took the place of other marks, likewise."""
    voided: Mapping[str, Voided] = field(default_factory=dict)
    """By attempt."""
    owners: Mapping[str, Reassigned] = field(default_factory=dict)
    """Whose an attempt is where it is not whose it says."""
    notes: Mapping[str, Noted] = field(default_factory=dict)
    """By candidate, as all writings of their number have it in common: `note_of` finds one."""
    closed: Mapping[str, Closed] = field(default_factory=dict)
    """By attempt: the hand-in that the committee decided on last."""
    copies: Mapping[str, CopyChosen] = field(default_factory=dict)
    """By attempt: which of its copies was chosen last."""
    corrections: tuple[KeyCorrected, ...] = ()
    """All of them, in order."""
    holding: int = 0
    """How many of the corrections, from the first, hold: the others wait for the paper to be marked again."""

    @property
    def pending(self) -> tuple[KeyCorrected, ...]:
        """The corrections that do not hold yet."""
        return self.corrections[self.holding :]

    @property
    def pending_count(self) -> int:
        """How many do not hold yet: the same of a question on several forms is one."""
        return len({one.alike for one in self.pending})

    def differing(self, attempt: str) -> tuple[int, ...]:
        """Return the questions of an attempt whose markers differ and that nobody decided yet."""
        given = self.given.get(attempt, {})
        return tuple(number for number in sorted(self.markings.get(attempt, {})) if number not in given)

    def corrections_of(self, form: str, *, with_pending: bool = False) -> tuple[KeyCorrected, ...]:
        """Return the corrections of a form, by its digest, that hold; or all of them."""
        among = self.corrections if with_pending else self.corrections[: self.holding]
        return tuple(one for one in among if one.form == form)

    def note_of(self, candidate: str) -> Noted | None:
        """Return how a candidate stands beside any attempt, however their number is written."""
        return self.notes.get(same_number(candidate))

    def is_forked(self, attempt: str, head: str, asides: frozenset[str]) -> bool:
        """Return whether copies of an attempt part ways and nobody has decided between them as they are known now.

        `head` is of the copy in place, `asides` those of the copies that were set aside. Until then none counts.
        """
        chosen = self.copies.get(attempt)
        if chosen is None:
            return bool(asides)
        # A copy that goes on from the chosen one is that one still; any other that came since is news.
        return head in chosen.others or not asides <= {chosen.head, *chosen.others}


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Return what these decisions amount to, in their order."""
    folding = _Folding()
    for one in decisions:
        folding.add(one)
    return Rulings(
        given=folding.given,
        markings=folding.markings,
        overrides=folding.overrides,
        voided=folding.voided,
        owners=folding.owners,
        notes=folding.notes,
        closed=folding.closed,
        copies=folding.copies,
        corrections=tuple(folding.corrections),
        holding=folding.holding,
    )


class _Folding:
    """The fold under way: maps that grow, as a class's decisions are too many to copy at each."""

    def __init__(self) -> None:
        self.given: dict[str, dict[int, Fraction]] = {}
        self.markings: dict[str, dict[int, tuple[EssayMarked, ...]]] = {}
        self.overrides: dict[str, dict[int, MarkOverridden]] = {}
        self.voided: dict[str, Voided] = {}
        self.owners: dict[str, Reassigned] = {}
        self.notes: dict[str, Noted] = {}
        self.closed: dict[str, Closed] = {}
        self.copies: dict[str, CopyChosen] = {}
        self.corrections: list[KeyCorrected] = []
        self.holding = 0

    def add(self, one: Decision) -> None:
        match one:
            case EssayMarked():
                self._mark(one)
            case MarkOverridden():
                self.given.setdefault(one.attempt, {})[one.question] = one.marks
                self.overrides.setdefault(one.attempt, {})[one.question] = one
            case KeyCorrected():
                self.corrections.append(one)
            case Regraded():
                self.holding = max(self.holding, one.corrections)
            case Voided():
                self.voided[one.attempt] = one
            case Reinstated():
                self.voided.pop(one.attempt, None)
            case Reassigned():
                self.owners[one.attempt] = one
            case Noted():
                self.notes.pop(same_number(one.candidate), None)
                if one.note != "none":
                    self.notes[same_number(one.candidate)] = one
            case Closed():
                self.closed[one.attempt] = one
            case CopyChosen():
                self.copies[one.attempt] = one
                if one.head != one.was:
                    for marks in (self.given, self.markings, self.overrides):
                        marks.pop(one.attempt, None)
            case _:
                assert_never(one)

    def _mark(self, one: EssayMarked) -> None:
        """Let a marking stand beside those of other markers; the same marker's takes the place of their own."""
        given, overrides = self.given.setdefault(one.attempt, {}), self.overrides.setdefault(one.attempt, {})
        markings = self.markings.setdefault(one.attempt, {})
        others = [each for each in markings.get(one.question, ()) if not is_same_person(each.by, one.by)]
        if not one.seen:
            # What older versions wrote meant that the last word stands, whoever had it.
            others = []
            overrides.pop(one.question, None)
        markings[one.question] = (*others, one)
        if one.question not in overrides:
            given.pop(one.question, None)
            if all(each.marks == one.marks for each in others):
                given[one.question] = one.marks
