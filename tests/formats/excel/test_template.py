"""The template opens everywhere, and what it shows by example is what is read."""

from __future__ import annotations

import io
from typing import Literal

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from quizapp.formats.excel import read
from quizapp.formats.excel.template import COLUMNS, LISTS, examples, write_template
from quizapp.reading.exchange.question_fields import difficulty_of, status_of, type_of
from quizapp.services.exchange.import_fields import build

TONGUES: tuple[Literal["zh", "en"], ...] = ("zh", "en")


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_examples_are_read_as_they_are_meant(tongue: Literal["zh", "en"]) -> None:
    found = read(write_template(tongue), "x.xlsx", "")
    assert [question.fields["type"] for question in found.questions] == list(LISTS["type"][1])
    assert [question.verdict for question in found.questions] == ["imported"] * len(examples(tongue))
    for question in found.questions:
        built = build(question.fields)
        assert (built.refusal, built.doubts) == (None, ())
    assert [question.fields["stem"] for question in found.questions] == [row["stem"] for row in examples(tongue)]
    assert {question.fields["status"] for question in found.questions} == {"ready"}
    assert found.remarks == ()


@pytest.mark.parametrize("place", [0, 1])
def test_every_word_of_a_list_is_understood(place: int) -> None:
    known = {"type": type_of, "difficulty": difficulty_of, "status": status_of}
    for name, understand in known.items():
        assert all(understand(word) for word in LISTS[name][place])
    assert [type_of(word) for word in LISTS["type"][place]] == list(LISTS["type"][1])


@pytest.mark.parametrize("tongue", TONGUES)
def test_columns_have_lists_to_choose_from_and_every_cell_is_a_text(tongue: Literal["zh", "en"]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_template(tongue)))
    sheet = book.worksheets[0]
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    letters = [get_column_letter(list(COLUMNS).index(name) + 1) for name in LISTS]
    place = 0 if tongue == "zh" else 1
    assert lists == {
        f"{letter}2": f'"{",".join(words[place])}"' for letter, words in zip(letters, LISTS.values(), strict=True)
    }
    assert {sheet.column_dimensions[letter].width for letter in letters}
    assert sheet["A2"].number_format == "@"
    assert sheet.freeze_panes == "A2"
    assert len(book.worksheets) == 2
    assert book.worksheets[1].max_row > 5


def test_a_list_is_no_longer_than_a_spreadsheet_takes() -> None:
    assert all(len(",".join(words)) <= 255 for both in LISTS.values() for words in both)
