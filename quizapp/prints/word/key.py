"""The key and the rationale of a form in Word, on pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm

from quizapp.prints import wording
from quizapp.prints.word.pages import add_head, add_section_head
from quizapp.prints.word.paragraphs import HANGING, add_paragraph, add_run, keep_with_next

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedKey, PrintedPaper


def add_key(document: WordDocument, paper: PrintedPaper, form: PrintedForm, language: Language) -> None:
    """Add what the markers read."""
    add_head(document, paper, form, language, language.say("print.key"))
    for section in form.sections:
        add_section_head(document, section, language)
        groups = wording.key_groups(section, form.keys, language)
        if groups:
            add_paragraph(document, "　　".join(groups), after=3)
        asked = {question.number for question in section.questions}
        for key in form.keys:
            if key.number in asked:
                _add_one(document, key, language, is_grouped=bool(groups))


def _add_one(document: WordDocument, key: PrintedKey, language: Language, *, is_grouped: bool) -> None:
    notes = list(wording.key_notes(key, language))
    if is_grouped and not notes:
        return
    first = add_paragraph(document, f"{key.number}．")
    add_run(first, wording.key_answer(key, language)).bold = True
    more = [add_paragraph(document, note) for note in notes]
    for paragraph in more:
        paragraph.paragraph_format.left_indent = Mm(HANGING)
    keep_with_next([first, *more])
