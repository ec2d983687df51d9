"""An export as a class report: a chapter for each paper, and of several papers a first page.

As a page, as a Word document laid out as official documents are (GB/T 9704; it needs python-docx, the extra `word`), as
lines for a chat.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.documents import word_file
from quizapp.domain.analysis.verdicts import SMALL_CLASS, is_small
from quizapp.reports.class_report.end_matter import appendix_section, correction_section
from quizapp.reports.class_report.findings import FEWEST, ClassReport, Joined, ReportChapter, Said, in_words
from quizapp.reports.class_report.material import material_of, wanted_of
from quizapp.reports.class_report.people import overview_sections, people_section
from quizapp.reports.class_report.results import (
    attendance,
    class_facts,
    class_section,
    paper_facts,
    paper_title,
    percent,
    spread_section,
    still_open,
)
from quizapp.reports.class_report.topics_and_units import question_section, topic_section, unit_section
from quizapp.reports.class_report.web import write_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import ReportSection, Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, ReportWishes
    from quizapp.services.scores.score_export import Export


SIGNED = ("made_by", "checked_by", "date")


def compose(material: ClassMaterial, wanted: ReportWishes) -> ClassReport:
    """Return what the report of one paper says, or of several."""
    chapters = tuple(_chapter(material, paper, wanted) for paper in material.papers)
    if not material.has_first_page:
        return ClassReport(title=chapters[0].title, chapters=chapters)
    first = _overview(material, wanted)
    return ClassReport(title=first.title, chapters=(first, *chapters))


def _chapter(material: ClassMaterial, paper: PaperMaterial, wanted: ReportWishes) -> ReportChapter:
    found = paper.analysis
    has_numbers = wanted.is_whole and found is not None and found.analysis.test.candidates >= FEWEST
    return ReportChapter(
        title=paper_title(paper, wanted),
        above=material.title,
        facts=tuple(paper_facts(material, paper)),
        sections=tuple(_sections(paper, wanted)),
        signed=tuple(Said(f"report.{name}") for name in SIGNED),
        appendix=appendix_section(found.analysis.test, paper.summary.everybody.mean) if found and has_numbers else None,
    )


def _sections(paper: PaperMaterial, wanted: ReportWishes) -> Iterator[ReportSection]:
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


def _of_answers(paper: PaperMaterial) -> Iterator[ReportSection]:
    """Give what the answers say of topics, units and questions."""
    if paper.topics:
        yield topic_section(paper.topics, paper.summary.everybody.marked)
    if len(paper.summary.units) > 1:
        yield unit_section(paper.summary.units)
    if paper.analysis is not None and paper.analysis.analysis.items:
        yield question_section(paper.analysis)


def _overview(material: ClassMaterial, wanted: ReportWishes) -> ReportChapter:
    return ReportChapter(
        title=Said("report.all_title_public" if wanted.public else "report.all_title"),
        above=material.title,
        facts=tuple(class_facts(material)),
        sections=tuple(overview_sections(material, wanted)),
        signed=tuple(Said(f"report.{name}") for name in SIGNED),
    )


def as_page(export: Export, language: Language) -> bytes:
    """Return an HTML file. Raises QuizError where something of the export cannot be read."""
    return write_page(compose(material_of(export), wanted_of(export)), language)


def as_document(export: Export, language: Language) -> bytes:
    """Return a .docx file. Raises Refused without python-docx, QuizError where something cannot be read."""

    check()
    return write_document(compose(material_of(export), wanted_of(export)), language)


def as_lines(export: Export, language: Language) -> bytes:
    """Return four lines of text for each paper. Raises QuizError where something of the export cannot be read."""

    return write_chat(material_of(export), wanted_of(export), language)


def write_chat(material: ClassMaterial, wanted: ReportWishes, language: Language) -> bytes:
    """Return four lines for each paper, an empty one between two."""
    papers = ("\n".join(_line(line, language) for line in lines_of(material, one, wanted)) for one in material.papers)
    return ("\n\n".join(papers) + "\n").encode("utf-8", "replace")


def lines_of(material: ClassMaterial, paper: PaperMaterial, wanted: ReportWishes) -> tuple[Text, ...]:
    """Return the four."""
    tally = paper.summary.everybody
    facts = tuple(fact for fact in paper_facts(material, replace(paper, entered=None)) if fact != material.organiser)
    title = paper_title(paper, wanted)
    first = Said("report.chat_title", {"title": title, "facts": Joined(facts, "report.and")}) if facts else title
    return (first, attendance(tally, wanted), _scores(paper, wanted), _last(paper))


def _scores(paper: PaperMaterial, wanted: ReportWishes) -> Text:
    """Return mean, highest and shares; of a handful nothing that would be one person's."""
    tally = paper.summary.everybody
    if tally.mean is None or tally.pass_share is None or tally.excellent_share is None:
        return Said("report.no_scores")
    if tally.marked < FEWEST:
        return Said("report.chat_few", {"count": tally.marked})
    values = {
        "mean": tally.mean,
        "highest": tally.scores[0],
        "passed": percent(tally.pass_share),
        "excellent": percent(tally.excellent_share),
    }
    scored = Said("report.chat_scores" if wanted.is_whole else "report.chat_means", values)
    if not is_small(tally.marked):
        return scored
    return Joined((scored, Said("report.chat_small", {"least": SMALL_CLASS})), "report.and_then")


def _last(paper: PaperMaterial) -> Text:
    """Return what is left to do, or that nothing is, with how many passed where they are not a handful."""
    left = tuple(still_open(paper))
    if left:
        return Joined(left, "report.and_then")
    tally = paper.summary.everybody
    if not tally.scores:
        return Said("report.chat_nothing_left")
    if tally.marked < FEWEST:
        return Said("report.chat_all_marked")
    return Said("report.chat_done", {"passed": tally.passed, "excellent": tally.excellent})


def _line(line: Text, language: Language) -> str:
    return " ".join(in_words(line, language).split())


def check() -> None:
    """Refuse where python-docx is not installed. Raises Refused."""
    word_file.check_word("report-needs-word")


def write_document(report: ClassReport, language: Language) -> bytes:
    """Return the report as the bytes of a .docx file. Raises Refused where python-docx is not installed."""
    check()
    from quizapp.reports.class_report.word_chapters import add_chapter
    from quizapp.reports.class_report.word_layout import new_document

    document = new_document(in_words(report.title, language), language)
    for place, found in enumerate(report.chapters):
        add_chapter(document, found, language, is_first=place == 0)
    return word_file.document_bytes(document)
