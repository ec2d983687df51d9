"""HTML made for A4: one file that needs nothing else, no scripts, to be printed from any browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, whole_page
from quizapp.prints.web.key import key_pages
from quizapp.prints.web.pages import paper_pages
from quizapp.prints.web.sheet import sheet_pages
from quizapp.prints.web.style import style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedPaper


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of an HTML file."""
    return whole_page(paper.title, style(paper, language), "\n".join(_pages(paper, language)), language)


def _pages(paper: PrintedPaper, language: Language) -> Iterator[str]:
    """Give every form with its answer sheet, then the keys, apart."""
    for form in paper.forms:
        inner = paper_pages(paper, form, language) + sheet_pages(paper, form, language)
        yield element("article", inner, f"form form-{form.letter or 'A'}")
    for form in paper.forms:
        if form.keys:
            yield element("article", key_pages(paper, form, language), "form key")
