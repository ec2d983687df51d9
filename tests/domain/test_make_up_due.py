"""Whether somebody owes a make-up."""

from __future__ import annotations

import pytest

from quizapp.domain.make_up_due import is_due


@pytest.mark.parametrize("standing", ["absent", "deferred", "failed", "void"])
def test_one_is_due_of_whoever_has_nothing_that_counts_or_did_not_pass(standing: str) -> None:
    assert is_due(standing, is_awaited=False, is_made_up=False) is True


@pytest.mark.parametrize("standing", ["absent", "deferred", "failed", "void"])
def test_none_is_due_of_whoever_passed_one(standing: str) -> None:
    assert is_due(standing, is_awaited=False, is_made_up=True) is False


@pytest.mark.parametrize("standing", ["exempt", "misconduct"])
def test_none_is_due_of_whoever_is_let_in_to_none(standing: str) -> None:
    assert is_due(standing, is_awaited=False, is_made_up=False) is False


@pytest.mark.parametrize(
    ("standing", "due"), [("absent", None), ("void", None), ("", None), ("failed", True), ("deferred", True)]
)
def test_while_the_paper_may_still_be_sat_it_is_not_known_of_whoever_may_come(standing: str, due: bool | None) -> None:
    assert is_due(standing, is_awaited=True, is_made_up=False) is due
