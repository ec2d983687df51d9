"""One attempt opened again: every event in order, and what was decided of it since."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizapp.domain.attempt.events import Event, HandedIn
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.story import QuestionStory, Step, question_stories, story
from quizapp.domain.attempt.terms import seconds_used
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.item import Response
from quizapp.domain.marking.marks import Score
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Question
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import RecordedAttempt, counting, recorded
from quizapp.services.book.marked_attempt import marked
from quizapp.services.decisions.committee_journal import PastDecision, decided_since
from quizapp.services.ports.home import Clock, Home
from quizapp.services.ports.port_values import AttemptName, Chain


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """All there is to tell of one attempt."""

    recorded: RecordedAttempt
    """As it stands, with the corrections that hold."""
    sat: Form
    """The form as it was sat: what the candidate saw."""
    steps: tuple[Step, ...]
    questions: tuple[QuestionStory, ...]
    since: tuple[PastDecision, ...]
    """What was decided of it, in order."""
    score: Score | None
    """None while it goes on, waits for marks, or is void."""
    status: str
    """As the score book has it."""
    is_held: bool
    """Whether a program has it open."""
    is_elsewhere: bool
    """Whether another machine writes it, and this is a copy of what was collected."""
    is_altered: bool
    """Whether more stands in its journal that does not chain: it is told as far as it does."""
    hidden: frozenset[int]
    """The questions whose keys and marks nobody may look up: all while it goes on, then those being sat elsewhere."""

    @property
    def attempt(self) -> Attempt:
        return self.recorded.attempt

    @property
    def is_entered(self) -> bool:
        """Whether it was keyed in from paper: its times say when that was, not how it was sat."""
        return self.attempt.handed_in_by == "entered"

    @property
    def seconds(self) -> int | None:
        """Whole seconds from start to hand-in; None while it goes on, and for what was keyed in."""
        return seconds_used(self.attempt)

    def asked(self, number: int) -> Question:
        """Return a question as it was sat."""
        return self.sat.questions[number - 1]

    def keys(self, number: int) -> tuple[Response, ...]:
        """Return what counts as right by now; () where it may not be seen."""
        return () if number in self.hidden else self.recorded.keys_of(number)

    def marks(self, number: int) -> Fraction | None:
        """Return what a question earned; None where that is not known yet or may not be seen."""
        return None if number in self.hidden else self._marks[number - 1]

    @cached_property
    def _marks(self) -> tuple[Fraction | None, ...]:
        one = self.recorded
        if one.is_void or not one.attempt.has_ended:
            return (None,) * len(one.form.questions)
        return tuple(one.marks_of(question.number) for question in one.form.questions)


def replayed(home: Home, clock: Clock, name: AttemptName, class_id: str = "") -> Replayed:
    """Return an attempt with all its steps; whoever sits it is not disturbed.

    Raises CalledWrongly where there is none, MachineRefused where not even its start stands.
    """
    # First: it also records what came due without anybody there.
    hidden = hidden_items(home, clock, class_id)
    chain = home.journals.read(name)
    decisions = home.decisions.read(name.paper)
    one = marked(recorded(home, chain, rulings(decisions), now=clock.read().at))
    attempt, form = one.recorded.attempt, home.forms.load(one.recorded.attempt.started.form)
    lost = counting(chain, form).lost
    steps = story(_events(chain, attempt, lost), lost)
    return Replayed(
        recorded=one.recorded,
        sat=form,
        steps=steps,
        questions=question_stories(steps, attempt.questions),
        since=decided_since(home, chain, decisions),
        score=one.counting,
        status=one.status,
        is_held=not attempt.has_ended and home.journals.holder(name) is not None,
        is_elsewhere=attempt.started.attempt in home.collected.attempts(),
        is_altered=chain.is_altered,
        hidden=frozenset(
            question.number for question in form.questions if not attempt.has_ended or question.item.id in hidden
        ),
    )


def _events(chain: Chain, attempt: Attempt, lost: frozenset[int]) -> tuple[Event, ...]:
    """Return a journal's events, and behind them the end that it does not say where that was worked out."""
    has_end = any(isinstance(event, HandedIn) and place not in lost for place, event in enumerate(chain.events))
    if attempt.handed_in_at is None or attempt.handed_in_by is None or has_end:
        return chain.events
    return (*chain.events, HandedIn(when=Moment(at=attempt.handed_in_at), by=attempt.handed_in_by))
