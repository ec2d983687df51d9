"""Attempt ids and receipts: letters that are not mistaken, ids that sort by start."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.receipt import ALPHABET, attempt_id, base_32, receipt
from tests.samples.small_items import unhurried

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 10**13).map(lambda milliseconds: EPOCH + timedelta(milliseconds=milliseconds))
CHANCE = st.binary(min_size=7, max_size=7)


def test_the_alphabet_has_32_letters_and_none_that_is_mistaken() -> None:
    assert ALPHABET == "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    assert len(set(ALPHABET)) == 32
    assert not set("01IO") & set(ALPHABET)
    assert list(ALPHABET) == sorted(ALPHABET)


def test_base_32_takes_five_bits_at_a_time_the_high_ones_first() -> None:
    assert base_32(bytes([0b00000_000, 0b01_00010_0, 0b0011_0000]), 4) == "2345"
    assert base_32(b"\xff" * 5, 8) == "Z" * 8
    assert base_32(b"\x00" * 7, 10) == "2" * 10


@unhurried
@given(first=CHANCE, second=CHANCE)
def test_base_32_sorts_as_the_bytes_do(first: bytes, second: bytes) -> None:
    assert (first <= second) <= (base_32(first, 10) <= base_32(second, 10))


def test_an_attempt_id_is_its_start_to_the_millisecond_and_ten_letters() -> None:
    at = datetime(2026, 12, 1, 1, 2, 3, 45_678, tzinfo=UTC)
    assert attempt_id(at, b"\x00" * 7) == "20261201T010203045Z-2222222222"


@unhurried
@given(at=INSTANTS, chance=CHANCE)
def test_every_attempt_id_has_the_form_of_the_contract(at: datetime, chance: bytes) -> None:
    assert re.fullmatch(rf"\d{{8}}T\d{{9}}Z-[{ALPHABET}]{{10}}", attempt_id(at, chance))


@unhurried
@given(at=INSTANTS, later=st.integers(1, 10**10), first=CHANCE, second=CHANCE)
def test_attempt_ids_sort_by_start(at: datetime, later: int, first: bytes, second: bytes) -> None:
    assert attempt_id(at, first) < attempt_id(at + timedelta(milliseconds=later), second)


@unhurried
@given(first=CHANCE, second=CHANCE)
def test_two_attempts_that_start_together_are_told_apart_by_50_bits_of_chance(first: bytes, second: bytes) -> None:
    at = datetime(2026, 12, 1, tzinfo=UTC)
    high = [int.from_bytes(chance, "big") >> 6 for chance in (first, second)]
    assert (attempt_id(at, first) == attempt_id(at, second)) == (high[0] == high[1])


@unhurried
@given(line=st.binary())
def test_a_receipt_is_two_groups_of_five_letters_of_the_chains_hash(line: bytes) -> None:
    head = hashlib.sha256(line).hexdigest()
    code = receipt(head)
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", code)
    assert receipt(head.upper()) == code
    value = int(head[:14], 16) >> 6
    assert sum(ALPHABET.index(c) * 32**place for place, c in enumerate(reversed(code.replace("-", "")))) == value


def test_a_receipt_stays_the_same_for_ever() -> None:
    assert receipt(hashlib.sha256(b"quizapp").hexdigest()) == receipt(hashlib.sha256(b"quizapp").hexdigest())
    assert receipt("00" * 32) == "22222-22222"
    assert receipt("ff" * 32) == "ZZZZZ-ZZZZZ"
