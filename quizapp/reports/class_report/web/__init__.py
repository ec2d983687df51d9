"""The report as one page of HTML: no scripts, nothing from elsewhere, made for A4 and for reading on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import told
from quizapp.reports.class_report.web.marks import text
from quizapp.reports.class_report.web.pages import chapter
from quizapp.reports.class_report.web.style import STYLE, foot

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.class_report.findings import ReportFindings

_PAGE = """<!DOCTYPE html>
<html lang="{tongue}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def write_page(report: ReportFindings, language: Language) -> bytes:
    """Return the report as the bytes of an HTML file."""
    page = _PAGE.format(
        tongue="zh-CN" if language.tongue == "zh" else "en",
        title=text(told(report.title, language)),
        style=STYLE + foot(language),
        body="\n".join(chapter(one, language) for one in report.chapters),
    )
    return page.encode("utf-8", "replace")
