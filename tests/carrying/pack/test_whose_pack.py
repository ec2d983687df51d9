"""Whose attempts a pack that is handed out has, and whose may be handed out at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.carrying.pack.handing_out import hand_out, may_be_handed_out
from quizapp.carrying.pack.reading import read_pack
from quizapp.services.collecting.brought import Brought
from quizapp.services.outlets import Outlet
from quizapp.services.recorded import read_attempt
from quizapp.services.workplace import Workplace
from quizapp.stores.outlets import OwnOutlets
from tests.carrying.machines import begun, machine, packed, passes, person, sat
from tests.services.collecting.committees import brought, committee


def with_stick(place: Workplace, folder: Path) -> Workplace:
    return replace(place, outlets=OwnOutlets((Outlet(folder, True),)))


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
        found = [one for one in read_pack(path.read_bytes(), path.name) if isinstance(one, Brought)]
        assert [one.name for one in found] == [name]


def test_what_was_collected_here_is_not_handed_out_again(tmp_path: Path) -> None:
    own = with_stick(sat(1), tmp_path)
    (name,) = own.home.journals.names()
    assert may_be_handed_out(own, name.attempt)
    home = with_stick(committee(), tmp_path)
    brought(home, packed(own))
    assert not may_be_handed_out(home, name.attempt)
