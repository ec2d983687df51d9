"""What goes into a pack, and what is left out and named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.services.carrying.pack import pack
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.journal_forgery import answering, chained, lines_of, starting
from tests.samples.carrying.machines import begun, machine, person


def two_sat(folder: Path) -> tuple[Workplace, AttemptName, AttemptName]:
    """Return a machine at which two people sat, and their attempts."""
    place = replace(machine("机器1"), home=FileHome(folder))
    for number in (1, 2):
        sitting = begun(place, person(number))
        sitting.answer(1, ("A",))
        sitting.hand_in()
        sitting.close()
    first, second = place.home.journals.names()
    return place, first, second


def journal(place: Workplace, name: AttemptName) -> bytes:
    return pack(place, [name]).attempts[0].data


def test_an_attempt_that_was_altered_is_left_out_and_named_and_the_others_go(tmp_path: Path) -> None:
    place, first, second = two_sat(tmp_path)
    altered = journal(place, first).replace(b'"response":["A"]', b'"response":["B"]')
    place.home.journals.place({first: altered})
    made = pack(place, (first, second))
    assert [one.name for one in made.attempts] == [second]
    assert made.left_out == (first,)


def test_so_is_one_that_says_what_nobody_knows_and_one_that_is_another_attempts(tmp_path: Path) -> None:
    place, first, second = two_sat(tmp_path)
    lines = lines_of(journal(place, first))
    unknown, _ = chained([*lines[:1], {**lines[1], "kind": "danced"}, *lines[2:]])
    other, _ = chained(starting(lines, attempt=second.attempt))
    for data in (unknown, other):
        place.home.journals.place({first: data})
        assert pack(place, (first, second)).left_out == (first,)


def test_a_pack_says_of_each_attempt_what_its_journal_does(tmp_path: Path) -> None:
    place, first, _ = two_sat(tmp_path)
    lines = answering(lines_of(journal(place, first)), response=["C"])
    data, head = chained(lines[:-1])
    place.home.journals.place({first: data})
    (one,) = pack(place, [first]).attempts
    # Before the hand-in there is no receipt.
    assert one.stated == (head.seq, head.hash, "", lines[0]["data"]["form"])
