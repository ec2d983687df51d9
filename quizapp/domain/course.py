"""The course and its tree of topics."""

from __future__ import annotations

from dataclasses import dataclass


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
