"""A chapter of the report in the document: head, sections, lines to sign, appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Pt

from quizapp.documents.word.texts import safe
from quizapp.reports.class_report.findings import Chart, Grid, People, Sub, told
from quizapp.reports.class_report.numbering import numbered, numbered_sub
from quizapp.reports.class_report.word.paragraphs import LINE_PITCH, add_body, add_centred
from quizapp.reports.class_report.word.rows import add_names, add_signed
from quizapp.reports.class_report.word.tables import add_chart, add_grid

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from quizapp.documents.word.texts import safe
    from quizapp.language import Language
from quizapp.reports.class_report.findings import Findings, Section


def add_chapter(document: WordDocument, found: Findings, language: Language, *, is_first: bool) -> None:
    """Add one paper's pages, on a page of their own."""
    above, facts = told(found.above, language), [told(fact, language) for fact in found.facts]
    lines = [add_centred(document, above, "Subtitle")] if above else []
    lines.append(add_centred(document, told(found.title, language), "Title"))
    lines[0].paragraph_format.page_break_before = not is_first
    lines += [add_centred(document, fact, "Subtitle") for fact in facts]
    lines[-1].paragraph_format.space_after = Pt(LINE_PITCH / 2)
    for number, section in enumerate(found.sections, 1):
        _add_section(document, section, number, language)
    if found.signed:
        add_signed(document, [language.say("report.field", name=told(name, language)) for name in found.signed])
    if found.appendix is not None:
        _add_section(document, found.appendix, 0, language)


def _add_section(document: WordDocument, section: Section, number: int, language: Language) -> None:
    head = document.add_paragraph(safe(numbered(section.title, number, language)), style="Heading 1")
    head.paragraph_format.page_break_before = number == 0
    subs = 0
    for part in section.parts:
        match part:
            case Grid():
                add_grid(document, part, language)
            case Chart():
                add_chart(document, part, language)
            case Sub():
                subs += 1
                document.add_paragraph(safe(numbered_sub(part.title, subs, language)), style="Heading 2")
            case People():
                add_names(document, [told(name, language) for name in part.names])
            case _:
                add_body(document, told(part, language))
