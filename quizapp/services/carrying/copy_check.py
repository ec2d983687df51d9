"""Whether a copy can be what a candidate did here, and going on with an attempt that was carried to this machine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.attempt.interruptions import carry_over
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.attempt.soundness import contradiction
from quizapp.domain.attempt.state import evolve, fold
from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.domain.moment import present
from quizapp.domain.well_made import is_well_made
from quizapp.services.carrying.copies import BroughtCopy, CopyVerdict, Found, refused
from quizapp.services.carrying.pool_forms import PoolForms
from quizapp.services.papers.forms import form_digest, joined
from quizapp.services.ports.port_values import AttemptName, KeptFile, LinePlace
from quizapp.services.sitting.open_attempt import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.domain.papers.paper import Form
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.invigilator import OrderKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A sound copy of an attempt."""

    brought: BroughtCopy
    file: KeptFile
    started: Started
    form: Form
    """As its candidate saw it."""

    @property
    def has_ended(self) -> bool:
        """Whether its journal says that it was handed in: past its closing it may have ended without that."""
        return isinstance(self.file.facts[-1], HandedIn)

    def verdict(self, code: str, **values: object) -> CopyVerdict:
        """Return a verdict on it."""
        started, brought = self.started, self.brought
        return CopyVerdict(
            file=brought.file,
            code=code,
            attempt=started.attempt,
            paper=started.paper,
            candidate=started.candidate,
            name=started.name,
            values={"lines": self.file.lines, **values},
        )


def checked(place: Workplace, pool: PoolForms, brought: BroughtCopy) -> Copy | CopyVerdict:
    """Return a copy where it is sound, else the verdict that refuses it. Raises MachineRefused for this machine's."""
    file = place.home.evidence.examine(f"journal/{brought.name.paper}/{brought.name.attempt}.jsonl", brought.data)
    if file is None or file.kind != "journal":
        return refused(brought, "odd-name")
    wrong = _chain_fault(brought, file)
    if wrong is not None:
        return wrong
    started = file.facts[0]
    is_start = isinstance(started, Started) and is_well_made(started)
    if not is_start or (started.attempt, started.paper) != brought.name:
        return refused(brought, "altered-start")
    if not _is_as_stated(brought, file, started):
        return refused(brought, "altered-pack")
    wrong = _elsewhere(place, pool, brought, started)
    if wrong is not None:
        return wrong
    return _with_form(place, pool, brought, file, started)


def _chain_fault(brought: BroughtCopy, file: KeptFile) -> CopyVerdict | None:
    if file.is_altered:
        return refused(brought, "altered", line=file.lines + 1)
    if not file.lines:
        return refused(brought, "nothing-whole")
    if file.unknown:
        return refused(brought, "unknown-kind", kind=file.unknown)
    return None


def _is_as_stated(brought: BroughtCopy, file: KeptFile, started: Started) -> bool:
    """Return whether the file says of the attempt what its journal does; one that says nothing contradicts nothing."""
    if not brought.is_pack:
        return True
    given = receipt(file.head) if isinstance(file.facts[-1], HandedIn) else ""
    return brought.stated == (file.lines, file.head, given, started.form)


def _elsewhere(place: Workplace, pool: PoolForms, brought: BroughtCopy, started: Started) -> CopyVerdict | None:
    """Return why an attempt does not belong here: another class's, or sat by another version of its paper."""
    for class_id in (started.class_id, brought.class_id):
        if place.class_id and class_id and class_id != place.class_id:
            return refused(brought, "other-class", theirs=class_id, ours=place.class_id)
    paper = pool.paper(started.paper)
    if paper is not None and pool.version(paper.id, paper) != started.paper_digest:
        return refused(brought, "other-version", title=paper.title)
    return None


def _with_form(
    place: Workplace, pool: PoolForms, brought: BroughtCopy, file: KeptFile, started: Started
) -> Copy | CopyVerdict:
    form = _form(place, pool, brought, started)
    if isinstance(form, CopyVerdict):
        return form
    if pool.version(started.form, form.paper) != started.paper_digest:
        return refused(brought, "form-altered")
    line = contradiction(file.facts, form)
    if line:
        return refused(brought, "contradicts", line=line)
    return Copy(brought=brought, file=file, started=started, form=form)


def _form(place: Workplace, pool: PoolForms, brought: BroughtCopy, started: Started) -> Form | CopyVerdict:
    """Return the form that an attempt was sat on, which has to come along whole whatever is here already.

    Else what is taken would hang on what was brought before.
    """
    data = brought.form(started.form)
    if data is None:
        return refused(brought, "form-missing")
    if sha256(data).hexdigest() != started.form:
        return refused(brought, "form-altered")
    form = pool.known(started.form) or _kept(place, started.form) or _read(data, started.form)
    if form is None:
        return refused(brought, "form-altered")
    pool.remember(started.form, form)
    return form


def _kept(place: Workplace, digest: str) -> Form | None:
    try:
        return place.home.forms.load(digest)
    except (CalledWrongly, MachineRefused) as trouble:
        if trouble.code not in ("unknown-form", "form-altered"):
            raise
        return None


def _read(data: bytes, digest: str) -> Form | None:
    try:
        form = joined(json.loads(data), None)
        # What this program would write of it is what was read: nothing in it went unread.
        return form if form_digest(form) == digest and is_well_made(form) and form.holds_together else None
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


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
