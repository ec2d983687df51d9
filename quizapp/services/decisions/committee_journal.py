"""What was decided, recorded on the state its maker saw or not at all; and the history of one attempt's decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

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
from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions.decision_rules import check_seen
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import CalledWrongly, Overtaken
from quizapp.services.book.attempt_record import RecordedAttempt, recorded

if TYPE_CHECKING:
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName, Chain, CommitteeJournal


class SeenJournal(NamedTuple):
    """What somebody has before them when they decide."""

    head: str
    """Of the paper's committee journal."""
    copy: str = ""
    """The last hash of the attempt's own journal, where one is decided about: a longer copy may be collected."""

    def check(self, one: RecordedAttempt) -> None:
        """Refuse to decide about another copy of an attempt than was looked at. Raises Overtaken."""
        if self.copy and self.copy != one.head:
            raise Overtaken("copy-since", attempt=one.id)


def seen_now(home: Home, paper: str, name: AttemptName | None = None) -> SeenJournal:
    """Return what whoever looks at a paper now, or at one of its attempts, will have seen.

    It is asked before anything else is read: what is decided while that is read was not seen. Raises MachineRefused.
    """
    head = home.decisions.journal(paper).head
    return SeenJournal(head, home.journals.read(name).head if name is not None else "")


def record(
    home: Home, paper: str, seen: SeenJournal | None, make: Callable[[CommitteeJournal], Sequence[Decision]]
) -> CommitteeJournal:
    """Record what `make` decides on what stands; return what stands just after.

    Without `seen` the maker is a command that decides on what stands at that moment. Raises Overtaken where something
    of what it is about was decided since `seen`, what `make` does, and MachineRefused; then nothing is recorded.
    """

    def decided(journal: CommitteeJournal) -> Sequence[Decision]:
        head = journal.head if seen is None else seen.head
        since = journal.since(head)
        if since is None:
            # A copy of the folder was put back meanwhile: nothing that was looked at is known to stand.
            raise Overtaken("journal-since")
        new = make(journal)
        check_seen(new, since)
        return [replace(one, seen=head) for one in new]

    return home.decisions.decide(paper, decided)


def find_attempt(home: Home, wanted: str) -> AttemptName:
    """Return the attempt of that id, or the only one whose id begins so. Raises CalledWrongly."""
    wanted = wanted.strip().upper()
    names = home.journals.names()
    found = [name for name in names if name.attempt == wanted]
    if not found and wanted:
        found = [name for name in names if name.attempt.startswith(wanted)]
    if not found:
        raise CalledWrongly("unknown-attempt", attempt=wanted)
    if len(found) > 1:
        raise CalledWrongly("attempt-ambiguous", wanted=wanted, count=len(found))
    return found[0]


SHOWN_OF_HASH = 8
"""Characters of a copy's last hash that tell it from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """One decision: language has its sentence under `replay.` and the code."""

    at: datetime
    """Aware, UTC."""
    what: str
    values: Mapping[str, object] = field(default_factory=dict)
    """Marks of None are marks that were not given."""
    question: int = 0
    """The question it is about; 0 for none."""
    correction: KeyCorrected | None = None
    """What was corrected, for who may see keys."""
    by: str
    checked_by: str = ""
    why: str = ""


def decided_since(home: Home, chain: Chain, decisions: Sequence[Decision]) -> tuple[PastDecision, ...]:
    """Return what was decided of a journal's attempt, its form, or whoever it is or was of."""
    return tuple(_Deciding(home, chain, decisions).entries())


class _Deciding:
    """The decisions about one attempt, gone through in order."""

    def __init__(self, home: Home, chain: Chain, decisions: Sequence[Decision]) -> None:
        self._home = home
        self._chain = chain
        self._decisions = tuple(decisions)
        started = chain.events[0]
        assert isinstance(started, Started)
        self._attempt, self._form = started.attempt, started.form
        self._owner = Candidate(id=started.candidate, name=started.name, unit=started.unit)
        self._owners = {same_number(self._owner.id)} | {
            same_number(one.candidate)
            for one in decisions
            if isinstance(one, Reassigned) and one.attempt == started.attempt
        }
        self._places: list[int] = []
        """Of the corrections of its form, among all of the paper's, from 0."""
        self._held = 0
        """How many of the paper's corrections hold so far."""

    def entries(self) -> Iterator[PastDecision]:
        corrections = 0
        for place, one in enumerate(self._decisions):
            match one:
                case EssayMarked() if one.attempt == self._attempt:
                    values = {"question": one.question, "marks": one.marks}
                    yield _decided(one, "essay_marked", values, question=one.question)
                case MarkOverridden() if one.attempt == self._attempt:
                    values = {"question": one.question, "before": self._before(place, one), "after": one.marks}
                    yield _decided(one, "overridden", values, question=one.question)
                case KeyCorrected():
                    if one.form == self._form:
                        self._places.append(corrections)
                        yield _decided(one, f"corrected_{one.how}", {"question": one.question}, question=one.question)
                    corrections += 1
                case Regraded():
                    yield from self._regraded(one)
                case Voided() if one.attempt == self._attempt:
                    yield _decided(one, "voided", {})
                case Reinstated() if one.attempt == self._attempt:
                    yield _decided(one, "reinstated", {})
                case Closed() if (one.attempt, one.head) == (self._attempt, self._chain.head):
                    yield _decided(one, "closed", {})
                case CopyChosen() if one.attempt == self._attempt:
                    yield _decided(one, "copy_chosen", {"head": one.head[:SHOWN_OF_HASH], "others": len(one.others)})
                case Reassigned() if one.attempt == self._attempt:
                    yield self._reassigned(one)
                case Noted() if same_number(one.candidate) in self._owners:
                    yield _decided(one, f"noted_{one.note}", {"id": one.candidate})
                case _:
                    pass

    def _before(self, place: int, override: MarkOverridden) -> Fraction | None:
        """Return the marks that the question had just before."""
        then = recorded(self._home, self._chain, rulings(self._decisions[:place]))
        return then.marks_of(override.question)

    def _regraded(self, one: Regraded) -> Iterator[PastDecision]:
        """Give what marking the paper again did to this attempt, where it did anything to its form."""
        holds = any(self._held <= place < one.corrections for place in self._places)
        self._held = max(self._held, one.corrections)
        changes = [change for change in one.changes if change.attempt == self._attempt]
        for change in changes:
            yield _decided(one, "regraded", {"before": change.before, "after": change.after})
        if holds and not changes:
            yield _decided(one, "regraded_same", {})

    def _reassigned(self, one: Reassigned) -> PastDecision:
        owner, self._owner = self._owner, Candidate(id=one.candidate, name=one.name, unit=one.unit)
        values = {"id": owner.id, "name": owner.name, "to": one.candidate, "to_name": one.name}
        return _decided(one, "reassigned", values)


def _decided(one: Decision, what: str, values: Mapping[str, object], question: int = 0) -> PastDecision:
    return PastDecision(
        at=one.when.at,
        what=what,
        values=values,
        question=question,
        correction=one if isinstance(one, KeyCorrected) else None,
        by=one.by,
        checked_by=one.checked_by,
        why=one.why,
    )
