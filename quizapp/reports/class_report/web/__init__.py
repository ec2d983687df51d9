"""The report as one page of HTML: no scripts, nothing from elsewhere, made for A4 and for reading on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import whole_page
from quizapp.reports.class_report.findings import told
from quizapp.reports.class_report.web.pages import chapter
from quizapp.reports.class_report.web.style import STYLE, foot

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.class_report.findings import ReportFindings


def write_page(report: ReportFindings, language: Language) -> bytes:
    """Return the report as the bytes of an HTML file."""
    body = "\n".join(chapter(one, language) for one in report.chapters)
    return whole_page(told(report.title, language), STYLE + foot(language), body, language)
