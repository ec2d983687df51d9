"""The member that tells of a rehearsal is read as it was written, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quizapp.carrying.pack_file import read_rehearsal, rehearsal_bytes
from quizapp.services.ports.arrivals import Rehearsal
from tests.samples.workplace import NINE

ONE = Rehearsal(at=NINE, machine="机器1", who="001", values={"name": "考生001", "passed": "yes"})


def test_it_comes_back() -> None:
    assert read_rehearsal(rehearsal_bytes(ONE)) == ONE


@pytest.mark.parametrize(
    "change",
    [
        {"who": "\x1b]0;x\x07"},
        {"who": 7},
        {"machine": "机" * 201},
        {"values": {"name": "a\nb"}},
        {"values": {"name": None}},
        {"values": []},
        {"at": "yesterday"},
        {"at": "2026-12-01T01:00:00"},
        {"at": 7},
    ],
)
def test_what_is_no_rehearsal_is_none(change: dict[str, Any]) -> None:
    plain = json.loads(rehearsal_bytes(ONE))
    assert read_rehearsal(json.dumps({**plain, **change}).encode()) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"null", b"[" * 100_000, b"\xff\xfe"])
def test_nor_is_anything_else(data: bytes) -> None:
    assert read_rehearsal(data) is None
