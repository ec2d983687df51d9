"""Who invigilates a sitting, known by a password said aloud in the room; and what they order of it."""

from __future__ import annotations

import hashlib
import hmac
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from quizapp.domain.attempt.orders import Request, RequestKind
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.carrying import Spoken
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.attempt_record import published
from quizapp.services.ports.home import Chance, Home
from quizapp.services.sitting.order_proofs import OrderKey

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
