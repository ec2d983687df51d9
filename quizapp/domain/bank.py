"""A bank: a file of items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.item import Item

Use = Literal["any", "practice", "exam"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBank:
    """The items of one file, in its order."""

    id: str
    title: str
    course: str = "course"
    use: Use = "any"
    items: tuple[Item, ...] = ()

    @property
    def every(self) -> Iterator[Item]:
        """All items in the order of their file, those of a case behind it."""
        for item in self.items:
            yield item
            yield from item.parts

    @property
    def ready(self) -> tuple[Item, ...]:
        """The items that may be drawn."""
        return tuple(item for item in self.items if item.status == "ready")
