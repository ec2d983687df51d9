"""What is remembered of sources in a bank's own text: read back as it was written, nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.native.edit.source_records import records_of, source_name, with_records
from quizapp.services.exchange.source_memory import SourceRecord
from tests.formats.native.bank_bytes import read

BANK = "题库: a\n标题: 甲\n试题:\n  - {编号: a-1, 题型: 判断, 题干: 可以。, 答案: 对}\n# 完\n"
RECORDS = {
    "a-1": SourceRecord("第一讲 题库.docx", {"type": "0a1b2c3d", "key": "00000000"}),
    "from": SourceRecord("", {"stem": "ffffffff"}),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_remembered_is_read_back_and_taken_out_again(end: str) -> None:
    bank = BANK.replace("\n", end)
    text = with_records(bank, RECORDS, "zh", end)
    assert text.startswith(bank)
    assert text.count("\n") == text.count(end) == bank.count(end) + 5
    assert records_of(text) == RECORDS
    assert with_records(text, RECORDS, "zh", end) == text
    assert with_records(text, {}, "zh", end) == bank


def test_it_is_nothing_to_a_reader_of_the_bank() -> None:
    before, after = read(BANK.encode(), "a.yaml"), read(with_records(BANK, RECORDS, "en", "\n").encode(), "a.yaml")
    assert before.bank == after.bank
    assert len(before.faults) == len(after.faults)


def test_items_that_were_put_behind_it_stay_where_they_are() -> None:
    more = "  - {编号: a-2, 题型: 判断, 题干: 不可以。, 答案: 错}\n"
    text = with_records(BANK, RECORDS, "zh", "\n") + more
    assert records_of(text) == RECORDS
    moved = with_records(text, RECORDS, "zh", "\n")
    assert moved.startswith(BANK + more)
    assert records_of(moved) == RECORDS


@pytest.mark.parametrize(
    "line", ["#@", "#@ ", "#@ a-1", "#@ a-1 type", "#@ a-1 type=xyz", "# @ a-1 type=00", "x #@ a b=0"]
)
def test_a_comment_of_somebody_s_own_is_no_memory_and_stays(line: str) -> None:
    bank = f"{BANK}{line}\n"
    assert records_of(bank) == {}
    assert with_records(bank, {}, "zh", "\n") == bank


@given(st.text(max_size=30))
def test_any_name_of_a_source_is_one_line(name: str) -> None:
    records = {"a-1": SourceRecord(source_name(name), {"key": "00000000"})}
    text = with_records(BANK, records, "zh", "\n")
    assert records_of(text) == records
    assert read(text.encode(), "a.yaml").bank is not None
