"""Ready is only what is proven: whatever speaks against a question makes a draft of it, and says why."""

from __future__ import annotations

import pytest

from tests.formats.chinese_text.text_reading import doubts, one, reading

_WORDS = ("登记", "核稿", "定场地", "看落实")


def _question(number: int, stem: str = "", options: str = "", key: str = "A") -> str:
    own = "".join(f"{letter}. {word}{number}\n" for letter, word in zip("ABCD", _WORDS, strict=True))
    return f"{number}. {stem or f'第{number}件事先做什么'}（  ）。\n{options or own}答案：{key}\n"


def _among_others(odd: str) -> list[list[str]]:
    """Return the codes of the doubts of a twelfth question behind eleven that are alike, and of these together."""
    found = reading("".join(_question(place) for place in range(1, 12)) + odd).questions
    assert len(found) == 12
    others = [doubt.code for question in found[:11] for doubt in question.doubts]
    return [[doubt.code for doubt in found[11].doubts], others]


def test_a_question_like_the_others_is_ready() -> None:
    assert _among_others(_question(12)) == [[], []]


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        (_question(12, options="A. 一\nB. 二\nC. 三\nD. 四\nE. 五\n"), "import-options-unlike"),
        (_question(12, options="A. 一\nB. 二\nC. 三\n"), "import-options-unlike"),
        (_question(12, stem="先做什么" * 60), "import-too-long"),
        (_question(12, options="A. 一\nB. 二\nC. 三\nD. " + "四" * 150 + "\n"), "import-too-long"),
        (_question(12, options="A. 一\nB. 二\nC. 三\nD. 四\n值班室电话\n"), "import-leftover"),
        (_question(12, stem="先做什么\n13，再做什么"), "import-leftover"),
        (_question(12, key="A\n值班室电话"), "import-leftover"),
        ("12. 先做什么 A、登记B、传阅C、归档\n答案：A\n", "import-option-run"),
        ("12. 领导批示件应当（建档）立卡\n", "import-answer-in-brackets"),
        ("12. 值班室电话\n", "import-bare"),
        ("12. 值班室要（  ）在岗。\n答案：B\n", "import-no-options"),
        ("12. 值班室要（B. 两人）在岗。\n", "import-no-options"),
    ],
)
def test_what_is_unlike_the_others_is_doubted(odd: str, code: str) -> None:
    found, others = _among_others(odd)
    assert code in found
    assert others == []


def test_a_wrapped_option_is_no_leftover() -> None:
    long = "会前一天把席卡话筒茶水和投影都核对一遍并且在签到表上写明"
    assert doubts(f"1. 甲？\nA. 乙\nB. {long}\n核对的人\n答案：A") == []


def test_blanks_filled_in_without_a_section_are_read_where_a_type_is_told_and_doubted_where_not() -> None:
    assert doubts("4、领导批示件应当（建档）立卡") == ["import-answer-in-brackets"]
    assert one("填空题\n4、领导批示件应当（建档）立卡").fields["key"] == ["建档"]


def test_answers_on_lines_are_blanks() -> None:
    question = one("填空题\n1. 办文要做到___准确___、__及时__。")
    assert (question.fields["stem"], question.fields["key"]) == ("办文要做到___、___。", ["准确", "及时"])
    assert one("填空题\n1. 办文要做到___，做到___。\n答案：准确；及时").fields["key"] == ["准确", "及时"]


def test_an_answer_below_a_question_is_doubted() -> None:
    question = one("简答题\n1. 简述办会流程。\n先发通知，再定场地和座次，会前一天核对席卡，会后收好材料并写纪要。")
    assert question.fields["stem"] == "简述办会流程。"
    assert str(question.fields["model_answer"]).startswith("先发通知")
    assert [doubt.code for doubt in question.doubts] == ["import-answer-below"]


def test_all_is_doubted_where_most_of_a_file_is_not_read() -> None:
    prose = "".join(f"第{place}段讲义说办文要快、办会要细、办事要实，读的人很多。\n" for place in range(40))
    (question,) = reading(prose + "1. 收文要登记。（√）").questions
    assert [doubt.code for doubt in question.doubts] == ["import-mostly-unread"]


def test_an_essay_without_an_answer_is_doubted_where_the_others_have_one() -> None:
    text = "简答题\n" + "".join(f"{place}. 简述第{place}件事。\n答：先登记，再办理。\n" for place in range(1, 11))
    found = reading(text + "11. 简述值班。").questions
    assert [doubt.code for doubt in found[10].doubts] == ["import-no-answer-like-others"]
    assert not any(question.doubts for question in found[:10])


def test_colour_alone_is_a_key_where_a_whole_text_has_it() -> None:
    parts = [
        f"**{place}. 第{place}件事先做什么？**\n\n- A. <font color='red'>登记{place}</font>\n- B. 传阅{place}\n\n"
        for place in range(1, 13)
    ]
    found = reading("".join(parts), "试题.md").questions
    assert {question.fields["key"] for question in found} == {"A"}
    assert not any(question.doubts for question in found)
    (alone,) = reading(parts[0], "试题.md").questions
    assert [doubt.code for doubt in alone.doubts] == ["import-key-by-look"]


def test_a_year_behind_a_number_is_read_where_options_follow() -> None:
    text = _question(1) + _question(2).replace("2. 第2件事", "2.2024年的事") + _question(3)
    found = reading(text).questions
    assert [question.fields["key"] for question in found] == ["A"] * 3
    assert str(found[1].fields["stem"]).startswith("2024年的事")
    assert not any(question.doubts for question in found)


def test_uneven_marks_of_a_section_are_given_to_nobody() -> None:
    assert "marks" not in one("三. 填空题（共19题，23.8分）\n1. 办文要___。\n答案：快").fields


def test_a_question_before_a_missing_number_is_doubted_where_it_has_more_lines() -> None:
    text = _question(1) + _question(2, stem="先做什么\n三 再做什么") + _question(4)
    found = reading(text).questions
    assert [[doubt.code for doubt in question.doubts] for question in found] == [[], ["import-number-gap"], []]
    alone = reading(_question(1) + _question(2) + _question(4)).questions
    assert not any(question.doubts for question in alone)


def test_keys_that_are_fewer_than_their_questions_are_all_doubted() -> None:
    asked = "".join(_question(place).rsplit("答案", 1)[0] for place in range(1, 6))
    found = reading(asked + "参考答案\n1-3 ABC").questions
    assert [[doubt.code for doubt in question.doubts] for question in found] == [
        *[["import-keys-uneven"]] * 3,
        *[["import-no-key"]] * 2,
    ]


def test_a_key_within_a_stem_is_doubted_where_all_others_have_theirs_apart() -> None:
    odd = "12. 下列关于甲（A）的说法正确的是。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n"
    assert _among_others(odd) == [["import-key-unlike"], []]


def test_a_stroke_within_a_word_is_doubted() -> None:
    assert "import-slash-word" in doubts("填空题\n1. 输入和输出写作___。\n答案：I/O")
    assert doubts("填空题\n1. 办文要___。\n答案：快/及时") == []


def test_a_line_that_looks_like_noise_within_a_stem_is_doubted() -> None:
    assert "import-noise-within" in doubts("1. 下面的表格缺什么？\n姓名：\n职务：\nA. 日期\nB. 单位\n答案：A")


def test_stems_that_are_alike_are_no_noise() -> None:
    options = [
        f"A. 甲{place}\nB. 乙{place}\nC. 丙{place}\nD. 丁{place}\n答案：A\n解析：见讲义第 {place} 讲。\n"
        for place in range(9)
    ]
    found = reading("\n".join(f"下列说法正确的是（  ）。\n{each}" for each in options))
    assert [question.fields["stem"] for question in found.questions] == ["下列说法正确的是（  ）。"] * 9
    assert found.line_counts.noise == 0


@pytest.mark.parametrize(
    "text",
    [
        "名词解释\n1. 公文：是机关在办理公务时用的、有规定格式的文书，分为十五种。",
        "简答题\n1. 什么是公文？公文是机关在办理公务时用的、有规定格式的文书，按用途一共分为十五种。",
    ],
)
def test_an_answer_behind_what_is_asked_is_doubted(text: str) -> None:
    assert doubts(text) == ["import-answer-within"]


@pytest.mark.parametrize(
    "asked", ["公文", "简述公文的种类：要分类，要举例，要说明各用在哪里，还要比较。", "什么是公文？为什么要有格式？"]
)
def test_what_only_asks_is_ready(asked: str) -> None:
    assert doubts(f"简答题\n1. {asked}") == []


def test_brackets_that_hold_no_answer_are_doubted() -> None:
    assert doubts("填空题\n1. 按照《条例》（试行），公文要（准确）。") == ["import-brackets-unclear"]


@pytest.mark.parametrize("last", ["丁 解析：因为甲", "丁 13. 下列哪一项最要紧"])
def test_an_option_with_something_else_behind_it_is_doubted(last: str) -> None:
    found, others = _among_others(_question(12, options=f"A. 甲\nB. 乙\nC. 丙\nD. {last}\n"))
    assert "import-leftover" in found
    assert others == []


def test_lines_below_keys_are_rationales_where_nearly_every_key_has_some() -> None:
    found = reading("".join(_question(place, key=f"A\n本题考查第 {place} 讲。") for place in range(1, 13))).questions
    assert [question.fields["rationale"] for question in found] == [
        f"本题考查第 {place} 讲。" for place in range(1, 13)
    ]
    assert not any(question.doubts for question in found)


def test_blanks_filled_in_are_read_without_a_section_where_the_file_has_them_so() -> None:
    text = "".join(f"{place}、办第{place}件事要（准确）、（及时）。\n" for place in range(1, 7))
    found = reading(text).questions
    assert {question.fields["type"] for question in found} == {"fill_blank"}
    assert found[3].fields["stem"] == "办第4件事要___、___。"
    assert found[3].fields["key"] == ["准确", "及时"]
    assert not any(question.doubts for question in found)
    few = reading(text + "".join(f"{place}、简述第{place}件事。\n" for place in range(7, 20))).questions
    assert [doubt.code for doubt in few[0].doubts] == ["import-answer-in-brackets"]
