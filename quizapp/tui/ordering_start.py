"""What an invigilator orders at a paper's cover: that it begins now, or goes on here from another machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import QuizError, Refused
from quizapp.services.invigilating import BY_CLOCK
from quizapp.tui.invigilating import fill_in, pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.domain.essay_marks import Marker
    from quizapp.services.collecting.checking import Copy
    from quizapp.services.order_proofs import OrderKey
    from quizapp.services.starting import Standing
    from quizapp.tui.room import AnyRoom

START, CARRY = "start", "carry"


class Entry(NamedTuple):
    """How a person goes on from the cover."""

    order: Marker | None = None
    """Who lets it begin now, or go on here, and why; None where nobody had to."""
    carried: Copy | None = None
    """The attempt of another machine to go on with; None to begin one."""
    key: OrderKey | None = None
    """What the orderer's password gave."""


async def order_start(room: AnyRoom, standing: Standing, key: OrderKey) -> Entry | None:
    """Have a start ordered, proved by `key`, and return how it goes on; None where nothing is."""
    codes = possible(standing, room)
    chosen = await pick(room, f"{standing.candidate.name} {standing.candidate.id}", codes)
    if chosen is None:
        return None
    if codes[chosen] == START:
        now = room.workplace.clock.read().at
        orderer = await _orderer(room, START, lambda marker: standing.check_start(now, marker))
        return None if orderer is None else Entry(order=orderer, key=key)
    from quizapp.services.continuing import check_carrier
    from quizapp.tui.carrying_over import find_copy

    copy = await find_copy(room, standing)
    if copy is None:
        return None
    orderer = await _orderer(room, CARRY, lambda marker: check_carrier(copy, marker))
    return None if orderer is None else Entry(order=orderer, carried=copy, key=key)


def possible(standing: Standing, room: AnyRoom) -> tuple[str, ...]:
    """Return the codes of what can be ordered: a start that the clock alone forbids, an attempt of another machine."""
    try:
        standing.check_start(room.workplace.clock.read().at)
    except Refused as refusal:
        return (START, CARRY) if refusal.code in BY_CLOCK else (CARRY,)
    return (CARRY,)


async def _orderer(room: AnyRoom, code: str, check: Callable[[Marker], None]) -> Marker | None:
    """Return who orders it and why, once that may be; None where nothing is ordered."""
    filled, trouble = None, ""
    while True:
        filled = await fill_in(room, code, filled, trouble)
        if filled is None:
            return None
        try:
            check(filled.orderer)
        except QuizError as refusal:
            trouble = room.language.error(refusal)
        else:
            return filled.orderer
