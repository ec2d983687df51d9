"""What a class earned of each topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from quizapp.domain.analysis.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShare:
    """One topic of a paper."""

    topic: str
    title: str
    questions: int
    """Items that were asked of it, each once whatever the forms."""
    responses: int
    """Answers that it was asked, empty ones included."""
    share: Fraction
    """What was earned of what could be, within [0, 1]: penalties take nothing below nothing."""


@dataclass(slots=True)
class _Sum:
    items: set[str] = field(default_factory=set)
    responses: int = 0
    earned: Fraction = Fraction(0)
    full: Fraction = Fraction(0)


def shares_of_topics(
    sheets: Iterable[Sheet], topics: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[TopicShare, ...]:
    """Return the topics, the weakest first, those of equal shares by their ids.

    `topics` are by item, `titles` by topic. What has no topic is left out, and so is an item whose marks everybody is
    given by a correction: it says nothing of what is known. Dropped items are on no sheet.
    """
    sums: dict[str, _Sum] = {}
    for sheet in sheets:
        for item, marks in zip(sheet.form.items, sheet.marks, strict=True):
            topic = topics.get(item.item, "")
            if not topic or item.is_given:
                continue
            found = sums.setdefault(topic, _Sum())
            found.items.add(item.item)
            found.responses += 1
            found.earned += marks
            found.full += item.marks
    shares = [_share(topic, titles.get(topic, topic), found) for topic, found in sums.items()]
    return tuple(sorted(shares, key=lambda share: (share.share, share.topic)))


def _share(topic: str, title: str, found: _Sum) -> TopicShare:
    return TopicShare(
        topic=topic,
        title=title,
        questions=len(found.items),
        responses=found.responses,
        share=max(found.earned, Fraction(0)) / found.full,
    )
