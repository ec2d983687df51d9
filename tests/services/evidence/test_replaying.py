"""One attempt opened again: its events, what was decided since, and what nobody may look up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import Closed, EssayMarked, KeyCorrected
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, MachineRefused
from quizapp.services.book.score_book import look, refresh
from quizapp.services.evidence.attempt_replay import Replayed, replayed
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.classes.corrected_class import put_right
from tests.samples.classes.keyed_attempts import key_in
from tests.samples.classes.recorded_decisions import decide, noted, reassigned, voided
from tests.samples.replayed_attempts import (
    LEFT,
    ZHANG,
    begin,
    collect,
    half_way,
    handed_in,
    name_of,
    pause,
    told_workplace,
)
from tests.samples.workplace import workplace

LI = Candidate(id="08", name="李四", unit="市财政局")


@pytest.fixture
def place() -> Workplace:
    return workplace()


def opened(place: Workplace, name: AttemptName) -> Replayed:
    return replayed(place.home, place.clock, name)


def test_an_attempt_is_told_event_by_event() -> None:
    one = opened(*told_workplace())
    assert [step.what for step in one.steps] == [
        *("started", "answered", "changed", "came_to", "flagged", "answered", "taken_back_all", "returned"),
        *("answered", "came_to", "answered", "changed", "extended", "came_to", "answered", "came_to", "answered"),
        "by_candidate",
    ]
    assert [step.away for step in one.steps if step.away] == [LEFT]


def test_it_tells_how_long_each_question_took_and_how_often_its_answer_changed() -> None:
    one = opened(*told_workplace())
    assert [question.time for question in one.questions] == [
        timedelta(seconds=seconds) for seconds in (65, 45, 23, 0, 53)
    ]
    assert [question.changes for question in one.questions] == [1, 2, 1, 0, 0]
    assert one.seconds == 906


def test_what_was_decided_since_is_told_in_order_with_what_it_changed() -> None:
    one = opened(*told_workplace())
    assert [(since.what, since.by, since.why) for since in one.since] == [
        ("overridden", "王班长", "选项有歧义"),
        ("regraded", "王班长", "答案有误"),
    ]
    assert one.since[0].values == {"question": 3, "before": Fraction(4, 3), "after": Fraction(2)}
    assert one.since[0].question == 3


def test_keys_marks_and_score_are_told_of_what_was_handed_in() -> None:
    one = opened(*told_workplace())
    assert [one.keys(number) for number in (1, 3)] == [(("C",),), (("A", "C", "D"),)]
    assert [one.marks(number) for number in range(1, 6)] == [2, 2, 2, 0, 2]
    assert one.score is not None
    assert (one.status, one.score.total) == ("marked", Fraction(8))


def test_an_attempt_under_way_keeps_keys_and_marks_to_itself(place: Workplace) -> None:
    sitting = half_way(place)
    one = opened(place, name_of(sitting))
    assert (one.status, one.score, one.is_held, one.seconds) == ("in_progress", None, True, None)
    assert one.hidden == {1, 2, 3, 4, 5}
    assert {one.keys(number) for number in one.hidden} == {()}
    assert {one.marks(number) for number in one.hidden} == {None}


def test_an_attempt_that_was_left_open_nowhere_is_not_held(place: Workplace) -> None:
    sitting = half_way(place)
    sitting.close()
    assert not opened(place, name_of(sitting)).is_held


def test_replaying_does_not_disturb_who_sits_it(place: Workplace) -> None:
    sitting = half_way(place)
    before = place.home.journals.read(name_of(sitting)).head
    opened(place, name_of(sitting))
    sitting.answer(3, ("D",))
    assert place.home.journals.read(name_of(sitting)).head != before


def test_items_that_somebody_else_sits_now_are_hidden(place: Workplace) -> None:
    name = handed_in(place)
    begin(place, who=LI)
    one = opened(place, name)
    assert one.hidden == {1, 2, 3, 4, 5}
    assert (one.keys(1), one.marks(1)) == ((), None)


def test_a_void_attempt_has_no_score_and_no_marks(place: Workplace) -> None:
    name = handed_in(place)
    voided(place, ZHANG.id)
    one = opened(place, name)
    assert (one.status, one.score, one.marks(1), one.since[-1].what) == ("void", None, None, "voided")


def test_a_reassigned_attempt_is_its_new_owners_and_tells_both_ones_notes(place: Workplace) -> None:
    name = handed_in(place)
    reassigned(place, ZHANG.id, LI.id, LI.name)
    noted(place, ZHANG.id, "deferred")
    noted(place, LI.id, "misconduct")
    noted(place, "99", "exempt")
    one = opened(place, name)
    assert one.recorded.candidate.id == LI.id
    assert [since.what for since in one.since[-3:]] == ["reassigned", "noted_deferred", "noted_misconduct"]
    assert one.since[-3].values == {"id": "07", "name": "张三", "to": "08", "to_name": "李四"}


def test_a_correction_that_holds_is_told_and_counts_as_a_key(place: Workplace) -> None:
    name = handed_in(place)
    put_right(place, "t-1", "accept", "对")
    one = opened(place, name)
    assert one.keys(4) == (("false",), ("true",))
    assert one.marks(4) == 2
    correction = next(since for since in one.since if since.what == "corrected_accept")
    assert isinstance(correction.correction, KeyCorrected)
    assert (correction.question, correction.correction.answer) == (4, ("true",))


def test_marks_that_a_person_gave_are_told_as_given(place: Workplace) -> None:
    name = handed_in(place)
    given = EssayMarked(
        when=place.clock.read(), attempt=name.attempt, question=5, marks=Fraction(1), points=(), by="李老师"
    )
    decide(place, given)
    one = opened(place, name)
    assert (one.since[-1].what, one.since[-1].values) == ("essay_marked", {"question": 5, "marks": Fraction(1)})
    assert one.marks(5) == 1


def test_an_attempt_keyed_in_from_paper_says_so_and_no_time(place: Workplace, tmp_path: Path) -> None:
    key_in(place, tmp_path, {"07": "C,A,ACD,错,耳目；参谋"})
    (doc,) = look(place.home, place.clock).scores
    one = opened(place, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))
    assert (one.is_entered, one.seconds, one.steps[-1].what) == (True, None, "by_entered")


def test_there_is_nothing_to_replay_of_what_is_not_there(place: Workplace) -> None:
    with pytest.raises(CalledWrongly):
        opened(place, AttemptName(attempt="20261201T010000000Z-2222222222", paper="sample-paper"))


def on_disk(folder: Path) -> tuple[Workplace, AttemptName, Path]:
    """Return a home on disk with the attempt, and its journal's file."""
    place = replace(workplace(), home=FileHome(folder / "home"))
    name = handed_in(place)
    (journal,) = (folder / "home").glob(f"journal/*/{name.attempt}.jsonl")
    return place, name, journal


def test_an_altered_journal_is_told_as_far_as_it_stands(tmp_path: Path) -> None:
    place, name, journal = on_disk(tmp_path)
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], lines[3].replace(b'"question":2', b'"question":3'), *lines[4:]]))
    one = opened(place, name)
    assert (one.is_altered, [step.what for step in one.steps]) == (True, ["started", "answered", "changed"])


def test_a_journal_on_disk_whose_start_does_not_stand_is_named(tmp_path: Path) -> None:
    place, name, journal = on_disk(tmp_path)
    journal.write_bytes(journal.read_bytes().replace("张三".encode(), "王五".encode(), 1))
    with pytest.raises(MachineRefused) as refused:
        opened(place, name)
    assert refused.value.code == "file-altered"


def test_a_copy_under_way_elsewhere_keeps_its_keys_until_its_closing(place: Workplace) -> None:
    sitting = half_way(place)
    sitting.close()
    collect(place, name_of(sitting))
    one = opened(place, name_of(sitting))
    assert (one.status, one.is_elsewhere, one.keys(1), one.steps[-1].what) == ("in_progress", True, (), "changed")


def test_a_copy_past_its_closing_ends_with_the_hand_in_that_was_worked_out(place: Workplace) -> None:
    sitting = half_way(place)
    sitting.close()
    collect(place, name_of(sitting))
    last = sitting.saved.last.at
    pause(place, hours=2)
    one = opened(place, name_of(sitting))
    end = one.steps[-1]
    assert (end.what, end.at, end.away) == ("by_deadline", one.attempt.handed_in_at, one.steps[-1].at - last)
    assert (one.recorded.is_written, one.keys(1)) == (False, (("C",),))


def test_a_copy_that_was_closed_tells_who_closed_it(place: Workplace) -> None:
    sitting = half_way(place)
    sitting.close()
    head = collect(place, name_of(sitting))
    closed = Closed(
        when=place.clock.read(), attempt=name_of(sitting).attempt, head=head, by="王班长", why="人已离开考场"
    )
    decide(place, closed)
    refresh(place.home, (name_of(sitting),), place.class_id, place.clock.read().at)
    one = opened(place, name_of(sitting))
    assert one.steps[-1].what == "by_committee"
    assert [(since.what, since.by) for since in one.since] == [("closed", "王班长")]


def test_a_closing_of_an_older_copy_is_not_told(place: Workplace) -> None:
    sitting = half_way(place)
    sitting.close()
    collect(place, name_of(sitting))
    decide(
        place,
        Closed(when=place.clock.read(), attempt=name_of(sitting).attempt, head="0" * 64, by="王班长", why="离开"),
    )
    assert opened(place, name_of(sitting)).since == ()
