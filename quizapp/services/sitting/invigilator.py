"""Who invigilates a sitting, known by a password said aloud in the room; what they order of it, and its proof."""

from __future__ import annotations

import hashlib
import hmac
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from quizapp.domain.attempt.events import Event, OrderEvent, Started, ordering_event
from quizapp.domain.attempt.orders import AttemptOrder, Request, RequestKind, order_asked
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.carrying import Spoken
from quizapp.domain.codec import event_to_plain, instant_to_text, to_plain
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.text import clean_line
from quizapp.services.book.attempt_record import published
from quizapp.services.papers.forms import canonical
from quizapp.services.ports.home import Chance, Home, JournalWriter
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


SALT_BYTES = 16
KEY_BYTES = 32
ORDER_KEY_BYTES = 32
"""Of the key behind an invigilator's password, which proves orders."""
_MOST = (2**17, 8, 1)
"""Cost, block size and lanes beyond which a file asks for more than an old machine can give."""


class Cost(NamedTuple):
    """What turning a password into a key costs: 128 × n × r bytes of memory, n × r × p steps."""

    n: int = 2**15
    r: int = 8
    p: int = 1

    @property
    def is_bearable(self) -> bool:
        """Whether any machine that can run this program can pay it, and none pays so little that guessing is easy."""
        is_power = self.n > 1 and self.n & (self.n - 1) == 0
        return is_power and 2**14 <= self.n <= _MOST[0] and 1 <= self.r <= _MOST[1] and 1 <= self.p <= _MOST[2]


def check_scrypt() -> None:
    """Refuse where no password turns into a key. Raises MachineRefused where Python was built without scrypt."""
    if not hasattr(hashlib, "scrypt"):
        raise MachineRefused("password-no-scrypt")


def key(password: str, salt: bytes, cost: Cost, size: int = KEY_BYTES) -> bytes:
    """Return the key that a password turns into, of 32 bytes or more.

    Raises MachineRefused where Python was built without scrypt.
    """
    check_scrypt()
    memory = 128 * cost.n * cost.r * 2
    plain = _plain(password).encode()
    return hashlib.scrypt(plain, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=size)


def kept_with_key(password: str, chance: Chance, cost: Cost | None = None) -> tuple[Spoken, bytes]:
    """Return what a password can be told by, and the key behind it, which nobody gets from that.

    scrypt ends in PBKDF2, whose blocks are made each by itself: the first is the hash that travels, the second the key
    that stays.
    """
    cost, salt = cost or Cost(), chance(SALT_BYTES)
    told = key(password, salt, cost, KEY_BYTES + ORDER_KEY_BYTES)
    return Spoken(**cost._asdict(), salt=salt.hex(), hash=told[:KEY_BYTES].hex()), told[KEY_BYTES:]


def key_behind(password: str, known: Spoken) -> bytes | None:
    """Return the key behind a password; None where it is not the one that was kept."""
    cost = Cost(known.n, known.r, known.p)
    told = key(password, bytes.fromhex(known.salt), cost, KEY_BYTES + ORDER_KEY_BYTES)
    return told[KEY_BYTES:] if hmac.compare_digest(told[:KEY_BYTES].hex(), known.hash) else None


def is_sound(known: Spoken) -> bool:
    """Return whether what came with a file can be gone by, and asks no more of a machine than is decent."""
    try:
        return len(bytes.fromhex(known.salt)) == SALT_BYTES and Cost(known.n, known.r, known.p).is_bearable
    except (TypeError, ValueError):
        return False


def is_same(one: str, other: str) -> bool:
    """Return whether two passwords turn into one key, however they were typed."""
    return _plain(one) == _plain(other)


def is_password(text: str) -> bool:
    """Return whether there is anything in it that can be said aloud."""
    return bool(_plain(text))


def _plain(password: str) -> str:
    """Return a password without what an input method changes of it: wide letters, blanks around it."""
    return unicodedata.normalize("NFKC", password).strip()


PAUSE = 1.0
"""Seconds that a wrong password takes at least, so that nobody tries many."""
BY_CLOCK = frozenset(("paper-not-open", "paper-closed", "publication-clock-wrong"))
"""The refusals of a start that go by the machine's clock, which an invigilator may overrule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorkeeper:
    """Lets in who knows a paper's invigilating password."""

    known: Spoken
    wait: Callable[[float], None] = time.sleep
    seconds: Callable[[], float] = time.monotonic

    def admits(self, password: str) -> OrderKey | None:
        """Return the key behind the password; None where it is another, which takes a second.

        Call it off the event loop.

        Raises MachineRefused where this Python cannot tell.
        """
        began = self.seconds()
        found = key_behind(password, self.known) if is_password(password) else None
        if found is not None:
            return OrderKey(found)
        self.wait(max(0.0, PAUSE - (self.seconds() - began)))
        return None


def doorkeeper(home: Home, paper: str) -> Doorkeeper | None:
    """Return who guards the sittings of a paper; None where it came with no invigilating password."""
    carried = published(home, paper)
    return Doorkeeper(known=carried.invigilator) if carried is not None and carried.invigilator is not None else None


def check_password_given(home: Home, paper: str, key: OrderKey | None) -> None:
    """Refuse an order of a sitting here without the password that its publication asks for. Raises Refused."""
    if key is None and doorkeeper(home, paper) is not None:
        raise Refused("order-needs-password", paper=paper)


def may_be_overruled(home: Home, paper: str, refusal: Refused) -> bool:
    """Return whether somebody here may have a paper begin that is refused so. Raises MachineRefused."""
    return refusal.code in BY_CLOCK and doorkeeper(home, paper) is not None


def ordered(
    asks: RequestKind, orderer: Marker, now: datetime, chance: Chance, more: timedelta = timedelta(0)
) -> Request:
    """Return what somebody orders of a sitting, by its screen or from another program."""
    return Request(id=attempt_id(now, chance(7)), asks=asks, more=more, **orderer.signed)
