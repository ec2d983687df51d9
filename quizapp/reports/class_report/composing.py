"""What a report says: its chapters, one for each paper, and of several a first one with everybody's totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.appendix import appendix_section
from quizapp.reports.class_report.corrections import correction_section
from quizapp.reports.class_report.findings import Findings, ReportFindings, Said
from quizapp.reports.class_report.heading import class_facts, paper_facts, paper_title
from quizapp.reports.class_report.limits import FEWEST
from quizapp.reports.class_report.numbers import class_section
from quizapp.reports.class_report.overview import overview_sections
from quizapp.reports.class_report.people import people_section
from quizapp.reports.class_report.questions import question_section
from quizapp.reports.class_report.spread import spread_section
from quizapp.reports.class_report.topics import topic_section
from quizapp.reports.class_report.units import unit_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.reports.class_report.findings import Section
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted

SIGNED = ("made_by", "checked_by", "date")


def compose(material: ClassMaterial, wanted: Wanted) -> ReportFindings:
    """Return what the report of one paper says, or of several."""
    chapters = tuple(_chapter(material, paper, wanted) for paper in material.papers)
    if not material.has_first_page:
        return ReportFindings(title=chapters[0].title, chapters=chapters)
    first = _overview(material, wanted)
    return ReportFindings(title=first.title, chapters=(first, *chapters))


def _chapter(material: ClassMaterial, paper: PaperMaterial, wanted: Wanted) -> Findings:
    found = paper.analysis
    has_numbers = wanted.is_whole and found is not None and found.analysis.test.candidates >= FEWEST
    return Findings(
        title=paper_title(paper, wanted),
        above=material.title,
        facts=tuple(paper_facts(material, paper)),
        sections=tuple(_sections(paper, wanted)),
        signed=tuple(Said(f"report.{name}") for name in SIGNED),
        appendix=appendix_section(found.analysis.test, paper.summary.everybody.mean) if found and has_numbers else None,
    )


def _sections(paper: PaperMaterial, wanted: Wanted) -> Iterator[Section]:
    """Give the parts that this report may have: what could tell one person's marks stands in the whole one alone."""
    is_marked = bool(paper.summary.everybody.scores)
    yield class_section(paper, wanted)
    if is_marked and wanted.is_whole:
        yield spread_section(paper)
    yield people_section(paper, wanted)
    if is_marked and not wanted.public:
        yield from _of_answers(paper)
    if paper.corrections:
        yield correction_section(paper.corrections, paper.hidden)


def _of_answers(paper: PaperMaterial) -> Iterator[Section]:
    """Give what the answers say of topics, units and questions."""
    if paper.topics:
        yield topic_section(paper.topics, paper.summary.everybody.marked)
    if len(paper.summary.units) > 1:
        yield unit_section(paper.summary.units)
    if paper.analysis is not None and paper.analysis.analysis.items:
        yield question_section(paper.analysis)


def _overview(material: ClassMaterial, wanted: Wanted) -> Findings:
    return Findings(
        title=Said("report.all_title_public" if wanted.public else "report.all_title"),
        above=material.title,
        facts=tuple(class_facts(material)),
        sections=tuple(overview_sections(material, wanted)),
        signed=tuple(Said(f"report.{name}") for name in SIGNED),
    )
