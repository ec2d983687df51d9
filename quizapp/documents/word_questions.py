"""What stands on papers, answer sheets and keys alone, in Word. Needs python-docx, the extra `word`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from quizapp.documents import page
from quizapp.documents.text_width import option_columns
from quizapp.documents.word_parts import add_border, add_paragraph, add_run, add_table, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from quizapp.documents.page import QuestionBlock

TEXT_WIDTH = 165
"""Millimetres between the margins, the gutter for binding taken off."""
NOTE_FONT = "仿宋"
_LINE = 82
"""Cells of a line beside a question's number, at the size of the text."""
_HANGING, _LETTER_INDENT = 10, 7
"""Millimetres from a question's number to its text, and from an option's letter to its own."""
_LINE_HEIGHT = 9
_NUMBERED = 2
"""Numbered blanks on a line."""
_BOX = "□ "
# No underlined blanks: at a line's end not every program draws them.
_BLANK = "_" * 14
_NO_BREAK = "\u00a0"
_PLACE = f"{page.PLACE[0]}{_NO_BREAK * 4}{page.PLACE[-1]}"


def add_asked(document: WordDocument, block: QuestionBlock) -> None:
    """Add one of these blocks."""
    match block:
        case page.ScoreBox():
            _add_scores(document, block)
        case page.CandidateNotice():
            _add_notice(document, block)
        case page.CaseMaterial():
            _add_case(document, block)
        case page.AskedQuestion():
            _add_question(document, block)
        case page.AnswerBoxes():
            for row in block.by_row():
                _add_boxes(document, row, block.in_a_row)
        case page.AnswerSpace():
            _add_room(document, block)
        case page.KeyNotes():
            _add_key(document, block)
        case _:
            assert_never(block)


def add_blank(paragraph: Paragraph, times: int = 1) -> None:
    """Add a line to write on."""
    paragraph.add_run(_BLANK * times)


def _keep_with_next(paragraphs: Sequence[Paragraph]) -> None:
    """Keep paragraphs on one page with what follows, the last one excepted."""
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _fill(cell: _Cell, text: str) -> None:
    """Put a text in the middle of a cell."""
    cell.text = safe(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = 1.0


def _add_scores(document: WordDocument, box: page.ScoreBox) -> None:
    across = len(box.sections) + 1
    table = add_table(document, len(box.rows), [TEXT_WIDTH / across] * across)
    for place, (row, label) in enumerate(zip(table.rows, box.rows, strict=True)):
        row.height = Mm(8)
        for cell, text in zip(row.cells, (label, *([""] * len(box.sections) if place else box.sections)), strict=True):
            _fill(cell, text)


def _add_notice(document: WordDocument, notice: page.CandidateNotice) -> None:
    head = add_paragraph(document)
    head.paragraph_format.space_before = Mm(3)
    add_run(head, notice.label).bold = True
    head.paragraph_format.keep_with_next = True
    for number, line in enumerate(notice.lines, 1):
        add_paragraph(document, f"{number}．{line}")


def _add_case(document: WordDocument, case: page.CaseMaterial) -> None:
    lead = add_paragraph(document)
    add_run(lead, case.lead, NOTE_FONT)
    material = add_paragraph(document, case.material, after=3)
    material.paragraph_format.left_indent = Mm(4)
    add_border(material, "left", "single")
    for paragraph in (lead, material):
        paragraph.paragraph_format.keep_with_next = True


def _add_question(document: WordDocument, question: page.AskedQuestion) -> None:
    """Add number and stem: its blanks are lines, further lines hang beneath the first; then the options."""
    stem = add_paragraph(document)
    stem.paragraph_format.space_before = Pt(4)
    stem.paragraph_format.left_indent = Mm(_HANGING)
    stem.paragraph_format.first_line_indent = Mm(-_HANGING)
    stem.paragraph_format.tab_stops.add_tab_stop(Mm(_HANGING))
    stem.add_run(f"{question.number}．\t")
    for place, part in enumerate(question.stem):
        if place:
            add_blank(stem)
        stem.add_run(safe(part).replace(page.PLACE, _PLACE))
    stem.add_run(safe(question.tail))
    exhibit = [_add_exhibit(document, words) for words in question.exhibit]
    rows = _add_sides(document, question) if question.left else _add_options(document, question)
    _keep_with_next([stem, *exhibit, *rows])


def _add_exhibit(document: WordDocument, words: str) -> Paragraph:
    paragraph = add_paragraph(document, words)
    paragraph.paragraph_format.left_indent = Mm(_HANGING)
    return paragraph


def _add_options(document: WordDocument, question: page.AskedQuestion) -> list[Paragraph]:
    """Add the options in four, two or one columns, parted by tabs."""
    count = option_columns(question, _LINE)
    starts = range(0, len(question.options), count)
    return [_add_row(document, question.options[start : start + count], count) for start in starts]


def _add_sides(document: WordDocument, question: page.AskedQuestion) -> list[Paragraph]:
    """Add the left sides with their numbers beside the right ones with their letters."""
    left = tuple((str(number), text) for number, text in enumerate(question.left, 1))
    if not question.options:
        return [_add_row(document, (each,), 1) for each in left]
    rows = max(len(left), len(question.options))
    sides = (_nth(left, row) + _nth(question.options, row) for row in range(rows))
    return [_add_row(document, row, 2) for row in sides]


def _nth(entries: tuple[tuple[str, str], ...], place: int) -> tuple[tuple[str, str], ...]:
    return (entries[place],) if place < len(entries) else (("", ""),)


def _add_row(document: WordDocument, entries: tuple[tuple[str, str], ...], columns: int) -> Paragraph:
    row = add_paragraph(document, "\t".join(f"{letter}．{text}" if letter else "" for letter, text in entries))
    # What is longer than its line hangs beneath its own text, not beneath its letter.
    indent = _HANGING + (_LETTER_INDENT if columns == 1 else 0)
    row.paragraph_format.left_indent = Mm(indent)
    row.paragraph_format.first_line_indent = Mm(_HANGING - indent)
    wide = (TEXT_WIDTH - _HANGING) / columns
    for column in range(1, columns):
        row.paragraph_format.tab_stops.add_tab_stop(Mm(_HANGING + wide * column))
    return row


def _add_boxes(document: WordDocument, numbers: tuple[int, ...], in_a_row: int) -> None:
    table = add_table(document, 2, [TEXT_WIDTH * 0.85 / in_a_row] * len(numbers))
    for row, height in zip(table.rows, (6, _LINE_HEIGHT), strict=True):
        row.height = Mm(height)
    for cell, number in zip(table.rows[0].cells, numbers, strict=True):
        _fill(cell, str(number))
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _add_gap(document)


def _add_gap(document: WordDocument) -> None:
    """Part two tables, which would grow together."""
    add_paragraph(document).paragraph_format.line_spacing = Pt(6)


def _add_room(document: WordDocument, space: page.AnswerSpace) -> None:
    line = add_paragraph(document, f"{space.number}．", after=4)
    match space.kind:
        case "blanks":
            for _ in range(space.places):
                line.add_run("　")
                add_blank(line, 2)
        case "order":
            line.add_run(_BOX * space.places).font.size = Pt(22)
        case "pairs":
            for place in range(1, space.places + 1):
                line.add_run(f"{place} ")
                line.add_run(_BOX).font.size = Pt(22)
        case "cells":
            line.paragraph_format.keep_with_next = True
            _add_cells(document, space)
        case "places":
            for numbers in space.by_line(_NUMBERED):
                rooms = add_paragraph(document)
                rooms.paragraph_format.left_indent = Mm(_HANGING)
                for place in numbers:
                    rooms.add_run(f"{place} ")
                    add_blank(rooms, 2)
                    rooms.add_run("　")
        case "number":
            add_blank(line, 2)
            line.add_run(safe(space.tail))
        case "lines":
            if space.tail:
                line.add_run(space.tail)
            line.paragraph_format.keep_with_next = True
            _add_lines(document, space.places)


def _add_cells(document: WordDocument, space: page.AnswerSpace) -> None:
    """Add a table with a row for each entry and an empty cell for each column."""
    wide = [TEXT_WIDTH * 0.1, *[TEXT_WIDTH * 0.75 / len(space.columns)] * len(space.columns)]
    table = add_table(document, space.places + 1, wide)
    for number, row in enumerate(table.rows):
        row.height = Mm(_LINE_HEIGHT if number else 6)
        _fill(row.cells[0], str(number) if number else "")
        for cell, name in zip(row.cells[1:], space.columns, strict=True):
            _fill(cell, "" if number else name)
    _add_gap(document)


def _add_lines(document: WordDocument, count: int) -> None:
    table = add_table(document, count, [TEXT_WIDTH], sides=("bottom", "insideH"))
    for row in table.rows:
        row.height, row.height_rule = Mm(_LINE_HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    _add_gap(document)


def _add_key(document: WordDocument, key: page.KeyNotes) -> None:
    first = add_paragraph(document, f"{key.number}．")
    add_run(first, key.answer).bold = True
    more = [add_paragraph(document, note) for note in key.notes]
    for paragraph in more:
        paragraph.paragraph_format.left_indent = Mm(_HANGING)
    _keep_with_next([first, *more])
