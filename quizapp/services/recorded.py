"""An attempt as its journal, its form and what was decided since tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.coding import receipt
from quizapp.domain.corrections import corrected, is_dropped
from quizapp.domain.rulings import Rulings, rulings

if TYPE_CHECKING:
    from quizapp.domain.decisions import KeyCorrected, Reassigned
    from quizapp.domain.paper import Form
    from quizapp.services.ports import Home
    from quizapp.services.records import AttemptName, Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt:
    """What stands about one attempt."""

    attempt: Attempt
    form: Form
    """As it was sat, with the corrections that hold."""
    head: str
    """The journal's last hash."""
    given: Mapping[int, Fraction] = field(default_factory=dict)
    """The marks that people gave, by the question's number."""
    corrections: tuple[KeyCorrected, ...] = ()
    """Of its form, in order, those that hold."""
    is_void: bool = False
    reassigned: Reassigned | None = None
    """Whose it is, where it is not whose its journal says."""

    @property
    def id(self) -> str:
        return self.attempt.started.attempt

    @property
    def candidate(self) -> Candidate:
        """Whose attempt it is."""
        owner = self.reassigned
        if owner is not None:
            return Candidate(id=owner.candidate, name=owner.name, unit=owner.unit)
        started = self.attempt.started
        return Candidate(id=started.candidate, name=started.name, unit=started.unit)

    def corrections_of(self, question: int) -> tuple[KeyCorrected, ...]:
        """Return what was corrected of a question, from the last correction that left nothing of those before it."""
        found = [one for one in self.corrections if one.question == question]
        last = max((place for place, one in enumerate(found) if one.how != "accept"), default=0)
        return tuple(found[last:])

    @property
    def receipt(self) -> str | None:
        """The candidate's proof of what was handed in; None before that."""
        return receipt(self.head) if self.attempt.has_ended else None


def read_attempt(home: Home, name: AttemptName, decided: Rulings | None = None) -> RecordedAttempt:
    """Return an attempt as recorded. Raises CalledWrongly where there is none."""
    return recorded(home, home.journals.read(name), decided)


def recorded(
    home: Home, chain: Chain, decided: Rulings | None = None, *, with_pending: bool = False
) -> RecordedAttempt:
    """Return the attempt that a journal tells of.

    `decided` is what was decided about its paper, for who reads many attempts; with `with_pending` corrections that
    do not hold yet are applied too.
    """
    attempt = fold(chain.events)
    started = attempt.started
    if decided is None:
        decided = rulings(home.decisions.read(started.paper))
    corrections = decided.corrections_of(started.form, with_pending=with_pending)
    form = home.forms.load(started.form)
    if corrections:
        form = corrected(form, corrections)
    dropped = {question.number for question in form.questions if is_dropped(question)} if corrections else set()
    given = decided.given.get(started.attempt, {})
    return RecordedAttempt(
        attempt=attempt,
        form=form,
        head=chain.head,
        given={number: marks for number, marks in given.items() if number not in dropped},
        corrections=corrections,
        is_void=started.attempt in decided.voided,
        reassigned=decided.owners.get(started.attempt),
    )
