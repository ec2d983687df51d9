"""Make-up papers: who is let in by the book and the notes as they stand, what they count, what they keep clear of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

from quizapp.domain.attempt.decisions import NoteKind, Reassigned, Voided
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.notes import ScoreNote
from quizapp.domain.errors import Refused
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.delivery import Counts
from quizapp.domain.papers.paper import Draw, MakeUp, Paper, Section, Threshold
from quizapp.language import Language
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, rebuild
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.decisions.regrading import preview
from quizapp.services.decisions.totals import totals
from quizapp.services.marking.answer_entry import enter
from quizapp.services.papers.forms import fixed_form
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.door import admit
from quizapp.services.sitting.results import result
from tests.samples.classes.keyed_attempts import exported, key_in, roster, written
from tests.samples.classes.recorded_decisions import attempts_of, decide, noted, overridden, reassigned, voided
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

HOUR = timedelta(hours=1)
SECOND = replace(PAPER, id="second", title="补考卷", make_up=MakeUp(paper="sample-paper"))
RIGHT = "C,A,ACD,错,耳目；参谋"
EIGHT = "C,A,ACD,错,"
FOUR = "C,A,,,"


def rooms(first: Paper = PAPER, second: Paper = SECOND) -> Workplace:
    """Return a workplace with a paper and its make-up, and three people."""
    place = workplace(Shelf(shelf_papers=(first, second)))
    roster(place, "1 张三", "2 李四", "3 王五")
    return place


def why_not(place: Workplace, candidate: str, wanted: str = "second") -> str:
    """Return why the door and the start both refuse somebody; "" where both let them in."""
    try:
        admitted = admit(place, wanted, candidate)
    except Refused as refusal:
        rules = place.library.paper(wanted).paper
        person = next(
            (one for one in place.home.roster.candidates() if one.id == candidate), Candidate(id=candidate, name="x")
        )
        assert rules is not None
        with pytest.raises(Refused, match=refusal.code):
            begin(place, rules, person)
        return refusal.code
    assert admitted.candidate is not None
    admitted_to = place.library.paper(admitted.paper).paper
    assert admitted_to is not None
    begin(place, admitted_to, admitted.candidate)
    return ""


def begin(place: Workplace, rules: Paper, person: Candidate) -> None:
    """Start without asking at the door, as another program might."""
    stands = standing(place.home, place.clock, rules, person)
    start(place.home, place.library, place.clock, place.chance, stands).close()
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(milliseconds=1))


def test_who_failed_or_did_not_come_is_let_in_and_who_passed_is_not(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    assert [why_not(place, id) for id in "123"] == ["", "make-up-passed", ""]


@pytest.mark.parametrize(
    ("note", "code"),
    [("deferred", ""), ("exempt", "make-up-exempt"), ("misconduct", "make-up-misconduct"), ("none", "make-up-not-due")],
)
def test_notes_open_and_close_the_door_before_the_first_paper_has_closed(note: NoteKind, code: str) -> None:
    place = rooms(paper(closes=NINE + HOUR))
    noted(place, "1", note)
    assert why_not(place, "1") == code


def test_a_note_at_another_paper_opens_nothing() -> None:
    place = rooms(paper(closes=NINE + HOUR))
    noted(place, "1", "deferred", paper="second")
    assert why_not(place, "1") == "make-up-not-due"


def test_who_is_still_sitting_or_not_marked_yet_waits(tmp_path: Path) -> None:
    place = rooms()
    begin(place, PAPER, Candidate(id="1", name="张三"))
    assert why_not(place, "1") == "make-up-sitting"
    essays = essay_workplace()
    second = replace(ESSAYS, id="second", make_up=MakeUp(paper="essay-paper"))
    essays = replace(essays, library=replace_papers(essays, ESSAYS, second))
    hand_in(essays, "1", "张三", "立即报告")
    hand_in(essays, "2", "李四", "")
    roster(essays, "1 张三", "2 李四")
    assert [why_not(essays, id) for id in "12"] == ["make-up-marking", ""]


def replace_papers(place: Workplace, *papers: Paper) -> Shelf:
    assert isinstance(place.library, Shelf)
    return replace(place.library, shelf_papers=papers)


@pytest.mark.parametrize(
    ("counts", "code"), [("best", "make-up-passed"), ("last", ""), ("first", "make-up-passed"), ("average", "")]
)
def test_what_counts_says_whether_somebody_failed(counts: Counts, code: str, tmp_path: Path) -> None:
    rules = paper(counts=counts, attempts=3)
    place = rooms(rules)
    # 8, 4 and 4: the mean is 5 1/3.
    for answers in (EIGHT, FOUR, FOUR):
        key_in(place, tmp_path, {"1": answers}, rules, again=True)
    assert why_not(place, "1") == code


def test_overrides_voids_and_other_owners_change_who_is_let_in(tmp_path: Path) -> None:
    place = rooms(paper(closes=NINE + HOUR))
    key_in(place, tmp_path, {"1": "C,A,,错,", "2": EIGHT, "3": EIGHT}, paper(closes=NINE + HOUR))
    assert why_not(place, "1") == "make-up-passed"
    overridden(place, "1", 4, Fraction(0), "误判")
    assert why_not(place, "1") == ""
    voided(place, "2")
    assert why_not(place, "2") == "make-up-not-due"
    reassigned(place, "3", "2", "李四")
    assert why_not(place, "2") == "make-up-passed"
    assert why_not(place, "3") == "make-up-not-due"


def test_who_is_let_in_is_the_papers_own_rule(tmp_path: Path) -> None:
    place = rooms(second=replace(SECOND, make_up=MakeUp(paper="sample-paper", eligible=("deferred",))))
    key_in(place, tmp_path, {"1": FOUR})
    noted(place, "3", "deferred")
    assert [why_not(place, id) for id in "123"] == ["make-up-not-for-failed", "make-up-not-for-absent", ""]


def test_a_make_up_whose_first_papers_file_is_gone_goes_by_the_book(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    gone = replace(place, library=Shelf(shelf_papers=(SECOND,)))
    assert [why_not(gone, id) for id in "123"] == ["", "make-up-passed", ""]


def test_a_first_paper_may_be_named_by_its_title(tmp_path: Path) -> None:
    place = rooms(second=replace(SECOND, make_up=MakeUp(paper="样卷")))
    key_in(place, tmp_path, {"2": EIGHT})
    assert why_not(place, "2") == "make-up-passed"


def test_who_goes_on_with_a_make_up_is_not_asked_again(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR})
    assert why_not(place, "1") == ""
    noted(place, "1", "exempt")
    assert admit(place, "second", "1").candidate is not None


def test_entering_a_make_up_warns_of_who_is_not_let_in_and_enters_all(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    answers = written(tmp_path, ["学号,1,2,3,4,5", f"1,{EIGHT}", f"2,{RIGHT}", f"3,{FOUR}"])
    entry = enter(place, SECOND, answers)
    assert len(entry.attempts) == 3
    assert [(fault.line, fault.item, fault.severity) for fault in entry.warnings] == [(3, "2", "warning")]
    (said,) = (Language("zh").fault(fault) for fault in entry.warnings)
    assert "《样卷》已经及格" in said


def test_a_deferred_sitting_is_told_apart_from_a_make_up(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR})
    noted(place, "2", "deferred", "出差")
    key_in(place, tmp_path, {"1": EIGHT, "2": FOUR}, SECOND)
    rows = {row["id"]: row for row in exported(place, paper="second")}
    assert [rows[id]["kind"] for id in "123"] == ["make_up", "deferred", "make_up"]
    assert rows["2"]["notes"] == ()
    firsts = {row["id"]: (row["kind"], row["status"]) for row in exported(place)}
    assert firsts == {"1": ("regular", "marked"), "2": ("regular", "deferred"), "3": ("regular", "absent")}


def test_nobody_is_listed_at_a_make_up_that_is_not_for_them_but_who_is_noted_there(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    assert [(row["id"], row["status"]) for row in exported(place, paper="second")] == [
        ("1", "absent"),
        ("3", "absent"),
    ]
    noted(place, "2", "exempt", paper="second")
    assert ("2", "exempt") in [(row["id"], row["status"]) for row in exported(place, paper="second")]


def capped() -> Paper:
    grades = tuple(
        (name, Threshold(value=Fraction(share, 10), is_share=True)) for name, share in (("优秀", 9), ("合格", 6))
    )
    return replace(SECOND, grades=grades, make_up=MakeUp(paper="sample-paper", cap=True))


def test_a_cap_is_what_counts_in_marks_per_cent_grade_and_rank_and_the_book_has_both(tmp_path: Path) -> None:
    place = rooms(second=capped())
    key_in(place, tmp_path, {"1": RIGHT, "2": "C,A,,错,", "3": FOUR}, capped())
    rows = exported(place, paper="second")
    names = ("rank", "id", "score", "percent", "grade", "passed")
    assert [tuple(row[name] for name in names) for row in rows] == [
        (1, "1", 6, 60, "合格", True),
        (1, "2", 6, 60, "合格", True),
        (3, "3", 4, 40, "", False),
    ]
    docs = [doc for doc in look(place.home, place.clock).scores if doc["candidate"] == "1"]
    assert [(doc["score"], doc["counted_score"], doc["percent"]) for doc in docs] == [(10, 6, 100)]


def test_a_result_says_what_counts_where_that_is_less(tmp_path: Path) -> None:
    place = rooms(second=capped())
    key_in(place, tmp_path, {"1": RIGHT, "2": FOUR}, capped())
    found = [
        result(read_attempt(place.home, AttemptName(attempt=attempt, paper="second")), NINE)
        for id in "12"
        for attempt in attempts_of(place, id, "second")
    ]
    assert [(one.score, one.counted) for one in found] == [(Fraction(10), Fraction(6)), (Fraction(4), None)]


@pytest.mark.parametrize("is_noted_first", [True, False])
def test_no_cap_holds_for_whom_the_first_sitting_was_put_off_whenever_that_was_noted(
    is_noted_first: bool, tmp_path: Path
) -> None:
    place = rooms(second=capped())
    if is_noted_first:
        noted(place, "1", "deferred")
    key_in(place, tmp_path, {"1": RIGHT, "2": RIGHT}, capped())
    look(place.home, place.clock)  # the book has them before the note
    noted(place, "1", "deferred")
    rows = {row["id"]: row for row in exported(place, paper="second")}
    names = ("rank", "kind", "score", "percent", "grade", "passed", "notes")
    assert [rows["1"][name] for name in names] == [1, "deferred", 10, 100, "优秀", True, ()]
    assert [rows["2"][name] for name in names[:-1]] == [2, "make_up", 6, 60, "合格", True]
    docs = {doc["candidate"]: doc for doc in look(place.home, place.clock).scores}
    assert [(docs[id]["score"], docs[id]["counted_score"]) for id in "12"] == [(10, 10), (10, 6)]
    assert rebuild(place.home, place.class_id, place.clock.read().at).scores == look(place.home, place.clock).scores


def test_a_note_that_is_taken_back_brings_the_cap_back_into_book_total_and_result(tmp_path: Path) -> None:
    place = replace(rooms(second=capped()), weights={"sample-paper": Fraction(1)})
    key_in(place, tmp_path, {"1": RIGHT}, capped())
    (attempt,) = attempts_of(place, "1", "second")

    def counted() -> tuple[object, object, Fraction | None]:
        book = look(place.home, place.clock)
        total = next(one for one in totals(place, book, NINE).people if one.id == "1").total
        shown = result(read_attempt(place.home, AttemptName(attempt=attempt, paper="second")), NINE)
        return book.scores[0]["counted_score"], total, shown.counted

    assert counted() == (6, 60, Fraction(6))
    noted(place, "1", "deferred")
    assert counted() == (10, 100, None)
    noted(place, "1", "none")
    assert counted() == (6, 60, Fraction(6))


def test_a_reassigned_make_up_is_capped_by_how_its_new_owner_stands(tmp_path: Path) -> None:
    place = rooms(second=capped())
    key_in(place, tmp_path, {"1": RIGHT}, capped())
    noted(place, "2", "deferred")
    (attempt,) = attempts_of(place, "1", "second")
    moved = Reassigned(when=place.clock.read(), attempt=attempt, candidate="2", name="李四", by="王班长", why="坐错")
    decide(place, moved, paper="second")
    (doc,) = look(place.home, place.clock).scores
    assert (doc["candidate"], doc["counted_score"]) == ("2", 10)


def test_a_make_up_by_somebody_it_is_not_for_counts_only_once_they_are_admitted(tmp_path: Path) -> None:
    place = replace(rooms(), weights={"sample-paper": Fraction(1)})
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    key_in(place, tmp_path, {"1": EIGHT, "2": RIGHT}, SECOND)

    def stands() -> list[object]:
        book = look(place.home, place.clock)
        row = next(row for row in exported(place, paper="second") if row["id"] == "2")
        total = next(one for one in totals(place, book, NINE).people if one.id == "2").total
        (attempt,) = attempts_of(place, "2", "second")
        asked = [one.doubt for one in conflicts(place.home, book) if one.attempt == attempt]
        codes = [note.code for note in cast("tuple[ScoreNote, ...]", row["notes"])]
        assert rebuild(place.home, place.class_id, place.clock.read().at).scores == book.scores
        return [row["rank"], row["status"], row["score"], row["passed"], codes, total, asked]

    assert stands() == [None, "marked", None, None, ["ineligible"], 80, ["ineligible"]]
    noted(place, "2", "admitted", "领导同意", paper="second")
    assert stands() == [1, "marked", 10, True, ["admitted"], 100, []]
    noted(place, "2", "none", paper="second")
    assert stands()[0] is None


def test_a_make_up_stops_counting_when_the_first_paper_turns_out_to_be_passed(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR})
    key_in(place, tmp_path, {"1": RIGHT}, SECOND)
    assert [doc["counts"] for doc in look(place.home, place.clock).scores] == [True, True]
    overridden(place, "1", 3, Fraction(3), "误判")
    assert [doc["counts"] for doc in look(place.home, place.clock).scores] == [True, False]
    assert [row["status"] for row in exported(place, paper="second") if row["id"] == "1"] == ["marked"]


def test_whom_the_committee_admits_is_let_in_and_is_not_absent_before(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": EIGHT})
    assert why_not(place, "1") == "make-up-passed"
    noted(place, "1", "admitted", paper="second")
    rows = {row["id"]: row["status"] for row in exported(place, paper="second")}
    assert rows["1"] == "absent"  # of the make-up, which is now for them
    assert why_not(place, "1") == ""


def test_where_nothing_of_the_first_paper_is_known_a_make_up_counts(tmp_path: Path) -> None:
    place = rooms(second=replace(SECOND, make_up=MakeUp(paper="sample-paper", eligible=("failed",))))
    rules = place.library.paper("second").paper
    assert rules is not None
    key_in(place, tmp_path, {"1": RIGHT}, rules)
    assert [doc["counts"] for doc in look(place.home, place.clock).scores] == [True]
    key_in(place, tmp_path, {"2": FOUR})
    assert {
        doc["candidate"]: doc["counts"]
        for doc in rebuild(place.home, place.class_id, place.clock.read().at).scores
        if doc["paper"] == "second"
    } == {"1": False}


def test_marking_a_make_up_again_forecasts_no_mark_of_whom_it_is_not_for(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": FOUR, "2": EIGHT})
    key_in(place, tmp_path, {"1": EIGHT, "2": RIGHT}, SECOND)
    look(place.home, place.clock)
    found = {one.candidate.id: one.before.rank for one in preview(place, "second", from_bank=False).standings}
    assert found == {"1": 1, "2": None}


# What a make-up keeps clear of.

BANK = ItemBank(
    id="twelve",
    title="十二题",
    items=tuple(
        SingleChoice(
            id=f"s-{number}", stem=f"{number}（  ）", options=("甲", "乙"), key="A", topic="a", difficulty="easy"
        )
        for number in range(12)
    ),
)


def drawn(id: str, count: int = 4, **changes: object) -> Paper:
    section = Section(title="一", draw=Draw(type="single_choice", count=count), marks=Fraction(1))
    return replace(Paper(id=id, title=id, sections=(section,)), **changes)  # type: ignore[arg-type]  # named by tests


OWN = drawn("own", per_candidate=True)
AFTER_OWN = drawn("after", per_candidate=True, make_up=MakeUp(paper="own", exclude=True))


def items_of(place: Workplace, rules: Paper, letter: str) -> set[str]:
    _, form = fixed_form(place.home, place.library, rules, letter=letter, now=NINE)
    return {question.item.id for question in form.questions}


def sat(place: Workplace, rules: Paper, candidate: str) -> set[str]:
    """Sit a paper, hand in with nothing answered, and return what was asked."""
    stands = standing(place.home, place.clock, rules, Candidate(id=candidate, name=candidate), library=place.library)
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.hand_in()
    sitting.close()
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=1))
    return set(sitting.saved.started.items)


def test_each_ones_own_make_up_has_nothing_of_what_they_sat_themselves() -> None:
    place = workplace(Shelf(shelf_papers=(OWN, AFTER_OWN), shelf_banks=(BANK,)))
    firsts = {f"{number}": sat(place, OWN, f"{number}") for number in range(8)}
    seconds = {id: sat(place, AFTER_OWN, id) for id in firsts}
    assert [id for id in firsts if firsts[id] & seconds[id]] == []
    # What others sat is not kept out: with 12 items and 8 people it could not be.
    assert any(firsts[one] & seconds[other] for one in firsts for other in firsts)


def test_who_sat_nothing_has_a_make_up_of_anything() -> None:
    place = workplace(Shelf(shelf_papers=(OWN, AFTER_OWN), shelf_banks=(BANK,)))
    sat(place, OWN, "1")
    assert len(items_of(place, AFTER_OWN, "2")) == 4


def test_what_was_sat_goes_by_who_it_was_and_void_attempts_were_sat_too() -> None:
    place = workplace(Shelf(shelf_papers=(OWN, AFTER_OWN), shelf_banks=(BANK,)))
    seen = sat(place, OWN, "1")
    alone = items_of(place, AFTER_OWN, "2")
    assert alone & seen  # else the rest shows nothing
    again = workplace(Shelf(shelf_papers=(OWN, AFTER_OWN), shelf_banks=(BANK,)))
    assert sat(again, OWN, "1") == seen
    (attempt,) = attempts_of(again, "1", "own")
    moved = Reassigned(when=again.clock.read(), attempt=attempt, candidate="2", name="2", by="王班长", why="坐错")
    again.home.decisions.record(
        "own", (moved, Voided(when=again.clock.read(), attempt=attempt, by="王班长", why="坐错"))
    )
    assert items_of(again, AFTER_OWN, "2") & seen == set()


def test_a_make_up_for_all_keeps_clear_of_what_was_sat_before_the_first_paper_was_edited() -> None:
    first, after = drawn("first"), drawn("after", make_up=MakeUp(paper="first", exclude=True))
    place = workplace(Shelf(shelf_papers=(first, after), shelf_banks=(BANK,)))
    seen = sat(place, first, "1")
    edited = drawn("first", seed="another")
    place = replace(place, library=Shelf(shelf_papers=(edited, after), shelf_banks=(BANK,)))
    today = items_of(place, edited, "A")
    assert seen != today
    assert items_of(place, after, "A") & (seen | today) == set()


def test_a_make_up_for_all_of_a_paper_that_was_anothers_for_each_is_refused() -> None:
    after = drawn("after", make_up=MakeUp(paper="own", exclude=True))
    place = workplace(Shelf(shelf_papers=(OWN, after), shelf_banks=(BANK,)))
    with pytest.raises(Refused, match="make-up-of-no-form"):
        items_of(place, after, "A")
