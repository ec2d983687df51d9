"""The pages of a form in Word: its head, and its sections with their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from quizapp.documents.word.lines import add_border, add_table
from quizapp.documents.word.texts import safe
from quizapp.prints import wording
from quizapp.prints.word.document import TEXT_WIDTH
from quizapp.prints.word.paragraphs import (
    HANGING,
    NOTE_FONT,
    add_blank,
    add_paragraph,
    add_run,
    add_stem,
    fill,
    keep_with_next,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection

LINE = 82
"""Cells of a line beside a question's number, at the size of the text."""
LETTER_INDENT = 7


def add_paper(document: WordDocument, paper: PrintedPaper, form: PrintedForm, language: Language) -> None:
    """Add what the candidate reads."""
    add_who(document, form, language)
    add_head(document, paper, form, language)
    _add_scores(document, form, language)
    _add_notice(document, paper, language)
    for section in form.sections:
        add_section_head(document, section, language)
        rules = wording.section_rules(section, language)
        if rules:
            said = add_paragraph(document)
            add_run(said, rules, NOTE_FONT)
            said.paragraph_format.keep_with_next = True
        for question in section.questions:
            _add_case(document, question, language)
            _add_question(document, question, section, language)


def add_who(document: WordDocument, form: PrintedForm, language: Language) -> None:
    """Add the lines for who it is, above the line that is sealed."""
    id, name, unit = form.candidate
    line = add_paragraph(document)
    for field, value in (("name", name), ("id", id), ("unit", unit)):
        line.add_run(language.say(f"print.{field}") + " ")
        if value:
            line.add_run(safe(f"　{value}　")).underline = True
        else:
            add_blank(line, 2 if field == "unit" else 1)
        line.add_run("　　")
    seal = add_paragraph(document, language.say("print.seal"), after=8)
    seal.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_border(seal, "bottom", "dashed")


def add_head(
    document: WordDocument, paper: PrintedPaper, form: PrintedForm, language: Language, what: str = ""
) -> None:
    """Add the title of a page that begins a part, and below it what the part is."""
    lines: list[Paragraph] = []
    if paper.course:
        lines.append(add_paragraph(document))
        add_run(lines[0], paper.course, NOTE_FONT)
    lines.append(add_paragraph(document, wording.title(paper, form, language), style="Title"))
    if what:
        lines.append(add_paragraph(document, what, style="Heading 1"))
    facts = [*([] if what else wording.facts(paper, form, language)), language.say("print.digest", digest=form.digest)]
    lines.append(add_paragraph(document, after=6))
    add_run(lines[-1], "　　".join(facts), NOTE_FONT)
    for line in lines:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def add_section_head(document: WordDocument, section: PrintedSection, language: Language) -> None:
    """Add a section's title with what it is worth; it stays with what follows."""
    head = add_paragraph(document, section.title, style="Heading 2", after=2)
    add_run(head, wording.section_count(section, language), NOTE_FONT)
    head.paragraph_format.keep_with_next = True


def _add_scores(document: WordDocument, form: PrintedForm, language: Language) -> None:
    names = [*wording.ordinals(form, language), language.say("print.total")]
    table = add_table(document, 3, [TEXT_WIDTH / (len(names) + 1)] * (len(names) + 1))
    for row, label in zip(table.rows, ("number", "score", "marker"), strict=True):
        row.height = Mm(8)
        cells = [language.say(f"print.{label}"), *(names if label == "number" else [""] * len(names))]
        for cell, text in zip(row.cells, cells, strict=True):
            fill(cell, text)


def _add_notice(document: WordDocument, paper: PrintedPaper, language: Language) -> None:
    head = add_paragraph(document)
    head.paragraph_format.space_before = Mm(3)
    add_run(head, language.say("print.notice")).bold = True
    head.paragraph_format.keep_with_next = True
    for number, line in enumerate(wording.notice(paper, language), 1):
        add_paragraph(document, f"{number}．{line}")


def _add_case(document: WordDocument, question: PrintedQuestion, language: Language) -> None:
    if not question.stimulus:
        return
    lead = add_paragraph(document)
    add_run(lead, wording.case_lead(question, language), NOTE_FONT)
    material = add_paragraph(document, question.stimulus, after=3)
    material.paragraph_format.left_indent = Mm(4)
    add_border(material, "left", "single")
    for paragraph in (lead, material):
        paragraph.paragraph_format.keep_with_next = True


def _add_question(
    document: WordDocument, question: PrintedQuestion, section: PrintedSection, language: Language
) -> None:
    stem = add_stem(document, question.number, question.stem, wording.question_tail(question, section, language))
    rows = _add_sides(document, question) if question.left else _add_options(document, question)
    keep_with_next([stem, *rows])


def _add_options(document: WordDocument, question: PrintedQuestion) -> list[Paragraph]:
    """Add the options in four, two or one columns, parted by tabs."""
    count = wording.columns(question, LINE)
    starts = range(0, len(question.options), count)
    return [_add_row(document, question.options[start : start + count], count) for start in starts]


def _add_sides(document: WordDocument, question: PrintedQuestion) -> list[Paragraph]:
    """Add the left sides with their numbers beside the right ones with their letters."""
    left = [(str(number), text) for number, text in enumerate(question.left, 1)]
    rows = max(len(left), len(question.options))
    sides = (_nth(left, row) + _nth(question.options, row) for row in range(rows))
    return [_add_row(document, row, 2) for row in sides]


def _nth(entries: list[tuple[str, str]] | tuple[tuple[str, str], ...], place: int) -> tuple[tuple[str, str], ...]:
    return (entries[place],) if place < len(entries) else (("", ""),)


def _add_row(document: WordDocument, entries: tuple[tuple[str, str], ...], columns: int) -> Paragraph:
    row = add_paragraph(document, "\t".join(f"{letter}．{text}" if letter else "" for letter, text in entries))
    # What is longer than its line hangs beneath its own text, not beneath its letter.
    indent = HANGING + (LETTER_INDENT if columns == 1 else 0)
    row.paragraph_format.left_indent = Mm(indent)
    row.paragraph_format.first_line_indent = Mm(HANGING - indent)
    wide = (TEXT_WIDTH - HANGING) / columns
    for column in range(1, columns):
        row.paragraph_format.tab_stops.add_tab_stop(Mm(HANGING + wide * column))
    return row
