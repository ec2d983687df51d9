"""What stands in the notes of an export, and how those without an attempt stand by them."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from quizapp.domain.attempt.decisions import EssayMarked, MarkChange, MarkOverridden, NoteKind, Regraded
from quizapp.domain.attempt.events import ClockDisagreed, Extended, HandedIn, Started
from quizapp.domain.candidate import Candidate, Roll
from quizapp.domain.decisions.notes import ScoreNote
from quizapp.domain.papers.paper import MakeUp, Paper
from quizapp.language import Language
from quizapp.reports.cells import notes
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Cell, Wishes
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_export import open_export
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.keyed_attempts import exported, key_in, responses, roster
from tests.samples.classes.recorded_decisions import (
    attempts_of,
    decide,
    full_for_all,
    noted,
    overridden,
    reassigned,
    regraded,
    voided,
)
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
EIGHT = "C,A,ACD,错,"
SIX = "C,A,ACD,,"


def said(cell: Cell) -> str:
    """Return notes as a person reads them."""
    assert isinstance(cell, tuple)
    return notes(cell, Language("zh"))


def told(place: Workplace, *, all_attempts: bool = False) -> dict[tuple[object, object], str]:
    """Return the notes of each row by candidate and attempt."""
    rows = exported(place, all_attempts=all_attempts)
    return {(row["id"], row["attempt"]): said(row["notes"]) for row in rows}


@pytest.mark.parametrize("note", ["deferred", "exempt", "misconduct"])
def test_who_has_no_attempt_stands_as_noted_before_the_window_closes_too(note: NoteKind) -> None:
    place = workplace(Shelf(shelf_papers=(paper(closes=NINE + timedelta(hours=1)),)))
    roster(place, "1 张三", "2 李四")
    noted(place, "1", note)
    assert [(row["id"], row["status"], row["score"]) for row in exported(place)] == [("1", note, None), ("2", "", None)]
    word = {"deferred": "缓考", "exempt": "免考", "misconduct": "违纪"}[note]
    assert told(place) == {("1", None): f"{word}（病假）", ("2", None): ""}


def test_a_note_taken_back_leaves_nothing() -> None:
    place = workplace()
    roster(place, "1 张三")
    noted(place, "1", "exempt")
    noted(place, "1", "none", "记错人")
    (row,) = exported(place)
    assert (row["status"], row["notes"]) == ("absent", ())


def test_a_note_about_somebody_with_an_attempt_stands_in_the_notes_alone(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT})
    noted(place, "1", "misconduct", "带手机")
    (row,) = exported(place)
    assert (row["rank"], row["status"], row["score"], said(row["notes"])) == (1, "marked", 8, "违纪（带手机）")


def test_marks_that_were_overridden_are_told_from_what_they_were_at_first(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "C,A,AC,错,"})
    overridden(place, "1", 3, Fraction(1), "多判")
    overridden(place, "1", 3, Fraction(2), "漏判")
    overridden(place, "1", 5, Fraction(1), "近义")
    (row,) = exported(place)
    assert (row["score"], said(row["notes"])) == (
        9,
        "成绩更正：第 3 题 1.33 → 2 分（漏判）；成绩更正：第 5 题 0 → 1 分（近义）",
    )


def test_a_make_up_that_counts_less_than_it_earned_says_both(tmp_path: Path) -> None:
    rules = paper(make_up=MakeUp(paper="first", cap=True))
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_in(place, tmp_path, {"1": RIGHT, "2": SIX}, rules)
    assert [(row["score"], said(row["notes"])) for row in exported(place)] == [
        (6, "补考得 10 分，按上限计 6 分"),
        (6, ""),
    ]


def test_where_marks_are_not_told_notes_say_that_they_were_changed_and_why(tmp_path: Path) -> None:
    rules = paper(make_up=MakeUp(paper="first", cap=True))
    place = workplace(Shelf(shelf_papers=(rules,)))
    key_in(place, tmp_path, {"1": "C,A,AC,错,耳目；参谋"}, rules)
    overridden(place, "1", 3, Fraction(2), "漏判")
    regraded(place, ("1", 8, 10))
    noted(place, "1", "misconduct", "带手机")
    export = open_export(place, look(place.home, place.clock), Wishes(paper="sample-paper", bands=True))
    ((*_, cell),) = export.only.table.cells()
    assert said(cell) == "违纪（带手机）；成绩更正：第 3 题（漏判）；重新判分"


def test_what_an_override_took_the_place_of_is_as_it_was_marked_then(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "A,A,ACD,错,"})
    overridden(place, "1", 1, Fraction(1), "酌情")
    started = read_attempt(
        place.home, AttemptName(attempt=attempts_of(place, "1")[0], paper="sample-paper")
    ).attempt.started
    full_for_all(place, 1, started.form)
    regraded(place)
    # Full marks for all came later, and an override stands whatever is corrected.
    (row,) = exported(place)
    assert (row["score"], said(row["notes"])) == (7, "成绩更正：第 1 题 0 → 1 分（酌情）")


@pytest.mark.parametrize(("is_marked", "before"), [(True, "3"), (False, "未评")])
def test_an_essays_marks_are_overridden_from_what_a_person_gave(is_marked: bool, before: str) -> None:
    place = essay_workplace()
    attempt = hand_in(place, "1", "张三", "立即报告").attempt
    given = EssayMarked(when=place.clock.read(), attempt=attempt, question=2, points=(), marks=Fraction(3), by="王班长")
    override = MarkOverridden(
        when=place.clock.read(), attempt=attempt, question=2, marks=Fraction(5), by="王班长", why="二评"
    )
    decide(place, *((given, override) if is_marked else (override,)), paper="essay-paper")
    (row,) = exported(place, paper="essay-paper")
    assert (row["status"], row["score"]) == ("marked", 7)
    assert said(row["notes"]) == f"成绩更正：第 2 题 {before} → 5 分（二评）"


def test_a_void_attempt_is_told_with_its_reason_and_has_no_score(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT})
    voided(place, "1")
    (row,) = exported(place)
    assert [row[name] for name in ("rank", "status", "score", "percent", "passed", "attempt")] == [
        *(None, "void", None, None, None, 1)
    ]
    assert said(row["notes"]) == "成绩作废（替考）"


def test_attempts_that_are_all_void_are_one_row(tmp_path: Path) -> None:
    place = workplace(Shelf(shelf_papers=(paper(attempts=2),)))
    for answers in (EIGHT, RIGHT):
        key_in(place, tmp_path, {"1": answers}, paper(attempts=2), again=True)
    voided(place, "1", 1, "替考")
    voided(place, "1", 2, "又替考")
    assert told(place) == {("1", 2): "第 1 次：成绩作废（替考）；成绩作废（又替考）"}
    assert [row["status"] for row in exported(place)] == ["void"]


def test_a_void_beside_a_counted_attempt_is_told_on_its_row(tmp_path: Path) -> None:
    place = workplace()
    for answers in (RIGHT, SIX):
        key_in(place, tmp_path, {"1": answers}, again=True)
    voided(place, "1", 1)
    assert [(row["rank"], row["attempt"], row["score"]) for row in exported(place)] == [(1, 2, 6)]
    assert told(place) == {("1", 2): "第 1 次：成绩作废（替考）"}
    assert told(place, all_attempts=True) == {("1", 1): "成绩作废（替考）", ("1", 2): ""}


def test_what_marking_again_changed_is_told_to_those_whom_it_changed(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT, "2": SIX})
    regraded(place, ("2", 6, 8))
    assert told(place) == {("1", 1): "", ("2", 1): "重新判分：6 → 8 分"}


def test_marking_again_tells_which_answers_were_corrected_and_never_whose_appeal_it_was(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT, "2": SIX, "3": EIGHT})
    (attempt, *_) = attempts_of(place, "2")
    form = read_attempt(place.home, AttemptName(attempt=attempt, paper="sample-paper")).attempt.started.form
    for question in (5, 3):
        full_for_all(place, question, form)
    marks = {id: regrade_marks(place, id) for id in "12"}
    changes = tuple(MarkChange(attempt=attempts_of(place, id)[0], before=Fraction(1), after=marks[id]) for id in "12")
    appeal = "李四申诉：母亲住院，当天没复习"
    decide(place, Regraded(when=place.clock.read(), corrections=2, changes=changes, by="王班长", why=appeal))
    full_for_all(place, 1, form)
    found = told(place)
    assert found["1", 1].startswith("第 3、5 题答案更正，重新判分：1 → ")
    assert found["2", 1].startswith("第 3、5 题答案更正，重新判分：1 → ")
    assert found["3", 1] == ""
    assert "申诉" not in "".join(found.values())
    export = open_export(place, look(place.home, place.clock), Wishes(paper="sample-paper", is_public=True))
    assert "申诉" not in str(export.only.table.rows)


def regrade_marks(place: Workplace, id: str) -> Fraction:
    """Return what a candidate has now."""
    (doc,) = [doc for doc in look(place.home, place.clock).scores if doc["candidate"] == id]
    return Fraction(str(doc["score"]))


def test_whose_an_attempt_was_is_told_one_owner_after_another(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四", "3 王五")
    key_in(place, tmp_path, {"1": EIGHT})
    reassigned(place, "1", "2", "李四")
    reassigned(place, "2", "3", "王五", "再核")
    rows = {row["id"]: row for row in exported(place)}
    assert (rows["3"]["score"], said(rows["3"]["notes"])) == (
        8,
        "更名：原记在 张三（1）名下（坐错座位）；更名：原记在 李四（2）名下（再核）",
    )
    assert [rows[id]["status"] for id in ("1", "2")] == ["absent", "absent"]


def sit(place: Workplace, rules: Paper = PAPER, *responses: tuple[int, str], id: str = "1") -> AttemptName:
    """Sit a paper and hand in."""
    stands = standing(place.home, place.clock, rules, Candidate(id=id, name="张三"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    for question, letter in responses:
        sitting.answer(question, (letter,))
    sitting.hand_in()
    sitting.close()
    return AttemptName(attempt=sitting.saved.started.attempt, paper=rules.id)


def bring_in(place: Workplace, rules: Paper, *responses: tuple[int, str]) -> None:
    """Bring in an attempt from a machine that knew nothing of the others."""
    there = workplace(Shelf(shelf_papers=(rules,)), StoppedClock(at=place.clock.read().at))
    first, *rest = there.home.journals.read(sit(there, rules, *responses)).events
    assert isinstance(first, Started)
    writer = place.home.journals.create(first)
    writer.append(rest)
    writer.close()


def sat_beyond(rules: Paper) -> Workplace:
    """Return a place where somebody sat a paper twice, for 0 and 2, and once more for 4 on another machine."""
    clock = StoppedClock()
    place = workplace(Shelf(shelf_papers=(rules,)), clock)
    for given in ([], [(1, "C")]):
        sit(place, rules, *given)
        clock.go_on(timedelta(minutes=1))
    bring_in(place, rules, (1, "C"), (2, "A"))
    return place


def test_attempts_beyond_the_allowed_number_are_named_and_do_not_count() -> None:
    place = sat_beyond(paper(attempts=2))
    assert [(row["attempt"], row["score"]) for row in exported(place)] == [(2, 2)]
    assert told(place) == {("1", 2): "第 3 次：超出允许次数，未计"}
    assert told(place, all_attempts=True) == {("1", 1): "", ("1", 2): "", ("1", 3): "超出允许次数，未计"}


def test_a_void_lets_the_next_attempt_count() -> None:
    place = sat_beyond(paper(attempts=2))
    voided(place, "1", 2)
    assert [(row["attempt"], row["score"]) for row in exported(place)] == [(3, 4)]
    assert told(place) == {("1", 3): "第 2 次：成绩作废（替考）"}


def test_of_attempts_without_a_limit_none_is_beyond() -> None:
    place = sat_beyond(paper(attempts=None))
    assert [(row["attempt"], row["score"], row["notes"]) for row in exported(place)] == [(3, 4, ())]


def test_what_happened_in_the_sitting_is_read_from_its_own_journal() -> None:
    place = workplace()
    stands = standing(place.home, place.clock, PAPER, Candidate(id="1", name="张三"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.close()
    name = AttemptName(attempt=sitting.saved.started.attempt, paper=PAPER.id)
    now = place.clock.read()
    writer, _ = place.home.journals.open(name)
    writer.append(
        (
            Extended(when=now, more=timedelta(minutes=10), why="停电", by="王班长"),
            ClockDisagreed(when=now, by=timedelta(minutes=-3)),
            ClockDisagreed(when=now, by=timedelta(seconds=10)),
            Extended(when=now, more=timedelta(minutes=5), why="又停电", by="王班长"),
            HandedIn(when=now, by="committee", ordered_by="王班长", why="身体不适"),
        )
    )
    writer.close()
    ordered = "加时 10 分钟（王班长：停电）；加时 5 分钟（王班长：又停电）；强制收卷（王班长：身体不适）"
    assert told(place) == {("1", 1): f"{ordered}；时钟偏差：电脑慢 3 分钟"}


def test_a_mean_has_the_notes_of_all_that_it_is_of(tmp_path: Path) -> None:
    rules = paper(counts="average", attempts=None)
    place = workplace(Shelf(shelf_papers=(rules,)))
    for answers in (SIX, RIGHT, EIGHT):
        key_in(place, tmp_path, {"1": answers}, rules, again=True)
    overridden(place, "1", 5, Fraction(1), "近义", number=1)
    voided(place, "1", 2)
    noted(place, "1", "misconduct", "带手机")
    (row,) = exported(place)
    # (6 + 1 + 8) / 2, the void one left out
    assert (row["attempt"], row["score"], row["passed"]) == (2, 7.5, True)
    assert said(row["notes"]) == (
        "违纪（带手机）；第 1 次：成绩更正：第 5 题 0 → 1 分（近义）；第 2 次：成绩作废（替考）"
    )


def test_a_mean_leaves_out_what_is_beyond_the_allowed_number() -> None:
    (row,) = exported(sat_beyond(paper(counts="average", attempts=2)))
    assert (row["attempt"], row["score"], said(row["notes"])) == (2, 1, "第 3 次：超出允许次数，未计")


def test_void_attempts_have_no_marks_among_the_responses(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT})
    voided(place, "1")
    rows = responses(place).rows
    assert [row[7] for row in rows] == [None] * 5
    assert [row[5] for row in rows][:2] == ["C", "A"]


def test_equal_sums_share_a_rank_after_an_override_and_a_void(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "C,A,AC,错,", "2": "C,A,AC,错,", "3": EIGHT})
    overridden(place, "2", 3, Fraction(4, 3), "复核无误")
    assert [(row["rank"], row["id"]) for row in exported(place)] == [(1, "3"), (2, "1"), (2, "2")]
    overridden(place, "2", 3, Fraction(133, 100), "按两位小数")
    # 7.33 is shown for both; one is a third of a hundredth less.
    assert [(row["rank"], row["id"], row["score"]) for row in exported(place)][1:] == [
        (2, "1", 7.33),
        (3, "2", 7.33),
    ]
    voided(place, "3")
    assert [(row["rank"], row["id"]) for row in exported(place)] == [(1, "1"), (2, "2"), (None, "3")]


def test_where_nobody_decided_anything_neither_decisions_nor_keyed_in_journals_are_read(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": EIGHT})
    book = look(place.home, place.clock)
    # A home that has nothing but the sizes of its decisions, and no other copies: whoever reads more fails.
    alone = SimpleNamespace(
        decisions=SimpleNamespace(sizes=dict),
        roster=SimpleNamespace(roll=Roll),
        collected=SimpleNamespace(asides=dict),
    )
    notes_alone = RowNotes(cast(Home, alone), "sample-paper")
    assert notes_alone.of_row(book.scores, book.scores) == ()
    assert notes_alone.status("2") == ""


def test_notes_are_codes_and_values() -> None:
    place = workplace()
    roster(place, "1 张三")
    noted(place, "1", "deferred")
    (row,) = exported(place)
    assert row["notes"] == (ScoreNote("deferred", {"why": "病假"}),)
