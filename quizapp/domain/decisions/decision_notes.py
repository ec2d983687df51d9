"""What the committee is told beside a score of what was decided about an attempt, one decision after another."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.domain.attempt.decisions import (
    Decision,
    EssayMarked,
    MarkChange,
    MarkOverridden,
    Reassigned,
    Regraded,
    Reinstated,
    rounds,
)
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.notes import ScoreNote


def of_decisions(
    decisions: Sequence[Decision], attempt: str, begun_by: Candidate, form: str = ""
) -> tuple[ScoreNote, ...]:
    """Return what an attempt went through, in order: whose it was, that it was void, what marking again did to it.

    Of marking again it is told which questions of the attempt's form had their answers corrected, never the reason that
    was given: it may be another person's appeal, and stands for the whole class.
    """
    notes: list[ScoreNote] = []
    owner = begun_by
    begun = {before: corrections for before, corrections, _ in rounds(decisions)}
    for place, one in enumerate(decisions):
        match one:
            case Reassigned() if one.attempt == attempt:
                notes.append(ScoreNote("reassigned", {"id": owner.id, "name": owner.name, "why": one.why}))
                owner = Candidate(id=one.candidate, name=one.name, unit=one.unit)
            case Reinstated() if one.attempt == attempt:
                notes.append(ScoreNote("reinstated", {"why": one.why}))
            case Regraded():
                questions = tuple(sorted({each.question for each in begun[place] if each.form == form}))
                notes += [_of_change(change, questions) for change in one.changes if change.attempt == attempt]
            case _:
                pass
    return tuple(notes)


def _of_change(change: MarkChange, questions: tuple[int, ...]) -> ScoreNote:
    values: dict[str, object] = {"before": change.before, "after": change.after}
    return ScoreNote("regraded_of", {"questions": questions, **values}) if questions else ScoreNote("regraded", values)


def before_override(decisions: tuple[Decision, ...], last: MarkOverridden) -> tuple[Decision, ...]:
    """Return the decisions before a question's marks were first overridden, of those overrides that `last` ends."""
    first = len(decisions)
    for place, one in reversed(list(enumerate(decisions))):
        if isinstance(one, EssayMarked | MarkOverridden) and _is_about(one, last):
            if isinstance(one, EssayMarked):
                break
            first = place
    return decisions[:first]


def _is_about(one: EssayMarked | MarkOverridden, other: MarkOverridden) -> bool:
    return (one.attempt, one.question) == (other.attempt, other.question)
