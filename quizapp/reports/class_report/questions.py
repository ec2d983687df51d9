"""The questions that somebody should look at, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.suspicion import SMALL_CLASS
from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.analysis_sentences import urgent
from quizapp.reports.class_report.findings import ItemSaid, Said, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.reports.class_report.findings import Part
    from quizapp.services.analysing import PaperAnalysis


def question_section(found: PaperAnalysis) -> Section:
    """Return them, the most urgent first; no key is told that may not be."""
    return Section(Said("report.items"), tuple(_parts(found)))


def _parts(found: PaperAnalysis) -> Iterator[Part]:
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
