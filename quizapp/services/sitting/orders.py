"""Orders to attempts in progress, more time among them: asked of whoever has one open, recorded by that one writer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.interruptions import resume
from quizapp.domain.attempt.orders import Request, RequestAnswer
from quizapp.domain.attempt.state import Attempt, evolve, fold
from quizapp.domain.attempt.terms import Terms, closing, due
from quizapp.domain.candidate import same_number
from quizapp.domain.decisions.decision_rules import check_more, grant
from quizapp.domain.errors import AttemptBusy, MachineRefused, QuizError, Refused
from quizapp.domain.moment import present
from quizapp.services.sitting.invigilator import check_password_given, ordered, proved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime, timedelta

    from quizapp.domain.attempt.events import Event, Started
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.services.ports.home import Clock, Home, JournalWriter, Requests
    from quizapp.services.ports.port_values import AttemptName, Chain
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.invigilator import OrderKey
    from quizapp.services.sitting.open_attempt import Sitting


class OrderInbox:
    """The requests of one sitting."""

    def __init__(self, requests: Requests, sitting: Sitting) -> None:
        self._requests = requests
        self._sitting = sitting
        self._told: set[str] = set()

    def waiting(self) -> tuple[Request, ...]:
        """Return what waits for an answer: quick enough to be called every second on the event loop."""
        return self._requests.waiting(self._sitting.saved.started.attempt)

    def settle(self, requests: tuple[Request, ...]) -> tuple[Request, ...]:
        """Grant or refuse each, and answer once that is on disk; return those now granted, each once."""
        granted = []
        for request in requests:
            answer = self._decide(request)
            if answer is None:
                continue
            # Without it the asker waits in vain, and asks the journal: what was recorded stands.
            with suppress(MachineRefused):
                self._requests.answer(self._sitting.saved.started.attempt, request.id, answer)
            if not answer.refusal and request.id not in self._told:
                self._told.add(request.id)
                granted.append(request)
        return tuple(granted)

    def _decide(self, request: Request) -> RequestAnswer | None:
        """Return the answer; None while the disk does not take what follows from it."""
        sitting = self._sitting
        try:
            sitting.grant(request)
        except Refused as refusal:
            return refused(refusal)
        if request.id in sitting.saved.granted:
            return granted(sitting.saved, sitting.terms)
        return None if request.id in sitting.attempt.granted else refused(Refused("attempt-ended"))


def granted(attempt: Attempt, terms: Terms) -> RequestAnswer:
    """Return the answer to a request that was granted: when the attempt closes now."""
    return RequestAnswer(closing=None if attempt.has_ended else closing(attempt, terms.delivery))


def refused(refusal: Refused) -> RequestAnswer:
    """Return the answer to a request that a rule refuses."""
    return RequestAnswer(
        refusal=refusal.code, values=tuple((name, str(value)) for name, value in refusal.values.items())
    )


class OrderOutcome(NamedTuple):
    """What became of a request."""

    refusal: QuizError | None = None
    """Why it was not granted; None where it was."""
    closing: datetime | None = None
    """When the attempt closes now; None where it has no limit, or has ended."""


class OrderSender:
    """Requests on their way, one to each attempt."""

    def __init__(self, home: Home, clock: Clock, wanted: Mapping[AttemptName, Request]) -> None:
        self._home = home
        self._clock = clock
        self._wanted = wanted
        self._asked: set[AttemptName] = set()
        self._found: dict[AttemptName, OrderOutcome] = {}

    def settle(self, moments: Iterable[object]) -> Mapping[AttemptName, OrderOutcome]:
        """Return what became of each, tried at every one of these moments until all are settled or the moments end.

        Nothing is left waiting behind: a request that nobody answered is withdrawn.
        """
        try:
            for _ in moments:
                for name in [one for one in self._wanted if one not in self._found]:
                    self._try(name)
                if len(self._found) == len(self._wanted):
                    break
        finally:
            for name in self._asked:
                self._home.requests.withdraw(name.attempt, self._wanted[name].id)
        return {name: self._found.get(name) or self._unanswered(name) for name in self._wanted}

    def _try(self, name: AttemptName) -> None:
        if name.attempt in self._home.collected.attempts():
            self._found[name] = OrderOutcome(refusal=Refused("attempt-collected", attempt=name.attempt))
            return
        try:
            writer, chain = self._home.journals.open(name)
        except AttemptBusy:
            self._ask(name)
        except QuizError as trouble:
            self._found[name] = OrderOutcome(refusal=trouble)
        else:
            try:
                self._found[name] = self._carry_out(writer, chain, self._wanted[name])
            finally:
                writer.close()

    def _ask(self, name: AttemptName) -> None:
        request = self._wanted[name]
        try:
            if name not in self._asked:
                self._asked.add(name)
                self._home.requests.ask(name.attempt, request)
        except MachineRefused as trouble:
            self._found[name] = OrderOutcome(refusal=trouble)
        else:
            answer = self._home.requests.answer_to(name.attempt, request.id)
            if answer is not None:
                self._found[name] = _outcome(answer)

    def _carry_out(self, writer: JournalWriter, chain: Chain, request: Request) -> OrderOutcome:
        """Do what is asked as the attempt's writer."""
        attempt = fold(chain.events)
        try:
            terms = Terms.of(self._home.forms.load(attempt.started.form))
            attempt = _recorded(writer, attempt, due(attempt, terms, present(attempt.last, self._clock.read())))
            decided = self._decided(attempt, terms, request)
            attempt = _recorded(writer, attempt, proved(writer, decided, {request.id: request.token}))
        except Refused as refusal:
            return _outcome(refused(refusal))
        except QuizError as trouble:
            return OrderOutcome(refusal=trouble)
        return _outcome(granted(attempt, terms))

    def _decided(self, attempt: Attempt, terms: Terms, request: Request) -> tuple[Event, ...]:
        if request.id in attempt.granted:
            return ()
        reading = self._clock.read()
        # That a program opened it is recorded, so that the time before is nobody's and the wall clock is looked at.
        opened = resume(attempt, terms, reading)
        stands = reduce(evolve, opened, attempt)
        return (*opened, *grant(stands, terms, request, present(stands.last, reading)))

    def _unanswered(self, name: AttemptName) -> OrderOutcome:
        """Return what became of a request that nobody answered: the journal knows if it was granted after all."""
        attempt = fold(self._home.journals.read(name).events)
        if self._wanted[name].id not in attempt.granted:
            holder = self._home.journals.holder(name)
            where = {"pid": holder.pid, "host": holder.host} if holder else {"pid": "?", "host": "?"}
            return OrderOutcome(refusal=MachineRefused("request-unanswered", attempt=name.attempt, **where))
        return _outcome(granted(attempt, Terms.of(self._home.forms.load(attempt.started.form))))


def _recorded(writer: JournalWriter, attempt: Attempt, events: tuple[Event, ...]) -> Attempt:
    writer.append(events)
    return reduce(evolve, events, attempt)


def _outcome(answer: RequestAnswer) -> OrderOutcome:
    refusal = Refused(answer.refusal, **dict(answer.values)) if answer.refusal else None
    return OrderOutcome(refusal=refusal, closing=answer.closing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What became of more time for one attempt."""

    name: AttemptName
    candidate: str = ""
    person: str = ""
    """Their name; "" with `candidate` where the journal cannot be read."""
    closing: datetime | None = None
    """When the attempt closes now; None where it has no limit."""
    refusal: QuizError | None = None
    """Why no time was given; None where it was."""


def extend(
    place: Workplace,
    paper: str,
    candidate: str,
    more: timedelta,
    giver: Marker,
    moments: Iterable[object],
    key: OrderKey | None = None,
) -> tuple[Extension, ...]:
    """Give more time to the attempts at a paper in progress, or to one candidate's where one is named.

    `moments` are tried one after another while other programs are waited for. Each attempt stands for itself: one that
    is past its closing, or whose candidate is the giver, is refused and the others go on. They come by candidate.
    Raises Refused where nobody sits the paper, and where its publication asks for a password and `key` is not given.
    """
    check_more(more)
    check_password_given(place.home, paper, key)
    found = dict(_in_progress(place, paper, candidate))
    if not found:
        raise _nobody(place, paper, candidate)
    requests = {name: _request(place, name, more, giver, key) for name in found}
    outcomes = OrderSender(place.home, place.clock, requests).settle(moments)
    extensions = [_extension(name, found[name], outcomes[name]) for name in found]
    _log(place, paper, candidate, more, giver, extensions)
    return tuple(sorted(extensions, key=lambda one: (one.candidate, one.name)))


def _in_progress(place: Workplace, paper: str, candidate: str) -> Iterator[tuple[AttemptName, Started | None]]:
    """Give the attempts that nobody handed in, with their starts: those past their closing are to be named too.

    One whose journal cannot be read has none; whose it is cannot be told, and one person's time does not wait for it.
    """
    book = place.home.book.read()
    ended = {doc["attempt"] for doc in book.scores if doc["status"] != "in_progress"} if book else set()
    for name in place.home.journals.names(paper):
        if name.attempt in ended:
            continue
        attempt = _read(place, name)
        if attempt is None and not candidate:
            yield name, None
        elif (
            attempt is not None
            and not attempt.has_ended
            and (not candidate or same_number(candidate) == same_number(attempt.started.candidate))
        ):
            yield name, attempt.started


def _read(place: Workplace, name: AttemptName) -> Attempt | None:
    try:
        events = place.home.journals.read(name).events
    except QuizError:
        return None
    return fold(events) if events else None


def _nobody(place: Workplace, paper: str, candidate: str) -> Refused:
    if not candidate:
        return Refused("nobody-sits", paper=paper)
    last = max(_ends(place, paper, candidate), default=None)
    if last is None:
        return Refused("candidate-sits-not", paper=paper, id=candidate)
    return Refused("candidate-handed-in", paper=paper, id=candidate, at=last)


def _ends(place: Workplace, paper: str, candidate: str) -> Iterator[datetime]:
    for name in place.home.journals.names(paper):
        attempt = _read(place, name)
        if (
            attempt is not None
            and same_number(attempt.started.candidate) == same_number(candidate)
            and attempt.handed_in_at is not None
        ):
            yield attempt.handed_in_at


def _request(place: Workplace, name: AttemptName, more: timedelta, giver: Marker, key: OrderKey | None) -> Request:
    request = ordered("more_time", giver, place.clock.read().at, place.chance, more)
    return request if key is None else key.signed(name.attempt, request)


def _extension(name: AttemptName, started: Started | None, outcome: OrderOutcome) -> Extension:
    return Extension(
        name=name,
        candidate=started.candidate if started else "",
        person=started.name if started else "",
        closing=outcome.closing,
        refusal=outcome.refusal,
    )


def _log(
    place: Workplace, paper: str, candidate: str, more: timedelta, giver: Marker, extensions: list[Extension]
) -> None:
    given = sum(one.refusal is None for one in extensions)
    values = {
        "paper": paper,
        "candidate": candidate,
        "seconds": str(int(more.total_seconds())),
        "why": giver.why,
        "checked_by": giver.checked_by,
        "given": str(given),
        "refused": str(len(extensions) - given),
    }
    place.home.log.record(place.clock.read().at, "time-extended", giver.by, values)
