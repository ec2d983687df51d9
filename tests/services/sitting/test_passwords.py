"""Passwords said aloud are told by what they turn into, and no file makes a machine work without end."""

from __future__ import annotations

import hashlib

import pytest

from quizapp.domain.carrying import Spoken
from quizapp.domain.errors import MachineRefused
from quizapp.services.sitting.invigilator import Cost, is_password, is_sound, kept_with_key, key, key_behind
from tests.samples.workplace import Chances

FEW = Cost(2**14)


def test_the_standards_own_example_comes_out() -> None:
    # RFC 7914, section 12, its first 32 bytes.
    expected = "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    assert key("pleaseletmein", b"SodiumChloride", Cost(2**14, 8, 1)).hex() == expected


def test_a_password_is_told_from_any_other_and_is_not_in_what_is_kept() -> None:
    known = kept_with_key("监考２０２６", Chances(), FEW)[0]
    assert key_behind("监考2026", known) is not None
    assert key_behind("  监考2026 ", known) is not None
    assert all(key_behind(other, known) is None for other in ("", "监考2025", "监考20266", "2026"))
    assert "监考" not in str(known)


def test_the_same_password_is_kept_differently_each_time() -> None:
    chances = Chances()
    assert kept_with_key("监考2026", chances, FEW)[0].hash != kept_with_key("监考2026", chances, FEW)[0].hash


@pytest.mark.parametrize(
    "spoilt",
    [
        {"n": 2**18},
        {"n": 2**13},
        {"n": 0},
        {"n": -(2**14)},
        {"n": 3 * 2**13},
        {"r": 0},
        {"r": 9},
        {"p": 2},
        {"salt": "00"},
        {"salt": "not hexadecimal"},
    ],
)
def test_what_asks_too_much_or_guards_too_little_is_not_gone_by(spoilt: dict[str, int | str]) -> None:
    sound = {"n": 2**15, "r": 8, "p": 1, "salt": "00" * 16, "hash": "ff"}
    assert is_sound(Spoken(**sound))  # type: ignore[arg-type]  # a table of both
    assert not is_sound(Spoken(**{**sound, **spoilt}))  # type: ignore[arg-type]  # a table of both


def test_the_most_that_a_file_may_ask_stays_within_a_small_machines_memory() -> None:
    most = Cost(2**17, 8, 1)
    assert most.is_bearable
    assert 128 * most.n * most.r <= 128 * 2**20


def test_a_python_without_scrypt_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(hashlib, "scrypt")
    with pytest.raises(MachineRefused, match="password-no-scrypt"):
        key("监考2026", bytes(16), FEW)


def test_blanks_alone_are_no_password() -> None:
    assert [is_password(text) for text in ("", " ", "\u3000", "a", "　口令")] == [False, False, False, True, True]
