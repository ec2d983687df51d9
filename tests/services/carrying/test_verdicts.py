"""Each copy that is brought has its verdict: what is taken, what is known, and every reason to refuse one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from random import Random

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.banks.bank import ItemBank, Use
from quizapp.domain.codec import instant_to_text
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look
from quizapp.services.decisions.attempt_decisions import force_hand_in
from quizapp.services.ports.arrivals import Arrival, Placed
from quizapp.services.ports.workplace import Workplace
from tests.instruments.memory_home import MemoryHome
from tests.samples.carrying.collecting_committee import brought, codes, committee
from tests.samples.carrying.journal_forgery import answering, chained, forged, lines_of, starting, with_journal
from tests.samples.carrying.machines import answers, begun, machine, members, packed, passes, person, sat, whole_pack
from tests.samples.carrying.unsound_packs import REFUSALS
from tests.samples.workplace import BANK, PAPER, Shelf


@pytest.fixture
def home() -> Workplace:
    return committee()


def test_a_new_attempt_stands_in_the_book_and_is_marked_by_keys_of_the_pool(home: Workplace) -> None:
    done = brought(home, packed(sat(1)))
    assert [(one.code, one.candidate) for one in done.verdicts] == [("new", "001")]
    (doc,) = done.book.scores
    assert (doc["candidate"], doc["status"], doc["class"]) == ("001", "marked", "2026-1")
    assert doc["receipt"] is not None


@pytest.mark.parametrize(("use", "status"), [("any", "marked"), ("exam", "handed_in")])
def test_what_was_sat_on_a_trials_form_is_marked_by_the_class_but_for_an_exam(use: Use, status: str) -> None:
    rules = replace(PAPER, use=use)
    shelf = Shelf(shelf_papers=(rules,))
    home = replace(committee(), home=MemoryHome(Random(7).randbytes), library=shelf)
    place = replace(machine("机器1"), library=shelf)
    sitting = begun(place, person(1), rules)
    assert sitting.form.is_trial
    answers(place, sitting, Random(5))
    sitting.hand_in()
    (doc,) = brought(home, packed(place)).book.scores
    assert doc["status"] == status


def test_a_form_that_the_pool_draws_is_drawn_once_and_in_no_other_way() -> None:
    drawn: list[str] = []

    class Counted(Shelf):
        def item_banks(self) -> tuple[ItemBank, ...]:
            drawn.append("form")
            return super().item_banks()

    brought(committee(library=Counted()), packed(sat(1)), packed(sat(2)))
    assert drawn == ["form"]


def test_the_same_again_changes_nothing(home: Workplace) -> None:
    pack = packed(sat(1))
    first = brought(home, pack).book
    assert codes(home, pack) == ["same"]
    assert look(home.home, home.clock, home.class_id) == first
    assert [type(one) for one in home.home.collected.read()] == [Arrival, Placed]


def test_a_longer_copy_takes_the_place_of_a_shorter_one_and_a_shorter_one_never(home: Workplace) -> None:
    place = machine("机器1")
    sitting = begun(place, person(1))
    sitting.answer(1, ("A",))
    early = packed(place)
    sitting.answer(2, ("B",))
    sitting.hand_in()
    late = packed(place)
    assert codes(home, early, late, early) == ["new", "longer", "shorter"]
    assert look(home.home, home.clock).scores[0]["handed_in_by"] == "candidate"
    outcomes = [one.outcome for one in home.home.collected.read() if isinstance(one, Arrival)]
    assert outcomes == ["new", "longer"]


@pytest.mark.parametrize("why", REFUSALS)
def test_what_is_not_sound_is_refused_by_its_reason_and_leaves_no_trace(home: Workplace, why: str) -> None:
    done = brought(home, REFUSALS[why])
    assert [one.code for one in done.verdicts] == [why.partition(":")[0]]
    assert done.refused
    assert not done.book.scores
    assert not home.home.journals.names()
    assert not home.home.collected.read()


def test_a_refused_copy_does_not_hinder_the_others(home: Workplace) -> None:
    packs = [packed(sat(2)), *REFUSALS.values(), packed(sat(3))]
    done = brought(home, *packs)
    assert [one.candidate for one in done.taken] == ["002", "003"]
    assert len(done.refused) == len(REFUSALS)


def test_past_its_closing_a_copy_is_shown_as_handed_in_by_deadline_and_never_written_to(home: Workplace) -> None:
    place = sat(1, hands_in=False)
    assert brought(home, packed(place)).book.scores[0]["status"] == "in_progress"
    before = whole_pack(home).attempts[0].data
    passes(home, 3600)
    doc = look(home.home, home.clock, home.class_id).scores[0]
    assert (doc["status"], doc["handed_in_by"], doc["seconds"], doc["receipt"]) == ("marked", "deadline", 1800, None)
    assert whole_pack(home).attempts[0].data == before


@pytest.mark.parametrize("decides", [False, True])
def test_a_longer_copy_replaces_a_computed_hand_in_and_one_that_was_decided(home: Workplace, decides: bool) -> None:
    place = machine("机器1")
    sitting = begun(place, person(1))
    answers(place, sitting, Random(5))
    early = packed(place)
    passes(place, 60)
    sitting.hand_in()
    brought(home, early)
    attempt = sitting.saved.started.attempt
    if decides:
        passes(home, 900)
        force_hand_in(home, attempt, Marker(by="班委甲", why="没有交卷"), iter((None,)))
    else:
        passes(home, 3600)
    (doc,) = look(home.home, home.clock, home.class_id).scores
    assert doc["handed_in_by"] == ("committee" if decides else "deadline")
    (doc,) = brought(home, packed(place)).book.scores
    assert doc["handed_in_by"] == "candidate"
    assert doc["receipt"] is not None
    assert doc["handed_in_at"] == instant_to_text(sitting.saved.last.at)


def test_without_the_pool_attempts_are_handed_in_and_marked_once_the_keys_are_here() -> None:
    home = committee(library=Shelf((), ()))
    packs = [packed(sat(number)) for number in (1, 2)]
    assert {doc["status"] for doc in brought(home, packs[0], packs[1]).book.scores} == {"handed_in"}
    keyed = replace(home, library=Shelf())
    # One of them is enough: they sat the same form.
    assert {doc["status"] for doc in brought(keyed, packs[1]).book.scores} == {"marked"}
    assert brought(keyed, packs[0]).book == brought(committee(), *packs).book


def test_another_edition_of_the_bank_marks_nothing(home: Workplace) -> None:
    first, *others = BANK.items
    edited = replace(BANK, items=(replace(first, stem="改过的题干"), *others))
    book = brought(home, packed(sat(1, library=Shelf(shelf_banks=(edited,))))).book
    assert book.scores[0]["status"] == "handed_in"


def test_a_hostile_form_is_refused_before_it_takes_time_or_memory(home: Workplace) -> None:
    place = sat(1)
    content = members(packed(place))
    form = next(name for name in content if name.startswith("forms/"))
    for old, new in (
        (b'"marks":"2"', b'"marks":"1e999999999"'),
        (b'"marks":"2"', b'"marks":"1/0"'),
        ("样卷".encode(), b"\\u001b]0;x\\u0007"),
        (b'"section":0', b'"section":77'),
        (b'"number":1,', b'"number":3,'),
        (b'"time_limit":1800.0', b'"time_limit":"x"'),
    ):
        data = content[form].replace(old, new, 1)
        assert data != content[form]
        digest = sha256(data).hexdigest()
        made = whole_pack(place)
        (one,) = made.attempts
        lines = lines_of(one.data)
        lines[0]["data"]["form"] = digest
        done = brought(home, pack_bytes(replace(with_journal(made, one, lines), forms={digest: data})))
        assert [verdict.code for verdict in done.verdicts] == ["form-altered"], new


def test_a_form_of_another_version_than_the_attempt_says_is_refused_where_the_pool_has_not_the_paper() -> None:
    home = committee(library=Shelf((), ()))
    pack = forged(sat(1), lambda lines: starting(lines, paper_digest="0" * 64))
    assert codes(home, pack) == ["form-altered"]


def test_a_forged_journal_that_got_into_the_home_stops_nobody_else(home: Workplace) -> None:
    brought(home, packed(sat(1)))
    place = sat(2)
    (one,) = whole_pack(place).attempts
    for number in (0, -1, 99, "x"):
        data, _ = chained(answering(lines_of(one.data), question=number))
        home.home.journals.place({one.name: data})
        book = look(home.home, home.clock, home.class_id)
        assert book.refused["sample-paper"].code == "journal-contradicts"
        assert [doc["candidate"] for doc in book.scores] == ["001"]
