"""Sealing a publication with a password, and opening it: scrypt, then ChaCha20-Poly1305."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quizapp.domain.errors import Refused
from quizapp.services.passwords import SALT_BYTES, Cost, check_scrypt, key

if TYPE_CHECKING:
    from quizapp.services.ports import Chance

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
        from quizapp.carrying.publication.chacha import opened

        return opened(made, nonce, data, beside)
    try:
        return ChaCha20Poly1305(made).decrypt(nonce, data, beside)
    except InvalidTag:
        return None


def is_sound(facts: Mapping[str, Any]) -> bool:
    """Return whether facts that came with a file can be gone by, and ask no more of a machine than is decent."""
    try:
        salt, nonce = bytes.fromhex(facts["salt"]), bytes.fromhex(facts["nonce"])
        cost = Cost(facts["n"], facts["r"], facts["p"])
        return len(salt) == SALT_BYTES and len(nonce) == NONCE_BYTES and cost.is_bearable
    except (KeyError, TypeError, ValueError):
        return False


def _key(password: str, facts: Mapping[str, Any]) -> bytes:
    return key(password, bytes.fromhex(facts["salt"]), Cost(facts["n"], facts["r"], facts["p"]))
