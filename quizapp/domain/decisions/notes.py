"""What the committee is told beside a score, as codes and values.

`decision_notes` has those that are told of one decision after another, `attempt_notes` those of an attempt's events:
here nothing is loaded that only they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from fractions import Fraction

    from quizapp.domain.attempt.decisions import Closed, CopyChosen, MarkOverridden, Noted, Voided
    from quizapp.domain.attempt.soundness import Irregularity
    from quizapp.domain.candidate import Left


class ScoreNote(NamedTuple):
    """One note: language has its sentence under `note.` and the code.

    Behind that stand its values `who` and `why`, and that it is `unproved`, where it has them.
    """

    code: str
    values: Mapping[str, object]
    number: int = 0
    """Which of the candidate's attempts it is about; 0 where that goes without saying."""


def of_candidate(noted: Noted) -> ScoreNote:
    """Return how a candidate stands beside any attempt."""
    return ScoreNote(noted.note, {"why": noted.why})


def of_left(at: datetime, left: Left) -> ScoreNote:
    """Return that somebody left the class, when and why."""
    return ScoreNote("left", {"at": at, "why": left.why})


def of_void(voided: Voided) -> ScoreNote:
    """Return that an attempt was annulled."""
    return ScoreNote("void", {"why": voided.why})


def of_closed(closed: Closed) -> ScoreNote:
    """Return that an attempt of another machine's was handed in by order."""
    return ScoreNote("forced", {"who": closed.by, "why": closed.why})


def of_copy(chosen: CopyChosen) -> ScoreNote:
    """Return that there are other copies of an attempt, which a person decided against."""
    return ScoreNote("copy_chosen", {"others": len(chosen.others), "why": chosen.why})


def of_override(one: MarkOverridden, before: Fraction | None) -> ScoreNote:
    """Return that a question has other marks than it had; None is not marked before."""
    return ScoreNote("override", {"question": one.question, "before": before, "after": one.marks, "why": one.why})


def of_cap(score: float, counted: float) -> ScoreNote:
    """Return that a make-up counts less than it earned: its sections add up to more than its score."""
    return ScoreNote("capped", {"score": score, "counted": counted})


def without_marks(notes: Iterable[ScoreNote]) -> tuple[ScoreNote, ...]:
    """Return notes as they are told where marks are not: that something was changed, not from what to what."""
    told = {"override": ("question", "why"), "regraded": (), "regraded_of": ("questions",)}
    return tuple(
        note._replace(code=f"{note.code}_untold", values={name: note.values[name] for name in told[note.code]})
        if note.code in told
        else note
        for note in notes
        if note.code != "capped"
    )


def of_irregularities(found: Iterable[Irregularity]) -> tuple[ScoreNote, ...]:
    """Return what about an attempt's instants cannot have been."""
    return tuple(
        ScoreNote(f"irregular_{one.fault}", {"at": one.at, "than": one.than, "count": one.count, "line": one.line})
        for one in found
    )
