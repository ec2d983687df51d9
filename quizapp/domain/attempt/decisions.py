"""What people decided about a paper's attempts after hand-in, as facts in the past tense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias, get_args

from quizapp.domain.candidate import same_number
from quizapp.domain.item import Item, Response
from quizapp.domain.moment import Moment

Correction = Literal["key", "accept", "full", "drop"]
NoteKind = Literal["deferred", "exempt", "misconduct", "admitted", "none"]
"""缓考, 免考, 违纪; let in to a make-up whatever its own rule says (准予补考); and what takes a note back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """What every decision has: who made it, who checked it, why, and on what."""

    KIND: ClassVar[str]
    LATER: ClassVar[tuple[str, ...]] = ("seen",)
    """Fields that journals did not always have: left out where they say nothing."""
    when: Moment
    by: str
    checked_by: str = ""
    why: str
    seen: str = ""
    """The head of the paper's decisions that it was made on; "" in what older versions wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayMarked(_Decided):
    """A person gave an essay its marks."""

    KIND: ClassVar = "essay_marked"
    LATER: ClassVar = ("seen", "deducted")
    attempt: str
    question: int
    """From 1, as on the attempt's form."""
    points: tuple[Fraction, ...]
    """What each point of the rubric was given, in the rubric's own marks; one entry where there is no rubric."""
    marks: Fraction
    """What that amounts to in the question's marks."""
    comment: str = ""
    why: str = ""
    deducted: tuple[Fraction, ...] = ()
    """What each deduction took off, in the rubric's own marks; () where nothing was taken off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkOverridden(_Decided):
    """A person gave a question other marks than it had; they stand whatever is corrected later."""

    KIND: ClassVar = "mark_overridden"
    attempt: str
    question: int
    marks: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCorrected(_Decided):
    """A question of a form turned out to be keyed wrongly; it holds once the paper is marked again."""

    KIND: ClassVar = "key_corrected"
    form: str
    """The digest of the form as it was sat."""
    question: int
    item: str
    how: Correction
    """`key`: this and no other; `accept`: this one besides; `full`: full marks for all; `drop`: out of the total."""
    answer: Response = ()
    """The key, as a response in the letters of the form's items."""
    keyed: Item | None = None
    """The item as it stands on the form, with that key."""
    is_from_bank: bool = False
    """Whether the key was taken from the bank as it then stood."""

    @property
    def alike(self) -> tuple[object, ...]:
        """What it has in common with corrections that say the same of the question on other forms."""
        return self.item, self.how, self.answer, self.is_from_bank


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkChange:
    """What marking again did to one attempt's total; None is not marked yet."""

    attempt: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regraded(_Decided):
    """A paper was marked again: from here on its corrections up to a number hold."""

    KIND: ClassVar = "regraded"
    corrections: int
    """How many of the paper's corrections, from the first, hold now."""
    changes: tuple[MarkChange, ...] = ()
    """The attempts whose total changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided(_Decided):
    """An attempt was annulled; its try is free again."""

    KIND: ClassVar = "voided"
    attempt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reinstated(_Decided):
    """An attempt that was annulled holds again."""

    KIND: ClassVar = "reinstated"
    attempt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassigned(_Decided):
    """An attempt turned out to be somebody else's."""

    KIND: ClassVar = "reassigned"
    attempt: str
    candidate: str
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(_Decided):
    """How a candidate stands at the paper beside any attempt; the last note holds, and `none` takes it back."""

    KIND: ClassVar = "noted"
    candidate: str
    note: NoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(_Decided):
    """An attempt under way on another machine was handed in as it had been collected: 强制收卷."""

    KIND: ClassVar = "closed"
    attempt: str
    head: str
    """The last hash of the copy that was closed: one that goes on from it takes its place, and this with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyChosen(_Decided):
    """Of copies of an attempt that part ways a person chose the one that counts."""

    KIND: ClassVar = "copy_chosen"
    attempt: str
    head: str
    """The chosen copy's last hash."""
    others: tuple[str, ...]
    """The last hashes of the copies that were known and do not count."""
    was: str
    """The last hash of the copy that was in place: marks that people gave to another than the chosen one go with it."""


Decision: TypeAlias = (
    EssayMarked
    | MarkOverridden
    | KeyCorrected
    | Regraded
    | Voided
    | Reinstated
    | Reassigned
    | Noted
    | Closed
    | CopyChosen
)

DECISIONS: tuple[type[Decision], ...] = get_args(Decision)


def note_about(decisions: Iterable[Decision], candidate: str) -> NoteKind:
    """Return how a candidate is noted at a paper by now; none where nobody noted anything, or took it back."""
    found: NoteKind = "none"
    for one in decisions:
        if isinstance(one, Noted) and same_number(one.candidate) == same_number(candidate):
            found = one.note
    return found


def rounds(decisions: Sequence[Decision]) -> Iterator[tuple[int, tuple[KeyCorrected, ...], Regraded | None]]:
    """Give the corrections that began to hold together, with how many decisions stand before the marking that did it.

    Those that do not hold yet come last, with no marking.
    """
    waiting: list[KeyCorrected] = []
    held = 0
    for place, one in enumerate(decisions):
        match one:
            case KeyCorrected():
                waiting.append(one)
            case Regraded():
                count = max(one.corrections - held, 0)
                yield place, tuple(waiting[:count]), one
                waiting, held = waiting[count:], held + count
            case _:
                pass
    if waiting:
        yield len(decisions), tuple(waiting), None
