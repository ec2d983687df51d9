"""A bound in seconds lets a busy machine off, and nothing else."""

from __future__ import annotations

import pytest

from tests.instruments import time_bounds
from tests.instruments.time_bounds import TOOK, is_within


@pytest.mark.parametrize(("slowness", "within"), [(0.5, False), (1.0, False), (1.4, False), (1.6, True)])
def test_what_is_over_the_bound_is_held_against_how_slow_the_machine_is_just_now(
    monkeypatch: pytest.MonkeyPatch, slowness: float, within: bool
) -> None:
    monkeypatch.setattr(time_bounds, "fixed_work", lambda: slowness * TOOK)
    assert is_within(3.0, 2.0) is within
    assert is_within(2.0, 2.0)


def test_the_fixed_work_is_real_work() -> None:
    assert time_bounds.fixed_work() > 0
