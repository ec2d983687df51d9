"""One person's number in any writing is one person: at the door, in the book, in tables, at collecting."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Faulty, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.chance import candidate_letter
from quizapp.domain.papers.paper import Paper
from quizapp.domain.practice import Practised
from quizapp.services.book.score_book import look, rebuild
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.classes.enrolment import enrol
from quizapp.services.decisions.attempt_decisions import note, reassign
from quizapp.services.decisions.regrading import preview
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import identify, standing, start
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import begun, machine, packed
from tests.samples.workplace import Shelf, StoppedClock, paper, workplace

ONE_TRY = paper(attempts=1)
"""A paper that is sat once."""
AS_OFTEN = paper(attempts=None)
BY = Marker(by="班委甲", checked_by="班委乙", why="核对")


def sits(place: Workplace, id: str, rules: Paper = ONE_TRY, name: str = "张三") -> None:
    """Have somebody who types that number sit a paper from its beginning to its end."""
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=1))
    sitting = begun(place, identify(place.home, id, name), rules)
    sitting.answer(1, ("A",))
    sitting.hand_in()
    sitting.close()
    look(place.home, place.clock, place.class_id)


def one_try(folder: Path | None = None) -> Workplace:
    place = workplace(Shelf((ONE_TRY,)))
    return place if folder is None else replace(place, home=FileHome(folder))


@pytest.mark.parametrize("again", ["３３", " 33", "3 3"])
def test_a_paper_that_is_sat_once_is_not_sat_again_by_another_writing(again: str) -> None:
    place = one_try()
    sits(place, "33")
    who = identify(place.home, again, "张三")
    assert who.id == "33"
    with pytest.raises(Refused, match="no-tries-left"):
        start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, ONE_TRY, who))
    # Whoever hands the number over as it was typed gets no further.
    typed = standing(place.home, place.clock, ONE_TRY, Candidate(id=again, name="张三"))
    assert typed.used == 1


def test_the_roster_says_how_a_number_is_written(tmp_path: Path) -> None:
    place = one_try()
    roster = tmp_path / "roster.csv"
    roster.write_text("学号,姓名\nB001,张三\n", encoding="utf-8")
    enrol(place.home, place.clock, roster)
    assert identify(place.home, "ｂ００１").id == "B001"
    sits(place, "b 001")
    (doc,) = look(place.home, place.clock).scores
    assert doc["candidate"] == "B001"
    roster.write_text("学号,姓名\nb001,张三丰\nＢ００２,李四\n", encoding="utf-8")
    done = enrol(place.home, place.clock, roster)
    assert [one.id for one in done.updated] == ["B001"]
    assert [one.id for one in place.home.roster.candidates()] == ["B001", "Ｂ００２"]
    roster.write_text("学号,姓名\nb003,王五\nB003,赵六\n", encoding="utf-8")
    with pytest.raises(Faulty) as refused:
        enrol(place.home, place.clock, roster)
    assert [fault.code for fault in refused.value.faults] == ["roster-id-twice"]


def carried(id: str, name: str, rules: Paper = ONE_TRY) -> bytes:
    place = machine(name, Shelf((rules,)))
    sits(place, id, rules)
    return packed(place)


def test_attempts_that_are_collected_under_two_writings_are_one_persons_in_any_order() -> None:
    packs = [carried("33", "机器1"), carried("３３", "机器2"), carried("34", "机器3")]
    books = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        home = committee(library=Shelf((ONE_TRY,)))
        for at in order:
            book = brought(home, packs[at]).book
        assert rebuild(home.home, home.class_id, home.clock.read().at) == book
        assert (
            verify(home.home, home.class_id, now=home.clock.read().at, wait=lambda: None).findings[0].code == "too-many"
        )
        books.append(book)
    assert books[0] == books[1] == books[2]
    first, second = (doc for doc in books[0].scores if doc["candidate"] != "34")
    assert first["candidate"] == second["candidate"]
    assert [(doc["number"], doc["counts"]) for doc in (first, second)] == [(1, True), (2, False)]
    doubts = [(one.doubt, one.candidate) for one in conflicts(home.home, books[0])]
    assert doubts == [("spelling", first["candidate"]), ("beyond", first["candidate"])]


def test_two_writings_that_an_older_home_took_for_two_people_are_told_and_can_be_parted() -> None:
    place = workplace(Shelf((AS_OFTEN,)))
    for id, name in (("33", "张三"), ("３３", "李四")):
        start_as_it_was(place, Candidate(id=id, name=name))
    (first, second) = look(place.home, place.clock).scores
    assert (first["candidate"], second["candidate"]) == ("33", "33")
    assert [one.doubt for one in conflicts(place.home, look(place.home, place.clock))] == ["spelling"]
    reassign(place, second["attempt"], "44", "李四", BY)
    book = look(place.home, place.clock)
    assert [doc["candidate"] for doc in book.scores] == ["33", "44"]
    assert not conflicts(place.home, book)
    assert rebuild(place.home, place.class_id, place.clock.read().at) == book


def start_as_it_was(place: Workplace, who: Candidate) -> None:
    """Have somebody sit whose number an older version took as it was typed."""
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=1))
    sitting = begun(place, who, AS_OFTEN)
    sitting.answer(1, ("A",))
    sitting.hand_in()
    sitting.close()


def test_notes_and_lists_know_a_person_by_any_writing(tmp_path: Path) -> None:
    place = one_try()
    roster = tmp_path / "roster.csv"
    roster.write_text("学号,姓名\n０７,张三\n", encoding="utf-8")
    enrol(place.home, place.clock, roster)
    assert note(place, "sample-paper", "07", "deferred", BY).id == "０７"
    sits(place, "07")
    (doc,) = look(place.home, place.clock).scores
    assert [one.code for one in RowNotes(place.home, "sample-paper").of_row([doc], [doc])] == ["deferred"]
    for writing in ("7", "07", "0 7"):
        assert RowNotes(place.home, "sample-paper").status(writing) == ("" if writing == "7" else "deferred")


@pytest.mark.parametrize("id", ["1", "001", "B2026-031", "学员01"])
def test_no_writing_of_a_number_chooses_another_form(id: str) -> None:
    letters = {candidate_letter("p", writing, 26) for writing in (id, f" {id}", id.lower(), normalized_wide(id))}
    assert len(letters) == 1


def normalized_wide(id: str) -> str:
    """Return a number in letters of full width."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in id)


def test_practice_goes_on_in_the_file_that_was_begun(tmp_path: Path) -> None:
    place = workplace()
    practised = Practised(when=place.clock.read(), item="s-1", response=("A",), share=Fraction(1))
    old = tmp_path / "practice" / f"{sha256('a１'.encode()).hexdigest()}.jsonl"
    FileHome(tmp_path).practice.record("A1", (practised,))
    assert [path.name for path in old.parent.iterdir()] == [f"{sha256(b'A1').hexdigest()}.jsonl"]
    assert FileHome(tmp_path).practice.read("ａ 1") == (practised,)
    next(old.parent.iterdir()).rename(old)
    assert FileHome(tmp_path).practice.read("a１") == (practised,)


def test_marking_again_takes_two_writings_of_a_number_for_one_person() -> None:
    place = workplace(Shelf((AS_OFTEN,)))
    assert isinstance(place.clock, StoppedClock)
    for id in ("33", "３３"):
        place.clock.go_on(timedelta(seconds=1))
        sitting = begun(place, Candidate(id=id, name="张三"), AS_OFTEN)
        sitting.hand_in()
        sitting.close()
    found = preview(place, AS_OFTEN.id, from_bank=False)
    assert [one.candidate.id for one in found.standings] == ["33"]
