"""An export as a class report: as a page, as a document, as lines for a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.composing import compose
from quizapp.reports.class_report.gathering import material_of, wanted_of

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_export import Export


def as_page(export: Export, language: Language) -> bytes:
    """Return an HTML file. Raises QuizError where something of the export cannot be read."""
    from quizapp.reports.class_report.web import write_page

    return write_page(compose(material_of(export), wanted_of(export)), language)


def as_document(export: Export, language: Language) -> bytes:
    """Return a .docx file. Raises Refused without python-docx, QuizError where something cannot be read."""
    from quizapp.reports.class_report.word import check, write_document

    check()
    return write_document(compose(material_of(export), wanted_of(export)), language)


def as_lines(export: Export, language: Language) -> bytes:
    """Return four lines of text for each paper. Raises QuizError where something of the export cannot be read."""
    from quizapp.reports.class_report.chat import write_chat

    return write_chat(material_of(export), wanted_of(export), language)
