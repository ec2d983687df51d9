"""Lines are broken alike on paper and on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from quizapp.documents.text_width import NOT_FIRST, NOT_LAST, width, wrapped

TEXT = (
    "“五种角色”（跟班、秀才、耳目、参谋、管家）里，哪一种排在第三？”）。"
    "请写：Office work, too. 读成 [ ] 也行（《条例》）。"
)


@pytest.mark.parametrize("measure", [width, cell_len], ids=["on paper", "on a screen"])
@pytest.mark.parametrize("wide", range(10, 40))
def test_no_line_begins_or_ends_with_what_may_not(wide: int, measure: Callable[[str], int]) -> None:
    lines = wrapped(TEXT, wide, measure)
    assert not [line for line in lines[1:] if line[0] in NOT_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NOT_LAST]
    assert max(map(measure, lines)) <= wide
    assert "".join(lines).replace(" ", "") == TEXT.replace(" ", "")


def test_a_word_is_broken_only_where_it_is_wider_than_a_line() -> None:
    assert wrapped("甲 office", 6) == ["甲", "office"]
    assert wrapped("offices", 6) == ["office", "s"]


def test_no_line_begins_with_the_blank_between_two() -> None:
    assert wrapped("没有 .quiz 文件", 5) == ["没有", ".quiz", "文件"]


def test_lines_of_the_text_stay_and_an_empty_one_is_one() -> None:
    assert wrapped("甲\n\n乙", 10) == ["甲", "", "乙"]
    assert wrapped("", 10) == [""]
