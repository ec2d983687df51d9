"""Tables as text: read in any encoding, written so that they come back, nothing lost in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats.csv_format import CSV, read, write
from tests.formats.generated_banks import banks
from tests.formats.round_trip import come_back
from tests.samples.bank_files import MORE, shelf

TABLE = "题型,题干,选项A,选项B,答案\r\n单选,第一行\r\n第二行,甲,乙,A\r\n".replace(
    "第一行\r\n第二行", '"第一行\n第二行"'
)


@settings(max_examples=60, deadline=None)
@given(banks(), st.sampled_from(["zh", "en"]))
def test_what_a_table_can_hold_comes_back_and_the_rest_is_named(bank: ItemBank, tongue: Literal["zh", "en"]) -> None:
    found, left = come_back(bank, CSV, tongue)
    wanted = [item for item in bank.items if item.id not in left]
    # Ids are the bank's own affair: a table has none.
    assert [replace(item, id="") for item in found] == [replace(item, id="") for item in wanted]


def test_what_it_cannot_hold_is_named_item_by_item(tmp_path: Path) -> None:
    first, more = shelf(tmp_path, more=MORE).item_banks()
    left = [
        (each.item, each.reason.code, each.is_whole)
        for each in (*write(first, "zh").left_out, *write(more, "zh").left_out)
    ]
    assert ("d-2", "export-field", False) in left
    assert ("e-3", "export-type", True) in left
    assert ("e-5", "export-type", True) in left
    assert [each.reason.values["field"] for each in write(first, "zh").left_out if each.item == "d-2"] == [
        "feedback",
        "marking",
        "keep_order",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_table_is_read_in_the_usual_encodings(encoding: str) -> None:
    (question,) = read(TABLE.encode(encoding), "x.csv", "").questions
    assert question.fields["stem"] == "第一行\n第二行"
    assert question.line == 2


def test_another_encoding_is_named() -> None:
    data = "題型,題幹\r\n".encode("big5") + "题型,题干,答案\r\n".encode("big5", "ignore")
    with pytest.raises(Refused):
        read(data, "x.csv", "utf-8")
    with pytest.raises(CalledWrongly, match="unknown-encoding"):
        read(data, "x.csv", "nonsense")
    with pytest.raises(CalledWrongly, match="unknown-encoding"):
        read(data, "x.csv", "base64")


def test_tabs_and_semicolons_part_cells_too() -> None:
    for sign in "\t;":
        (question,) = read(TABLE.replace(",", sign).encode(), "x.txt", "").questions
        assert question.fields["options"] == {"A": "甲", "B": "乙"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04rest", "import-archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "import-old-office"),
        ("<!DOCTYPE html><table><tr><td>题干</td></tr></table>".encode(), "import-html"),
        ("\n<html xmlns='x'><body>题干,答案".encode(), "import-html"),
        ("学号,姓名\n1,甲\n".encode(), "import-no-table"),
        ('题干,答案\n"甲,A\n'.encode(), "import-table-quotes"),
    ],
)
def test_what_is_no_table_of_questions_is_refused_as_what_it_is(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data, "x.csv", "")
    assert caught.value.code == code


@pytest.mark.parametrize("stem", ["=1+1", "-5 是负数", "'=甲", "@甲", "''=乙", "'甲", "＝1+1", "'＠甲"])
def test_what_a_spreadsheet_would_run_is_written_harmless_and_comes_back(stem: str, tmp_path: Path) -> None:
    (bank,) = shelf(tmp_path).item_banks()
    data = write(replace(bank, items=(replace(bank.items[2], stem=stem),)), "zh").data
    assert f",{stem}".encode() not in data or stem == "'甲"
    assert read(data, "x.csv", "").questions[0].fields["stem"] == stem
