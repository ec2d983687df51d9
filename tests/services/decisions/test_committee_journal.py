"""Decisions on what their makers saw: what was decided meanwhile is told, and nothing is done that was not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import Regraded
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.book.score_book import look, refresh
from quizapp.services.decisions.attempt_decisions import close, note, override, reassign, reinstate, void
from quizapp.services.decisions.committee_journal import SeenJournal, find_attempt, seen_now
from quizapp.services.decisions.correction import CorrectionWish, correct
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.decisions.regrading import preview, regrade
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.port_values import NOTHING_DECIDED, AttemptName
from quizapp.services.ports.workplace import Workplace
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import begun, machine, packed, passes, person
from tests.samples.classes.corrected_class import CLASS, DECIDER, key_more, put_right, sat, scores
from tests.samples.classes.keyed_attempts import roster

PAPER = "sample-paper"
OTHER = Marker(by="班委丙", checked_by="班委丁", why="另查")


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A class of twelve whose first question is keyed wrongly."""
    return sat(tmp_path, CLASS)


def attempt_of(place: Workplace, candidate: str) -> str:
    return next(str(doc["attempt"]) for doc in look(place.home, place.clock).scores if doc["candidate"] == candidate)


def told(caught: pytest.ExceptionInfo[Overtaken]) -> str:
    return Language().error(caught.value)


def test_every_decision_names_what_it_was_made_on(place: Workplace) -> None:
    first = attempt_of(place, "01")
    override(place, first, 3, Fraction(1), DECIDER)
    void(place, first, DECIDER)
    reinstate(place, first, DECIDER)
    reassign(place, first, "99", "某某", DECIDER)
    note(place, PAPER, "02", "misconduct", DECIDER)
    put_right(place, "1", "key", "C")
    regrade(place, PAPER, DECIDER, from_bank=False)
    journal = place.home.decisions.journal(PAPER)
    assert len(journal.decisions) == 7
    assert [one.seen for one in journal.decisions] == [NOTHING_DECIDED, *journal.hashes[:-1]]


def test_what_was_shown_long_before_is_what_a_decision_names(place: Workplace) -> None:
    seen = seen_now(place.home, PAPER)
    void(place, attempt_of(place, "02"), OTHER)
    void(place, attempt_of(place, "01"), DECIDER, seen)
    assert [one.seen for one in place.home.decisions.read(PAPER)] == [seen.head, seen.head]


def test_two_who_change_the_same_marks_are_told_of_each_other(place: Workplace) -> None:
    first = attempt_of(place, "01")
    seen = seen_now(place.home, PAPER)
    override(place, first, 3, Fraction(1), OTHER, seen)
    with pytest.raises(Overtaken) as caught:
        override(place, first, 3, Fraction(2), DECIDER, seen)
    assert told(caught) == (
        "看过以后，班委丙 又作了决定：第 3 题改为 1 分（原因：另查；共 1 项）。"
        "这一次没有记下。看清现在的情况，再决定一次。"
    )
    assert len(place.home.decisions.read(PAPER)) == 1
    override(place, first, 3, Fraction(2), DECIDER, seen_now(place.home, PAPER))
    assert scores(place)["01"] == 8


def test_whoever_decides_about_an_attempt_is_told_what_became_of_it(place: Workplace) -> None:
    first = attempt_of(place, "01")
    seen = seen_now(place.home, PAPER)
    override(place, first, 1, Fraction(1), OTHER)
    before = place.home.decisions.read(PAPER)
    decisions: tuple[Callable[[], object], ...] = (
        lambda: override(place, first, 1, Fraction(0), DECIDER, seen),
        lambda: void(place, first, DECIDER, seen),
        lambda: reassign(place, first, "02", "李四", DECIDER, seen),
    )
    for decide in decisions:
        with pytest.raises(Overtaken, match="decided-since"):
            decide()
    assert place.home.decisions.read(PAPER) == before


def test_a_note_takes_no_others_place_unseen() -> None:
    from tests.samples.workplace import workplace

    place = workplace()
    roster(place, "01 张三", "02 李四")
    seen = seen_now(place.home, PAPER)
    note(place, PAPER, "02", "exempt", OTHER, seen)
    note(place, PAPER, "01", "misconduct", OTHER, seen)
    with pytest.raises(Overtaken) as caught:
        note(place, PAPER, "01", "deferred", DECIDER, seen)
    assert "01 记为违纪" in told(caught)
    assert rulings(place.home.decisions.read(PAPER)).notes["01"].note == "misconduct"


def test_a_correction_is_made_on_those_that_were_shown(place: Workplace) -> None:
    seen = seen_now(place.home, PAPER)
    put_right(place, "2", "key", "B", decider=OTHER)
    target = correction_target(place.home, PAPER, "1", "")
    with pytest.raises(Overtaken) as caught:
        correct(place, target, CorrectionWish(how="key", answer=("C",)), DECIDER, seen)
    assert "第 2 题（试题 s-2）更正了答案" in told(caught)
    assert len(rulings(place.home.decisions.read(PAPER)).pending) == 1


def test_marking_again_does_what_was_shown_and_nothing_that_another_corrected_since(place: Workplace) -> None:
    put_right(place, "1", "key", "C")
    shown = preview(place, PAPER, from_bank=False)
    put_right(place, "2", "key", "B", decider=OTHER)
    with pytest.raises(Overtaken, match="decided-since") as caught:
        regrade(place, PAPER, DECIDER, from_bank=False, shown=shown)
    assert "第 2 题" in told(caught)
    assert not any(isinstance(one, Regraded) for one in place.home.decisions.read(PAPER))
    # looked at again it has both, and does both
    again = preview(place, PAPER, from_bank=False)
    assert again.changes != shown.changes
    done = regrade(place, PAPER, DECIDER, from_bank=False, shown=again)
    assert (done.changed, len(done.corrections)) == (again.changed, 2)
    last = place.home.decisions.read(PAPER)[-1]
    assert isinstance(last, Regraded)
    assert (last.corrections, last.changes) == (2, again.changes)


def test_marking_again_is_shown_again_where_its_effect_is_another(place: Workplace, tmp_path: Path) -> None:
    put_right(place, "1", "key", "C")
    shown = preview(place, PAPER, from_bank=False)
    key_more(place, tmp_path, ["40,新人,C,A,ACD,错,耳目；参谋"])
    with pytest.raises(Overtaken, match="regrade-since"):
        regrade(place, PAPER, DECIDER, from_bank=False, shown=shown)
    assert len(place.home.decisions.read(PAPER)) == 1
    done = regrade(place, PAPER, DECIDER, from_bank=False, shown=preview(place, PAPER, from_bank=False))
    assert done.is_recorded


def test_what_another_marked_again_is_not_marked_again(place: Workplace) -> None:
    put_right(place, "1", "key", "C")
    shown = preview(place, PAPER, from_bank=False)
    regrade(place, PAPER, OTHER, from_bank=False)
    with pytest.raises(Overtaken):
        regrade(place, PAPER, DECIDER, from_bank=False, shown=shown)
    assert sum(isinstance(one, Regraded) for one in place.home.decisions.read(PAPER)) == 1


def test_keys_taken_from_the_bank_are_those_that_were_shown(tmp_path: Path) -> None:
    from tests.samples.workplace import Shelf

    place = replace(sat(tmp_path, CLASS), library=Shelf())
    shown = preview(place, PAPER, from_bank=True)
    assert len(shown.taken) == 1
    void(place, attempt_of(place, "12"), OTHER)
    with pytest.raises(Overtaken):
        regrade(place, PAPER, DECIDER, from_bank=True, shown=shown)
    shown = preview(place, PAPER, from_bank=True)
    done = regrade(place, PAPER, DECIDER, from_bank=True, shown=shown)
    assert [(one.question, one.keyed) for one in done.taken] == [(one.question, one.keyed) for one in shown.taken]


def test_a_command_decides_on_what_stands_at_that_moment(place: Workplace) -> None:
    first = attempt_of(place, "01")
    assert override(place, first, 3, Fraction(1), OTHER).had == 2
    assert override(place, first, 3, Fraction(2), DECIDER).had == 1
    void(place, first, OTHER)
    with pytest.raises(Refused, match="void-already"):
        void(place, first, DECIDER)


def test_a_void_taken_back_leaves_the_score_as_it_was(place: Workplace) -> None:
    first, before = attempt_of(place, "01"), scores(place)
    void(place, first, DECIDER)
    assert scores(place)["01"] is None
    done = reinstate(place, first, OTHER)
    assert (done.before.is_void, done.after.is_void) == (True, False)
    assert scores(place) == before
    _, what, who, values = place.home.log.lines[-1]  # type: ignore[attr-defined]  # the home in memory keeps them
    assert (what, who, values["candidate"], values["why"]) == ("reinstated", "班委丙", "01", "另查")
    with pytest.raises(Refused, match="void-not"):
        reinstate(place, first, DECIDER)


def test_where_another_copy_of_the_decisions_was_put_in_place_it_is_looked_at_again(place: Workplace) -> None:
    with pytest.raises(Overtaken, match="journal-since"):
        void(place, attempt_of(place, "01"), DECIDER, SeenJournal("f" * 64))
    assert place.home.decisions.read(PAPER) == ()


def test_a_decision_that_names_what_never_stood_before_it_is_found_by_verifying(place: Workplace) -> None:
    void(place, attempt_of(place, "01"), DECIDER)
    reinstate(place, attempt_of(place, "01"), DECIDER)
    assert verify(place.home).is_ok
    forged = replace(place.home.decisions.read(PAPER)[0], seen="f" * 64)
    place.home.decisions.record(PAPER, (forged,))
    look(place.home, place.clock)
    (finding,) = verify(place.home, wait=lambda: None).findings
    assert (finding.kind, finding.attempt) == ("chain", attempt_of(place, "01"))
    assert Language().say(f"verify.{finding.code}", **finding.values) == (
        f"journal/{PAPER}/committee.jsonl 第 3 条说是看过某一条以后定的，它前面没有那一条。"
    )


# Half an attempt


def half(home: Workplace) -> tuple[Workplace, AttemptName]:
    """Collect an attempt that is under way; return its machine too."""
    away = machine("坏了的机器")
    sitting = begun(away, person(1))
    passes(away, 30)
    sitting.answer(1, ("A",))
    sitting.close()
    brought(home, packed(away))
    return away, away.home.journals.names()[0]


def test_half_an_attempt_is_annulled_taken_back_given_to_another_or_closed() -> None:
    home = committee()
    _, name = half(home)
    refresh(home.home, (name,), home.class_id, home.clock.read().at)
    assert void(home, name.attempt, DECIDER).after.is_void
    assert not reinstate(home, name.attempt, DECIDER).after.is_void
    assert reassign(home, name.attempt, "007", "某某", DECIDER).after.candidate.id == "007"
    assert close(home, name, DECIDER).attempt.handed_in_by == "committee"


def test_what_was_decided_on_half_of_it_is_refused_once_more_of_it_came() -> None:
    home = committee()
    away, name = half(home)
    seen = seen_now(home.home, name.paper, name)
    from quizapp.services.sitting.attempt_start import resume

    sitting = resume(away.home, away.clock, name)
    passes(away, 10)
    sitting.answer(2, ("B",))
    sitting.close()
    brought(home, packed(away))
    decisions: tuple[Callable[[], object], ...] = (
        lambda: void(home, name.attempt, DECIDER, seen),
        lambda: reassign(home, name.attempt, "007", "某某", DECIDER, seen),
        lambda: close(home, name, DECIDER, seen),
    )
    for decide in decisions:
        with pytest.raises(Overtaken, match="copy-since"):
            decide()
    assert home.home.decisions.read(name.paper) == ()
    void(home, name.attempt, DECIDER, seen_now(home.home, name.paper, name))


def test_what_is_seen_of_an_attempt_names_its_journal_too(place: Workplace) -> None:
    name = find_attempt(place.home, attempt_of(place, "01"))
    head = place.home.journals.read(name).head
    assert seen_now(place.home, PAPER, name) == SeenJournal(NOTHING_DECIDED, head)
    void(place, name.attempt, DECIDER, SeenJournal(NOTHING_DECIDED, head))


# Two people


@pytest.mark.parametrize("name", ["override", "void", "reinstate", "reassign", "note", "correct"])
def test_where_a_class_has_decisions_checked_each_of_these_needs_it(place: Workplace, name: str) -> None:
    strict = replace(place, two_persons=True)
    alone = replace(DECIDER, checked_by="")
    first = attempt_of(place, "01")
    if name == "reinstate":
        void(place, first, DECIDER)

    def decide(decider: Marker) -> None:
        match name:
            case "override":
                override(strict, first, 3, Fraction(1), decider)
            case "void":
                void(strict, first, decider)
            case "reinstate":
                reinstate(strict, first, decider)
            case "reassign":
                reassign(strict, first, "99", "某某", decider)
            case "note":
                note(strict, PAPER, "01", "exempt", decider)
            case _:
                put_right(strict, "1", "key", "C", decider=decider)

    before = place.home.decisions.read(PAPER)
    with pytest.raises(Refused, match="checker-needed"):
        decide(alone)
    with pytest.raises(Refused, match="checker-is-decider"):
        decide(replace(DECIDER, checked_by=" 班委 甲"))
    assert place.home.decisions.read(PAPER) == before
    decide(DECIDER)
    assert len(place.home.decisions.read(PAPER)) == len(before) + 1
