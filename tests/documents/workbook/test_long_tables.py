"""A table that is longer than a sheet, texts that are longer than a cell, and writing that fails."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from quizapp.documents.table_sheet import SheetField, Shown, add_table
from quizapp.documents.workbook import LONGEST_CELL, fitting, new_book
from quizapp.language import Language
from quizapp.reports.workbook.fields import as_it_is
from quizapp.services.book.score_table import Cell

AT = datetime(2026, 12, 1, tzinfo=UTC)


def test_a_table_goes_on_in_a_second_sheet_with_its_heads_and_lines_for_signing() -> None:
    out = io.BytesIO()
    with new_book(out, Language(), AT, rows=8) as book:
        add_table(book, "长", "长表", "说明", [SheetField("数", as_it_is)], range(9))
    read = load_workbook(out)
    assert read.sheetnames == ["长", "长 (2)", "长 (3)"]
    numbers = [
        cell for page in read for (cell,) in page.iter_rows(values_only=True, max_col=1) if isinstance(cell, int)
    ]
    assert numbers == list(range(9))
    assert [page["A3"].value for page in read] == ["数"] * 3
    footers = [page.oddFooter.left.text for page in read if page.oddFooter and page.oddFooter.left]
    assert footers == [Language().say("workbook.sign")] * 3


@pytest.mark.parametrize("text", ["甲" * LONGEST_CELL, "😀" * (LONGEST_CELL // 2)])
def test_a_text_that_a_cell_holds_stays(text: str) -> None:
    assert fitting(text, "……") == text


@pytest.mark.parametrize("text", ["甲" * (LONGEST_CELL + 1), "😀" * LONGEST_CELL, "甲😀" * LONGEST_CELL])
def test_a_longer_one_is_cut_and_says_so(text: str) -> None:
    cut = fitting(text, "……")
    assert cut.endswith("……")
    assert text.startswith(cut[:-2])
    assert LONGEST_CELL - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL


class Full(io.RawIOBase):
    """A stream to a full disk."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        del data
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_as_the_system_tells_it() -> None:
    with pytest.raises(OSError, match="No space left"), new_book(Full(), Language(), AT) as book:  # type: ignore[arg-type]  # it is one where it matters
        add_table(book, "表", "表", "", [SheetField("数", as_it_is)], [1])


def _broken(cell: Cell) -> Shown:
    raise ZeroDivisionError(cell)


def test_what_goes_wrong_between_is_not_hidden_and_leaves_nothing_open() -> None:
    with pytest.raises(ZeroDivisionError), new_book(io.BytesIO(), Language(), AT) as book:
        add_table(book, "表", "表", "", [SheetField("数", _broken)], [1])
