"""Who may sit a make-up, and whether somebody owes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from quizapp.domain.decisions.make_ups import FirstStanding, check_eligible, is_due
from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import MakeUp
from quizapp.language import Language
from tests.samples.workplace import NINE, PAPER

HOUR = timedelta(hours=1)
ALL = ("failed", "absent", "deferred")


def refused(first: FirstStanding, eligible: tuple[str, ...] = ALL, now: datetime = NINE) -> str:
    """Return why somebody is not let in; "" where they are. The reason is said in both languages."""
    paper = replace(PAPER, make_up=MakeUp(paper="first", eligible=eligible))
    try:
        check_eligible(paper, first, now)
    except Refused as refusal:
        said = [Language(tongue).error(refusal) for tongue in ("zh", "en")]
        assert all(first.title in one and paper.title in one for one in said)
        return refusal.code
    return ""


def stands(**values: object) -> FirstStanding:
    return FirstStanding(title="期末", **values)  # type: ignore[arg-type]  # named by tests


FAILED, ABSENT, DEFERRED = stands(is_passed=False), stands(), stands(note="deferred")


@pytest.mark.parametrize(("first", "word"), [(FAILED, "failed"), (ABSENT, "absent"), (DEFERRED, "deferred")])
def test_each_is_let_in_by_its_own_word_and_by_no_other(first: FirstStanding, word: str) -> None:
    assert refused(first) == ""
    assert refused(first, (word,)) == ""
    assert refused(first, tuple(other for other in ALL if other != word)) == f"make-up-not-for-{word}"


@pytest.mark.parametrize(
    ("first", "code"),
    [
        (stands(is_passed=True), "make-up-passed"),
        (stands(is_passed=True, note="deferred"), "make-up-passed"),
        (stands(waits="marking"), "make-up-marking"),
        (stands(is_passed=False, waits="marking"), "make-up-marking"),
        (stands(is_passed=False, waits="sitting"), "make-up-sitting"),
        (stands(note="deferred", waits="sitting"), "make-up-sitting"),
        (stands(note="exempt"), "make-up-exempt"),
        (stands(note="misconduct"), "make-up-misconduct"),
        (stands(is_passed=False, note="exempt"), "make-up-exempt"),
        (stands(is_passed=False, note="misconduct"), "make-up-misconduct"),
    ],
)
def test_who_is_not_let_in_is_told_why(first: FirstStanding, code: str) -> None:
    assert refused(first) == code


def test_who_was_deferred_and_failed_is_let_in_by_either_word() -> None:
    both = stands(is_passed=False, note="deferred")
    assert [refused(both, (word,)) for word in ALL] == ["", "make-up-not-for-deferred", ""]


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [
        (None, None, ""),
        (None, NINE, ""),
        (None, NINE + timedelta(milliseconds=1), "make-up-not-due"),
        (NINE - HOUR, NINE - timedelta(milliseconds=1), ""),
        (NINE + HOUR, NINE + 2 * HOUR, "make-up-not-due"),
        (NINE - HOUR, None, "make-up-not-due"),
    ],
)
def test_nobody_is_absent_who_may_still_come(opens: datetime | None, closes: datetime | None, code: str) -> None:
    assert refused(stands(opens=opens, closes=closes)) == code
    # Who failed, or was deferred, need not wait for the others.
    assert refused(stands(opens=opens, closes=closes, is_passed=False)) == ""
    assert refused(stands(opens=opens, closes=closes, note="deferred")) == ""


def test_a_paper_that_is_no_make_up_is_open_to_all() -> None:
    check_eligible(PAPER, stands(is_passed=True, note="misconduct"), NINE)


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
