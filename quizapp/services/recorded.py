"""An attempt as its journal and its form tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.coding import receipt

if TYPE_CHECKING:
    from quizapp.domain.paper import Form
    from quizapp.services.ports import AttemptName, Chain, Home


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt:
    """What stands about one attempt."""

    attempt: Attempt
    form: Form
    head: str
    """The journal's last hash."""

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
    return RecordedAttempt(attempt=attempt, form=home.forms.load(attempt.started.form), head=chain.head)
