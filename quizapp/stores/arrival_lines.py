"""Arrivals and rehearsals as a chain's entries, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.domain.attempt.moment import Moment
from quizapp.plain import to_plain
from quizapp.services.arrivals import Arrival, Rehearsal
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.services.arrivals import ArrivalFact

_KINDS: tuple[tuple[str, type[Arrival] | type[Rehearsal]], ...] = (("collected", Arrival), ("rehearsed", Rehearsal))


def arrival_entries(facts: Iterable[ArrivalFact]) -> tuple[Entry, ...]:
    """Return the lines that say it."""
    return tuple(_entry(fact) for fact in facts)


def arrivals_of(entries: Iterable[Entry]) -> tuple[ArrivalFact, ...]:
    """Return what the lines say; kinds of a later version are passed over. Raises TypeError for what is none."""
    kinds = dict(_KINDS)
    return tuple(kinds[one.kind](at=one.when.at, **one.data) for one in entries if one.kind in kinds)


def attempts_in(facts: Iterable[ArrivalFact]) -> frozenset[str]:
    """Return the attempts of which a copy was put in place: one set aside makes nothing another machine's."""
    return frozenset(one.attempt for one in facts if isinstance(one, Arrival) and one.outcome != "aside")


def _entry(fact: ArrivalFact) -> Entry:
    kind = next(name for name, one in _KINDS if isinstance(fact, one))
    # A map of texts is plain data already.
    data = {**_fields(fact), **({"values": dict(fact.values)} if isinstance(fact, Rehearsal) else {})}
    return Entry(when=Moment(at=fact.at), kind=kind, data=data)


def _fields(fact: ArrivalFact) -> dict[str, object]:
    names = [name for name in fact.__slots__ if name not in ("at", "values")]
    return {name: to_plain(getattr(fact, name)) for name in names}
