"""The answer sheet in Word: by section, a box or lines for every question."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt

from quizapp.documents.word.lines import add_table
from quizapp.documents.word.texts import safe
from quizapp.prints import wording
from quizapp.prints.word.document import TEXT_WIDTH
from quizapp.prints.word.pages import add_head, add_section_head, add_who
from quizapp.prints.word.paragraphs import add_blank, add_paragraph, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection

_BOX = "□ "
_LINE_HEIGHT = 9


def add_sheet(document: WordDocument, paper: PrintedPaper, form: PrintedForm, language: Language) -> None:
    """Add the answer sheet of a form."""
    add_who(document, form, language)
    add_head(document, paper, form, language, language.say("print.sheet"))
    for section in form.sections:
        add_section_head(document, section, language)
        for in_a_row, those in groupby(section.questions, key=lambda one: wording.IN_A_ROW.get(one.room.kind, 0)):
            questions = list(those)
            if not in_a_row:
                for question in questions:
                    _add_room(document, question, section, language)
                continue
            for start in range(0, len(questions), in_a_row):
                _add_boxes(document, questions[start : start + in_a_row], in_a_row)


def _add_boxes(document: WordDocument, questions: Sequence[PrintedQuestion], in_a_row: int) -> None:
    table = add_table(document, 2, [TEXT_WIDTH * 0.85 / in_a_row] * len(questions))
    for row, height in zip(table.rows, (6, _LINE_HEIGHT), strict=True):
        row.height = Mm(height)
    for cell, question in zip(table.rows[0].cells, questions, strict=True):
        fill(cell, str(question.number))
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _add_gap(document)


def _add_gap(document: WordDocument) -> None:
    """Part two tables, which would grow together."""
    add_paragraph(document).paragraph_format.line_spacing = Pt(6)


def _add_room(document: WordDocument, question: PrintedQuestion, section: PrintedSection, language: Language) -> None:
    line = add_paragraph(document, f"{question.number}．", after=4)
    room = question.room
    match room.kind:
        case "blanks":
            for _ in range(room.count):
                line.add_run("　")
                add_blank(line, 2)
        case "order":
            line.add_run(_BOX * room.count).font.size = Pt(22)
        case "pairs":
            for place in range(1, room.count + 1):
                line.add_run(f"{place} ")
                line.add_run(_BOX).font.size = Pt(22)
        case "number":
            add_blank(line, 2)
            line.add_run(safe(room.unit))
        case _:
            if section.each is None:
                line.add_run(language.say("print.marks", marks=question.marks))
            line.paragraph_format.keep_with_next = True
            _add_lines(document, room.count)


def _add_lines(document: WordDocument, count: int) -> None:
    table = add_table(document, count, [TEXT_WIDTH], sides=("bottom", "insideH"))
    for row in table.rows:
        row.height, row.height_rule = Mm(_LINE_HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    _add_gap(document)
