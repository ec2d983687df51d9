"""Proofs that whoever ordered something of an attempt knew the invigilator's password, and orders that have none."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import NamedTuple

from quizapp.domain.attempt.events import Event, OrderEvent, Started, ordering_event
from quizapp.domain.attempt.orders import AttemptOrder, Request, order_asked
from quizapp.domain.codec import event_to_plain, instant_to_text, to_plain
from quizapp.domain.text import clean_line
from quizapp.services.papers.forms import canonical
from quizapp.services.ports.home import Home, JournalWriter
from quizapp.services.ports.port_values import LinePlace


@dataclass(frozen=True, slots=True)
class OrderKey:
    """The key behind an invigilator's password."""

    secret: bytes = field(repr=False)

    def token(self, attempt: str, order: AttemptOrder) -> str:
        """Return what an order's proof is made with, hexadecimal."""
        return _token(self.secret, {"attempt": attempt, "order": to_plain(order)})

    def signed(self, attempt: str, request: Request) -> Request:
        """Return a request with its token, its texts as another program reads them."""
        request = replace(
            request, by=clean_line(request.by), checked_by=clean_line(request.checked_by), why=clean_line(request.why)
        )
        return replace(request, token=self.token(attempt, order_asked(request)))

    def proved(self, attempt: str, event: Event, place: LinePlace) -> Event:
        """Return an order with its proof, at the place where it is going to stand; any other event as it is."""
        ordering = ordering_event(event)
        if ordering is None:
            return event
        return replace(ordering, proof=_proof(self.token(attempt, ordering.order), ordering, place))

    def proved_start(self, started: Started) -> Started:
        """Return the start of an attempt with its proof, where somebody ordered it."""
        if not started.ordered_by:
            return started
        token = self.token(started.attempt, started.order)
        return replace(started, proof=_proof(token, started, LinePlace(1, "")))

    def proves(self, attempt: str, event: OrderEvent, place: LinePlace) -> bool:
        """Return whether an order carries the proof that this key gives it there."""
        return hmac.compare_digest(
            event.proof.encode(), _proof(self.token(attempt, event.order), event, place).encode()
        )


class UnprovedOrder(NamedTuple):
    """An order that stands in a journal without a good proof."""

    line: int
    """Of the journal, from 1."""
    order: AttemptOrder


class OrderProofs:
    """What a home knows of its attempts' orders: asked for many attempts, it reads its keys once."""

    def __init__(self, home: Home) -> None:
        self._away = home.collected.attempts()
        self._keys: dict[str, list[OrderKey]] = {}
        for one in home.publications.issued() if self._away else ():
            for form in one.forms if one.order_key else ():
                self._keys.setdefault(form, []).append(OrderKey(bytes.fromhex(one.order_key)))

    @property
    def is_asked(self) -> bool:
        """Whether there can be any order to look at: a home that published nothing need read no journal."""
        return bool(self._keys)

    def unproved(self, events: Sequence[Event], hashes: Sequence[str]) -> tuple[UnprovedOrder, ...]:
        """Return the orders of a journal that carry no good proof, where they need one.

        They do in an attempt that was collected and whose form was published here with an invigilator's password: what
        the committee orders in its own home is its own.
        """
        started = events[0]
        if not isinstance(started, Started) or started.attempt not in self._away:
            return ()
        keys = self._keys.get(started.form, ())
        if not keys:
            return ()
        before = ("", *hashes)
        found = []
        for line, event in enumerate(events, 1):
            ordering, place = ordering_event(event), LinePlace(line, before[line - 1])
            if ordering is not None and not any(key.proves(started.attempt, ordering, place) for key in keys):
                found.append(UnprovedOrder(line, ordering.order))
        return tuple(found)


def proved(writer: JournalWriter, events: Sequence[Event], tokens: Mapping[str, str]) -> tuple[Event, ...]:
    """Return events that are about to be written, the orders among them with their proofs.

    `tokens` has those that are known, by the id of the request: a proof is over the place where its line will stand.
    """
    done: list[Event] = []
    for event in events:
        ordering = ordering_event(event)
        token = "" if ordering is None else tokens.get(ordering.order.request, "")
        if ordering is not None and token:
            done.append(replace(ordering, proof=_proof(token, ordering, writer.place_after(done))))
        else:
            done.append(event)
    return tuple(done)


def _proof(token: str, event: OrderEvent, place: LinePlace) -> str:
    """Return what proves an order, hexadecimal: over all that its line says, and where that stands."""
    when = event.when
    said = {
        "when": [instant_to_text(when.at), when.boot, when.clock],
        "event": event_to_plain(replace(event, proof="")),
        "place": list(place),
    }
    return _token(bytes.fromhex(token), said)


def _token(secret: bytes, said: object) -> str:
    return hmac.new(secret, canonical(said), sha256).hexdigest()
