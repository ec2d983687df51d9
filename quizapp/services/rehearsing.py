"""What a rehearsal looks at without anybody's help, and the line that it leaves for the committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.rehearsal import Checked, has_passed
from quizapp.services.arrivals import Rehearsal
from quizapp.services.packing import Pack, machine_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from quizapp.domain.candidate import Candidate
    from quizapp.services.workplace import Workplace


def check_clock(place: Workplace, beside: Iterable[datetime] = ()) -> Checked | None:
    """Return that the clock is earlier than a publication that is here, which it cannot be; else None.

    `beside` is when those were made that were carried here and not opened yet. Whether the clock is right otherwise a
    person has to say.
    """
    now = place.clock.read().at
    made_at = max((*beside, *(one.made_at for one in place.home.publications.opened())), default=now)
    if now < made_at:
        values = {"now": now, "made_at": made_at}
        return Checked(step="clock", state="failed", code="rehearse.clock_early", values=values)
    return None


def rehearsal(place: Workplace, candidate: Candidate, found: Sequence[Checked]) -> Rehearsal:
    """Return what is told of a rehearsal: by whom, on which machine, and the state of every step."""
    values: dict[str, str] = {one.step: one.state for one in found}
    passed = "yes" if has_passed(found) else "no"
    return Rehearsal(
        at=place.clock.read().at,
        machine=machine_of(place),
        who=candidate.id,
        values={"name": candidate.name, "passed": passed, **values},
    )


def record(place: Workplace, one: Rehearsal) -> None:
    """Keep a rehearsal here, so that every pack from this machine tells of it. Raises MachineRefused."""
    place.home.collected.record((one,))
    place.home.log.record(one.at, "rehearsed", one.who, dict(one.values))


def rehearsal_pack(place: Workplace, one: Rehearsal) -> Pack:
    """Return a pack of a rehearsal alone."""
    return Pack(
        class_id=place.class_id, machine=machine_of(place), made_at=one.at, attempts=(), forms={}, rehearsals=(one,)
    )
