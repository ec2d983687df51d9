"""ChaCha20-Poly1305 opened in Python alone: the standard's own example, and what the library sealed."""

from __future__ import annotations

from random import Random

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from quizapp.carrying.publication_seal import chacha_opened

# RFC 8439, section 2.8.2.
KEY = bytes(range(0x80, 0xA0))
NONCE = bytes.fromhex("070000004041424344454647")
BESIDE = bytes.fromhex("50515253c0c1c2c3c4c5c6c7")
SEALED = bytes.fromhex(
    "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
    "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
    "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
    "3ff4def08e4b7a9de576d26586cec64b6116"
    "1ae10b594f09e26a7e902ecbd0600691"
)
SAID = (
    b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
    b"sunscreen would be it."
)


def test_the_standards_own_example_opens() -> None:
    assert chacha_opened(KEY, NONCE, SEALED, BESIDE) == SAID


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 1000, 4096])
def test_what_the_library_sealed_opens(size: int) -> None:
    chance = Random(size)
    key, nonce, data, beside = (chance.randbytes(count) for count in (32, 12, size, size // 3))
    assert chacha_opened(key, nonce, ChaCha20Poly1305(key).encrypt(nonce, data, beside), beside) == data


def test_any_other_key_nonce_text_or_byte_opens_nothing() -> None:
    for place in range(len(SEALED)):
        altered = bytearray(SEALED)
        altered[place] ^= 1
        assert chacha_opened(KEY, NONCE, bytes(altered), BESIDE) is None
    assert chacha_opened(bytes(32), NONCE, SEALED, BESIDE) is None
    assert chacha_opened(KEY, bytes(12), SEALED, BESIDE) is None
    assert chacha_opened(KEY, NONCE, SEALED, BESIDE[:-1]) is None


@pytest.mark.parametrize("size", range(17))
def test_too_little_to_be_sealed_opens_nothing(size: int) -> None:
    assert chacha_opened(KEY, NONCE, SEALED[:size], b"") is None
