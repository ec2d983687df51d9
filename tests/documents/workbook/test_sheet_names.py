"""Names of sheets: whatever a paper is called, a spreadsheet takes it."""

from __future__ import annotations

import re

import pytest

from quizapp.documents.workbook import sheet_name
from tests.samples.hostile_texts import HOSTILE


def test_every_hostile_title_becomes_a_name_that_a_spreadsheet_takes_and_none_stands_twice() -> None:
    taken: set[str] = set()
    names = [sheet_name(title, taken, "试卷") for title in HOSTILE]
    assert len({name.casefold() for name in names}) == len(HOSTILE)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$", name)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("结业考试", "结业考试"),
        ("A/B：上*", "A B 上"),
        ("[]", "试卷"),
        ("History", "History (2)"),
        ("甲" * 40, "甲" * 31),
    ],
)
def test_a_name_is_the_nearest_one(wanted: str, name: str) -> None:
    assert sheet_name(wanted, set(), "试卷") == name


def test_equal_names_are_counted_whatever_their_case() -> None:
    taken: set[str] = set()
    assert [sheet_name(one, taken, "试卷") for one in ("Final", "FINAL", "final")] == [
        "Final",
        "FINAL (2)",
        "final (3)",
    ]
