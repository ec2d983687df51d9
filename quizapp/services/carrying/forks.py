"""Copies of one attempt that part ways: shown side by side, and what a person decides about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import HandedIn
from quizapp.domain.decisions import decision_rules
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Refused
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import refresh
from quizapp.services.carrying.copies import asides_of, parting, tips
from quizapp.services.decisions.attempt_decisions import BeforeAndAfter
from quizapp.services.decisions.committee_journal import SeenJournal, find_attempt, record
from quizapp.services.ports.arrivals import Arrival, Placed
from quizapp.services.ports.port_values import AttemptName, KeptFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from quizapp.domain.attempt.decisions import CopyChosen
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


SHOWN_OF_HEAD = 8
"""Characters of a last hash by which a person tells one copy from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkCopy:
    """One of the copies, as far as it tells them apart."""

    head: str
    lines: int
    parts_at: int
    """The first line that is not the same as in the copy in place; 0 for that one, and for one that is not kept."""
    handed_in_at: datetime | None = None
    last_at: datetime | None = None
    """When its last event was; None where only its record is here."""
    answered: int = 0
    file: str = ""
    """The file it came in last; "" for what was sat here."""
    machine: str = ""
    is_here: bool = False
    """Whether it is in place: that makes it count as little as the others."""

    @property
    def shown_head(self) -> str:
        return self.head[:SHOWN_OF_HEAD]


def fork_of(home: Home, name: AttemptName) -> tuple[ForkCopy, ...]:
    """Return the copies between which a person has to decide, the one in place first; () where none part ways.

    Of copies that go on from one another only the last is told. One that was recorded and is not kept, because
    whatever wrote it was killed, is told by its record. Raises MachineRefused.
    """
    asides = home.collected.asides().get(name.attempt)
    if not asides:
        return ()
    here = home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl")
    if here is None or not rulings(home.decisions.read(name.paper)).is_forked(name.attempt, here.head, asides):
        return ()
    arrivals = [one for one in home.collected.read() if isinstance(one, Arrival) and one.attempt == name.attempt]
    files = (here, *asides_of(home, name, asides))
    last = tips(files)
    kept = {file.head for file in files}
    gone = {one.head: one for one in arrivals if one.head in asides and one.head not in kept}
    return (
        *(_copy(file, here, arrivals) for file in sorted(last, key=lambda file: (file is not here, file.head))),
        *(ForkCopy(head=one.head, lines=one.lines, parts_at=0, file=one.file) for one in gone.values()),
    )


def parted(home: Home, paper: str, attempts: Iterable[str]) -> frozenset[str]:
    """Return those of a paper's attempts whose copies part ways, undecided. Raises MachineRefused."""
    asides = home.collected.asides()
    return frozenset(one for one in attempts if one in asides and fork_of(home, AttemptName(attempt=one, paper=paper)))


def choose_copy(
    place: Workplace, wanted: str, head: str, decider: Marker, seen: SeenJournal | None = None
) -> BeforeAndAfter:
    """Have one of an attempt's copies count, by the beginning of its last hash; the others stay kept.

    `seen` is what its maker saw; None where a command decides on what stands. Raises CalledWrongly, Refused where there
    is nothing to decide or no such copy, Overtaken, AttemptBusy, MachineRefused.
    """
    with place.home.only_one("collecting"):
        name = find_attempt(place.home, wanted)
        decision_rules.check_decider(decider, needs_checker=place.two_persons)
        copies = fork_of(place.home, name)
        chosen = [one for one in copies if head and one.head.startswith(head.casefold())]
        if not copies:
            raise Refused("copies-one", attempt=name.attempt)
        if len(chosen) != 1 or chosen[0].last_at is None:
            heads = "、".join(one.shown_head for one in copies if one.last_at is not None)
            raise Refused("copies-which", attempt=name.attempt, given=head, heads=heads)
        before = read_attempt(place.home, name, now=place.clock.read().at)
        if seen is not None:
            seen.check(before)
        known = frozenset({one.head for one in copies} | place.home.collected.asides()[name.attempt])
        was = _stood(place.home, name, before.head, chosen[0].head)
        now = place.clock.read()
        decision = decision_rules.choose_copy(
            before.attempt, before.candidate, chosen[0].head, known, was, decider, now
        )
        # What is in place by then and not yet decided counts as little as before.
        _put_in_place(place, name, chosen[0].head, decider.by)
        _record(place, name, decision, seen)
    return BeforeAndAfter(before=before, after=read_attempt(place.home, name, now=now.at))


def _copy(file: KeptFile, here: KeptFile, arrivals: list[Arrival]) -> ForkCopy:
    last = file.facts[-1]
    came = next((one for one in reversed(arrivals) if one.head == file.head), None)
    given: dict[int, bool] = {}
    for event in file.facts:
        if event.KIND == "answered":
            given[event.question] = bool(event.response)
    return ForkCopy(
        head=file.head,
        lines=file.lines,
        parts_at=0 if file is here else parting(file, here) or min(file.lines, here.lines) + 1,
        handed_in_at=last.when.at if isinstance(last, HandedIn) else None,
        last_at=last.when.at,
        answered=sum(given.values()),
        file="" if came is None else came.file,
        machine="" if came is None else came.machine,
        is_here=file is here,
    )


def _stood(home: Home, name: AttemptName, here: str, chosen: str) -> str:
    """Return the copy that was in place before: a program that was killed may have put the chosen one there already."""
    of_it = [one for one in home.collected.read() if isinstance(one, Arrival) and one.attempt == name.attempt]
    last = next((one for one in reversed(of_it) if not one.is_aside), None)
    if last is None or (last.outcome, last.head, here) != ("chosen", chosen, chosen):
        return here
    decided = rulings(home.decisions.read(name.paper)).copies.get(name.attempt)
    is_decided = decided is not None and (decided.head, decided.was) == (chosen, last.was)
    return here if is_decided else last.was


def _put_in_place(place: Workplace, name: AttemptName, head: str, by: str) -> None:
    """Have a copy that was set aside in place, and the one that is there set aside. Raises AttemptBusy, MachineRefused.

    In the order of collecting: kept, recorded, placed, said to be there.
    """
    home, at = place.home, place.clock.read().at
    here = home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl")
    assert here is not None
    if here.head == head:
        return
    (copy,) = asides_of(home, name, {head})
    known = [one for one in home.collected.read() if isinstance(one, Arrival) and one.attempt == name.attempt]
    came = next(one for one in reversed(known) if one.head == head)
    chosen = replace(came, at=at, outcome="chosen", by=by, was=here.head, waits=True)
    other = replace(chosen, head=here.head, lines=here.lines, outcome="aside", was="", waits=False)
    is_recorded = any(one.is_aside and one.head == here.head for one in known)
    home.journals.set_aside(name, here.data)
    home.collected.record((chosen,) if is_recorded else (replace(other, file=_file_of(known, here.head)), chosen))
    home.journals.place({name: copy.data})
    home.collected.record((Placed(at=at, heads=(head,)),))


def _file_of(arrivals: list[Arrival], head: str) -> str:
    return next((one.file for one in reversed(arrivals) if one.head == head), "")


def _record(place: Workplace, name: AttemptName, decision: CopyChosen, seen: SeenJournal | None) -> None:
    """Have the decision on disk, then in the book, then in the log. Raises Overtaken, MachineRefused."""
    record(place.home, name.paper, seen, lambda _: (decision,))
    refresh(place.home, (name,), place.class_id, decision.when.at)
    told = {"paper": name.paper, "attempt": name.attempt, "head": decision.head, "was": decision.was}
    told |= {"checked_by": decision.checked_by, "why": decision.why}
    place.home.log.record(decision.when.at, "copy-chosen", decision.by, told)
