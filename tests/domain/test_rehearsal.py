"""What is said of each step of a rehearsal, and when a machine will do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.domain.carrying import KEYS, SLOW, STEPS, Checked, has_passed, of_keys, of_saving, of_typing

FINE = tuple(Checked(step=step, state="ok", code="x") for step in STEPS)


def test_a_machine_passes_that_went_through_every_step() -> None:
    assert has_passed(FINE)
    assert not any(has_passed(FINE[:place] + FINE[place + 1 :]) for place in range(len(FINE)))


@pytest.mark.parametrize("place", range(len(STEPS)))
def test_what_was_skipped_stops_nobody_and_what_failed_does(place: int) -> None:
    def with_state(state: str) -> tuple[Checked, ...]:
        return (*FINE[:place], replace(FINE[place], state=state), *FINE[place + 1 :])  # type: ignore[arg-type]  # a state

    assert has_passed(with_state("skipped"))
    assert not has_passed(with_state("failed"))


def test_the_keys_that_did_not_arrive_are_named_in_the_order_they_are_asked_for() -> None:
    assert of_keys([*reversed(KEYS), "x"]).state == "ok"
    found = of_keys([key for key in KEYS if key not in ("f9", "A")])
    assert (found.state, found.values) == ("failed", {"keys": ["A", "f9"]})


@pytest.mark.parametrize(
    ("text", "state"),
    [("四个博览", "ok"), ("a四b博", "ok"), ("四", "failed"), ("sige", "failed"), ("", "failed"), (None, "skipped")],
)
def test_an_input_method_has_arrived_with_two_chinese_characters(text: str | None, state: str) -> None:
    assert of_typing(text).state == state


def test_saving_is_slow_from_where_it_would_be_felt() -> None:
    assert of_saving(SLOW).state == "ok"
    found = of_saving(SLOW + timedelta(milliseconds=1))
    assert (found.state, found.values) == ("failed", {"milliseconds": "101"})
