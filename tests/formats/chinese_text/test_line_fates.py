"""Every line of a source is accounted for: part of a question, a heading, named noise, or unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.text import clean
from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceReading
from quizapp.reading.exchange.source_question import LineCounts
from tests.formats.chinese_text.test_conservation import LINES
from tests.formats.chinese_text.text_reading import reading
from tests.formats.chinese_text.word_files import lines, table, word_file
from tests.samples.small_items import unhurried


def _fates(found: SourceReading) -> list[tuple[int, str, str, tuple[int, ...]]]:
    return [(each.line, each.fate, each.part, each.questions) for each in found.lines]


def _check(found: SourceReading, source: list[str]) -> None:
    """Check that each line that is not blank has one fate, and is where its fate says."""
    expected = [(number, clean(line).strip()) for number, line in enumerate(source, 1) if line.strip()]
    assert [(each.line, clean(each.text).strip()) for each in found.lines] == expected
    assert found.line_counts.total == len(expected)
    told = {remark.line for remark in found.remarks}
    named = {remark.reason.values.get("text") for remark in found.remarks}
    for each in found.lines:
        assert bool(each.questions) == (each.fate == "question") == bool(each.part)
        if each.fate == "noise":
            assert each.line in told or each.text in named
        texts = [found.questions[place].text for place in each.questions]
        assert all(each.text in text or each.part == "key" for text in texts)
    for place, question in enumerate(found.questions):
        own = [each.text for each in found.lines if place in each.questions]
        assert [line for line in question.text.split("\n") if line and line not in own] == []


@given(st.lists(st.sampled_from(LINES), max_size=25))
@unhurried
def test_every_line_of_a_text_has_one_fate(sample: list[str]) -> None:
    _check(read("\n".join(sample).encode(), "a.txt", ""), sample)


@given(st.lists(st.sampled_from(LINES) | st.text("1A.、（）【】答案解析题：_ \t甲…①ⅣＡ", max_size=30), max_size=12))
@unhurried
def test_every_odd_line_has_one_fate(sample: list[str]) -> None:
    _check(read("\n".join(sample).encode(), "a.txt", ""), sample)


@given(st.lists(st.sampled_from([line for line in LINES if line.strip()]), min_size=1, max_size=15))
@unhurried
def test_every_line_of_a_word_file_has_one_fate(sample: list[str]) -> None:
    data = word_file(lines("\n".join(sample)), table(("题号", "1"), ("答案", "A")))
    found = read(data, "a.docx", "")
    assert found.line_counts.total == len(sample) + 2


def test_each_line_says_of_which_question_it_is_which_part() -> None:
    text = (
        "办公室业务测验\n一、单选题\n1. 收文先做什么？\n请选最合适的。\nA. 登记\nB. 传阅\n解析：先登记。\n"
        "2. 发文呢？\nA. 核稿\nB. 归档\n第 1 页 共 2 页\n参考答案\n1-2 AB\n评阅须知"
    )
    found = reading(text)
    assert _fates(found) == [
        (1, "heading", "", ()),
        (2, "heading", "", ()),
        (3, "question", "stem", (0,)),
        (4, "question", "stem", (0,)),
        (5, "question", "option", (0,)),
        (6, "question", "option", (0,)),
        (7, "question", "label", (0,)),
        (8, "question", "stem", (1,)),
        (9, "question", "option", (1,)),
        (10, "question", "option", (1,)),
        (11, "noise", "", ()),
        (12, "heading", "", ()),
        (13, "question", "key", (0, 1)),
        (14, "unread", "", ()),
    ]
    assert found.line_counts == LineCounts(question=9, heading=3, noise=1, unread=1)
    assert [each.text for each in found.unread] == ["评阅须知"]


def test_the_lines_of_a_case_are_of_one_question() -> None:
    found = reading("材料一：夜里收到急件。\n（1）先做什么？\n答：登记。\n（2）再做什么？")
    assert _fates(found) == [
        (1, "question", "material", (0,)),
        (2, "question", "stem", (0,)),
        (3, "question", "key", (0,)),
        (4, "question", "stem", (0,)),
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "\u200b\n\uf06c"])
def test_a_text_of_nothing_has_no_line_that_is_read(text: str) -> None:
    counts = reading(text).line_counts
    assert counts == LineCounts(noise=counts.total)


def test_prose_before_the_first_question_is_unread_where_it_is_more_than_headings() -> None:
    text = "\n".join(["讲义摘抄一段。"] * 20 + ["1. 简述。"])
    assert reading(text).line_counts == LineCounts(question=1, heading=8, unread=12)
