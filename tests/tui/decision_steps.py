"""Deciding at a score table, as short as a test needs it: whom, what, what is typed, and that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import Decision
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import grid, press, type_text
from tests.samples.carrying.collecting_committee import brought
from tests.samples.carrying.machines import machine, packed
from tests.samples.classes.committee_class import (
    EXAM,
    MISSING,
    PEOPLE,
    class_of_five,
    docs,
    in_front,
    opened,
    shown,
    sit,
)
from tests.samples.workplace import Shelf

if TYPE_CHECKING:
    from textual.pilot import Pilot

EXTEND, CLOSE = 0, 1
"""Places among what is offered of who sits."""
NOTE, OVERRIDE, REASSIGN, VOID = 0, 1, 2, 3
"""Places among what is offered of who handed in."""


def decided(place: Workplace) -> tuple[Decision, ...]:
    return place.home.decisions.read(EXAM.id)


async def choose(pilot: Pilot[int], id: str, place: int) -> None:
    """Find somebody and open the form of what is to be decided about them."""
    await type_text(pilot, id)
    await press(pilot, "f6")
    await opened(pilot, ScoreTable)
    assert in_front(pilot, Pick)
    await press(pilot, *["down"] * place, "enter")
    await opened(pilot, Pick)
    assert in_front(pilot, DecisionForm)


async def fill(pilot: Pilot[int], *texts: str) -> None:
    """Type into one field after another from the one under the cursor; Enter goes on."""
    for place, text in enumerate(texts):
        if place:
            await press(pilot, "enter")
        await type_text(pilot, text)


async def ask(pilot: Pilot[int]) -> str:
    """Have it said what will happen; return what stands on the screen."""
    await press(pilot, "f9")
    await opened(pilot, DecisionForm)
    return grid(pilot)


async def settle(pilot: Pilot[int], *, told: str) -> None:
    """Say what will happen, confirm, and wait until it is told that it was done."""
    await ask(pilot)
    assert in_front(pilot, Confirm), grid(pilot)
    await press(pilot, "f9")
    await shown(pilot, told)


def joined(seen: str) -> str:
    """Return what stands on a screen without blanks and borders, so that it does not matter where a line ends."""
    return "".join(seen.replace("|", "").split())


def events(place: Workplace, id: str) -> tuple[object, ...]:
    """Return what stands in somebody's journal."""
    (doc,) = docs(place, id)
    return place.home.journals.read(AttemptName(attempt=doc["attempt"], paper=EXAM.id)).events


def with_one_elsewhere() -> Workplace:
    """Return the class, the missing one's attempt collected while they still sat it on another machine."""
    place, away = class_of_five(), machine("机房07", Shelf(shelf_papers=(EXAM,)), class_id="")
    sit(away, PEOPLE[-1], hands_in=False)
    assert [one.candidate for one in brought(place, packed(away)).taken] == [MISSING]
    return place
