"""Passwords said aloud in a room: turned into keys slowly, compared by what they turn into, never kept.

Source: RFC 7914, The scrypt Password-Based Key Derivation Function.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import MachineRefused
from quizapp.domain.publishing import Spoken

if TYPE_CHECKING:
    from quizapp.services.ports import Chance

SALT_BYTES = 16
KEY_BYTES = 32
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


def key(password: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key of 32 bytes that a password turns into.

    Raises MachineRefused where Python was built without scrypt.
    """
    check_scrypt()
    memory = 128 * cost.n * cost.r * 2
    plain = _plain(password).encode()
    return hashlib.scrypt(plain, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=KEY_BYTES)


def kept(password: str, chance: Chance, cost: Cost | None = None) -> Spoken:
    """Return what a password can be told by without being known."""
    cost, salt = cost or Cost(), chance(SALT_BYTES)
    return Spoken(**cost._asdict(), salt=salt.hex(), hash=key(password, salt, cost).hex())


def is_it(password: str, known: Spoken) -> bool:
    """Return whether this is the password that was kept."""
    cost = Cost(known.n, known.r, known.p)
    return hmac.compare_digest(key(password, bytes.fromhex(known.salt), cost).hex(), known.hash)


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
