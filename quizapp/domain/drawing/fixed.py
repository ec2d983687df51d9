"""The items that an author fixed for a section: they must be there, ready, and stand once."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quizapp.domain.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.domain.paper import Section


def fixed_items(
    sections: Sequence[Section], banks: Sequence[ItemBank], excluded: AbstractSet[str]
) -> tuple[tuple[Item, ...], ...]:
    """Return each section's fixed items in the author's order; () for a section that draws.

    Raises Refused for an item that is unknown, not ready, for practice only, kept out, or fixed twice.
    """
    pool = _found(banks, {id.casefold() for section in sections for id in section.items})
    seen: set[str] = set()
    found: list[tuple[Item, ...]] = []
    for section in sections:
        items = tuple(_fixed(id, section, pool.get(id.casefold()), excluded) for id in section.items)
        for item in items:
            if item.id in seen:
                raise Refused("item-twice", section=section.title, item=item.id)
            seen.add(item.id)
        found.append(items)
    return tuple(found)


def _found(banks: Sequence[ItemBank], ids: AbstractSet[str]) -> dict[str, tuple[ItemBank, Item]]:
    """Return what the pool has under these folded ids, whatever its status."""
    if not ids:
        return {}
    return {item.id.casefold(): (bank, item) for bank in banks for item in bank.items if item.id.casefold() in ids}


def _fixed(id: str, section: Section, found: tuple[ItemBank, Item] | None, excluded: AbstractSet[str]) -> Item:
    if found is None:
        raise Refused("item-unknown", section=section.title, item=id)
    bank, item = found
    if item.status != "ready":
        raise Refused("item-not-ready", section=section.title, item=item.id, status=item.status)
    if bank.use == "practice":
        raise Refused("item-for-practice", section=section.title, item=item.id, bank=bank.id)
    if item.is_among(excluded):
        raise Refused("item-excluded", section=section.title, item=item.id)
    return item
