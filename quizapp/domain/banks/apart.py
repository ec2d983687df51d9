"""Items that never stand in one form: those that name each other, and those that name one group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartGroup:
    """Items of which a form has one at most; one of a case stands for the whole case."""

    name: str
    """The group's, or the ids of two items of which one names the other."""
    members: frozenset[str]
    """Ids of items and cases."""


class Naming(NamedTuple):
    """What one item says it is apart from."""

    item: Item
    """The item, or a case's part, that says so."""
    whole: str
    """The id of what is drawn with it: its own, or its case's."""
    place: int
    """Which of its names, from 0."""

    @property
    def name(self) -> str:
        return self.item.apart[self.place]


def apart_groups(banks: Iterable[ItemBank]) -> tuple[ApartGroup, ...]:
    """Return all groups of two or more items, those of drafts and retired items too, in the order they are named in."""
    banks = tuple(banks)
    named = list(_namings(banks))
    if not named:
        return ()
    wholes = _wholes(banks, named)
    members: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for naming in named:
        folded = naming.name.casefold()
        other = wholes.get(folded)
        if other is None:
            names.setdefault(folded, naming.name)
            members.setdefault(folded, {})[naming.whole] = None
        else:
            # what no name of a group can be, and the same whichever of the two names the other
            pair = "\n".join(sorted({naming.whole, other}))
            names.setdefault(pair, pair.replace("\n", "、"))
            members.setdefault(pair, dict.fromkeys((naming.whole, other)))
    return tuple(
        ApartGroup(name=names[key], members=frozenset(found)) for key, found in members.items() if len(found) > 1
    )


def lonely(banks: Iterable[ItemBank]) -> tuple[Naming, ...]:
    """Return the names that keep nothing apart: a group of one item or case, or an item's own id."""
    banks = tuple(banks)
    named = list(_namings(banks))
    if not named:
        return ()
    wholes = _wholes(banks, named)
    members: dict[str, set[str]] = {}
    for naming in named:
        folded = naming.name.casefold()
        members.setdefault(folded, {wholes[folded]} if folded in wholes else set()).add(naming.whole)
    return tuple(
        naming
        for naming in named
        if (len(members[naming.name.casefold()]) < 2 or wholes.get(naming.name.casefold()) == naming.whole)
    )


def _wholes(banks: Iterable[ItemBank], named: Iterable[Naming]) -> Mapping[str, str]:
    """Return what is drawn with each item that is named, by its id without case: itself, or the case it is of."""
    wanted = {naming.name.casefold() for naming in named}
    found: dict[str, str] = {}
    for bank in banks:
        for item in bank.items:
            for each in (item, *item.parts) if item.parts else (item,):
                folded = each.id.casefold()
                if folded in wanted:
                    found[folded] = item.id
    return found


def _namings(banks: Iterable[ItemBank]) -> Iterator[Naming]:
    for bank in banks:
        for item in bank.items:
            if not item.apart and not item.parts:
                continue
            for each in (item, *item.parts):
                for place in range(len(each.apart)):
                    yield Naming(each, item.id, place)
