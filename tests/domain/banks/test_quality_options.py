"""Options alike in length and form, and keys that length gives away."""

from __future__ import annotations

import pytest

from quizapp.domain.banks.quality import of_item
from quizapp.domain.items.ordering import Ordering
from tests.domain.banks.quality_items import OPTIONS, found, multiple, single

LONG = "先向领导报告情况，再按批示通知有关部门办理"


def test_a_key_that_alone_is_long_is_found_with_its_lengths() -> None:
    (finding,) = of_item(single(options=("马上印发", "不予理会", LONG, "转交他人办理"), key="C"))
    assert (finding.code, finding.path, finding.values) == ("key-longest", ("key",), {"key": 21, "other": 6})
    several = multiple((LONG, LONG + "了", "不予理会", "马上印发"))
    assert found(several) == ["key-longest"]


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (OPTIONS, "A"),
        (("秀才", "参谋长助理", "耳目", "管家"), "B"),
        (("先报告领导再作处理", "先处理完再报告领导人", "边处理边报告领导", "只处理不报告领导"), "B"),
        ((LONG, "先打电话问清楚来文单位再送分管领导批示", "不予理会", "马上印发"), "A"),
    ],
)
def test_a_key_of_about_the_others_length_is_not(options: tuple[str, ...], key: str) -> None:
    assert "key-longest" not in found(single(options=options, key=key))


def test_a_wrong_option_may_be_the_longest_but_not_by_far() -> None:
    (finding,) = of_item(single(options=(LONG, "不理会", "马上办", "转他人"), key="B"))
    assert (finding.code, finding.path) == ("options-length-unlike", ("options",))
    assert finding.values == {"long": "A", "short": "B", "most": 21, "least": 3}
    assert found(single(options=(LONG, "先打电话问清情况", "马上把它印发下去", "转给别人前去办理"), key="B")) == []
    assert found(single(options=("是", "不是", "有时是", "有时不是"), key="A")) == []


def test_options_of_which_some_end_with_a_full_stop_are_found() -> None:
    (finding,) = of_item(single(options=("跟班。", "秀才", "耳目。", "参谋")))
    assert (finding.code, finding.path, finding.values) == (
        "options-end-unlike",
        ("options",),
        {"ended": "AC", "bare": "BD"},
    )
    assert found(single(options=("跟班。", "秀才。", "耳目。", "参谋。"))) == []
    assert found(single(options=("怎么办？", "请示！", "耳目", "参谋"))) == []
    assert found(Ordering(id="o", stem="次序是", options=("拟稿；", "核稿；", "签发"))) == ["options-end-unlike"]


def test_numbers_some_in_digits_and_some_in_words_are_found() -> None:
    (finding,) = of_item(single(options=("3天", "五天", "7天", "10天")))
    assert (finding.code, finding.values) == ("options-number-unlike", {"digits": "ACD", "words": "B"})
    assert found(single(options=("3天", "5天", "7天", "10天"))) == []
    assert found(single(options=("第二", "第三", "第四", "第五"))) == []
    assert found(single(options=("3天", "一律不办", "统一办理", "五天"))) == []
