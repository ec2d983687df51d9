"""What a section asks of the banks: how many items, of which type, topics, tags and difficulty."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.domain.bank import ItemBank
from quizapp.domain.course import is_within
from quizapp.domain.item import Difficulty, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A recipe for a section's items. Ids are resolved: banks and topics stand by id, never by title."""

    type: str
    count: int
    banks: tuple[str, ...] = ()
    """Ids of the banks drawn from; empty is every bank of the pool."""
    topics: tuple[str, ...] = ()
    """Topics that items must be within; empty is any."""
    topic_counts: tuple[tuple[str, int], ...] = ()
    """How many of each topic; the counts add up to `count` and no topic stands within another."""
    tags: tuple[str, ...] = ()
    """All of which an item must have."""
    difficulty_counts: tuple[tuple[Difficulty, int], ...] = ()
    size: int | None = None
    """How many items each drawn case has."""

    def accepts(self, bank: ItemBank, item: Item) -> bool:
        """Return whether an item may be drawn at all, whatever has been drawn already."""
        return (
            self.type == item.TYPE
            and item.status == "ready"
            and (not self.banks or bank.id in self.banks)
            and self._is_on_topic(item)
            and all(tag in item.tags for tag in self.tags)
            and self.difficulty_cell(item) is not None
            and (self.size is None or len(item.parts) == self.size)
        )

    def topic_cell(self, item: Item) -> str | None:
        """Return the counted topic an item falls under, "" where topics are not counted, None where it fits none."""
        if not self.topic_counts:
            return ""
        return next((topic for topic, _ in self.topic_counts if is_within(item.topic, topic)), None)

    def difficulty_cell(self, item: Item) -> Difficulty | None:
        """Return the item's difficulty where difficulties are counted, "" where not, None where it is not asked for."""
        if not self.difficulty_counts:
            return ""
        return next((level for level, _ in self.difficulty_counts if level == item.difficulty), None)

    def _is_on_topic(self, item: Item) -> bool:
        if self.topics and not any(is_within(item.topic, topic) for topic in self.topics):
            return False
        return self.topic_cell(item) is not None
