"""An attempt as its journal and its form tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.coding import receipt
from quizapp.domain.decisions import given_marks

if TYPE_CHECKING:
    from quizapp.domain.paper import Form
    from quizapp.services.ports import Home
    from quizapp.services.records import AttemptName, Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt:
    """What stands about one attempt."""

    attempt: Attempt
    form: Form
    head: str
    """The journal's last hash."""
    given: Mapping[int, Fraction] = field(default_factory=dict)
    """The marks that people gave, by the question's number."""

    @property
    def id(self) -> str:
        return self.attempt.started.attempt

    @property
    def receipt(self) -> str | None:
        """The candidate's proof of what was handed in; None before that."""
        return receipt(self.head) if self.attempt.has_ended else None


def read_attempt(home: Home, name: AttemptName) -> RecordedAttempt:
    """Return an attempt as recorded. Raises CalledWrongly where there is none."""
    return recorded(home, home.journals.read(name))


def recorded(home: Home, chain: Chain) -> RecordedAttempt:
    """Return the attempt that a journal tells of."""
    attempt = fold(chain.events)
    started = attempt.started
    given = given_marks(home.decisions.read(started.paper), started.attempt)
    return RecordedAttempt(attempt=attempt, form=home.forms.load(started.form), head=chain.head, given=given)
