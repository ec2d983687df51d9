"""The fuzzing itself: what fails can be had again."""

from __future__ import annotations

import re
from random import Random

import pytest

from tests.instruments import fuzzing


def _rarely(chance: Random) -> None:
    if chance.random() < 0.01:
        raise KeyError("damage")


def _never(chance: Random) -> None:
    chance.random()


def test_what_fails_says_the_seed_that_makes_it_fail_again() -> None:
    with pytest.raises(AssertionError, match=r"seed \d+: KeyError: 'damage'") as failure:
        fuzzing.fuzz(_rarely, is_full=False)
    found = re.match(r"seed (\d+)", str(failure.value))
    assert found is not None
    with pytest.raises(KeyError):
        _rarely(Random(int(found[1])))


def test_ten_minutes_are_tried_in_full_and_a_test_takes_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(10_000))
    monkeypatch.setattr("time.monotonic", lambda: float(next(now)))
    assert fuzzing.fuzz(_never, is_full=True) == 600
    assert fuzzing.fuzz(_never, is_full=True, share=1 / 3) == 200
    assert fuzzing.fuzz(_never, is_full=False) <= 5
