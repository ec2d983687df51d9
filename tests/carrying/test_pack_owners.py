"""Whose attempts a pack that is handed out has, and whose may be handed out at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.carrying.handouts import hand_out, may_be_handed_out
from quizapp.carrying.pack_reader import read_pack
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.carrying.copies import BroughtCopy
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.export_places import OwnOutlets
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.machines import begun, machine, packed, passes, person, sat


def with_stick(place: Workplace, folder: Path) -> Workplace:
    return replace(place, outlets=OwnOutlets((ExportPlace(folder, True),)))


def test_nobody_carries_away_what_somebody_else_sat_at_the_same_machine(tmp_path: Path) -> None:
    place = with_stick(machine("机器1"), tmp_path)
    for number in (1, 2):
        passes(place, 60)
        sitting = begun(place, person(number))
        sitting.hand_in()
        sitting.close()
    first, second = place.home.journals.names()
    for name in (first, second):
        path = hand_out(place, read_attempt(place.home, name)).path
        found = [one for one in read_pack(path.read_bytes(), path.name) if isinstance(one, BroughtCopy)]
        assert [one.name for one in found] == [name]


def test_what_was_collected_here_is_not_handed_out_again(tmp_path: Path) -> None:
    own = with_stick(sat(1), tmp_path)
    (name,) = own.home.journals.names()
    assert may_be_handed_out(own, name.attempt)
    home = with_stick(committee(), tmp_path)
    brought(home, packed(own))
    assert not may_be_handed_out(home, name.attempt)
