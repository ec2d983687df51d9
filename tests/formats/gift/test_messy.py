"""GIFT as people really write it: what is unsure is doubted, what cannot be read refused, each at its line."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import QuizError
from quizapp.formats.gift import looks_like, read
from tests.formats.gift.gift_reading import doubts, only, reading, refusal, remarks


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("门？{=南 ~北", "import-gift-braces"),
        ("门？=南 ~北}", "import-gift-braces"),
        ("门？}=南{", "import-gift-braces"),
        ("只有说明\n两行", "import-gift-description"),
        ("门？｛＝南 ～北｝", "import-gift-full-width"),
        ("::标题::{T}", "import-no-stem"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text: str, code: str) -> None:
    refused = reading(f"太阳。{{T}}\n\n{text}").questions[1]
    assert (refused.refusal and refused.refusal.code, refused.line, refused.text) == (code, 3, text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("门？{~南 ~北}", ["import-no-key"]),
        ("门？{=南 =北 ~西}", ["import-gift-several-right"]),
        ("门？{朝 =南 ~北}", ["import-gift-loose-text"]),
        ("门？{ =1+1=2 ~北}", ["import-gift-sign-inside", "import-gift-several-right"]),
        ("门？{南}", ["import-gift-bare-answer"]),
        ("门？{true}", ["import-gift-truth"]),
        ("门？{√}", ["import-gift-truth"]),
        ("门？{=南*}", ["import-gift-wildcard"]),
        ("门？{=<b>南</b>}", ["import-gift-answer-html"]),
        ("门？{=caf&eacute;}", ["import-gift-answer-html"]),
        ("配。{=甲 -> 乙 =丙}", ["import-gift-no-pair"]),
        ("配。{=甲 -> 乙 =甲 -> 丙}", ["import-gift-left-twice"]),
        ("配。{=甲 -> 乙#好 =丙 -> 丁}", ["import-gift-pair-feedback"]),
        ("几？{#}", ["import-no-key"]),
        ("门？{T} 窗{F}", ["import-gift-braces-again"]),
        ("{1:MC:甲#~=乙}之后", ["import-gift-loose-text"]),
        ("门 {1:MC:~甲~=乙} 之后", ["import-gift-loose-text"]),
    ],
)
def test_what_is_unsure_is_doubted(text: str, codes: list[str]) -> None:
    question = only(text)
    assert ([doubt.code for doubt in question.doubts], question.refusal) == (codes, None)


def test_an_answer_with_an_escaped_star_has_a_star() -> None:
    assert only("乘号？{=2\\*3}").fields["key"] == ["2*3"]


def test_a_blank_line_within_braces_parts_nothing_and_is_doubted() -> None:
    question = only("门？{\n\n=南\n\n~北\n}")
    assert (question.fields["options"], [each.code for each in question.doubts]) == (
        ["南", "北"],
        ["import-gift-blank-line"],
    )


def test_braces_that_are_never_closed_take_no_other_question_with_them() -> None:
    first, second, third = reading("门？{=南 ~北\n\n说明\n\n窗？{T}").questions
    assert [each.verdict for each in (first, second, third)] == ["refused", "refused", "imported"]
    assert [each.line for each in (first, second, third)] == [1, 3, 5]
    left_open, whole, stray = reading("门？{=南 ~北\n\n窗？{T}\n\n} 之后").questions
    assert [each.verdict for each in (left_open, whole, stray)] == ["refused", "imported", "refused"]


def test_questions_without_a_blank_line_between_are_two_and_doubted() -> None:
    first, second = reading("门？{=南 ~北}\n// [tag:窗]\n窗？{\nT\n}").questions
    assert ((first.line, first.fields["stem"]), (second.line, second.fields["stem"])) == ((1, "门？"), (3, "窗？"))
    assert [[each.code for each in one.doubts] for one in (first, second)] == [["import-gift-no-blank-line"]] * 2
    assert second.fields["tags"] == ["窗"]


def test_too_many_options_are_doubted() -> None:
    assert doubts("哪个？{" + " ".join(f"~甲{number}" for number in range(26)) + " =乙}") == [
        "import-options-too-many",
        "import-no-key",
    ]


def test_invisible_characters_are_left_out_and_told_with_their_line() -> None:
    text = "太阳。{T}\n\n门\u202e？{T}"
    assert reading(text).questions[1].fields["stem"] == "门？"
    assert remarks(text) == [(3, "text-cleaned")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("1. 没有花括号的题目\nA. 甲".encode(), "import-gift-none"),
        (b"", "import-gift-none"),
        (b"<!DOCTYPE html><html><body>{T}</body></html>", "import-html"),
        (b"PK\x03\x04{}", "import-archive"),
        (b"\xff{T}\xff\xfe\xfd", "faulty"),
    ],
)
def test_what_is_no_gift_file_is_refused_as_what_it_is(data: bytes, code: str) -> None:
    with pytest.raises(QuizError) as raised:
        read(data, "题目.gift", "")
    assert raised.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_people_have_are_read(encoding: str) -> None:
    data = "太阳从东边出来，办公室朝南。{T}".encode(encoding)
    (question,) = read(data, "题目.gift", "").questions
    assert question.fields["stem"] == "太阳从东边出来，办公室朝南。"
    assert looks_like(data)


def test_another_encoding_is_read_where_it_is_named() -> None:
    assert read("太陽。{T}".encode("big5"), "题目.gift", "big5").questions[0].fields["stem"] == "太陽。"


@pytest.mark.parametrize("text", ["门？{=南 ~北}", "门？{ #3}", "太阳。{FALSE#不#是}", "谈谈。{}"])
def test_gift_is_told_by_its_answers(text: str) -> None:
    assert looks_like(text.encode())


@pytest.mark.parametrize("text", ["1. 题干（A）\nA. 甲", "集合 {1, 2}", "门？\nA. 南\nANSWER: A", "\\{=甲}"])
def test_other_texts_are_not_taken_for_gift(text: str) -> None:
    assert not looks_like(text.encode())


def test_refused_texts_keep_their_reasons_apart() -> None:
    assert refusal("太阳{") == "import-gift-braces"


def test_a_blank_line_before_the_last_brace_alone_is_no_doubt() -> None:
    question = only("门？{\n=南\n~北\n\n}")
    assert (question.fields["options"], question.doubts) == (["南", "北"], ())


def test_a_category_and_a_title_part_questions_without_a_blank_line() -> None:
    first, second = reading("::一:: 门？{=南 ~北}\n$CATEGORY: 窗\n::二:: 窗？{=东 ~西\n}").questions
    assert (first.doubts, second.doubts) == ((), ())
    assert (second.fields["topic"], second.fields["stem"]) == ("窗", "窗？")


def test_a_right_answer_may_have_both_signs() -> None:
    question = only("门？{~=南~北}")
    assert (question.fields["options"], question.fields["key"], question.doubts) == (["南", "北"], "A", ())


def test_a_text_of_keys_with_code_in_it_is_no_gift() -> None:
    text = (
        "1. 输出什么？\n```\nif (a) {=1}\n```\nA. 一\nB. 二\n正确答案：A\n2. 再输出什么？\nA. 一\nB. 二\n正确答案：B\n"
    )
    assert not looks_like(text.encode())
    assert looks_like("门？{=南 ~北}".encode())
