"""An attempt with what it earned."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.marking.marks import Score, mark
from quizapp.domain.papers.delivery import Try

if TYPE_CHECKING:
    from quizapp.services.book.attempt_record import RecordedAttempt


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAttempt:
    """An attempt with what it earned; no score while it goes on, or where this machine cannot mark it."""

    recorded: RecordedAttempt
    score: Score | None

    @property
    def counting(self) -> Score | None:
        """The score as far as it may count: a void attempt has none."""
        return None if self.recorded.is_void else self.score

    @property
    def counted_score(self) -> Fraction:
        """The score as it counts, after a make-up's cap."""
        return self.recorded.as_counted(self.counting.total) if self.counting else Fraction(0)

    @property
    def as_try(self) -> Try:
        """It as one of its candidate's tries."""
        # One that nobody has decided about may be no attempt of theirs at all.
        return Try(
            is_void=self.recorded.is_void or self.recorded.is_forked,
            is_entered=self.recorded.attempt.handed_in_by == "entered",
        )

    @property
    def status(self) -> str:
        """The score book's word for how it stands."""
        if self.recorded.is_void:
            return "void"
        if not self.recorded.attempt.has_ended:
            return "in_progress"
        if self.score is not None:
            return "marked"
        # Where the keys are elsewhere a person here could not bring the marking to its end.
        return "marking" if self.recorded.form.has_keys else "handed_in"


def marked(recorded: RecordedAttempt) -> MarkedAttempt:
    """Return an attempt marked, where it has ended and its keys are here."""
    attempt = recorded.attempt
    score = mark(recorded.form, attempt.responses, recorded.given) if attempt.has_ended else None
    return MarkedAttempt(recorded=recorded, score=score)
