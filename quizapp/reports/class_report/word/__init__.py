"""The report as a Word document laid out as official documents are (GB/T 9704). Needs python-docx, the extra `word`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents import word

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.class_report.findings import ReportFindings


def check() -> None:
    """Refuse where python-docx is not installed. Raises Refused."""
    word.check("report-needs-word")


def write_document(report: ReportFindings, language: Language) -> bytes:
    """Return the report as the bytes of a .docx file. Raises Refused where python-docx is not installed."""
    check()
    from quizapp.reports.class_report.findings import told
    from quizapp.reports.class_report.word.chapters import add_chapter
    from quizapp.reports.class_report.word.document import new_document

    document = new_document(told(report.title, language), language)
    for place, found in enumerate(report.chapters):
        add_chapter(document, found, language, is_first=place == 0)
    return word.as_bytes(document)
