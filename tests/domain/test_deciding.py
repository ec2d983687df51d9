"""Who may decide what about an attempt: each refusal, and what is recorded otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.attempt.moment import Moment
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.deciding import note, override, reassign, void
from quizapp.domain.errors import Refused
from quizapp.domain.essay_marks import Marker
from tests.domain.making import asked, form, single

NOW = Moment(at=datetime(2026, 12, 1, 4, tzinfo=UTC))
ZHANG = Candidate(id="07", name="张三")
LI = Candidate(id="08", name="李四", unit="市发改委")
WANG = Marker(by="王班长", checked_by="赵老师", why="复核")
FORM = form([asked(single(), 2), asked(single(), 2)])
STARTED = Started(
    when=NOW,
    attempt="a-1",
    paper="p",
    paper_digest="d",
    form="f",
    letter="A",
    number=1,
    candidate="07",
    name="张三",
    items=("s-1", "s-1"),
)
GOING_ON: Attempt = fold([STARTED])
ENDED: Attempt = fold([STARTED, HandedIn(when=NOW, by="candidate")])


def overridden(
    number: int = 1, marks: Fraction | int = 1, decider: Marker = WANG, attempt: Attempt = ENDED
) -> Fraction:
    return override(FORM, attempt, ZHANG, number, Fraction(marks), decider, NOW).marks


def test_an_override_says_what_who_and_why() -> None:
    found = override(FORM, ENDED, ZHANG, 2, Fraction(3, 2), WANG, NOW)
    assert (found.attempt, found.question, found.marks) == ("a-1", 2, Fraction(3, 2))
    assert (found.by, found.checked_by, found.why) == ("王班长", "赵老师", "复核")


@pytest.mark.parametrize(("marks", "is_allowed"), [(0, True), (2, True), (Fraction(201, 100), False), (-1, False)])
def test_overridden_marks_stay_within_the_question(marks: Fraction | int, is_allowed: bool) -> None:
    if is_allowed:
        assert overridden(marks=marks) == marks
    else:
        with pytest.raises(Refused, match="override-outside"):
            overridden(marks=marks)


@pytest.mark.parametrize("number", [0, 3])
def test_there_must_be_such_a_question(number: int) -> None:
    with pytest.raises(Refused, match="mark-question-unknown"):
        overridden(number)


def test_nothing_is_decided_about_an_attempt_under_way() -> None:
    for decide in (
        lambda: overridden(attempt=GOING_ON),
        lambda: void(GOING_ON, ZHANG, WANG, NOW, is_void=False),
        lambda: reassign(GOING_ON, ZHANG, LI, WANG, NOW),
    ):
        with pytest.raises(Refused, match="mark-not-handed-in"):
            decide()


@pytest.mark.parametrize(
    ("decider", "code"),
    [
        (replace(WANG, by=" "), "marker-needed"),
        (replace(WANG, why=""), "why-needed"),
        (replace(WANG, by="张 三"), "decider-is-candidate"),
        (replace(WANG, by="07"), "decider-is-candidate"),
        (replace(WANG, checked_by="张三"), "decider-is-candidate"),
    ],
)
def test_who_decides_is_named_has_a_reason_and_is_not_the_candidate(decider: Marker, code: str) -> None:
    for decide in (
        lambda: overridden(decider=decider),
        lambda: void(ENDED, ZHANG, decider, NOW, is_void=False),
        lambda: reassign(ENDED, ZHANG, LI, decider, NOW),
        lambda: reassign(ENDED, LI, ZHANG, decider, NOW),
        lambda: note(ZHANG, "exempt", decider, NOW),
    ):
        with pytest.raises(Refused, match=code):
            decide()


def test_an_attempt_is_annulled_once() -> None:
    assert void(ENDED, ZHANG, WANG, NOW, is_void=False).attempt == "a-1"
    with pytest.raises(Refused, match="void-already"):
        void(ENDED, ZHANG, WANG, NOW, is_void=True)


def test_an_attempt_goes_to_somebody_else_only() -> None:
    found = reassign(ENDED, ZHANG, LI, WANG, NOW)
    assert (found.candidate, found.name, found.unit) == ("08", "李四", "市发改委")
    with pytest.raises(Refused, match="reassign-to-same"):
        reassign(ENDED, ZHANG, ZHANG, WANG, NOW)


def test_a_note_says_of_whom() -> None:
    found = note(ZHANG, "deferred", WANG, NOW)
    assert (found.candidate, found.note, found.why) == ("07", "deferred", "复核")
