"""Going on here with an attempt that was begun on another machine: 换机续考, by the invigilator, with its pack."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from quizapp.domain.attempt.interruptions import carry_over
from quizapp.domain.attempt.state import evolve, fold
from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import Refused
from quizapp.domain.moment import present
from quizapp.services.carrying.brought_copies import BroughtCopy
from quizapp.services.carrying.copy_check import Copy, checked
from quizapp.services.carrying.pool_forms import PoolForms
from quizapp.services.ports.port_values import AttemptName, LinePlace
from quizapp.services.sitting.open_attempt import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.services.carrying.brought_copies import CopyVerdict, Found
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.order_proofs import OrderKey


def to_go_on(place: Workplace, found: Iterable[Found], paper: str, candidate: Candidate) -> Copy | CopyVerdict:
    """Return a candidate's copy of an attempt under way at a paper, the longest where there are several.

    Else the verdict on why one is not sound. Raises Refused where there is none of theirs, where it was handed in, and
    where the attempt is here already; MachineRefused.
    """
    copies: list[Copy] = []
    wrong: CopyVerdict | None = None
    pool = PoolForms(place)
    for one in found:
        if not isinstance(one, BroughtCopy) or one.name.paper != paper:
            continue
        seen = checked(place, pool, one)
        if not isinstance(seen, Copy):
            wrong = wrong or seen
        elif same_number(seen.started.candidate) == same_number(candidate.id):
            copies.append(seen)
    if not copies:
        if wrong is not None:
            return wrong
        raise Refused("carry-none", id=candidate.id, name=candidate.name)
    best = max(copies, key=lambda copy: copy.file.lines)
    _check(place, best)
    return best


def go_on_here(place: Workplace, copy: Copy, orderer: Marker, key: OrderKey | None = None) -> Sitting:
    """Go on with an attempt on the second that its clock stood at. Raises Refused, AttemptBusy, MachineRefused."""
    started = copy.started
    with place.home.only_one(f"start {started.paper} {same_number(started.candidate)}"):
        _check(place, copy)
        check_carrier(copy, orderer)
        PoolForms(place).keep(started, copy.form)
        form = place.home.forms.load(started.form)
        attempt = fold(copy.file.facts)
        now = present(attempt.last, place.clock.read())
        events = carry_over(
            attempt,
            now,
            from_home=copy.brought.machine or "?",
            to_home=place.machine or "?",
            why=orderer.why,
            by=orderer.by,
        )
        if key is not None:
            here = LinePlace(copy.file.lines + 1, copy.file.head)
            events = tuple(key.proved(started.attempt, event, here) for event in events)
        name = AttemptName(attempt=started.attempt, paper=started.paper)
        writer = place.home.journals.take_on(name, copy.file.data, events)
    return Sitting(form=form, saved=reduce(evolve, events, attempt), writer=writer, clock=place.clock)


def check_carrier(copy: Copy, orderer: Marker) -> None:
    """Refuse an order without a name or a reason, or the candidate's own. Raises Refused."""
    check_decider(orderer, Candidate(id=copy.started.candidate, name=copy.started.name))


def _check(place: Workplace, copy: Copy) -> None:
    started = copy.started
    if copy.has_ended:
        raise Refused("carry-handed-in", attempt=started.attempt)
    if any(name.attempt == started.attempt for name in place.home.journals.names()):
        raise Refused("carry-here", attempt=started.attempt)
