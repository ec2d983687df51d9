"""A workbook to fill in with questions: lists to choose from, an example of each type, and how it is done."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from quizapp.formats.excel.examples import COLUMNS, LISTS, examples
from quizapp.formats.excel.writing import add_table, new_workbook
from quizapp.language.speech import Language

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LAST_ROW = 5_000
"""The lists to choose from reach so far down."""
_GUIDE_WIDTH = 110


def template(tongue: Literal["zh", "en"]) -> bytes:
    """Return the template as .xlsx."""
    language = Language(tongue)
    file = io.BytesIO()
    workbook = new_workbook(file)
    heads = [names[0 if tongue == "zh" else 1] for names in COLUMNS.values()]
    rows = [[row.get(name, "") for name in COLUMNS] for row in examples(tongue)]
    sheet = add_table(workbook, language.say("workbook-questions"), heads, rows)
    _add_lists(sheet, language)
    _add_guide(workbook, language)
    workbook.close()
    return file.getvalue()


def _add_lists(sheet: Worksheet, language: Language) -> None:
    for place, name in enumerate(COLUMNS):
        if name not in LISTS:
            continue
        words = LISTS[name][0 if language.tongue == "zh" else 1]
        rule = {
            "validate": "list",
            "source": list(words),
            "error_title": language.say("workbook-list-title"),
            "error_message": language.say("workbook-list-wrong", words="、".join(words)),
        }
        sheet.data_validation(1, place, _LAST_ROW, place, rule)


def _add_guide(workbook: Workbook, language: Language) -> None:
    sheet = workbook.add_worksheet(language.say("workbook-guide"))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _GUIDE_WIDTH, wrapped)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(language.say("workbook-guide-text").splitlines()):
        sheet.write_string(row, 0, line, wrapped)
