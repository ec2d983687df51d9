"""Sealing a publication with a password, and opening it: scrypt, then ChaCha20-Poly1305.

Opening is written in Python too, from RFC 8439, ChaCha20 and Poly1305 for IETF Protocols: a trainee's machine has no
compiled library. Sealing is left to the library `cryptography`; where that is installed, opening is too.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from struct import Struct
from typing import Any

from quizapp.domain.errors import Refused
from quizapp.services.ports.home import Chance
from quizapp.services.sitting.invigilator import SALT_BYTES, Cost, check_scrypt, key

TAG_BYTES = 16
_MASK = 0xFFFFFFFF
_WORDS = Struct("<16I")
_CONSTANTS = Struct("<4I").unpack(b"expand 32-byte k")
_PRIME = (1 << 130) - 5
_CLAMP = 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
_ROUNDS = (
    (0, 4, 8, 12),
    (1, 5, 9, 13),
    (2, 6, 10, 14),
    (3, 7, 11, 15),
    (0, 5, 10, 15),
    (1, 6, 11, 12),
    (2, 7, 8, 13),
    (3, 4, 9, 14),
)
"""A column round, then a diagonal one (section 2.3)."""


def chacha_opened(key: bytes, nonce: bytes, sealed: bytes, beside: bytes) -> bytes | None:
    """Return what was sealed with a key of 32 bytes and a nonce of 12; None where it is another key, or was altered.

    `sealed` ends in the tag of 16 bytes, which covers `beside` too (section 2.8).
    """
    data, tag = sealed[:-TAG_BYTES], sealed[-TAG_BYTES:]
    state = [*_CONSTANTS, *Struct("<8I").unpack(key), 0, *Struct("<3I").unpack(nonce)]
    once = _block(state, 0)[:32]
    lengths = len(beside).to_bytes(8, "little") + len(data).to_bytes(8, "little")
    if not hmac.compare_digest(_tag(once, _padded(beside) + _padded(data) + lengths), tag):
        return None
    stream = b"".join(_block(state, count) for count in range(1, (len(data) + 63) // 64 + 1))[: len(data)]
    whole = int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")
    return whole.to_bytes(len(data), "little")


def _block(state: list[int], count: int) -> bytes:
    """Return one block of 64 bytes of the key's stream (section 2.3)."""
    first = state[:]
    first[12] = count
    x = first[:]
    for _ in range(10):
        for a, b, c, d in _ROUNDS:
            xa, xb, xc, xd = x[a], x[b], x[c], x[d]
            xa = (xa + xb) & _MASK
            xd ^= xa
            xd = (xd << 16 | xd >> 16) & _MASK
            xc = (xc + xd) & _MASK
            xb ^= xc
            xb = (xb << 12 | xb >> 20) & _MASK
            xa = (xa + xb) & _MASK
            xd ^= xa
            xd = (xd << 8 | xd >> 24) & _MASK
            xc = (xc + xd) & _MASK
            xb ^= xc
            xb = (xb << 7 | xb >> 25) & _MASK
            x[a], x[b], x[c], x[d] = xa, xb, xc, xd
    return _WORDS.pack(*((one + two) & _MASK for one, two in zip(x, first, strict=True)))


def _tag(once: bytes, message: bytes) -> bytes:
    """Return the Poly1305 tag of a message under a key used once (section 2.5)."""
    r = int.from_bytes(once[:16], "little") & _CLAMP
    total = 0
    for place in range(0, len(message), 16):
        piece = message[place : place + 16]
        total = (total + int.from_bytes(piece + b"\x01", "little")) * r % _PRIME
    return ((total + int.from_bytes(once[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")


def _padded(data: bytes) -> bytes:
    return data + b"\x00" * (-len(data) % 16)


NONCE_BYTES = 12


def seal_facts(chance: Chance, cost: Cost | None = None) -> dict[str, Any]:
    """Return what must be known beside the password to open a seal: how its key is made, and a nonce used once."""
    return {**(cost or Cost())._asdict(), "salt": chance(SALT_BYTES).hex(), "nonce": chance(NONCE_BYTES).hex()}


def check_sealing() -> None:
    """Refuse where nothing can be sealed.

    Raises Refused without the extra `seal`, MachineRefused where Python was built without scrypt.
    """
    check_scrypt()
    try:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: F401 - whether it is there
    except ImportError as error:
        raise Refused("password-seal-extra") from error


def sealed(data: bytes, password: str, facts: Mapping[str, Any], beside: bytes) -> bytes:
    """Return the data sealed, `beside` covered by it too. Raises Refused where the extra `seal` is not installed."""
    check_sealing()
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(_key(password, facts)).encrypt(bytes.fromhex(facts["nonce"]), data, beside)


def unsealed(data: bytes, password: str, facts: Mapping[str, Any], beside: bytes) -> bytes | None:
    """Return what was sealed; None with a wrong password, which nothing tells from an altered file."""
    nonce, made = bytes.fromhex(facts["nonce"]), _key(password, facts)
    try:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    except ImportError:
        # Only trainees' machines lack it: they need none but what Python brings.

        return chacha_opened(made, nonce, data, beside)
    try:
        return ChaCha20Poly1305(made).decrypt(nonce, data, beside)
    except InvalidTag:
        return None


def is_sound_seal(facts: Mapping[str, Any]) -> bool:
    """Return whether facts that came with a file can be gone by, and ask no more of a machine than is decent."""
    try:
        salt, nonce = bytes.fromhex(facts["salt"]), bytes.fromhex(facts["nonce"])
        cost = Cost(facts["n"], facts["r"], facts["p"])
        return len(salt) == SALT_BYTES and len(nonce) == NONCE_BYTES and cost.is_bearable
    except (KeyError, TypeError, ValueError):
        return False


def _key(password: str, facts: Mapping[str, Any]) -> bytes:
    return key(password, bytes.fromhex(facts["salt"]), Cost(facts["n"], facts["r"], facts["p"]))
