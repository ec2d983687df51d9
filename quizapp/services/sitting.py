"""One attempt being sat: ask a rule, write, go on. What could not be written yet is kept, and tried again."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from quizapp.domain.attempt import rules
from quizapp.domain.attempt.moment import Moment, present
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.timing import remaining
from quizapp.domain.errors import MachineRefused
from quizapp.services.recorded import RecordedAttempt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from quizapp.domain.attempt.events import Event
    from quizapp.domain.delivery import Delivery
    from quizapp.domain.item import Response
    from quizapp.domain.paper import Form
    from quizapp.services.ports import Clock, JournalWriter


class Sitting:
    """The one writer of an attempt while a person sits it."""

    def __init__(self, *, form: Form, saved: Attempt, writer: JournalWriter, clock: Clock) -> None:
        self.form = form
        self.saved = saved
        """The attempt as it stands on disk."""
        self.unsaved: tuple[Event, ...] = ()
        """What happened since and is not on disk yet, in order."""
        self.trouble: MachineRefused | None = None
        """Why not, where something is unsaved."""
        self._writer = writer
        self._clock = clock

    @property
    def attempt(self) -> Attempt:
        """The attempt with what is unsaved applied: what the candidate sees."""
        return reduce(evolve, self.unsaved, self.saved)

    @property
    def delivery(self) -> Delivery:
        return self.form.paper.delivery

    @property
    def has_ended(self) -> bool:
        """Whether it is handed in, on disk."""
        return self.saved.has_ended

    def remaining(self) -> timedelta | None:
        """Return the time left; None where the paper has no limit."""
        return remaining(self.attempt, self.delivery, self._now().at)

    def answer(self, question: int, response: Response) -> None:
        """Give a response, on disk when this returns without trouble. Raises Refused."""
        self._do(lambda now: rules.answer(self.attempt, self.delivery, question, response, now))

    def undo(self, question: int) -> None:
        """Take back the last change of a question's response. Raises Refused."""
        self._do(lambda now: rules.undo(self.attempt, self.delivery, question, now))

    def flag(self, question: int) -> None:
        """Flag a question for review, or take its flag away. Raises Refused."""
        self._do(lambda now: rules.flag(self.attempt, self.delivery, question, now))

    def visit(self, question: int) -> None:
        """Bring a question on screen. Raises Refused."""
        self._do(lambda now: rules.visit(self.attempt, self.delivery, question, now))

    def hand_in(self) -> None:
        """End the attempt. Raises Refused."""
        self._do(lambda now: rules.hand_in(self.attempt, self.delivery, now))

    def tick(self) -> None:
        """Hand in at the closing where it has come, and try again to write what is unsaved."""
        if self.attempt.has_ended:
            self._write(())
        else:
            self._do(lambda now: rules.overdue(self.attempt, self.delivery, now))

    def close(self) -> None:
        """Give the attempt up to another program; it goes on, the clock with it."""
        self._writer.close()

    def recorded(self) -> RecordedAttempt:
        """Return the attempt as it stands on disk, with its form and its last hash."""
        return RecordedAttempt(attempt=self.saved, form=self.form, head=self._writer.head)

    def _now(self) -> Moment:
        return present(self.attempt.last, self._clock.read())

    def _do(self, decide: Callable[[Moment], tuple[Event, ...]]) -> None:
        attempt, reading = self.attempt, self._clock.read()
        decided = decide(present(attempt.last, reading))
        is_ending = any(event.KIND == "handed_in" for event in decided)
        noticed = () if is_ending or attempt.has_ended else rules.notice_clock(attempt, reading)
        self._write((*noticed, *decided))

    def _write(self, events: tuple[Event, ...]) -> None:
        pending = (*self.unsaved, *events)
        if not pending:
            return
        try:
            self._writer.append(pending)
        except MachineRefused as trouble:
            self.unsaved, self.trouble = pending, trouble
            return
        self.saved = reduce(evolve, pending, self.saved)
        self.unsaved, self.trouble = (), None
