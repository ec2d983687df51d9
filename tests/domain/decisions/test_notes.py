"""What is noted of decisions and of a sitting."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from quizapp.domain.attempt.decisions import Decision, EssayMarked, MarkChange, MarkOverridden, Noted, Regraded
from quizapp.domain.attempt.events import (
    CarriedOut,
    CarriedOver,
    ClockDisagreed,
    Extended,
    HandedIn,
    JournalRestored,
    Paused,
    Unpaused,
)
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.attempt_notes import of_events
from quizapp.domain.decisions.decision_notes import before_override, of_decisions
from quizapp.domain.decisions.notes import ScoreNote
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import started
from tests.samples.workplace import NINE

NOW = Moment(at=NINE)


def marked(question: int = 2, attempt: str = "one") -> EssayMarked:
    return EssayMarked(when=NOW, attempt=attempt, question=question, points=(), marks=Fraction(3), by="王班长")


def overridden(marks: int, question: int = 2, attempt: str = "one") -> MarkOverridden:
    values = {"attempt": attempt, "question": question, "by": "王班长", "why": "复核"}
    return MarkOverridden(when=NOW, marks=Fraction(marks), **values)  # type: ignore[arg-type]  # as they are


def before(*decisions: Decision) -> tuple[Decision, ...]:
    last = decisions[-1]
    assert isinstance(last, MarkOverridden)
    return before_override(decisions, last)


def test_before_an_override_is_before_the_first_of_those_on_end() -> None:
    assert before(marked(), overridden(4)) == (marked(),)
    assert before(marked(), overridden(4), overridden(5)) == (marked(),)
    assert before(overridden(5)) == ()


def test_marking_again_begins_anew() -> None:
    decisions = (overridden(4), marked(), overridden(5), overridden(6))
    assert before(*decisions) == decisions[:2]


def test_other_questions_and_attempts_are_no_part_of_it() -> None:
    decisions = (overridden(1), overridden(2, question=3), marked(attempt="other"), marked(question=3), overridden(4))
    assert before(*decisions) == ()


def test_a_sitting_where_nothing_happened_leaves_no_note() -> None:
    assert of_events((HandedIn(when=NOW, by="candidate"), ClockDisagreed(when=NOW, by=timedelta(0)))) == ()


def test_a_clock_that_was_ahead_is_told_apart_from_one_behind() -> None:
    ahead, behind = (ClockDisagreed(when=NOW, by=timedelta(minutes=by)) for by in (7, -5))
    assert of_events((ahead, behind)) == (ScoreNote("clock_ahead", {"by": timedelta(minutes=7)}),)
    assert of_events((behind,)) == (ScoreNote("clock_behind", {"by": timedelta(minutes=5)}),)


def test_what_was_ordered_of_a_sitting_is_told_with_who_and_why_and_a_pause_with_its_length() -> None:
    order = {"by": "李老师", "why": "停电"}
    later = Moment(at=NINE + timedelta(minutes=12))
    events = (
        replace(started(), ordered_by="李老师", why="时钟不对"),
        Paused(when=NOW, **order),
        Unpaused(when=later, **order),
        CarriedOver(when=later, from_home="PC-1", to_home="PC-2", by="李老师", why="死机"),
        Paused(when=later, by="李老师", why="演习"),
    )
    assert of_events(events) == (
        ScoreNote("started_by_order", {"who": "李老师", "why": "时钟不对"}),
        ScoreNote("gone_on", {"who": "李老师", "why": "停电"}),
        ScoreNote("carried_over", {"who": "李老师", "why": "死机"}),
        ScoreNote("paused", {"length": timedelta(minutes=12), "who": "李老师", "why": "停电"}),
        ScoreNote("paused_still", {"who": "李老师", "why": "演习"}),
    )


def test_a_journal_cut_gone_or_exchanged_is_told_and_a_copy_in_its_place_is_not() -> None:
    cut = JournalRestored(when=NOW, found="shorter", lines=3)
    assert of_events((cut, JournalRestored(when=NOW, found="copy", lines=0))) == (
        ScoreNote("journal_restored", {"lines": 3}),
    )


def test_an_order_without_a_good_proof_is_told_apart() -> None:
    events = (
        Extended(when=NOW, more=timedelta(minutes=5), by="李老师", why="停电"),
        Extended(when=NOW, more=timedelta(minutes=9), by="张三", why="没做完"),
        Paused(when=NOW, by="张三", why="没做完"),
    )
    assert [note.values.get("unproved", False) for note in of_events(events, {2, 3})] == [False, True, True]


def test_what_was_handed_out_and_went_on_here_all_the_same_is_told_apart() -> None:
    order = {"by": "李老师", "why": "死机"}
    out = (Paused(when=NOW, **order), CarriedOut(when=NOW, **order))
    over = CarriedOver(when=NOW, from_home="PC-1", to_home="PC-2", **order)
    back = Unpaused(when=NOW, by="李老师", why="修好了")
    assert [note.code for note in of_events((*out, back))] == ["handed_out", "carried_out", "paused"]
    assert [note.code for note in of_events(out)] == ["handed_out", "paused_still"]
    assert [note.code for note in of_events((*out, over))] == ["handed_out", "carried_over", "paused"]


def test_marking_again_is_told_each_time_and_other_decisions_are_not() -> None:
    def again(before: Fraction | None, after: Fraction | None) -> Regraded:
        changes = (MarkChange(attempt="one", before=before, after=after),)
        return Regraded(when=NOW, corrections=1, changes=changes, by="王班长", why="答案有误")

    noted = Noted(when=NOW, candidate="1", note="exempt", by="王班长", why="病假")
    decisions = (again(Fraction(2), Fraction(3)), noted, marked(), again(Fraction(3), None))
    found = of_decisions(decisions, "one", Candidate(id="1", name="张三"))
    assert [(note.values["before"], note.values["after"]) for note in found] == [(2, 3), (3, None)]
    assert of_decisions(decisions, "other", Candidate(id="1", name="张三")) == ()
