"""Entering answers from paper, stopped anywhere: the same table entered once more ends as if nothing had happened."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import count
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.errors import Faulty, Refused
from quizapp.domain.moment import Moment
from quizapp.language import Language
from quizapp.services.book.score_book import look
from quizapp.services.decisions import attempt_decisions
from quizapp.services.evidence.verification import Verification, verify
from quizapp.services.marking.answer_entry import EnteredTable, enter
from quizapp.services.marking.keying import FIRST, Keying
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import BY
from tests.samples.classes.keyed_attempts import written
from tests.samples.essay_paper import PAPER, essay_workplace
from tests.samples.workplace import PAPER as PLAIN
from tests.samples.workplace import StoppedClock, workplace

HEADS = "学号,姓名,1,2,3,2得分,3得分"
ROWS = ("1,张三,错,见卷,见卷,7.5,8", "2,李四,对,见卷,,10,")
KEYED = ("07 CA ACD 错 耳目；参谋", "08 BA ACD 错 耳目；参谋")


class Stopped(BaseException):
    """The program is gone."""


class StoppingDisk(Disk):
    """The real disk, until it was asked so often to change something."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self._left = calls

    def write(self, descriptor: int, data: bytes) -> int:
        self._pass()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._pass()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._pass()
        super().replace(source, target)

    def sync_folder(self, path: Path) -> None:
        self._pass()
        super().sync_folder(path)

    def _pass(self) -> None:
        if not self._left:
            raise Stopped
        self._left -= 1


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return at(tmp_path / "home")


def at(folder: Path, disk: Disk | None = None, minutes: int = 0) -> Workplace:
    """Return a workplace on that data folder, so many minutes after nine."""
    clock = StoppedClock()
    clock.go_on(timedelta(minutes=minutes))
    return replace(essay_workplace(), home=FileHome(folder, disk=disk), staff="王班长", clock=clock, chance=os.urandom)


def entered(place: Workplace, folder: Path, rows: Sequence[str] = ROWS, *, again: bool = False) -> EnteredTable:
    return enter(place, PAPER, written(folder, [HEADS, *rows], "答卷.csv"), again=again)


def standing(place: Workplace) -> list[object]:
    """Return what the book says of everybody, whenever it was entered and under whatever id."""
    told = ("candidate", "name", "number", "form", "status", "score", "handed_in_by", "sections", "counts")
    return [[value for name, value in doc.items() if name in told] for doc in look(place.home, place.clock).scores]


def verified(place: Workplace) -> Verification:
    return verify(place.home, now=place.clock.read().at, wait=lambda: None)


def codes(verdict: Verification) -> list[str]:
    return [one.code for one in verdict.findings]


def test_a_table_that_was_stopped_at_any_call_is_entered_to_its_end_by_entering_it_again(tmp_path: Path) -> None:
    entered(at(tmp_path / "undisturbed"), tmp_path)
    wanted = standing(at(tmp_path / "undisturbed"))
    for calls in count():
        folder = tmp_path / "home"
        try:
            entered(at(folder, StoppingDisk(calls)), tmp_path)
        except Stopped:
            later = at(folder, minutes=5)
            assert set(codes(verified(later))) <= {"entered-marks-missing", "book-lacks", "book-missing"}
            assert not any(doc["score"] == 0 for doc in look(later.home, later.clock).scores)
            stood = len(later.home.journals.names())
            if is_whole(later):
                with pytest.raises(Faulty):
                    entered(later, tmp_path)
            else:
                assert entered(later, tmp_path).stood == stood
            assert standing(later) == wanted
            assert len(later.home.decisions.read(PAPER.id)) == 3
            assert verified(later).is_ok
            shutil.rmtree(folder)
        else:
            break
    assert calls > 10


def is_whole(place: Workplace) -> bool:
    return len(place.home.journals.names()) == len(ROWS) and bool(place.home.decisions.read(PAPER.id))


def test_marks_that_did_not_follow_are_named_by_question_and_follow_when_it_is_entered_again(
    place: Workplace, tmp_path: Path
) -> None:
    stopped_before_the_marks(place, tmp_path)
    look(place.home, place.clock)
    found = verified(place).findings
    assert sorted((one.kind, one.code, one.values["candidate"], one.values["numbers"]) for one in found) == [
        ("mark", "entered-marks-missing", "1", "2、3"),
        ("mark", "entered-marks-missing", "2", "2"),
    ]
    assert "把同一份表再录一次" in Language().say("verify.entered-marks-missing", **found[0].values)
    entry = entered(place, tmp_path)
    assert (entry.stood, len(entry.attempts)) == (2, 2)
    assert verified(place).is_ok


def test_a_mark_that_somebody_gave_meanwhile_stays(place: Workplace, tmp_path: Path) -> None:
    stopped_before_the_marks(place, tmp_path)
    first = place.home.journals.names()[0]
    attempt_decisions.override(place, first.attempt, 2, Fraction(9), BY)
    entered(place, tmp_path)
    given = [one for one in place.home.decisions.read(PAPER.id) if getattr(one, "question", 0) == 2]
    assert [str(getattr(one, "marks", "")) for one in given if getattr(one, "attempt", "") == first.attempt] == ["9"]


def test_another_table_is_not_the_rest_of_the_one_that_was_stopped(place: Workplace, tmp_path: Path) -> None:
    stopped_before_the_marks(place, tmp_path)
    with pytest.raises(Faulty) as caught:
        entered(place, tmp_path, [ROWS[0].replace("7.5", "9"), *ROWS[1:]])
    assert [fault.code for fault in caught.value.faults] == ["entered-already"] * 2


def test_the_rest_of_a_second_round_is_entered_once(place: Workplace, tmp_path: Path) -> None:
    entered(place, tmp_path)
    home = place.home
    for calls in count():
        try:
            entered(at(tmp_path / "home", StoppingDisk(calls), minutes=1), tmp_path, again=True)
        except Stopped:
            if len(home.journals.names()) == 3:
                break
    entry = entered(at(tmp_path / "home", minutes=2), tmp_path, again=True)
    assert (entry.stood, len(home.journals.names())) == (1, 4)
    assert [doc["number"] for doc in look(home, place.clock).scores] == [1, 1, 2, 2]


def test_a_table_whose_only_row_is_void_is_entered_anew(place: Workplace, tmp_path: Path) -> None:
    (name,) = entered(place, tmp_path, ROWS[:1]).attempts
    attempt_decisions.void(place, name.attempt, BY)
    entry = entered(at(tmp_path / "home", minutes=1), tmp_path, ROWS[:1])
    assert (entry.stood, len(place.home.journals.names())) == (0, 2)


def test_lines_keyed_on_the_screen_that_were_stopped_at_any_call_follow_when_they_are_entered_again(
    tmp_path: Path,
) -> None:
    for calls in count():
        folder = tmp_path / "home"
        one = keying(folder)
        for line in KEYED:
            one.take(line)
        try:
            keying(folder, StoppingDisk(calls)).enter()
        except Stopped:
            again = keying(folder)
            if again.lines:
                again.enter()
            assert not keying(folder).lines
            home = FileHome(folder)
            assert {doc["candidate"] for doc in look(home, StoppedClock()).scores} == {"07", "08"}
            assert len(home.journals.names()) == 2
            assert (folder / "log.jsonl").read_text(encoding="utf-8").count('"answers-keyed"') in (1, 2)
            shutil.rmtree(folder)
        else:
            break
    assert calls > 10


def test_a_line_keyed_anew_after_a_stop_is_not_taken_for_the_one_that_stands(tmp_path: Path) -> None:
    one = keying(tmp_path)
    for line in KEYED:
        one.take(line)
    for calls in count():
        try:
            keying(tmp_path, StoppingDisk(calls)).enter()
        except Stopped:
            if FileHome(tmp_path).journals.names():
                break
    again = keying(tmp_path)
    again.take("08 CA ACD 错 耳目；参谋")
    with pytest.raises(Refused, match="keying-line-stale"):
        keying(tmp_path).enter()


def test_a_row_that_an_earlier_version_left_half_is_named(place: Workplace, tmp_path: Path) -> None:
    first, *_ = entered(place, tmp_path).attempts
    started = place.home.journals.read(first).events[0]
    assert isinstance(started, Started)
    half = replace(started, attempt="20261201T010000900Z-aaaaaaaaaa", candidate="9", name="郑九")
    place.home.journals.create(half).close()
    look(place.home, place.clock)
    assert codes(verified(place)) == ["entered-half"]
    assert "郑九" in Language().say("verify.entered-half", **verified(place).findings[0].values)


def test_a_start_alone_that_shares_no_table_is_only_mentioned(place: Workplace, tmp_path: Path) -> None:
    first, *_ = entered(place, tmp_path).attempts
    started = place.home.journals.read(first).events[0]
    assert isinstance(started, Started)
    later = Moment(at=started.when.at, boot="boot-2", clock=7.0)
    alone = replace(started, attempt="20261201T010000900Z-aaaaaaaaaa", candidate="9", when=later)
    place.home.journals.create(alone, [HandedIn(when=later, by="deadline")]).close()
    look(place.home, place.clock)
    verdict = verified(place)
    assert (verdict.is_ok, [one.code for one in verdict.remarks]) == (True, ["start-alone"])
    assert "只有开头" in Language().say("verify.start-alone", **verdict.remarks[0].values)


class NoDecisions(Disk):
    """The real disk, until a decision is to be written."""

    def open_append(self, path: Path, *, make: bool) -> int:
        if path.stem == "committee":
            raise Stopped
        return super().open_append(path, make=make)


def stopped_before_the_marks(place: Workplace, folder: Path) -> None:
    """Enter the table until its rows stand and none of its marks does."""
    with pytest.raises(Stopped):
        entered(replace(place, home=FileHome(folder / "home", disk=NoDecisions())), folder)
    assert len(place.home.journals.names()) == len(ROWS)


def keying(folder: Path, disk: Disk | None = None) -> Keying:
    return Keying(replace(workplace(), home=FileHome(folder, disk=disk), chance=os.urandom), PLAIN, FIRST, "赵班长")
