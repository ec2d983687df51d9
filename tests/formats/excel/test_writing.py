"""Banks written as workbooks come back, and what a workbook cannot hold is named."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.formats.excel import EXCEL, read, write
from quizapp.language import Language
from tests.formats.generated_banks import banks
from tests.formats.round_trip import come_back
from tests.samples.bank_files import MORE, shelf


@settings(max_examples=50, deadline=None)
@given(banks(), st.sampled_from(["zh", "en"]))
def test_what_a_sheet_can_hold_comes_back_and_the_rest_is_named(bank: ItemBank, tongue: Literal["zh", "en"]) -> None:
    found, left = come_back(bank, EXCEL, tongue)
    wanted = [item for item in bank.items if item.id not in left]
    assert [replace(item, id="") for item in found] == [replace(item, id="") for item in wanted]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_status_comes_back(status: Literal["draft", "retired"], tmp_path: Path) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    written = write(replace(bank, items=(replace(bank.items[2], status=status), bank.items[0])), "zh")
    first, second = read(written.data, "x.xlsx", "").questions
    assert first.fields["status"] == status
    assert "status" not in second.fields


def test_what_it_cannot_hold_is_named_item_by_item(tmp_path: Path) -> None:
    first, more = shelf(tmp_path, more=MORE).item_banks()
    left = [
        (each.item, each.reason.code, each.is_whole)
        for each in (*write(first, "zh").left_out, *write(more, "zh").left_out)
    ]
    assert {("d-2", "export-field", False), ("e-3", "export-type", True), ("e-5", "export-type", True)} <= set(left)


def test_a_text_that_no_cell_holds_is_left_out_and_named(tmp_path: Path) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    long = replace(bank.items[2], rationale="甲" * 32_767 + "乙")
    written = write(replace(bank, items=(long, bank.items[0])), "zh")
    assert [(each.item, each.reason.code) for each in written.left_out if each.is_whole] == [
        (long.id, "workbook-cell-long")
    ]
    assert Language().say("workbook-cell-long", limit=9)
    assert len(read(written.data, "x.xlsx", "").questions) == 1
    fits = replace(long, rationale="甲" * 32_767)
    assert not [each for each in write(replace(bank, items=(fits,)), "zh").left_out if each.is_whole]


@pytest.mark.parametrize(
    "stem", ["=1+1", "+甲", "-5 是负数", "@甲", "007", "3-1", "1.0", "http://localhost", "_x0041_"]
)
def test_every_cell_is_a_text_whatever_it_looks_like(stem: str, tmp_path: Path) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    data = write(replace(bank, items=(replace(bank.items[2], stem=stem),)), "zh").data
    assert read(data, "x.xlsx", "").questions[0].fields["stem"] == stem
    kinds = {cell.data_type for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    assert "f" not in kinds
    filled = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for cell in row if cell.value]
    assert {cell.data_type for cell in filled} == {"s"}
