"""Marking essays: what waits, in which order, and what becomes of the score."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import EssayMarked, Reassigned
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, rebuild, whole
from quizapp.services.decisions.correction import CorrectionWish, correct
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.decisions.regrading import regrade
from quizapp.services.marking.essay_pile import EssayPile, Script, decide, find_pile, pile, record
from quizapp.services.marking.marking_session import MarkDraft, MarkingSession
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import awaiting
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.results import result
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import begun, machine, packed, person
from tests.samples.classes.keyed_attempts import exported, responses
from tests.samples.essay_paper import BANK, PAPER, essay_workplace, hand_in
from tests.samples.workplace import Shelf

WANG = Marker(by="王班长")
GOOD = "第一时间报告，发更正"


def found(place: Workplace, **options: object) -> EssayPile:
    names = place.home.journals.names(PAPER.id)
    return pile(place.home, PAPER.id, names, **options)  # type: ignore[arg-type]  # named by tests


def give(place: Workplace, script: Script, *points: int) -> None:
    marks = [Fraction(point) for point in points]
    record(place, PAPER.id, lambda: [decide(place.home, script, marks, WANG, place.clock.read())])


def of(scripts: Sequence[Script], attempt: object, number: int) -> Script:
    return next(one for one in scripts if one.name == attempt and one.question.number == number)


@pytest.fixture
def place() -> Workplace:
    """Three people have handed in; one left the second essay empty."""
    place = essay_workplace()
    hand_in(place, "01", "张三", GOOD, "体会很深")
    hand_in(place, "02", "李四", "不说")
    hand_in(place, "03", "王五", "更正", "一般")
    return place


def test_essays_come_question_by_question_in_an_order_that_follows_neither_numbers_nor_starts() -> None:
    place = essay_workplace()
    for number in range(8):
        hand_in(place, f"{number:02}", f"考生{number}", "写", "写")
    scripts = found(place).scripts
    assert [one.question.number for one in scripts] == [2] * 8 + [3] * 8
    starts = [one.name.attempt for one in scripts[:8]]
    assert starts != sorted(starts)
    assert starts != [one.name.attempt for one in scripts[8:]]
    assert scripts == found(place).scripts


def test_a_script_does_not_say_whose_it_is(place: Workplace) -> None:
    for script in found(place).scripts:
        assert not any(word in repr(script) for word in ("张三", "李四", "王五", "'01'", "'02'"))


def test_what_is_empty_or_under_way_does_not_wait(place: Workplace) -> None:
    stands = standing(place.home, place.clock, PAPER, Candidate(id="04", name="赵六"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.answer(2, ("还在写",))
    sitting.close()
    assert len(found(place).waiting) == 5
    # and while somebody sits the same questions nobody may look at them
    kept_back = found(place, hidden=hidden_items(place.home, place.clock))
    assert (kept_back.scripts, kept_back.hidden) == ((), 5)


def test_the_readers_own_essays_are_kept_back(place: Workplace) -> None:
    mine = found(place, reader="张三")
    assert (len(mine.scripts), mine.own) == (3, 2)


def test_a_score_waits_for_the_last_essay_and_then_stands_everywhere(place: Workplace) -> None:
    first = place.home.journals.names()[0]
    scripts = found(place).scripts
    assert [doc["status"] for doc in look(place.home, place.clock).scores] == ["marking"] * 3
    give(place, of(scripts, first, 2), 2, 2, 0)
    doc = look(place.home, place.clock).scores[0]
    assert (doc["status"], doc["score"], doc["counts"]) == ("marking", None, False)
    give(place, of(scripts, first, 3), 7)
    doc = look(place.home, place.clock).scores[0]
    assert (doc["status"], doc["score"], doc["counts"]) == ("marked", 17, True)
    assert doc["sections"][1]["score"] == 15
    shown = result(read_attempt(place.home, first), place.clock.read().at)
    assert shown.score == 17
    assert (shown.waits_for_marking, shown.essays_waiting) == (False, ())
    table = responses(place, PAPER.id)
    assert [row[7] for row in table.rows][:3] == [2, 8, 7]


def test_the_export_ranks_no_one_whose_essays_wait(place: Workplace) -> None:
    for script in found(place).scripts:
        if script.name == place.home.journals.names()[1]:
            give(place, script, 0, 0, 0)
    rows = [(row["rank"], row["id"], row["status"], row["score"]) for row in exported(place, paper=PAPER.id)]
    assert rows == [(1, "02", "marked", 2), (None, "01", "marking", None), (None, "03", "marking", None)]


def test_a_rebuilt_book_is_the_same_to_the_byte(tmp_path: Path) -> None:
    from dataclasses import replace

    place = replace(essay_workplace(), home=FileHome(tmp_path))
    hand_in(place, "01", "张三", GOOD, "体会")
    hand_in(place, "02", "李四", "写", "写")
    for script in found(place).scripts[:3]:
        give(place, script, *[1] * (3 if script.question.number == 2 else 1))
    before = (tmp_path / "scores.json").read_bytes()
    rebuild(place.home, place.class_id, place.clock.read().at)
    assert (tmp_path / "scores.json").read_bytes() == before
    assert b'"marked"' in before


def test_marks_that_were_recorded_just_before_a_power_cut_are_in_the_book_at_the_next_look(place: Workplace) -> None:
    second = place.home.journals.names()[1]
    script = of(found(place).scripts, second, 2)
    decision = decide(place.home, script, [Fraction(2), Fraction(2), Fraction(1)], WANG, place.clock.read())
    place.home.decisions.record(PAPER.id, (decision,))
    book = look(place.home, place.clock)
    assert book.scores[1]["score"] == 12
    assert book == whole(place.home)


def test_the_book_tells_which_papers_wait(place: Workplace) -> None:
    (one,) = awaiting(look(place.home, place.clock).scores)
    assert (one.paper, one.title, one.attempts) == ("essay-paper", "论述卷", 3)


# One person at a pile


def troubles(session: MarkingSession) -> list[str]:
    return [session.trouble.code] if session.trouble else []


def typed(draft: MarkDraft, point: int, text: str) -> list[bool]:
    draft.settle()
    return [draft.type(point, character) for character in text]


def test_marks_are_typed_in_either_width_and_never_beyond_the_point(place: Workplace) -> None:
    draft = MarkDraft(found(place).scripts[0])
    assert typed(draft, 0, "1。5") == [True] * 3
    assert draft.marks[0] == Fraction(3, 2)
    assert typed(draft, 0, "２x.") == [True, False, True]
    assert draft.marks[0] == 2
    assert typed(draft, 2, "2") == [False]
    assert (draft.marks[2], draft.missing, draft.given) == (None, 2, None)
    draft.erase(0)
    draft.erase(0)
    assert draft.missing == 3
    draft.step(1, 1)
    draft.step(1, -1)
    draft.step(1, -1)
    draft.toggle(2)
    assert draft.marks == [None, 0, 1]
    draft.toggle(2)
    assert draft.marks == [None, 0, 0]


def test_a_session_records_what_is_whole_and_keeps_what_is_not(place: Workplace) -> None:
    session = MarkingSession(place.home, place.clock, found(place), WANG)
    session.draft.take_suggestion()
    assert session.save() == ()
    assert session.unfinished == 1
    session.go(1)
    session.draft.take_suggestion()
    session.draft.toggle(2)
    session.draft.comment = " 好 "
    assert session.save() == (session.script.name,)
    assert session.save() == ()
    (decision,) = place.home.decisions.read(PAPER.id)
    assert isinstance(decision, EssayMarked)
    assert (decision.by, decision.comment, decision.points[2]) == ("王班长", "好", Fraction(1))
    assert (session.marked, session.unfinished, session.next_waiting()) == (1, 1, 2)
    session.go(0)
    assert session.draft.missing == 1
    assert session.draft.is_changed


def test_what_somebody_else_marked_meanwhile_is_shown(place: Workplace) -> None:
    session = MarkingSession(place.home, place.clock, found(place), WANG)
    session.go(1)
    assert session.draft.missing == 3
    give(place, session.pile.scripts[1], 0, 2, 0)
    session.go(0)
    session.go(1)
    assert session.draft.marks == [0, 2, 0]
    assert session.script.marked is not None


def test_a_session_begins_at_the_first_that_waits(place: Workplace) -> None:
    give(place, found(place).scripts[0], 0, 0, 0)
    assert MarkingSession(place.home, place.clock, found(place), WANG).shown == 1


def test_what_the_disk_refuses_is_kept_and_written_at_the_next_try(tmp_path: Path) -> None:
    from dataclasses import replace

    disk = FailingDisk()
    place = replace(essay_workplace(), home=FileHome(tmp_path, disk=disk))
    hand_in(place, "01", "张三", GOOD, "体会")
    session = MarkingSession(place.home, place.clock, found(place), WANG)
    for point in range(3):
        session.draft.toggle(point)
    disk.room = 10
    assert session.save() == ()
    assert troubles(session) == ["disk-full"]
    assert session.unfinished == 1
    disk.room = None
    assert len(session.save()) == 1
    assert troubles(session) == []
    assert session.unfinished == 0


def test_one_who_checks_their_own_is_refused_and_what_was_given_is_forgotten(place: Workplace) -> None:
    marker = Marker(by="王班长", checked_by="张三")
    session = MarkingSession(place.home, place.clock, found(place), marker)
    places = [n for n, one in enumerate(session.pile.scripts) if one.name == place.home.journals.names()[0]]
    session.go(places[0])
    for point in range(3):
        session.draft.toggle(point)
    with pytest.raises(Refused, match="marker-is-candidate"):
        session.save()
    assert session.unfinished == 0
    assert place.home.decisions.read(PAPER.id) == ()


def test_a_dropped_essay_is_asked_of_nobody_and_keeps_nobody_waiting() -> None:
    place = essay_workplace()
    hand_in(place, "01", "张三", GOOD)
    why = Marker(by="王班长", why="题有误")
    correct(place, correction_target(place.home, PAPER.id, "2"), CorrectionWish(how="drop"), why)
    assert found(place).waiting != ()
    regrade(place, PAPER.id, why, from_bank=False)
    assert [(doc["status"], doc["score"], doc["full_score"]) for doc in look(place.home, place.clock).scores] == [
        ("marked", 2, 12)
    ]
    assert found(place).scripts == ()


def test_nobody_marks_what_turned_out_to_be_their_own() -> None:
    place = essay_workplace()
    name = hand_in(place, "01", "张三", GOOD)
    to = Reassigned(
        when=place.clock.read(), attempt=name.attempt, candidate="02", name="李四", by="王班长", why="坐错座位"
    )
    place.home.decisions.record(PAPER.id, (to,))
    (script,) = found(place).scripts
    for own in ("李四", "02"):
        assert (found(place, reader=own).scripts, found(place, reader=own).own) == ((), 1)
        with pytest.raises(Refused, match="marker-is-candidate"):
            decide(place.home, script, [Fraction(1)] * 3, Marker(by=own), place.clock.read())


# Who is waited for


def test_half_an_attempt_from_a_broken_machine_keeps_nobodys_essays_back_and_is_named() -> None:
    library = Shelf((PAPER,), (BANK,))
    home = committee(library=library)
    away = machine("坏了的机器", library)
    sitting = begun(away, person(1), PAPER)
    sitting.answer(2, ("写了一半",))
    sitting.close()
    whole_ones = [packed(handed(number, library)) for number in (2, 3)]
    brought(home, packed(away), *whole_ones)
    stands = sorted(doc["status"] for doc in look(home.home, home.clock).scores)
    assert stands == ["in_progress", "marking", "marking"]
    waits = find_pile(home, PAPER.id)
    assert (len(waits.waiting), waits.hidden, waits.sitting) == (2, 0, ())
    assert [(one.id, one.name) for one in waits.missing] == [("001", "考生001")]
    assert hidden_items(home.home, home.clock) == frozenset()


def handed(number: int, library: Shelf) -> Workplace:
    place = machine(f"机器{number}", library)
    sitting = begun(place, person(number), PAPER)
    sitting.answer(2, ("立即报告",))
    sitting.hand_in()
    sitting.close()
    return place


def test_who_sits_the_same_questions_here_is_named(place: Workplace) -> None:
    stands = standing(place.home, place.clock, PAPER, Candidate(id="04", name="赵六"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    kept_back = find_pile(place, PAPER.id)
    assert (kept_back.scripts, kept_back.hidden) == ((), 5)
    assert (kept_back.sitting, kept_back.missing) == ((Candidate(id="04", name="赵六"),), ())
