"""Word: A4 pages that a school can go on editing. Needs python-docx, the extra `word`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents import word_file

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedPaper


def check() -> None:
    """Refuse where python-docx is not installed. Raises Refused."""
    word_file.check_word("print-needs-word")


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of a .docx file. Raises Refused where python-docx is not installed."""
    check()
    from quizapp.prints.word_layout import new_document, next_part
    from quizapp.prints.word_paper import add_key, add_paper, add_sheet

    document = new_document(paper, language)
    keyed = [form for form in paper.forms if form.keys]
    is_only = len(paper.forms) + len(keyed) == 1
    for place, form in enumerate(paper.forms):
        name = form.letter and language.say("print.form_short", letter=form.letter)
        next_part(document, name, place, language, is_only=is_only)
        add_paper(document, paper, form, language)
        document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx does not say
        add_sheet(document, paper, form, language)
    for place, form in enumerate(keyed, len(paper.forms)):
        next_part(document, language.say("print.key"), place, language, is_only=is_only)
        add_key(document, paper, form, language)
    return word_file.document_bytes(document)
