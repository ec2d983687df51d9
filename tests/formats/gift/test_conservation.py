"""Nothing of a GIFT file gets lost: each line is in a question or in a remark, and where it is said to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import Refused
from quizapp.domain.text import clean
from quizapp.reading.exchange.source_question import SourceReading
from tests.formats.gift.gift_reading import reading
from tests.samples.small_items import unhurried

PIECES = st.sampled_from(
    ["门？{", "门？{=南 ~北}", "=南", "~%50%北#不对", "}", "} 之后", "{T}", "::标题::", "[html]<p>甲</p>", "####解析",
     "", "  ", "// 注释", "// [id:1] [tag:难度：易]", "$CATEGORY: a/b", "$CATEGORY: $course$/top", "说明", "{#1..5}",
     "=甲 -> 乙", "\\{甲\\}", "甲\\n乙", "｛＝南｝", "\u202e乙", "{}", "}{"]
)  # fmt: skip


@unhurried
@given(st.lists(PIECES, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_line_is_in_a_question_or_a_remark_and_once(pieces: list[str], end: str) -> None:
    lines = [clean(piece).strip() for piece in [*pieces, "", "末。{T}"]]
    found = reading(end.join([*pieces, "", "末。{T}"]))
    told = [line.strip() for question in found.questions for line in question.text.split("\n")]
    told += [str(remark.reason.values["text"]) for remark in found.remarks if "text" in remark.reason.values]
    assert sorted(told) == sorted(line for line in lines if line)


@unhurried
@given(st.lists(PIECES, max_size=25))
def test_every_place_is_the_line_that_is_meant(pieces: list[str]) -> None:
    lines = [clean(piece).strip() for piece in [*pieces, "", "末。{T}"]]
    found = reading("\n".join([*pieces, "", "末。{T}"]))
    for question in found.questions:
        own = [line.strip() for line in question.text.split("\n")]
        asked = [line for line in own if not line.startswith("//")]
        assert lines[question.line - 1] == asked[0]
    for remark in found.remarks:
        assert remark.reason.values.get("text", lines[remark.line - 1]) == lines[remark.line - 1]
    _in_order(found)


def _in_order(found: SourceReading) -> None:
    assert [each.line for each in found.questions] == sorted(each.line for each in found.questions)
    assert [each.line for each in found.remarks] == sorted(each.line for each in found.remarks)


@unhurried
@given(st.text("{}=~#\\:->%$/[] \n甲", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    if "{" not in text:
        with pytest.raises(Refused):
            reading(text)
        return
    found = reading(text)
    for question in found.questions:
        assert (question.refusal is None) == ("type" in question.fields)
    assert [fate.line for fate in found.lines] == [
        number for number, line in enumerate(text.split("\n"), 1) if line.strip()
    ]


def test_every_line_is_accounted_for() -> None:
    found = reading("$CATEGORY: 甲\n\n// 说明\n\n// 一\n::题:: 问{\n=对的\n~错的\n}\n\n只是说明\n\u202e\n")
    assert [(each.line, each.fate, each.part, each.questions) for each in found.lines] == [
        (1, "heading", "", ()),
        (3, "noise", "", ()),
        (5, "question", "label", (0,)),
        (6, "question", "stem", (0,)),
        (7, "question", "option", (0,)),
        (8, "question", "option", (0,)),
        (9, "question", "stem", (0,)),
        (11, "question", "stem", (1,)),
        (12, "noise", "", ()),
    ]
