"""A bank, which is a file of items; and the course with its tree of topics that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One node of the tree; its id is its own and those above it, joined by dots."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is taught: topics in the author's order, each before those under it."""

    id: str
    title: str
    topics: tuple[Topic, ...] = ()

    def topic(self, wanted: str) -> Topic | None:
        """Return the topic of that id, or of that title where only one has it."""
        folded = wanted.casefold()
        for topic in self.topics:
            if topic.id.casefold() == folded:
                return topic
        titled = [topic for topic in self.topics if topic.title == wanted]
        return titled[0] if len(titled) == 1 else None


def is_within(topic: str, above: str) -> bool:
    """Return whether a topic is `above` or stands under it."""
    return topic == above or topic.startswith(above + ".")


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
