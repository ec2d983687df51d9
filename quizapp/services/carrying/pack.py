"""What goes into a pack of attempts: their journals and forms as this home has them, and never a key.

A rehearsal goes into one as the line that it leaves for the committee.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.candidate import Candidate
from quizapp.domain.carrying import Checked, has_passed
from quizapp.domain.text import clean_line
from quizapp.services.carrying.copies import Stated
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.port_values import AttemptName, KeptFile
from quizapp.services.ports.workplace import Workplace

_LONGEST = 100
"""Characters of what a machine calls itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedAttempt:
    """An attempt as it stands here."""

    name: AttemptName
    data: bytes
    """Its journal, a torn end left out."""
    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Attempts to carry to where they are collected."""

    class_id: str
    machine: str
    """What the machine calls itself."""
    made_at: datetime
    attempts: tuple[PackedAttempt, ...]
    forms: Mapping[str, bytes]
    """By digest: what the candidates saw."""
    rehearsals: tuple[Rehearsal, ...] = ()
    left_out: tuple[AttemptName, ...] = field(default=(), compare=False)
    """Attempts whose journal or form is not as it was written."""


def pack(place: Workplace, names: Iterable[AttemptName]) -> Pack:
    """Return a pack of these attempts, those under way too; what was altered is left out and named.

    Raises MachineRefused.
    """
    attempts: list[PackedAttempt] = []
    left_out: list[AttemptName] = []
    forms: dict[str, bytes] = {}
    for name in names:
        one = _packed(place, name)
        digest = "" if one is None else one.stated.form
        if digest and digest not in forms:
            form = place.home.evidence.look(f"forms/{digest}.json")
            if form is not None:
                forms[digest] = form.data
        if one is None or digest not in forms:
            left_out.append(name)
        else:
            attempts.append(one)
    return Pack(
        class_id=place.class_id,
        machine=machine_of(place),
        made_at=place.clock.read().at,
        attempts=tuple(attempts),
        forms=forms,
        rehearsals=rehearsals(place),
        left_out=tuple(left_out),
    )


def machine_of(place: Workplace) -> str:
    """Return what the machine calls itself, fit to stand on a line."""
    return clean_line(place.machine)[:_LONGEST]


def rehearsals(place: Workplace) -> tuple[Rehearsal, ...]:
    """Return who rehearsed here, or where attempts came from. Raises MachineRefused."""
    return tuple(fact for fact in place.home.collected.read() if isinstance(fact, Rehearsal))


def _packed(place: Workplace, name: AttemptName) -> PackedAttempt | None:
    file = place.home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl")
    if file is None or file.is_altered or file.unknown or not file.facts:
        return None
    stated = _stated(file, name)
    return None if stated is None else PackedAttempt(name=name, data=file.data, stated=stated)


def _stated(file: KeptFile, name: AttemptName) -> Stated | None:
    started = file.facts[0]
    if not isinstance(started, Started) or (started.attempt, started.paper) != name:
        return None
    given = receipt(file.head) if isinstance(file.facts[-1], HandedIn) else ""
    return Stated(lines=file.lines, head=file.head, receipt=given, form=started.form)


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
