"""An attempt as its journal, its form and what was decided since tell it.

What came due without anybody there, a section's end or the closing, is recorded by whoever looks next, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import KeyCorrected, Reassigned, note_about
from quizapp.domain.attempt.events import Event, HandedIn, Started
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.attempt.soundness import Irregularity, Timely, timely
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.attempt.terms import Terms, as_begun, as_ended, due
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.corrections import corrected, is_dropped
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import AttemptBusy, MachineRefused, Refused
from quizapp.domain.marking.marks import as_counted, mark_question, waiting
from quizapp.domain.moment import present

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.carrying import PublicationOpened
    from quizapp.domain.item import Response
    from quizapp.domain.papers.delivery import Delivery
    from quizapp.domain.papers.paper import Form, MakeUp
    from quizapp.services.ports.home import Clock, Home
    from quizapp.services.ports.port_values import AttemptName, Chain


def published(home: Home, paper: str) -> PublicationOpened | None:
    """Return the publication by which a paper is sat here; None where it was not carried here."""
    return next((one for one in reversed(home.publications.opened()) if one.paper == paper), None)


def check_clock(made_at: datetime, now: datetime) -> None:
    """Refuse a clock that is earlier than a publication: it is wrong, and the paper's window means nothing by it.

    Raises Refused.
    """
    if now < made_at:
        raise Refused("publication-clock-wrong", now=now, made_at=made_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt:
    """One attempt with its form, what was decided of it, and what of its journal counts."""

    attempt: Attempt
    form: Form
    """As it was sat, with the corrections that hold."""
    head: str
    """The journal's last hash."""
    given: Mapping[int, Fraction] = field(default_factory=dict)
    """The marks that people gave, by the question's number."""
    overridden: frozenset[int] = frozenset()
    """The questions whose marks a decision gave in place of others."""
    differing: tuple[int, ...] = ()
    """The questions whose markers differ, so that none of their marks holds yet."""
    corrections: tuple[KeyCorrected, ...] = ()
    """Of its form, in order, those that hold."""
    is_void: bool = False
    is_written: bool = True
    """Whether its end, where it has ended, stands in its journal: one that was collected before that is never written
    to, and its end is worked out."""
    is_forked: bool = False
    """Whether copies of it part ways and nobody has decided between them: until then it does not count."""
    reassigned: Reassigned | None = None
    """Whose it is, where it is not whose its journal says."""
    is_deferred: bool = False
    """Whether it is a make-up's, of somebody for whom the first sitting was put off: 缓考."""
    is_carried: bool = False
    """Whether it is a make-up's that was carried here: how its people stood at the first paper is known elsewhere."""
    events: tuple[Event, ...] = ()
    """Those that count, as far as it was read from a journal."""
    lost: frozenset[int] = frozenset()
    """The places in its journal, from 0, of those that count for nothing."""
    irregularities: tuple[Irregularity, ...] = ()
    """What about its instants cannot have been."""

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

    def keys_of(self, question: int) -> tuple[Response, ...]:
        """Return what counts as right by now: the key, and what corrections accept; () where the keys are elsewhere."""
        item = self.form.questions[question - 1].item
        if not item.has_key:
            return ()
        key = item.key_response()
        accepted = [one.answer for one in self.corrections_of(question) if one.how == "accept"]
        return (*(() if key is None else (key,)), *accepted)

    def marks_of(self, question: int) -> Fraction | None:
        """Return what a question earned, a person's marks before any other; None where that is not known yet."""
        if question in self.given:
            return self.given[question]
        return mark_question(self.form, self.form.questions[question - 1], self.attempt.response(question))

    @property
    def waiting(self) -> tuple[int, ...]:
        """The numbers of the questions that wait for a person's marks."""
        return waiting(self.form, self.attempt.responses, self.given)

    def as_counted(self, total: Fraction) -> Fraction:
        """Return a total as it counts, after a make-up's cap."""
        return as_counted(self.form, total, is_deferred=self.is_deferred)

    @property
    def delivery(self) -> Delivery:
        """The rules of sitting as they hold for it."""
        return as_begun(self.attempt, self.form.paper.delivery)

    @property
    def receipt(self) -> str | None:
        """The candidate's proof of what was handed in; None before that, and where their machine never gave one."""
        return receipt(self.head) if self.attempt.has_ended and self.is_written else None

    def counting_places(self, lines: Iterable[int]) -> frozenset[int]:
        """Return where lines of its journal stand among the events that count, both from 1; what is lost is nowhere."""
        kept = (line for line in lines if line - 1 not in self.lost)
        return frozenset(line - sum(place < line for place in self.lost) for line in kept)


def read_attempt(
    home: Home, name: AttemptName, decided: Rulings | None = None, *, now: datetime | None = None
) -> RecordedAttempt:
    """Return an attempt as recorded. Raises CalledWrongly where there is none; see `recorded` for `now`."""
    return recorded(home, home.journals.read(name), decided, now=now)


def folded(chain: Chain) -> Attempt:
    """Return what all of a journal's events amount to, for who goes on writing it.

    Raises MachineRefused("journal-contradicts") where it speaks of questions that there are not: somebody wrote it.
    """
    with _refusing_nonsense(chain):
        return fold(chain.events)


def counting(chain: Chain, form: Form) -> Timely:
    """Return what counts of a journal's events at its form. Raises MachineRefused as `folded`."""
    with _refusing_nonsense(chain):
        return timely(chain.events, Terms.of(form))


@contextmanager
def _refusing_nonsense(chain: Chain) -> Iterator[None]:
    first = chain.events[0]
    trouble = MachineRefused("journal-contradicts", attempt=getattr(first, "attempt", ""))
    questions = range(1, len(getattr(first, "items", ())) + 1)
    if questions and not all(getattr(event, "question", 1) in questions for event in chain.events):
        raise trouble
    try:
        yield
    except (IndexError, TypeError, AttributeError, OverflowError) as error:
        raise trouble from error


def _is_deferred(home: Home, make_up: MakeUp | None, candidate: str) -> bool:
    """Return whether the paper that a make-up stands for was put off for somebody (缓考)."""
    return make_up is not None and note_about(home.decisions.read(make_up.paper), candidate) == "deferred"


def recorded(
    home: Home,
    chain: Chain,
    decided: Rulings | None = None,
    *,
    with_pending: bool = False,
    now: datetime | None = None,
) -> RecordedAttempt:
    """Return the attempt that a journal tells of.

    `decided` is what was decided about its paper, for who reads many attempts; with `with_pending` corrections that
    do not hold yet are applied too. `now` says whether one that was collected is past its closing, which its journal
    will not say; without it all of those that ever close have ended. Raises MachineRefused as `folded`.
    """
    started = chain.events[0]
    if not isinstance(started, Started):
        raise ValueError("an attempt begins with its start")
    if decided is None:
        decided = rulings(home.decisions.read(started.paper))
    corrections = decided.corrections_of(started.form, with_pending=with_pending)
    form = _form_of(home, started)
    counts = counting(chain, form)
    attempt = fold(counts.events)
    is_written = isinstance(chain.events[-1], HandedIn)
    if not is_written and started.attempt in home.collected.attempts():
        attempt = as_ended(attempt, Terms.of(form), now, _closed_at(decided, started.attempt, chain.head))
    if corrections:
        form = corrected(form, corrections)
    dropped = {question.number for question in form.questions if is_dropped(question)} if corrections else set()
    given = decided.given.get(started.attempt, {})
    owner, make_up = decided.owners.get(started.attempt), form.paper.make_up
    return RecordedAttempt(
        attempt=attempt,
        form=form,
        head=chain.head,
        given={number: marks for number, marks in given.items() if number not in dropped},
        overridden=frozenset(decided.overrides.get(started.attempt, ())),
        differing=tuple(number for number in decided.differing(started.attempt) if number not in dropped),
        corrections=corrections,
        is_void=started.attempt in decided.voided,
        is_forked=_is_forked(home, decided, chain, started.attempt),
        is_written=is_written or not attempt.has_ended,
        reassigned=owner,
        is_deferred=_is_deferred(home, make_up, owner.candidate if owner else started.candidate),
        is_carried=make_up is not None and published(home, started.paper) is not None,
        events=counts.events,
        lost=counts.lost,
        irregularities=counts.irregularities,
    )


def _form_of(home: Home, started: Started) -> Form:
    form = home.forms.load(started.form)
    if len(form.questions) != len(started.items):
        raise MachineRefused("journal-contradicts", attempt=started.attempt)
    return form


def _is_forked(home: Home, decided: Rulings, chain: Chain, attempt: str) -> bool:
    asides = home.collected.asides()
    return attempt in asides and decided.is_forked(attempt, chain.head, asides[attempt])


def _closed_at(decided: Rulings, attempt: str, head: str) -> datetime | None:
    """Return when this very copy of an attempt was closed; what was decided about an earlier one no longer holds."""
    closed = decided.closed.get(attempt)
    return closed.when.at if closed is not None and closed.head == head else None


def hand_in_overdue(home: Home, clock: Clock, name: AttemptName) -> bool:
    """Record a section's end and the hand-in at the closing where they have passed; return whether this call handed in.

    An attempt that another program is writing is left to that program, which does it by itself. What was collected is
    another machine's to write: how it stands is worked out.
    """
    if name.attempt in home.collected.attempts() or not _came_due(home, clock, home.journals.read(name)):
        return False
    try:
        writer, chain = home.journals.open(name)
    except AttemptBusy:
        return False
    try:
        came = _came_due(home, clock, chain)
        if came:
            writer.append(came)
        return any(event.KIND == "handed_in" for event in came)
    finally:
        writer.close()


def _came_due(home: Home, clock: Clock, chain: Chain) -> tuple[Event, ...]:
    attempt = folded(chain)
    if attempt.has_ended:
        return ()
    terms = Terms.of(home.forms.load(attempt.started.form))
    return due(attempt, terms, present(attempt.last, clock.read()))
