"""One attempt being sat: ask a rule, write, go on. What could not be written yet is kept, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import reduce

from quizapp.domain.attempt import rules
from quizapp.domain.attempt import rules as sections
from quizapp.domain.attempt.events import Certainty, Event, JournalRestored
from quizapp.domain.attempt.interruptions import notice_clock
from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.terms import Terms, due, remaining, remaining_in_section
from quizapp.domain.decisions.decision_rules import grant
from quizapp.domain.errors import MachineRefused
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment, present
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Form
from quizapp.services.book.attempt_record import RecordedAttempt
from quizapp.services.ports.home import Clock, JournalWriter
from quizapp.services.sitting.invigilator import proved


class Sitting:
    """The one writer of an attempt while a person sits it."""

    def __init__(self, *, form: Form, saved: Attempt, writer: JournalWriter, clock: Clock) -> None:
        self.form = form
        self.terms = Terms.of(form)
        """What the attempt is held to."""
        self.saved = saved
        """The attempt as it stands on disk."""
        self.unsaved: tuple[Event, ...] = ()
        """What happened since and is not on disk yet, in order."""
        self.trouble: MachineRefused | None = None
        """Why not, where something is unsaved, or what was saved is no longer where it was."""
        self._tokens: dict[str, str] = {}
        """What proves the orders given here, by request: proved as they are written, whatever came in between."""
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

    def section_remaining(self) -> timedelta | None:
        """Return the time left in the section that is open; None where none with a clock is."""
        return remaining_in_section(self.attempt, self.terms, self._now().at)

    def answer(self, question: int, response: Response) -> None:
        """Give a response, on disk when this returns without trouble. Raises Refused."""
        self._do(lambda now: rules.answer(self.attempt, self.terms, question, response, now))

    def undo(self, question: int) -> None:
        """Take back the last change of a question's response. Raises Refused."""
        self._do(lambda now: rules.undo(self.attempt, self.terms, question, now))

    def flag(self, question: int) -> None:
        """Flag a question for review, or take its flag away. Raises Refused."""
        self._do(lambda now: rules.flag(self.attempt, self.terms, question, now))

    def visit(self, question: int) -> None:
        """Bring a question on screen. Raises Refused."""
        self._do(lambda now: rules.visit(self.attempt, self.terms, question, now))

    def open_section(self, section: int) -> None:
        """Start a section's own clock, another one that runs closing for good. Raises Refused."""
        self._do(lambda now: sections.open_section(self.attempt, self.terms, section, now))

    def open_stage(self, question: int) -> None:
        """Let a case go on to the stage of a question, the answers before it final. Raises Refused."""
        self._do(lambda now: rules.open_stage(self.attempt, self.terms, question, now))

    def leave_section(self) -> None:
        """Close the section whose clock runs, for good. Raises Refused."""
        self._do(lambda now: sections.leave_section(self.attempt, self.terms, now))

    def fix(self, question: int, *, even_empty: bool = False) -> None:
        """Make an answer final, so that its key may be shown; an empty one where the person said so. Raises Refused."""
        self._do(lambda now: rules.fix(self.attempt, self.terms, question, now, even_empty=even_empty))

    def be_certain(self, question: int, certainty: Certainty) -> None:
        """Say how certain an answer is. Raises Refused."""
        self._do(lambda now: rules.be_certain(self.attempt, self.terms, question, certainty, now))

    def hand_in(self) -> None:
        """End the attempt. Raises Refused."""
        self._do(lambda now: rules.hand_in(self.attempt, self.terms, now))

    def grant(self, request: Request) -> None:
        """Do what a person ordered. Raises Refused, too where that person is the candidate."""
        if request.token:
            self._tokens[request.id] = request.token
        self._do(lambda now: grant(self.attempt, self.terms, request, now))

    def tick(self) -> None:
        """Close a section at its end, hand in at the closing, and try again to write what is unsaved.

        What was saved is looked for: an answer may be the last one for long, and its file be gone since.
        """
        if self.attempt.has_ended:
            self._write(())
        else:
            self._do(lambda _: ())
        self._check()

    def close(self) -> None:
        """Give the attempt up to another program; it goes on, the clock with it. What can be put on disk by now is."""
        try:
            self._check()
            if self.trouble is not None:
                self._write(())
        finally:
            self._writer.close()

    def recorded(self) -> RecordedAttempt:
        """Return the attempt as it stands on disk, with its form and its last hash."""
        return RecordedAttempt(attempt=self.saved, form=self.form, head=self._writer.head)

    def _now(self) -> Moment:
        return present(self.attempt.last, self._clock.read())

    def _do(self, decide: Callable[[Moment], tuple[Event, ...]]) -> None:
        reading = self._clock.read()
        came = due(self.attempt, self.terms, present(self.attempt.last, reading))
        if came:
            # On disk before anything is decided: where that is refused, it has happened all the same.
            self._write(came)
            if self.attempt.has_ended:
                return
        decided = decide(present(self.attempt.last, reading))
        is_ending = any(event.KIND == "handed_in" for event in decided)
        noticed = () if is_ending or self.attempt.has_ended else notice_clock(self.attempt, reading)
        self._write((*noticed, *decided))

    def _write(self, events: tuple[Event, ...]) -> None:
        pending = (*self.unsaved, *events)
        try:
            if self.trouble is not None:
                pending = (*self._restored(pending), *pending)
            if pending:
                self._writer.append(proved(self._writer, pending, self._tokens) if self._tokens else pending)
        except MachineRefused as trouble:
            self.unsaved, self.trouble = pending, trouble
            return
        self.saved = reduce(evolve, pending, self.saved)
        self.unsaved, self.trouble = (), None

    def _check(self) -> None:
        """Make sure that what was saved still is, where nothing is in trouble already."""
        if self.trouble is None:
            try:
                self._writer.check()
            except MachineRefused as trouble:
                self.trouble = trouble

    def _restored(self, pending: tuple[Event, ...]) -> tuple[Event, ...]:
        """Have the journal stand again where something else came in its place, before these are written into it.

        Return that it does, to be written first. Raises MachineRefused.
        """
        exchange = self._writer.regain()
        if exchange is None or self.has_ended:
            # A journal ends with its hand-in.
            return ()
        when = pending[0].when if pending else self._now()
        return (JournalRestored(when=when, found=exchange.found, lines=exchange.lines, kept=exchange.kept),)
