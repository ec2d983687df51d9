"""What the class knows well and what not: topics, units side by side, questions that somebody should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import GridColumn
from quizapp.domain.analysis.verdicts import SMALL_CLASS, is_small
from quizapp.reports.analysis_sentences import urgent
from quizapp.reports.class_report.wording import FEWEST, THIN, ReportPart, column, grid, item_said, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.documents.page import Block
    from quizapp.domain.analysis.class_answers import TopicShare
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.analysis.paper_summary import ClassPart as Unit


def topic_part(topics: Sequence[TopicShare], people: int, language: Language) -> ReportPart:
    """Return the topics, the weakest first, with the weakest and the strongest in a sentence; of a few, no verdict."""
    return ReportPart(language.say("report.topics"), tuple(_topic_blocks(topics, people, language)))


def _topic_blocks(topics: Sequence[TopicShare], people: int, language: Language) -> Iterator[str | Block]:
    say = language.say

    def said(code: str, topic: TopicShare) -> str:
        return say(f"report.{code}", topic=topic.title, count=topic.questions, share=percent(topic.share))

    firm = [topic for topic in topics if topic.questions >= THIN]
    if len(firm) > 1 and firm[0].share < firm[-1].share:
        few = is_small(people)
        yield said("lowest_topic" if few else "weakest", firm[0])
        yield said("highest_topic" if few else "strongest", firm[-1])
        if few:
            yield say("report.small_topics", count=people)
    thin = len(topics) - len(firm)
    if thin:
        yield say("report.thin_topics" if firm else "report.all_thin", count=thin, least=THIN)
    heads = [
        column(language, "head_topic", "left", 8),
        column(language, "questions", "right", 2),
        column(language, "responses", "right", 2),
        column(language, "earned", "right", 2),
        *([GridColumn("", "left", 4)] if thin else []),
    ]
    rows = ((one.title, one.questions, one.responses, percent(one.share), _note(one, language)) for one in topics)
    yield grid(heads, (row[: len(heads)] for row in rows), language)


def _note(topic: TopicShare, language: Language) -> str:
    return language.say("report.thin") if topic.questions < THIN else ""


def unit_part(units: Sequence[Unit], language: Language) -> ReportPart:
    """Return the units, the highest mean first among those of which a mean says something, the others by name."""
    return ReportPart(language.say("report.units"), tuple(_unit_blocks(units, language)))


def _unit_blocks(units: Sequence[Unit], language: Language) -> Iterator[str | Block]:
    say = language.say

    def said(code: str, unit: Unit) -> str:
        return say(f"report.{code}", unit=_name(unit, language), count=unit.tally.marked, mean=unit.tally.mean)

    firm = [unit for unit in units if unit.tally.marked >= FEWEST]
    few = sorted((unit for unit in units if unit.tally.marked < FEWEST), key=lambda unit: (not unit.name, unit.name))
    if len(firm) > 1 and firm[0].tally.mean != firm[-1].tally.mean:
        yield said("highest_unit", firm[0])
        yield said("lowest_unit", firm[-1])
        if any(is_small(unit.tally.marked) for unit in firm):
            yield say("report.units_differ")
    if few:
        yield say("report.few_in_unit" if firm else "report.all_few", count=len(few), least=FEWEST)
    numbers = ("expected", "marked", "mean", "passing", "pass_rate")
    heads = [column(language, "head_unit", "left", 7), *(column(language, one, "right", 2) for one in numbers)]
    yield grid(heads, (_unit_row(unit, language) for unit in (*firm, *few)), language)


def _unit_row(unit: Unit, language: Language) -> tuple[object, ...]:
    """Return a unit's row; of a handful neither mean nor share, which would be one person's marks."""
    tally = unit.tally
    counts = (_name(unit, language), tally.expected, tally.marked)
    if tally.marked < FEWEST:
        return (*counts, None, tally.passed, None)
    return (*counts, tally.mean, tally.passed, percent(tally.pass_share) if tally.pass_share is not None else None)


def _name(unit: Unit, language: Language) -> str:
    return unit.name or language.say("report.no_unit")


def question_part(found: PaperAnalysis, language: Language) -> ReportPart:
    """Return them, the most urgent first; no key is told that may not be."""
    return ReportPart(language.say("report.items"), tuple(_question_sentences(found, language)))


def _question_sentences(found: PaperAnalysis, language: Language) -> Iterator[str]:
    if is_small(found.analysis.test.candidates):
        yield language.say("analysis.small", least=SMALL_CLASS)
    if found.is_awaited:
        yield language.say("analysis.awaited")
    elif not found.is_whole:
        hidden = sum(not found.may_show_options(item) for item in found.analysis.items)
        yield language.say("analysis.sitting", count=hidden)
    first = urgent(found.analysis.items)
    yield from (item_said(found, item, language) for item in first)
    if not first:
        yield language.say("report.no_items")
