"""Marking again: what changes for whom, what stands, and keys from today's bank."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import MarkChange, Regraded
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, whole
from quizapp.services.decisions.attempt_decisions import override, void
from quizapp.services.decisions.regrading import Regrade, preview, regrade
from quizapp.services.marking.essay_pile import decide, record, scripts_of
from quizapp.services.ports.port_values import AttemptName, Chain
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.instruments.memory_home import MemoryHome
from tests.samples.classes.corrected_class import CLASS, DECIDER, key_more, put_right, sat, scores, wrongly_keyed
from tests.samples.classes.keyed_attempts import exported
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import PAPER, Shelf, paper

THIRD = Fraction(1, 3)


def again(place: Workplace) -> Regrade:
    return regrade(place, "sample-paper", DECIDER, from_bank=False)


def changes(found: Regrade) -> list[tuple[object, ...]]:
    return [
        (one.candidate.id, one.before.total, one.after.total, one.before.rank, one.after.rank) for one in found.changed
    ]


def attempt_of(place: Workplace, candidate: str) -> str:
    docs = [doc for doc in look(place.home, place.clock).scores if doc["candidate"] == candidate]
    return str(docs[0]["attempt"])


def test_everybody_is_marked_again_exactly_and_those_who_cross_the_pass_mark_are_named(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    put_right(place, "f-1", "accept", "；幕僚")
    found = again(place)
    assert changes(found) == [
        ("01", 8, 10, 1, 1),
        ("02", 7, 10, 3, 1),
        ("11", 7, 9, 3, 3),
        ("09", 5, 8, 7, 4),
        ("08", 7, 7, 3, 5),
        ("12", 4 + THIRD, 6 + THIRD, 9, 6),
        ("03", 4, 6, 10, 7),
        ("05", 7 + THIRD, 5 + THIRD, 2, 8),
        ("06", 1 + 2 * THIRD, 4 + 2 * THIRD, 12, 9),
        ("07", 2 + 2 * THIRD, 4 + 2 * THIRD, 11, 9),
        ("04", 6, 4, 6, 11),
        ("10", 5, 3, 7, 12),
    ]
    assert [one.candidate.id for one in found.changed if one.newly_passes] == ["09", "12", "03"]
    assert [one.candidate.id for one in found.changed if one.no_longer_passes] == ["05", "04"]


def test_ranks_after_are_those_of_the_export(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    assert {one.candidate.id: one.before.rank for one in preview(place, "sample-paper", from_bank=False).standings} == {
        row["id"]: row["rank"] for row in exported(place)
    }
    found = again(place)
    assert {one.candidate.id: one.after.rank for one in found.standings} == {
        row["id"]: row["rank"] for row in exported(place)
    }


def test_it_is_recorded_with_who_why_and_the_totals_that_changed(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:2])
    put_right(place, "5", "accept", "；幕僚")
    found = again(place)
    decision = place.home.decisions.read("sample-paper")[-1]
    assert isinstance(decision, Regraded)
    change = MarkChange(attempt=attempt_of(place, "02"), before=Fraction(7), after=Fraction(8))
    assert (decision.corrections, decision.changes, decision.changes) == (1, (change,), found.changes)
    assert (decision.by, decision.checked_by, decision.why) == ("班委甲", "班委乙", "答案有误")
    assert found.is_recorded
    assert scores(place) == {"01": 8, "02": 8}
    assert place.home.book.read() == whole(place.home)
    _, what, who, values = place.home.log.lines[-1]  # type: ignore[attr-defined]  # the home in memory keeps them
    assert (what, who, values["corrections"], values["changed"]) == ("regraded", "班委甲", "1", "1")


def test_a_preview_shows_the_same_and_records_nothing(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    before = (place.home.decisions.read("sample-paper"), scores(place))
    shown = preview(place, "sample-paper", from_bank=False)
    assert (place.home.decisions.read("sample-paper"), scores(place)) == before
    assert not shown.is_recorded
    assert replace(again(place), is_recorded=False) == shown


def test_where_nothing_waits_nothing_is_recorded(tmp_path: Path) -> None:
    place = sat(tmp_path)
    assert again(place).corrections == ()
    put_right(place, "1", "key", "C")
    again(place)
    decided = place.home.decisions.read("sample-paper")
    assert (again(place).corrections, again(place).is_recorded) == ((), False)
    assert place.home.decisions.read("sample-paper") == decided


def test_a_correction_that_changes_no_score_holds_from_then_on(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    put_right(place, "1", "accept", "B")
    assert again(place).changed == ()
    assert preview(place, "sample-paper", from_bank=False).corrections == ()


def test_who_sat_the_paper_may_not_mark_it_again(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    put_right(place, "1", "key", "C")
    with pytest.raises(Refused, match="decider-is-candidate"):
        regrade(place, "sample-paper", Marker(by="张三", why="更正"), from_bank=False)
    assert len(place.home.decisions.read("sample-paper")) == 1


def test_marks_that_a_person_gave_stand_and_are_named(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:2])
    override(place, attempt_of(place, "01"), 1, Fraction(1, 2), DECIDER)
    put_right(place, "1", "key", "C")
    found = again(place)
    (stands,) = found.stands
    assert (stands.candidate.id, stands.number, stands.marks, stands.is_dropped) == ("01", 1, Fraction(1, 2), False)
    assert scores(place) == {"01": 8.5, "02": 9}


def test_marks_that_a_person_gave_go_with_a_dropped_question(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    override(place, attempt_of(place, "01"), 1, Fraction(1, 2), DECIDER)
    put_right(place, "1", "drop")
    (stands,) = again(place).stands
    assert stands.is_dropped
    assert scores(place) == {"01": 8}


def test_the_full_score_that_falls_is_told_and_is_nobodys_change(tmp_path: Path) -> None:
    place = sat(tmp_path, ["01,张三,D,A,ACD,错,耳目；参谋", "02,李四,A,A,ACD,错,耳目；参谋"])
    put_right(place, "1", "drop")
    found = again(place)
    assert found.full_scores == ((Fraction(10), Fraction(8)),)
    assert changes(found) == [("01", 10, 8, 1, 1), ("02", 8, 8, 2, 1)]
    place = sat(tmp_path, ["01,张三,A,A,ACD,错,耳目；参谋"])
    put_right(place, "1", "drop")
    assert again(place).changed == ()


def test_an_essay_that_waits_keeps_its_attempt_unmarked_and_marks_given_stand() -> None:
    place = essay_workplace()
    names = [hand_in(place, "1", "张三", "立即报告"), hand_in(place, "2", "李四", "更正")]
    one = read_attempt(place.home, names[0])
    (script,) = scripts_of(one, names[0], rulings(()))
    points = (Fraction(2), Fraction(0), Fraction(0))
    record(place, ESSAYS.id, lambda: (decide(place.home, script, points, DECIDER, place.clock.read()),))
    from quizapp.services.decisions.correction import CorrectionWish, correct
    from quizapp.services.decisions.correction_list import correction_target

    correct(
        place, correction_target(place.home, ESSAYS.id, "t-1"), CorrectionWish(how="key", answer=("true",)), DECIDER
    )
    correct(place, correction_target(place.home, ESSAYS.id, "e-2"), CorrectionWish(how="drop"), DECIDER)
    found = regrade(place, ESSAYS.id, DECIDER, from_bank=False)
    assert [(one.candidate.id, one.before.total, one.after.total) for one in found.standings] == [
        ("1", 6, 4),
        ("2", None, None),
    ]
    assert found.stands == ()
    assert [one.attempt for one in found.changes] == [names[0].attempt]


def test_void_attempts_and_those_being_sat_are_left_alone(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:3])
    override(place, attempt_of(place, "03"), 1, Fraction(1), DECIDER)
    void(place, attempt_of(place, "03"), DECIDER)
    put_right(place, "1", "key", "C")
    found = again(place)
    assert [one.candidate.id for one in found.standings] == ["01", "02"]
    assert [one.candidate.id for one in found.changed] == ["01", "02"]
    assert len(found.changes) == 2
    assert found.stands == ()


def test_the_attempt_that_counts_may_become_another(tmp_path: Path) -> None:
    place = sat(tmp_path, ["01,张三,D,A,,,"])
    key_more(place, tmp_path, ["01,张三,C,A,,,"])
    put_right(place, "1", "key", "C")
    found = again(place)
    assert found.changed == ()
    assert found.standings[0].before.total == 4
    assert [(one.before, one.after) for one in found.changes] == [
        (Fraction(4), Fraction(2)),
        (Fraction(2), Fraction(4)),
    ]
    assert [doc["counts"] for doc in look(place.home, place.clock).scores] == [False, True]


def test_a_mean_is_marked_again_as_one(tmp_path: Path) -> None:
    rules = paper(counts="average", attempts=None)
    library = Shelf(shelf_papers=(rules,), shelf_banks=wrongly_keyed().shelf_banks)
    place = sat(tmp_path, ["01,张三,D,A,ACD,错,", "02,李四,A,A,ACD,错,耳目"], rules, library)
    key_more(place, tmp_path, ["01,张三,A,A,ACD,错,"], rules)
    put_right(place, "1", "key", "B")
    found = again(place)
    assert changes(found) == [("01", 7, 6, 1, 2)]


def test_who_hands_in_while_the_paper_is_marked_again_stops_nobody(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:2])
    put_right(place, "1", "key", "C")
    stands = standing(place.home, place.clock, PAPER, Candidate(id="90", name="新人"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    home = place.home
    assert isinstance(home, MemoryHome)
    read, seen = home.journals.read, []

    def reading(name: AttemptName) -> Chain:
        seen.append(name)
        chain = read(name)
        if seen.count(name) == 1 and name.attempt == sitting.saved.started.attempt:
            sitting.hand_in()
        return chain

    home.journals.read = reading  # type: ignore[method-assign]
    assert [one.candidate.id for one in preview(place, "sample-paper", from_bank=False).standings] == ["01", "02"]
