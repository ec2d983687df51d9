"""Which topics the class knows well, and which not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.class_report.findings import Grid, Head, Said, Section
from quizapp.reports.class_report.limits import THIN
from quizapp.reports.class_report.numbers import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.domain.analysis.topics import TopicShare
    from quizapp.reports.class_report.findings import Part

_HEADS = (
    Head(Said("report.head_topic"), "left", 8),
    Head(Said("report.questions"), "right", 2),
    Head(Said("report.responses"), "right", 2),
    Head(Said("report.earned"), "right", 2),
    Head("", "left", 4),
)


def topic_section(topics: Sequence[TopicShare], people: int) -> Section:
    """Return the topics, the weakest first, with the weakest and the strongest in a sentence; of a few, no verdict."""
    return Section(Said("report.topics"), tuple(_parts(topics, people)))


def _parts(topics: Sequence[TopicShare], people: int) -> Iterator[Part]:
    firm = [topic for topic in topics if topic.questions >= THIN]
    if len(firm) > 1 and firm[0].share < firm[-1].share:
        few = is_small(people)
        yield Said("report.lowest_topic" if few else "report.weakest", _values(firm[0]))
        yield Said("report.highest_topic" if few else "report.strongest", _values(firm[-1]))
        if few:
            yield Said("report.small_topics", {"count": people})
    thin = len(topics) - len(firm)
    if thin:
        yield Said("report.thin_topics" if firm else "report.all_thin", {"count": thin, "least": THIN})
    yield Grid(_HEADS if thin else _HEADS[:-1], tuple(_row(topic)[: 5 if thin else 4] for topic in topics))


def _values(topic: TopicShare) -> dict[str, object]:
    return {"topic": topic.title, "count": topic.questions, "share": percent(topic.share)}


def _row(topic: TopicShare) -> tuple[str | int | Said | None, ...]:
    note = Said("report.thin") if topic.questions < THIN else None
    return (topic.title, topic.questions, topic.responses, percent(topic.share), note)
