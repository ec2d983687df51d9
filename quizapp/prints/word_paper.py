"""A form's paper, answer sheet and key in Word. Needs python-docx, the extra `word`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from quizapp.documents.word_parts import add_border, add_table, safe
from quizapp.prints import wording
from quizapp.prints.word_layout import (
    HANGING,
    NOTE_FONT,
    TEXT_WIDTH,
    add_blank,
    add_paragraph,
    add_run,
    add_stem,
    fill,
    keep_with_next,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedKey, PrintedPaper, PrintedQuestion, PrintedSection


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
