"""HTML made for A4: one file that needs nothing else, no scripts, to be printed from any browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.prints.web.key import key_pages
from quizapp.prints.web.marks import element, text
from quizapp.prints.web.pages import paper_pages
from quizapp.prints.web.sheet import sheet_pages
from quizapp.prints.web.style import style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedPaper

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


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of an HTML file."""
    page = _PAGE.format(
        tongue="zh-CN" if language.tongue == "zh" else "en",
        title=text(paper.title),
        style=style(paper, language),
        body="\n".join(_pages(paper, language)),
    )
    return page.encode("utf-8", "replace")


def _pages(paper: PrintedPaper, language: Language) -> Iterator[str]:
    """Give every form with its answer sheet, then the keys, apart."""
    for form in paper.forms:
        inner = paper_pages(paper, form, language) + sheet_pages(paper, form, language)
        yield element("article", inner, f"form form-{form.letter or 'A'}")
    for form in paper.forms:
        if form.keys:
            yield element("article", key_pages(paper, form, language), "form key")
