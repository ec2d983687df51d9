"""Two copies that went different ways, and copies of what this home began itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.errors import Overtaken, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.carrying.forks import choose_copy, fork_of
from quizapp.services.decisions.attempt_decisions import override, void
from quizapp.services.decisions.committee_journal import seen_now
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.arrivals import Arrival
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume
from tests.instruments.memory_home import MemoryHome
from tests.samples.carrying.collecting_committee import brought, codes, committee
from tests.samples.carrying.journal_forgery import Lines, forged, lines_of, moved, with_journal
from tests.samples.carrying.machines import begun, journal_of, machine, members, packed, person, sat, whole_pack


def fork(place: Workplace, ending: Lines) -> bytes:
    """Return the pack of a machine's attempt that went another way at its end."""
    made = whole_pack(place)
    (one,) = made.attempts
    lines = lines_of(one.data)
    return pack_bytes(with_journal(made, one, [*lines[:-2], *ending]))


def forks() -> tuple[bytes, bytes]:
    place = sat(1)
    lines = lines_of(whole_pack(place).attempts[0].data)
    later = moved(lines[-1], 1140)
    return packed(place), fork(place, [lines[-2], later])


def test_of_two_that_fork_neither_counts_and_the_book_is_the_same_whichever_comes_first() -> None:
    one, other = forks()
    ways = [(one, other), (other, one), (one, other, one), (other, one, other, one)]
    books = []
    for packs in ways:
        home = committee()
        done = brought(home, *packs)
        books.append(done.book)
        assert {"fork-stands", "fork-aside"} & {verdict.code for verdict in done.refused}
    assert all(book == books[0] for book in books)
    (doc,) = books[0].scores
    assert (doc["status"], doc["counts"]) == ("marked", False)


def test_copies_that_part_ways_are_shown_side_by_side_in_any_order() -> None:
    one, other = forks()
    told = []
    for packs in ((one, other), (other, one)):
        home = committee()
        book = brought(home, *packs).book
        (doubt,) = conflicts(home.home, book)
        assert doubt.doubt == "forked"
        told.append({(copy.head, copy.lines, copy.handed_in_at, copy.is_here) for copy in doubt.copies})
        verdict = verify(home.home, home.class_id, now=home.clock.read().at, wait=lambda: None)
        assert [(one.kind, one.code) for one in verdict.findings] == [("attempts", "forked")]
    assert told[0] == told[1]
    assert len(told[0]) == 2


def choose(home: Workplace, place: int) -> str:
    """Choose one of the copies, the one in place first, and return its last hash."""
    (name,) = home.home.journals.names()
    copy = fork_of(home.home, name)[place]
    choose_copy(home, name.attempt, copy.shown_head, Marker(by="班委甲", checked_by="班委乙", why="核对监考记录"))
    return copy.head


@pytest.mark.parametrize("place", [0, 1])
def test_the_copy_that_a_person_chose_counts_whatever_comes_again(place: int) -> None:
    one, other = forks()
    home = committee()
    brought(home, one, other)
    head = choose(home, place)
    (doc,) = look(home.home, home.clock, home.class_id).scores
    assert doc["counts"]
    assert doc["receipt"] == receipt(head)
    assert sorted(codes(home, one, other, one)) in (["fork-decided", "same", "same"], ["fork-decided"] * 2 + ["same"])
    assert look(home.home, home.clock, home.class_id).scores == (doc,)
    assert not conflicts(home.home, look(home.home, home.clock, home.class_id))
    assert verify(home.home, home.class_id, now=home.clock.read().at, wait=lambda: None).is_ok
    (row,) = look(home.home, home.clock, home.class_id).scores
    assert [note.code for note in RowNotes(home.home, "sample-paper").of_row([row], [row])] == ["copy_chosen"]
    (decided,) = replayed(home.home, home.clock, home.home.journals.names()[0]).since
    assert (decided.what, decided.by, decided.checked_by, decided.why) == (
        "copy_chosen",
        "班委甲",
        "班委乙",
        "核对监考记录",
    )


def test_another_copy_that_comes_after_the_decision_waits_for_one_of_its_own() -> None:
    one, other = forks()
    home = committee()
    brought(home, one, other)
    head = choose(home, 1)
    place = sat(1)
    lines = lines_of(whole_pack(place).attempts[0].data)
    third = fork(place, [moved(lines[-1], 60)])
    assert codes(home, third) == ["fork-aside"]
    (doc,) = look(home.home, home.clock, home.class_id).scores
    # What a person chose stays in place; it does not count while there is something new to decide.
    assert (doc["counts"], doc["receipt"]) == (False, receipt(head))
    assert codes(home, third) == ["fork-known"]


def test_nothing_goes_on_behind_a_hand_in() -> None:
    place = sat(1)
    home = committee()
    brought(home, packed(place))
    before = look(home.home, home.clock, home.class_id)
    longer = forged(place, lambda lines: [*lines, {**lines[-2], "at": lines[-1]["at"]}])
    assert codes(home, longer) == ["contradicts"]
    assert look(home.home, home.clock, home.class_id) == before


def test_each_replacement_is_recorded_with_the_old_head_and_the_new() -> None:
    place = machine("机器1")
    sitting = begun(place, person(1))
    sitting.answer(1, ("A",))
    early = packed(place)
    sitting.hand_in()
    home = committee()
    brought(home, early, packed(place))
    first, second = (one for one in home.home.collected.read() if isinstance(one, Arrival))
    assert (first.outcome, first.was) == ("new", "")
    assert (second.outcome, second.was) == ("longer", first.head)


def test_marks_that_people_gave_to_another_copy_go_with_it() -> None:
    one, other = forks()
    home = committee()
    brought(home, one, other)
    (name,) = home.home.journals.names()
    override(home, name.attempt, 1, Fraction(2), Marker(by="班委甲", why="复核"))
    choose(home, 1)
    assert read_attempt(home.home, name).given == {}
    home = committee()
    brought(home, one, other)
    override(home, name.attempt, 1, Fraction(2), Marker(by="班委甲", why="复核"))
    choose(home, 0)
    assert read_attempt(home.home, name).given == {1: Fraction(2)}


def test_who_chooses_is_not_whose_it_is_and_there_must_be_something_to_choose() -> None:
    one, other = forks()
    home = committee()
    brought(home, one)
    (name,) = home.home.journals.names()
    by = Marker(by="班委甲", why="核对")
    with pytest.raises(Refused, match="copies-one"):
        choose_copy(home, name.attempt, "", by)
    brought(home, other)
    with pytest.raises(Refused, match="copies-which"):
        choose_copy(home, name.attempt, "zz", by)
    with pytest.raises(Refused, match="decider-is-candidate"):
        choose_copy(home, name.attempt, fork_of(home.home, name)[0].head, Marker(by="考生001", why="核对"))
    assert fork_of(home.home, name)


def test_a_copy_is_chosen_on_what_its_maker_saw_and_by_two_where_the_class_has_it_so() -> None:
    home = committee()
    brought(home, *forks())
    (name,) = home.home.journals.names()
    seen = seen_now(home.home, name.paper, name)
    here, other = fork_of(home.home, name)
    alone, both = Marker(by="班委甲", why="核对"), Marker(by="班委甲", checked_by="班委乙", why="核对")
    with pytest.raises(Refused, match="checker-needed"):
        choose_copy(replace(home, two_persons=True), name.attempt, other.head, alone, seen)
    void(home, name.attempt, both)
    with pytest.raises(Overtaken, match="decided-since"):
        choose_copy(home, name.attempt, here.head, both, seen)
    choose_copy(home, name.attempt, other.head, both, seen_now(home.home, name.paper, name))
    assert fork_of(home.home, name) == ()


def test_neither_of_two_that_fork_is_lost() -> None:
    one, other = forks()
    for packs in ((one, other), (other, one)):
        home = committee()
        brought(home, *packs)
        assert isinstance(home.home, MemoryHome)
        ((name, aside),) = home.home.journals.set_asides
        kept = {aside, home.home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl").data}  # type: ignore[union-attr]
        assert kept == {members(data)[journal_of(members(data))] for data in (one, other)}


def test_what_this_home_began_is_never_replaced_by_a_copy_that_nobody_carried_over() -> None:
    place = sat(1, hands_in=False)
    before = whole_pack(place).attempts[0].data
    longer = forged(place, lambda lines: [*lines, {**lines[-1], "kind": "resumed", "data": {}}])
    assert codes(place, packed(place)) == ["own"]
    assert codes(place, longer) == ["fork-own"]
    assert whole_pack(place).attempts[0].data == before
    assert not place.home.collected.attempts()


def test_an_attempt_that_was_carried_over_goes_on_here_as_it_did_there() -> None:
    place = sat(1, hands_in=False)
    name = place.home.journals.names()[0]
    other = machine("机器B")
    assert codes(other, packed(place)) == ["new"]
    lines = lines_of(whole_pack(other).attempts[0].data)
    carried = {
        **lines[-1],
        "kind": "carried_over",
        "data": {"from_home": "A", "to_home": "B", "why": "坏了", "by": "监考"},
    }
    went_on = forged(other, lambda lines: [*lines, carried])
    assert codes(place, went_on) == ["went-on"]
    assert name.attempt in place.home.collected.attempts()
    with pytest.raises(Refused, match="attempt-collected"):
        resume(place.home, place.clock, name)


def test_an_attempt_that_is_open_here_is_left_to_its_window() -> None:
    place = machine("机器A")
    sitting = begun(place, person(1))
    sitting.answer(1, ("A",))
    carried = {"kind": "carried_over", "data": {"from_home": "A", "to_home": "B", "why": "坏了", "by": "监考"}}
    assert codes(place, forged(place, lambda lines: [*lines, {**lines[-1], **carried}])) == ["own-open"]
    sitting.answer(2, ("B",))
    sitting.close()
    assert not place.home.collected.attempts()


def test_the_id_of_an_attempt_here_cannot_be_had_by_another_paper() -> None:
    place = sat(1, hands_in=False)
    made = whole_pack(place)
    (one,) = made.attempts
    lines = lines_of(one.data)
    other = [{**lines[0], "data": {**lines[0]["data"], "paper": "other"}}, *lines[1:]]
    moved = with_journal(made, replace(one, name=one.name._replace(paper="other")), other)
    assert codes(place, pack_bytes(moved)) == ["id-taken"]
    assert not place.home.collected.attempts()
