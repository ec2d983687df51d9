"""What every store must do, whatever it keeps things in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.candidate import Candidate, Left, Returned
from quizapp.domain.decisions.totals import OutsideFact, OutsideMarked
from quizapp.domain.errors import AttemptBusy, CalledWrongly, MachineRefused
from quizapp.domain.marking.keying import KeyingEvent, LineBegun
from quizapp.services.papers.forms import form_digest
from quizapp.services.ports.home import Home, JournalWriter
from quizapp.services.ports.port_values import AttemptName, Book
from quizapp.stores.chain import read
from quizapp.stores.files.home import FileHome
from tests.instruments.memory_home import EVERY_STORE, MemoryHome
from tests.samples.book_documents import document, person
from tests.samples.stored_records import (
    NAME,
    NOON,
    answered,
    brought,
    carried_here,
    fixed,
    form,
    moment,
    practised,
    starred,
    started,
)


@pytest.fixture(params=EVERY_STORE)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home of each kind."""
    return EVERY_STORE[request.param](tmp_path)


@pytest.fixture
def writer(home: Home) -> Iterator[JournalWriter]:
    """The writer of an attempt just begun."""
    writer = home.journals.create(started())
    yield writer
    writer.close()


def test_a_journal_begins_with_its_start(home: Home, writer: JournalWriter) -> None:
    chain = home.journals.read(NAME)
    assert chain.events == (started(),)
    assert chain.head == writer.head
    assert not chain.is_torn


def test_events_come_back_as_they_were_written(home: Home, writer: JournalWriter) -> None:
    writer.append((answered(1), answered(2, "")))
    writer.append((answered(1, "𠀀\n\0“”"),))
    chain = home.journals.read(NAME)
    assert chain.events == (started(), answered(1), answered(2, ""), answered(1, "𠀀\n\0“”"))
    assert chain.head == writer.head


def test_a_head_gives_a_receipt_and_changes_with_every_event(writer: JournalWriter) -> None:
    before = writer.head
    writer.append((answered(),))
    assert receipt(before) != receipt(writer.head)


def test_every_store_gives_the_same_evidence(tmp_path: Path) -> None:
    given = []
    for name, opening in EVERY_STORE.items():
        home = opening(tmp_path / name)
        writer = home.journals.create(started())
        writer.append((answered(),))
        writer.close()
        home.forms.fix(form(), fixed(form()))
        home.outside_marks.record((brought("考勤", "1", 90),))
        names = [one for one in home.evidence.names() if "index" not in one]
        given.append({one: home.evidence.look(one) for one in names})
        assert home.evidence.look("forms/none.json") is None
        home.evidence.keep_seal("one.txt", b"a seal")
        assert ("seals/one.txt", b"a seal") in home.evidence.beside()
    assert given[0] == given[1]
    assert [one.kind for one in given[0].values() if one is not None] == ["form", "keys", "journal", "marks"]


def test_every_store_chains_alike(tmp_path: Path) -> None:
    heads = set()
    for name in EVERY_STORE:
        writer = EVERY_STORE[name](tmp_path / name).journals.create(started())
        writer.append((answered(),))
        heads.add(writer.head)
        writer.close()
    assert len(heads) == 1


def test_writing_nothing_changes_nothing(home: Home, writer: JournalWriter) -> None:
    before = writer.head
    writer.append(())
    assert home.journals.read(NAME).head == writer.head == before


def test_a_second_writer_is_told_and_has_it_once_the_first_is_gone(home: Home, writer: JournalWriter) -> None:
    with pytest.raises(AttemptBusy) as told:
        home.journals.open(NAME)
    assert told.value.code == "attempt-busy"
    assert told.value.values.keys() == {"attempt", "pid", "host", "since"}
    writer.close()
    second, chain = home.journals.open(NAME)
    assert chain.head == second.head
    second.append((answered(),))
    assert home.journals.read(NAME).events == (started(), answered())
    second.close()


def test_a_writer_that_gave_up_writes_no_more(home: Home, writer: JournalWriter) -> None:
    writer.close()
    writer.close()
    with pytest.raises(ValueError, match="given up"):
        writer.append((answered(),))
    assert home.journals.read(NAME).events == (started(),)


@pytest.mark.parametrize("attempt", ["20261201T040000123Z-NONE", "../入党-2026/x", "committee", "", "a/b"])
def test_an_unknown_attempt_is_called_unknown(home: Home, writer: JournalWriter, attempt: str) -> None:
    for call in (home.journals.read, home.journals.open):
        with pytest.raises(CalledWrongly) as told:
            call(AttemptName(attempt=attempt, paper=NAME.paper))
        assert told.value.code == "unknown-attempt"


def test_attempts_are_listed_by_start_and_by_paper(home: Home) -> None:
    later = AttemptName(attempt="20261202T040000123Z-ABCDEFGHJK", paper="a")
    earlier = AttemptName(attempt="20261130T040000123Z-ABCDEFGHJK", paper="入党-2026")
    assert home.journals.names() == ()
    for name in (later, earlier):
        home.journals.create(started(name)).close()
    assert home.journals.names() == (earlier, later)
    assert home.journals.names("a") == (later,)
    assert home.journals.names("b") == ()


def test_a_form_comes_back_with_its_keys(home: Home) -> None:
    home.forms.fix(form(), fixed(form()))
    assert home.forms.load(form_digest(form())) == form()


def test_fixing_a_form_twice_changes_nothing(home: Home) -> None:
    home.forms.fix(form(), fixed(form()))
    home.forms.fix(form(), fixed(form()))
    assert home.forms.find(NAME.paper, "p", "A", 1) == form_digest(form())
    assert home.forms.load(form_digest(form())) == form()


def test_keys_that_stand_are_not_changed_by_another_edition_of_the_bank(home: Home) -> None:
    first, *rest = form().questions
    edited = replace(form(), questions=(replace(first, item=replace(first.item, rationale="改过")), *rest))
    home.forms.fix(form(), fixed(form()))
    home.forms.fix(edited, fixed(edited))
    assert home.forms.load(form_digest(edited)) == form()


def test_what_was_fixed_for_a_paper_is_listed_in_order(home: Home) -> None:
    assert home.forms.fixed(NAME.paper) == ()
    lines = [fixed(form()), fixed(form("B")), fixed(form(), number=2)]
    for line in lines:
        home.forms.fix(form(line.letter), line)
    assert home.forms.fixed(NAME.paper) == tuple(lines)
    assert home.forms.fixed("other") == ()


def test_a_form_is_found_by_what_it_was_fixed_for(home: Home) -> None:
    home.forms.fix(form(), fixed(form()))
    assert home.forms.find(NAME.paper, "p", "A", 1) == form_digest(form())
    for other in (("x", "p", "A", 1), (NAME.paper, "q", "A", 1), (NAME.paper, "p", "B", 1), (NAME.paper, "p", "A", 2)):
        assert home.forms.find(*other) is None


def test_the_form_fixed_first_stands(home: Home) -> None:
    other = replace(form(), topics=(("a", "b"),))
    home.forms.fix(form(), fixed(form()))
    home.forms.fix(other, fixed(other))
    assert home.forms.find(NAME.paper, "p", "A", 1) == form_digest(form())


def test_a_form_under_another_digest_is_a_mistake(home: Home) -> None:
    with pytest.raises(ValueError, match="digest"):
        home.forms.fix(form(), replace(fixed(form()), form="0" * 64))


@pytest.mark.parametrize("digest", ["0" * 64, "../scores", ""])
def test_an_unknown_form_is_called_unknown(home: Home, digest: str) -> None:
    with pytest.raises(CalledWrongly) as told:
        home.forms.load(digest)
    assert told.value.code == "unknown-form"


def test_people_keep_their_order_and_are_brought_up_to_date(home: Home) -> None:
    first, second = Candidate(id="2", name="张三"), Candidate(id="1", name="李四", unit="一班")
    assert home.roster.candidates() == ()
    home.roster.record((first, second), NOON)
    home.roster.record((replace(first, post="班长"), Candidate(id="3", name="王五")), NOON)
    assert home.roster.candidates() == (replace(first, post="班长"), second, Candidate(id="3", name="王五"))


def test_the_roster_keeps_who_left_and_what_people_were_called(home: Home) -> None:
    one = Candidate(id="1", name="张珊")
    home.roster.record((one, Candidate(id="2", name="李四")), NOON)
    home.roster.record((replace(one, name="张三"),), NOON + timedelta(hours=1))
    left = Left(candidate="2", by="王班长", checked_by="李老师", why="退学")
    home.roster.move(left, NOON)
    found = home.roster.roll()
    assert [person.id for person in home.roster.candidates()] == ["1"]
    assert [person.id for person in found.everybody] == ["1", "2"]
    assert found.left == {"2": (NOON, left)}
    assert [name for _, name in found.names["1"]] == ["张珊", "张三"]
    home.roster.move(Returned(candidate="2", by="王班长", why="重新报到"), NOON)
    assert [person.id for person in home.roster.candidates()] == ["1", "2"]


def test_marks_from_outside_come_back_as_they_were_in_order(home: Home) -> None:
    assert home.outside_marks.read() == ()
    first = (brought("考勤", "学号/1", 90), brought("论文", "2", Fraction(1, 3)))
    home.outside_marks.record(first)
    home.outside_marks.record((brought("考勤", "学号/1", 91, 5),))
    home.outside_marks.record(())
    assert home.outside_marks.read() == (*first, brought("考勤", "学号/1", 91, 5))
    assert (home.journals.names(), home.book.read(), home.roster.candidates()) == ((), None, ())


def test_publications_come_back_as_they_were_opened_and_the_last_one_once(home: Home) -> None:
    assert home.publications.opened() == ()
    for one in (carried_here(), carried_here(5), carried_here(6, title="“补考”"), carried_here(7)):
        home.publications.record(one)
    assert home.publications.opened() == (carried_here(), carried_here(6, title="“补考”"), carried_here(7))


def test_a_book_is_none_until_it_is_written(home: Home) -> None:
    seen: list[Book | None] = []

    def change(before: Book | None) -> Book:
        seen.append(before)
        return Book(candidates=(person("学号"),), scores=(document("a", score=1.5, sections=[{"title": "一"}]),))

    assert home.book.read() is None
    book = home.book.change(change)
    assert home.book.read() == book
    home.book.change(change)
    assert seen == [None, book]


def test_a_change_that_fails_leaves_the_book(home: Home) -> None:
    def fails(_: Book | None) -> Book:
        raise CalledWrongly("x")

    book = home.book.change(lambda _: Book(scores=(document("a"),)))
    with pytest.raises(CalledWrongly):
        home.book.change(fails)
    assert home.book.read() == book
    assert home.book.change(lambda before: before or Book()) == book


def test_only_one_holds_a_lock_and_others_may_hold_others(tmp_path: Path) -> None:
    for home in (FileHome(tmp_path, patience=0), MemoryHome()):
        with home.only_one("sealing"), home.only_one("学号/1"):
            for what in ("sealing", "学号/1"):
                with pytest.raises(MachineRefused) as told, home.only_one(what):
                    pass
                assert told.value.code == "lock-held"
        with home.only_one("sealing"):
            pass


def test_a_lock_is_given_back_whatever_happens_under_it(home: Home) -> None:
    with pytest.raises(CalledWrongly), home.only_one("sealing"):
        raise CalledWrongly("x")
    with home.only_one("sealing"):
        pass


def test_an_attempt_is_begun_once(home: Home, writer: JournalWriter) -> None:
    writer.close()
    with pytest.raises(MachineRefused) as told:
        home.journals.create(started())
    assert told.value.code == "attempt-exists"
    assert home.journals.read(NAME).events == (started(),)


def test_practice_is_kept_for_each_person_apart_and_comes_back_as_it_was(home: Home) -> None:
    assert home.practice.read("学号/1") == ()
    first = (practised("一", 0), starred("一"))
    home.practice.record("学号/1", first)
    home.practice.record("学号/1", (practised("二", Fraction(1, 3)),))
    home.practice.record("2", (starred("二", is_starred=False),))
    assert home.practice.read("学号/1") == (*first, practised("二", Fraction(1, 3)))
    assert home.practice.read("2") == (starred("二", is_starred=False),)


def test_practice_leaves_attempts_book_and_roster_alone(home: Home) -> None:
    home.practice.record("1", (practised("一", 1),))
    assert (home.journals.names(), home.book.read(), home.roster.candidates()) == ((), None, ())


def logged(home: Home) -> list[tuple[str, object, object]]:
    """Return what was done, by whom and with what: nothing but a person reads the log."""
    if isinstance(home, MemoryHome):
        return [(what, who, values) for _, what, who, values in home.log.lines]
    file = home.evidence.look("log.jsonl")
    assert file is not None
    return [(one.kind, one.data["who"], one.data["values"]) for one in read(file.data).entries]


def test_the_log_keeps_its_lines_in_order(home: Home) -> None:
    home.log.record(NOON, "exported", "张三", {"paper": "入党"})
    home.log.record(NOON, "sealed", "李四", {})
    assert logged(home) == [("exported", "张三", {"paper": "入党"}), ("sealed", "李四", {})]


def test_what_is_claimed_is_nobody_elses_until_it_is_given_back(home: Home) -> None:
    claim = home.claim("mark-A-1")
    assert claim is not None
    assert home.claim("mark-A-1") is None
    other = home.claim("mark-A-2")
    assert other is not None
    claim.release()
    claim.release()
    again = home.claim("mark-A-1")
    assert again is not None
    again.release()
    other.release()


def test_marks_from_outside_and_lines_keyed_in_follow_from_what_stands(home: Home) -> None:
    def refuse(*_: object) -> tuple[()]:
        raise CalledWrongly("x")

    refusing: tuple[Callable[[], None], ...] = (
        lambda: home.outside_marks.decide(refuse),
        lambda: home.keyed.decide("p", refuse),
    )
    for decide in refusing:
        with pytest.raises(CalledWrongly):
            decide()
    assert (home.outside_marks.read(), home.keyed.read("p")) == ((), ())
    heads: list[str] = []

    def marked(facts: Sequence[OutsideFact], head: str) -> tuple[OutsideFact, ...]:
        heads.append(head)
        return (OutsideMarked(when=moment(len(facts)), name="考勤", candidate="1", marks=Fraction(1), by="王"),)

    home.outside_marks.decide(marked)
    home.outside_marks.decide(marked)
    assert len(home.outside_marks.read()) == 2
    assert heads[0] == ""
    assert len(heads[1]) == 64

    def keyed(events: Sequence[KeyingEvent]) -> tuple[KeyingEvent, ...]:
        return (LineBegun(when=moment(), round=1, text=str(len(events))),)

    home.keyed.decide("p", keyed)
    home.keyed.decide("p", keyed)
    assert [one.text for one in home.keyed.read("p") if isinstance(one, LineBegun)] == ["0", "1"]
