"""Who may decide what about an attempt: each refusal, and what is recorded otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from quizapp.domain.attempt.decisions import (
    Closed,
    Decision,
    EssayMarked,
    KeyCorrected,
    MarkOverridden,
    Noted,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
)
from quizapp.domain.attempt.events import HandedIn
from quizapp.domain.attempt.state import Attempt, fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.decision_rules import check_decider, check_seen, note, override, reassign, reinstate, void
from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import started
from tests.samples.small_items import asked, form, single

NOW = Moment(at=datetime(2026, 12, 1, 4, tzinfo=UTC))
ZHANG = Candidate(id="07", name="张三")
LI = Candidate(id="08", name="李四", unit="市发改委")
WANG = Marker(by="王班长", checked_by="赵老师", why="复核")
FORM = form([asked(single(), 2), asked(single(), 2)])
STARTED = replace(started(2, NOW), attempt="a-1", candidate="07")
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


# Two people


@pytest.mark.parametrize("same", ["王班长", " 王班长", "王 班 长", "“王班长”"])
def test_who_decides_is_not_who_checks_however_the_name_is_written(same: str) -> None:
    with pytest.raises(Refused, match="checker-is-decider"):
        check_decider(replace(WANG, checked_by=same))
    with pytest.raises(Refused, match="checker-is-decider"):
        check_decider(Marker(by="Wang", checked_by="ｗａｎｇ", why="复核"))


def test_where_a_class_has_decisions_checked_somebody_must_have() -> None:
    alone = replace(WANG, checked_by=" ")
    check_decider(alone)
    check_decider(WANG, needs_checker=True)
    with pytest.raises(Refused, match="checker-needed"):
        check_decider(alone, needs_checker=True)


# An annulment taken back, and half an attempt


def test_only_what_is_void_is_reinstated() -> None:
    found = reinstate(ENDED, ZHANG, WANG, NOW, is_void=True)
    assert (found.attempt, found.by, found.checked_by, found.why) == ("a-1", "王班长", "赵老师", "复核")
    with pytest.raises(Refused, match="void-not"):
        reinstate(ENDED, ZHANG, WANG, NOW, is_void=False)
    with pytest.raises(Refused, match="decider-is-candidate"):
        reinstate(ENDED, ZHANG, replace(WANG, by="张三"), NOW, is_void=True)


def test_half_an_attempt_of_another_machines_is_annulled_or_given_to_another_and_one_that_is_sat_here_is_not() -> None:
    assert void(GOING_ON, ZHANG, WANG, NOW, is_void=False, is_elsewhere=True).attempt == "a-1"
    assert reassign(GOING_ON, ZHANG, LI, WANG, NOW, is_elsewhere=True).candidate == "08"
    with pytest.raises(Refused, match="mark-not-handed-in"):
        void(GOING_ON, ZHANG, WANG, NOW, is_void=False)
    with pytest.raises(Refused, match="mark-not-handed-in"):
        reassign(GOING_ON, ZHANG, LI, WANG, NOW)


# On what its maker saw

BY = {"when": NOW, "by": "李副班长", "why": "查实"}


def of(attempt: str, candidate: str, question: int, form: str) -> dict[str, Decision]:
    """Return a decision of each kind about these, by its kind."""
    found: tuple[Decision, ...] = (
        EssayMarked(attempt=attempt, question=question, points=(), marks=Fraction(1), **BY),  # type: ignore[arg-type]  # shared
        MarkOverridden(attempt=attempt, question=question, marks=Fraction(1), **BY),  # type: ignore[arg-type]  # shared
        KeyCorrected(form=form, question=question, item="s-1", how="full", **BY),  # type: ignore[arg-type]  # shared
        Regraded(corrections=1, **BY),  # type: ignore[arg-type]  # shared
        Voided(attempt=attempt, **BY),  # type: ignore[arg-type]  # shared
        Reinstated(attempt=attempt, **BY),  # type: ignore[arg-type]  # shared
        Reassigned(attempt=attempt, candidate=candidate, name="某某", **BY),  # type: ignore[arg-type]  # shared
        Noted(candidate=candidate, note="exempt", **BY),  # type: ignore[arg-type]  # shared
        Closed(attempt=attempt, head="h", **BY),  # type: ignore[arg-type]  # shared
    )
    return {one.KIND: one for one in found}


SAME, OTHER = of("a-1", "07", 1, "f"), of("a-2", "08", 2, "g")
KINDS = tuple(SAME)
ABOUT_AN_ATTEMPT = {"voided", "reinstated", "reassigned", "closed"}
MARKS = {"essay_marked", "mark_overridden"}
OVERTAKEN_BY = {
    **dict.fromkeys(MARKS, ABOUT_AN_ATTEMPT | MARKS | {"key_corrected", "regraded"}),
    **dict.fromkeys(ABOUT_AN_ATTEMPT, ABOUT_AN_ATTEMPT | MARKS | {"regraded"}),
    "reassigned": ABOUT_AN_ATTEMPT | MARKS | {"regraded", "noted"},
    "noted": {"noted", "reassigned"},
    "key_corrected": {"key_corrected", "regraded"},
    "regraded": set(KINDS) - {"essay_marked", "noted"},
}
"""By what of the same attempt, question, person or paper each kind is overtaken."""
BY_ANY = {"key_corrected": {"key_corrected", "regraded"}, "regraded": set(KINDS) - {"essay_marked", "noted"}}
"""What concerns the whole paper is overtaken whatever it was about; all else by a paper that was marked again."""


@pytest.mark.parametrize("since", KINDS)
@pytest.mark.parametrize("new", KINDS)
def test_a_decision_is_refused_where_the_same_was_decided_since(new: str, since: str) -> None:
    if since not in OVERTAKEN_BY[new]:
        check_seen([SAME[new]], [SAME[since]])
        return
    with pytest.raises(Overtaken, match="decided-since") as told:
        check_seen([SAME[new]], [OTHER["noted"], SAME[since]])
    what = told.value.values["what"]
    assert isinstance(what, Refused)
    assert what.code.startswith(f"since-{since.replace('_', '-')}")
    assert (told.value.values["by"], told.value.values["why"]) == ("李副班长", "查实")


@pytest.mark.parametrize("since", KINDS)
@pytest.mark.parametrize("new", KINDS)
def test_a_decision_stands_beside_what_was_decided_about_others(new: str, since: str) -> None:
    overtaken = since in BY_ANY.get(new, set()) or (since == "regraded" and new != "noted")
    if overtaken:
        with pytest.raises(Overtaken):
            check_seen([SAME[new]], [OTHER[since]])
    else:
        check_seen([SAME[new]], [OTHER[since]])


def test_several_are_refused_for_one_of_them() -> None:
    check_seen([SAME["voided"]], [OTHER["voided"]])
    with pytest.raises(Overtaken) as told:
        check_seen([SAME["voided"], OTHER["voided"]], [OTHER["closed"], OTHER["voided"]])
    assert told.value.values["count"] == 2
