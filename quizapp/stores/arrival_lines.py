"""Arrivals and rehearsals as a chain's entries, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from quizapp.domain.attempt.moment import Moment
from quizapp.plain import to_plain
from quizapp.services.arrivals import Arrival, Placed, Rehearsal
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.services.arrivals import ArrivalFact

_KINDS: tuple[tuple[str, type[ArrivalFact]], ...] = (
    ("collected", Arrival),
    ("placed", Placed),
    ("rehearsed", Rehearsal),
)


def arrival_entries(facts: Iterable[ArrivalFact]) -> tuple[Entry, ...]:
    """Return the lines that say it."""
    return tuple(_entry(fact) for fact in facts)


def arrivals_of(entries: Iterable[Entry]) -> tuple[ArrivalFact, ...]:
    """Return what the lines say; kinds of a later version are passed over. Raises TypeError for what is none."""
    kinds = dict(_KINDS)
    return tuple(kinds[one.kind](at=one.when.at, **_data(one.data)) for one in entries if one.kind in kinds)


def attempts_in(facts: Iterable[ArrivalFact]) -> frozenset[str]:
    """Return the attempts of which a copy was put in place: one set aside makes nothing another machine's."""
    return frozenset(one.attempt for one in facts if isinstance(one, Arrival) and not one.is_aside)


def asides_in(facts: Iterable[ArrivalFact]) -> Mapping[str, frozenset[str]]:
    """Return the last hashes of the copies that were set aside, by attempt."""
    found: dict[str, frozenset[str]] = {}
    for one in facts:
        if isinstance(one, Arrival) and one.is_aside:
            found[one.attempt] = found.get(one.attempt, frozenset()) | {one.head}
    return found


def _data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a line says with its lists as they were."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def _entry(fact: ArrivalFact) -> Entry:
    kind = next(name for name, one in _KINDS if isinstance(fact, one))
    # A map of texts is plain data already.
    data = {**_fields(fact), **({"values": dict(fact.values)} if isinstance(fact, Rehearsal) else {})}
    return Entry(when=Moment(at=fact.at), kind=kind, data=data)


def _fields(fact: ArrivalFact) -> dict[str, object]:
    later = getattr(fact, "LATER", ())
    values = {name: getattr(fact, name) for name in fact.__slots__ if name not in ("at", "values")}
    return {name: to_plain(value) for name, value in values.items() if value or name not in later}
