"""What the committee is told beside a score, as codes and values: what was decided, and how the sitting went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.attempt.decisions import (
    Closed,
    CopyChosen,
    Decision,
    EssayMarked,
    MarkChange,
    MarkOverridden,
    Noted,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
    rounds,
)
from quizapp.domain.attempt.events import (
    CarriedOut,
    CarriedOver,
    ClockDisagreed,
    Event,
    Extended,
    JournalRestored,
    Unpaused,
    ordering_event,
)
from quizapp.domain.attempt.interruptions import pauses
from quizapp.domain.attempt.soundness import Irregularity
from quizapp.domain.candidate import Candidate, Left


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


def of_events(events: Iterable[Event], unproved: Collection[int] = ()) -> tuple[ScoreNote, ...]:
    """Return what an attempt's journal says of its sitting.

    What was ordered, by whom and why: its start, more time, its way to another machine, its hand-in; each pause with
    its length and its end; that the journal was cut, gone or exchanged meanwhile; and the clock's furthest gap.
    `unproved` are the lines of orders without a good proof.
    """
    events = tuple(events)
    notes = [*_of_orders(events, unproved), *_of_pauses(events, unproved)]
    restored = [event for event in events if isinstance(event, JournalRestored) and event.found != "copy"]
    notes += [ScoreNote("journal_restored", {"lines": event.lines}) for event in restored]
    gap = max((event.by for event in events if isinstance(event, ClockDisagreed)), key=abs, default=timedelta(0))
    if gap:
        notes.append(ScoreNote("clock_ahead" if gap > timedelta(0) else "clock_behind", {"by": abs(gap)}))
    return tuple(notes)


def _of_orders(events: Sequence[Event], unproved: Collection[int]) -> Iterator[ScoreNote]:
    """Give what was ordered but the pauses, which have a length."""
    is_out = False
    for line, event in enumerate(events, 1):
        ordering = ordering_event(event)
        if ordering is None or not ordering.NOTE:
            continue
        code = ordering.NOTE
        if is_out and isinstance(ordering, Unpaused):
            # It may go on in two places: whoever compares the copies must know that it was meant to.
            code = "carried_out"
        is_out = isinstance(ordering, CarriedOut) or (is_out and not isinstance(ordering, Unpaused | CarriedOver))
        more = {"more": ordering.more} if isinstance(ordering, Extended) else {}
        yield ScoreNote(code, {**more, **_giver(ordering.order.by, ordering.order.why, is_unproved=line in unproved)})


def _of_pauses(events: Sequence[Event], unproved: Collection[int]) -> Iterator[ScoreNote]:
    for one in pauses(events):
        giver = _giver(one.by, one.why, is_unproved=one.line in unproved)
        yield (
            ScoreNote("paused_still", giver)
            if one.length is None
            else ScoreNote("paused", {"length": one.length, **giver})
        )


def _giver(who: str, why: str, *, is_unproved: bool) -> dict[str, object]:
    return {"who": who, "why": why, **({"unproved": True} if is_unproved else {})}


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
