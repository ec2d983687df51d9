"""Giving more time to those who sit a paper: all of them or one, whether their window is open or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.candidate import same_number
from quizapp.domain.decisions.decision_rules import check_more
from quizapp.domain.errors import QuizError, Refused
from quizapp.services.sitting.invigilator import check_password_given, ordered
from quizapp.services.sitting.orders import OrderOutcome, OrderSender

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, timedelta

    from quizapp.domain.attempt.events import Started
    from quizapp.domain.attempt.orders import Request
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.services.ports.port_values import AttemptName
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.order_proofs import OrderKey


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
