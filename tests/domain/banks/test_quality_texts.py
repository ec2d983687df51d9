"""Look-alikes, half-width punctuation, and texts that speak of options by place: found, and only where they are."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.quality import of_item, speaks_of_others
from quizapp.domain.banks.text_checks import widened, without_radicals
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from tests.domain.banks.quality_items import OPTIONS, essay, found, multiple, single, truth


def test_radicals_are_found_in_every_text_with_the_corrected_one() -> None:
    item = single(stem="机关⼯作\n靠⼈⺠（  ）。", options=("⽂件", "秀才"), key="A", feedback=(("B", "⻓处"),))
    findings = of_item(item)
    assert [(each.code, each.path) for each in findings] == [
        ("radical-look-alike", ("stem",)),
        ("radical-look-alike", ("options", 0)),
        ("radical-look-alike", ("feedback", 0)),
    ]
    assert findings[0].values == {"pairs": "⺠（民）、⼈（人）、⼯（工）", "corrected": "机关工作 靠人民（  ）。"}
    key = FillBlank(id="f", stem="排在第三的是___。", key=(("耳⽬",),))
    assert [(each.code, each.path) for each in of_item(key)] == [("radical-look-alike", ("key", 0))]


def test_what_a_marker_reads_is_looked_at_too() -> None:
    point = RubricPoint(point="先报告,再办理", marks=Fraction(2), keywords=("报告", "请⽰"))
    item = Essay(id="e", stem="怎么办？", rubric=(point,), model_answer="立即报告,并更正。")
    assert [(each.code, each.path) for each in of_item(item)] == [
        ("radical-look-alike", ("rubric", 0)),
        ("punctuation-mixed", ("model_answer",)),
        ("punctuation-mixed", ("rubric", 0)),
    ]


def test_both_sides_of_a_matching_item_are_looked_at() -> None:
    item = Matching(id="m", stem="配起来。", left=("⽂件", "会务"), right=("登记", "订,会场", "值⽇"), key=("A", "B"))
    assert [(each.code, each.path) for each in of_item(item)] == [
        ("radical-look-alike", ("distractors", 0)),
        ("radical-look-alike", ("pairs", 0)),
        ("punctuation-mixed", ("pairs", 1)),
    ]


def test_every_kangxi_radical_becomes_a_character_and_characters_stay() -> None:
    for code in range(0x2F00, 0x2FD6):
        assert "\u4e00" <= without_radicals(chr(code)) <= "\u9fff"
    for sign in "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳":
        meant = without_radicals(sign)
        assert "\u4e00" <= meant <= "\u9fff", unicodedata.name(sign)
    assert found(single(stem="工作靠人民，长处在一二三。")) == []


def test_a_radical_of_which_no_character_is_meant_is_left_alone() -> None:
    assert found(single(stem="⻍ 是部首。")) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("学习,提高", "学习，提高"),
        ("学习, 提高", "学习，提高"),
        ("他问:为什么?", "他问：为什么？"),
        ("先核稿;后签发!", "先核稿；后签发！"),
        ("办公室(局)", "办公室（局）"),
        ("排在第三的是(  )。", "排在第三的是（  ）。"),
        ("排在第三的是 ()。", "排在第三的是 （）。"),
        ("（甲)和(乙）", "（甲）和（乙）"),
        ("(甲)", "（甲）"),
        ("“四博”,即", "“四博”，即"),
        ("GDP,人均收入", "GDP，人均收入"),
    ],
)
def test_half_width_punctuation_beside_chinese_is_found_with_the_corrected_text(text: str, meant: str) -> None:
    (finding,) = of_item(essay(text))
    assert (finding.code, finding.path, finding.values["corrected"]) == ("punctuation-mixed", ("stem",), meant)


@pytest.mark.parametrize(
    "text",
    [
        "上午9:00开会，下午14:30散会。",
        "比例为3:1，共1,000元。",
        "公文用GB/T 9704(2012)。",
        "函数f(x)在(0,1)上递增。",
        '=IF(A1>60,"及格","不及格")',
        "见 https://example.org/a?b=1;c=2 一页。",
        "(1) 明确任务。",
        "Word, Excel and WPS (any)",
        "5!等于120。",
        "全角的（  ），都好；是吗？",
        "次序是 A B C",
    ],
)
def test_numbers_formulas_addresses_and_english_keep_their_punctuation(text: str) -> None:
    assert found(essay(text)) == []


def test_a_blanks_key_may_have_either_as_answers_are_compared_without_the_difference() -> None:
    assert found(FillBlank(id="f", stem="先___。", key=(("报告,请示",),))) == []


@given(st.text(alphabet="学习A1 ,;:?!()（），。”“\n.", max_size=30))
def test_what_was_corrected_is_correct(text: str) -> None:
    once = widened(text)
    assert widened(once) == once or widened(widened(once)) == widened(once)
    assert len(once) <= len(text)


@pytest.mark.parametrize(
    "option",
    [
        "以上都对", "以上都是", "以上皆非", "以上各项都不对", "上述说法都正确", "以上选项均不正确。", "前三项都是",
        "以上全部", "以上说法都不对", "都对", "都不对", "全都是", "皆非", "没有正确答案", "以上都不是",
        "上述三项都符合题意",
    ],
)  # fmt: skip
def test_an_option_that_speaks_of_the_others_is_found_unless_the_order_is_kept(option: str) -> None:
    assert speaks_of_others(option)
    options = (*OPTIONS[:3], option)
    assert "option-all-or-none" in found(single(options=options))
    assert "option-all-or-none" in found(multiple(options))
    assert "option-all-or-none" not in found(single(options=options, keep_order=True))
    assert "option-all-or-none" not in found(single(options=options, allow=("option-all-or-none",)))


@pytest.mark.parametrize(
    "option",
    [
        "以上级文件为准",
        "以上率下",
        "都对上级负责",
        "十人以上都签到",
        "全面",
        "上述文件均须存档",
        "正确",
        "不对",
        "无",
        "是",
    ],
)
def test_an_option_with_like_words_is_one_of_its_own(option: str) -> None:
    assert not speaks_of_others(option)


@pytest.mark.parametrize(
    "text",
    [
        "故选B。", "选项A说的是秀才。", "A项是秀才。", "答案是C。", "正确答案为 C", "A、B两项都不合次序。",
        "Ａ项不对。", "B、D均不正确。", "选 A 或 B 都不合题意。", "D错误，排在第四。", "C是正确的。", "应选ABC。",
    ],
)  # fmt: skip
def test_a_text_that_names_an_option_by_its_letter_is_found(text: str) -> None:
    (finding,) = of_item(single(rationale=text))
    assert (finding.code, finding.path) == ("letter-named", ("rationale",))
    (finding,) = of_item(single(feedback=(("A", text),)))
    assert (finding.code, finding.path) == ("letter-named", ("feedback", 0))
    assert found(single(rationale=text, keep_order=True)) == []
    assert found(truth("对。", id="t")) == found(essay(text)) == []


@pytest.mark.parametrize("option", ["A和C", "A、B", "仅A、C", "A与B都对", "B及C"])
def test_an_option_made_of_letters_is_found(option: str) -> None:
    (finding,) = of_item(single(options=(*OPTIONS[:3], option)))
    assert (finding.code, finding.path) == ("letter-named", ("options", 3))


@pytest.mark.parametrize(
    "text",
    [
        "用A4纸打印。", "选A市作试点。", "A项目由B公司承建。", "B超检查。", "维生素A和C。", "A、B两地相距三公里。",
        "选PPT演示。", "E项不在其列。", "甲对乙说。", "AB角制度。", "次序是跟班、秀才。", "选择CAD软件。",
    ],
)  # fmt: skip
def test_a_letter_that_names_something_else_is_left_alone(text: str) -> None:
    assert found(single(stem=text, rationale=text)) == []
