"""Whether what people decided, brought in and sealed has its order: after what it is about, and line after line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import Closed, KeyCorrected
from quizapp.domain.moment import TOLERATED
from quizapp.services.evidence.evidence_files import EvidenceFinding, found
from quizapp.services.ports.arrivals import Arrival, Rehearsal

if TYPE_CHECKING:
    from quizapp.services.evidence.evidence_files import Evidence
    from quizapp.services.evidence.recomputed_book import Recomputed
    from quizapp.services.evidence.seal import Seal


_DATED = ("decisions", "marks", "collected")
"""The chains whose lines say when this class's own machines wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """From when on there was something to decide about."""

    begun: Mapping[str, datetime]
    """Attempts, from when one under way could be closed."""
    ended: Mapping[str, datetime]
    """Attempts, from when they could be marked, overridden, annulled or sealed."""
    fixed: Mapping[str, datetime]
    """Forms, by digest."""


def check_dates(evidence: Evidence, now: Recomputed, seal: Seal | None) -> Iterator[EvidenceFinding]:
    """Give decisions dated before what they are about or before the line above, and a seal older than what it seals."""
    known = _known(evidence, now)
    for kind in _DATED:
        for one in evidence.of(kind):
            yield from _line_by_line(one.file.name, one.file.facts)
    for one in evidence.of("decisions"):
        for line, fact in enumerate(one.file.facts, 1):
            since = _since(fact, known)
            if since is not None and fact.when.at + TOLERATED < since:
                attempt = getattr(fact, "attempt", "")
                values = {"file": one.file.name, "line": line, "at": fact.when.at, "than": since}
                yield found("chain", "decided-before", attempt=attempt, **values)
    if seal is not None and seal.at is not None:
        yield from _sealed(seal, seal.at, known)


def _line_by_line(name: str, facts: tuple[object, ...]) -> Iterator[EvidenceFinding]:
    latest: datetime | None = None
    for line, fact in enumerate(facts, 1):
        # A rehearsal says when it was on the machine that it was on.
        at = None if isinstance(fact, Rehearsal) else _instant(fact)
        if at is None:
            continue
        if latest is not None and at + TOLERATED < latest:
            yield found("chain", "dated-before-line", file=name, line=line, at=at, than=latest)
        latest = at if latest is None else max(latest, at)


def _instant(fact: object) -> datetime | None:
    when = getattr(fact, "when", None)
    at = getattr(fact, "at", None) if when is None else when.at
    return at if isinstance(at, datetime) else None


def _known(evidence: Evidence, now: Recomputed) -> _Known:
    """Return what is known; of an attempt that was carried here only when it came is told by a clock of this class's.

    Of one that was sat here the wall clock may have stood behind its own time: what was noted of that is allowed for.
    """
    came: dict[str, datetime] = {}
    for one in evidence.of("collected"):
        for fact in one.file.facts if one.is_whole else ():
            if isinstance(fact, Arrival):
                came.setdefault(fact.attempt, fact.at)
    begun, ended = dict(came), dict(came)
    for of_it in now.attempts:
        attempt = of_it.attempt
        behind = min(attempt.clock_gap, timedelta(0))
        begun.setdefault(of_it.id, attempt.started.when.at + behind)
        if attempt.handed_in_at is not None:
            ended.setdefault(of_it.id, attempt.handed_in_at + behind)
    fixed: dict[str, datetime] = {}
    for line in evidence.fixed:
        fixed[line.form] = min(fixed.get(line.form, line.at), line.at)
    return _Known(begun=begun, ended=ended, fixed=fixed)


def _since(decision: object, known: _Known) -> datetime | None:
    if isinstance(decision, KeyCorrected):
        return known.fixed.get(decision.form)
    attempt = getattr(decision, "attempt", "")
    return (known.begun if isinstance(decision, Closed) else known.ended).get(attempt)


def _sealed(seal: Seal, at: datetime, known: _Known) -> Iterator[EvidenceFinding]:
    for one in seal.attempts:
        since = (known.ended if one.receipt else known.begun).get(one.attempt)
        if since is not None and at + TOLERATED < since:
            yield found("chain", "sealed-before", attempt=one.attempt, at=at, than=since)
