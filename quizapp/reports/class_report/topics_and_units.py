"""What the class knows well and what not: topics, units side by side, questions that somebody should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import SMALL_CLASS, is_small
from quizapp.reports.analysis_sentences import urgent
from quizapp.reports.class_report.findings import FEWEST, THIN, ColumnHead, Grid, ItemSaid, ReportSection, Said
from quizapp.reports.class_report.results import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.domain.analysis.class_answers import TopicShare
    from quizapp.reports.class_report.findings import Part, Text
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.analysis.paper_summary import ClassPart as Unit


_TOPIC_HEADS = (
    ColumnHead(Said("report.head_topic"), "left", 8),
    ColumnHead(Said("report.questions"), "right", 2),
    ColumnHead(Said("report.responses"), "right", 2),
    ColumnHead(Said("report.earned"), "right", 2),
    ColumnHead("", "left", 4),
)


def topic_section(topics: Sequence[TopicShare], people: int) -> ReportSection:
    """Return the topics, the weakest first, with the weakest and the strongest in a sentence; of a few, no verdict."""
    return ReportSection(Said("report.topics"), tuple(_topic_parts(topics, people)))


def _topic_parts(topics: Sequence[TopicShare], people: int) -> Iterator[Part]:
    firm = [topic for topic in topics if topic.questions >= THIN]
    if len(firm) > 1 and firm[0].share < firm[-1].share:
        few = is_small(people)
        yield Said("report.lowest_topic" if few else "report.weakest", _topic_values(firm[0]))
        yield Said("report.highest_topic" if few else "report.strongest", _topic_values(firm[-1]))
        if few:
            yield Said("report.small_topics", {"count": people})
    thin = len(topics) - len(firm)
    if thin:
        yield Said("report.thin_topics" if firm else "report.all_thin", {"count": thin, "least": THIN})
    yield Grid(
        _TOPIC_HEADS if thin else _TOPIC_HEADS[:-1], tuple(_topic_row(topic)[: 5 if thin else 4] for topic in topics)
    )


def _topic_values(topic: TopicShare) -> dict[str, object]:
    return {"topic": topic.title, "count": topic.questions, "share": percent(topic.share)}


def _topic_row(topic: TopicShare) -> tuple[str | int | Said | None, ...]:
    note = Said("report.thin") if topic.questions < THIN else None
    return (topic.title, topic.questions, topic.responses, percent(topic.share), note)


_UNIT_HEADS = (
    ColumnHead(Said("report.head_unit"), "left", 7),
    ColumnHead(Said("report.expected"), "right", 2),
    ColumnHead(Said("report.marked"), "right", 2),
    ColumnHead(Said("report.mean"), "right", 2),
    ColumnHead(Said("report.passing"), "right", 2),
    ColumnHead(Said("report.pass_rate"), "right", 2),
)


def unit_section(units: Sequence[Unit]) -> ReportSection:
    """Return the units, the highest mean first among those of which a mean says something, the others by name."""
    return ReportSection(Said("report.units"), tuple(_unit_parts(units)))


def _unit_parts(units: Sequence[Unit]) -> Iterator[Part]:
    firm = [unit for unit in units if unit.tally.marked >= FEWEST]
    few = sorted((unit for unit in units if unit.tally.marked < FEWEST), key=lambda unit: (not unit.name, unit.name))
    if len(firm) > 1 and firm[0].tally.mean != firm[-1].tally.mean:
        yield Said("report.highest_unit", _unit_values(firm[0]))
        yield Said("report.lowest_unit", _unit_values(firm[-1]))
        if any(is_small(unit.tally.marked) for unit in firm):
            yield Said("report.units_differ")
    if few:
        yield Said("report.few_in_unit" if firm else "report.all_few", {"count": len(few), "least": FEWEST})
    yield Grid(_UNIT_HEADS, tuple(_unit_row(unit) for unit in (*firm, *few)))


def _unit_values(unit: Unit) -> dict[str, object]:
    return {"unit": _name(unit), "count": unit.tally.marked, "mean": unit.tally.mean}


def _unit_row(unit: Unit) -> tuple[Text | None, ...]:
    """Return a unit's row; of a handful neither mean nor share, which would be one person's marks."""
    tally = unit.tally
    counts = (_name(unit), tally.expected, tally.marked)
    if tally.marked < FEWEST:
        return (*counts, None, tally.passed, None)
    return (*counts, tally.mean, tally.passed, percent(tally.pass_share) if tally.pass_share is not None else None)


def _name(unit: Unit) -> Text:
    return unit.name or Said("report.no_unit")


def question_section(found: PaperAnalysis) -> ReportSection:
    """Return them, the most urgent first; no key is told that may not be."""
    return ReportSection(Said("report.items"), tuple(_question_parts(found)))


def _question_parts(found: PaperAnalysis) -> Iterator[Part]:
    if is_small(found.analysis.test.candidates):
        yield Said("analysis.small", {"least": SMALL_CLASS})
    if found.is_awaited:
        yield Said("analysis.awaited")
    elif not found.is_whole:
        hidden = sum(not found.may_show_options(item) for item in found.analysis.items)
        yield Said("analysis.sitting", {"count": hidden})
    first = urgent(found.analysis.items)
    yield from (ItemSaid(item, found.may_show_options(item)) for item in first)
    if not first:
        yield Said("report.no_items")
