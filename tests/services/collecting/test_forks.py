"""Two copies that went different ways, and copies of what this home began itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.carrying.pack.writing import to_bytes
from quizapp.domain.errors import Refused
from quizapp.services.starting import resume
from quizapp.services.workplace import Workplace
from quizapp.stores.memory import MemoryHome
from tests.carrying.forging import Lines, forged, lines_of, with_journal
from tests.carrying.machines import (
    begun,
    journal_of,
    machine,
    members,
    packed,
    person,
    sat,
    whole_pack,
)
from tests.services.collecting.committees import brought, codes, committee


def fork(place: Workplace, ending: Lines) -> bytes:
    """Return the pack of a machine's attempt that went another way at its end."""
    made = whole_pack(place)
    (one,) = made.attempts
    lines = lines_of(one.data)
    return to_bytes(with_journal(made, one, [*lines[:-2], *ending]))


def forks() -> tuple[bytes, bytes]:
    place = sat(1)
    lines = lines_of(whole_pack(place).attempts[0].data)
    later = {**lines[-1], "at": "2026-12-01T01:20:00.000Z"}
    return packed(place), fork(place, [lines[-2], later])


def test_of_two_that_fork_the_same_one_stands_whichever_comes_first() -> None:
    one, other = forks()
    ways = [(one, other), (other, one), (one, other, one), (other, one, other, one)]
    books = []
    for packs in ways:
        home = committee()
        done = brought(home, *packs)
        books.append(done.book)
        assert {"fork-stands", "fork-aside"} & {verdict.code for verdict in done.refused}
    assert all(book == books[0] for book in books)
    assert books[0].scores[0]["handed_in_at"] < "2026-12-01T01:20"


def test_neither_of_two_that_fork_is_lost() -> None:
    one, other = forks()
    for packs in ((one, other), (other, one)):
        home = committee()
        brought(home, *packs)
        assert isinstance(home.home, MemoryHome)
        ((name, aside),) = home.home.journals.aside
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
    assert codes(place, to_bytes(moved)) == ["id-taken"]
    assert not place.home.collected.attempts()
