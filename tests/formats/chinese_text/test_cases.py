"""Materials that several questions are asked about."""

from __future__ import annotations

from tests.formats.chinese_text.text_reading import doubts, fields, one, reading

_PARTS = "（1）【单选题】先做什么？\nA. 登记 B. 转交\n答案：A\n（2）值班员错在哪里？（5分）\n答案：没有登记。\n"
_ITEMS = [
    {"type": "single_choice", "stem": "先做什么？", "options": {"A": "登记", "B": "转交"}, "key": "A"},
    {"type": "essay", "stem": "值班员错在哪里？", "model_answer": "没有登记。", "marks": "5"},
]


def test_numbered_material_with_its_questions_is_a_case() -> None:
    text = "案例分析题\n1. 某单位夜里收到急件，值班员转手交出。\n" + _PARTS
    assert fields(text) == {"type": "case", "stimulus": "某单位夜里收到急件，值班员转手交出。", "items": _ITEMS}


def test_a_stem_that_says_so_begins_a_case_in_any_section() -> None:
    text = "1. 阅读下列材料，回答问题。\n某单位夜里收到急件。\n" + _PARTS + "2. 简述值班。\n"
    first, second = reading(text).questions
    assert first.fields["stimulus"] == "阅读下列材料，回答问题。\n某单位夜里收到急件。"
    assert first.fields["items"] == _ITEMS
    assert second.fields == {"type": "essay", "stem": "简述值班。"}
    assert first.verdict == second.verdict == "imported"


def test_material_without_a_number_is_followed_by_its_questions() -> None:
    text = (
        "三、案例分析题\n案例一：夜里收到急件。\n1. 先做什么？\n答案：登记。\n2. 再做什么？\n"
        "答案：报告。\n案例二：早上来了访客。\n1. 怎么接待？\n答案：热情。"
    )
    first, second = reading(text).questions
    assert [part["stem"] for part in first.fields["items"]] == ["先做什么？", "再做什么？"]  # type: ignore[index, call-overload]  # a list of maps
    assert second.fields["stimulus"] == "案例二：早上来了访客。"
    assert first.verdict == second.verdict == "imported"


def test_material_that_names_its_numbers_has_those() -> None:
    text = (
        "根据以下材料，回答第2-3题。\n夜里收到急件。\n2. 先做什么？\nA. 登记 B. 转交\n"
        "3. 再做什么？\nA. 报告 B. 休息\n4. 简述值班。\n答案\n2.A 3.A"
    )
    case, single = reading(text).questions
    assert len(case.fields["items"]) == 2
    assert single.fields["type"] == "essay"
    assert case.verdict == "imported"


def test_material_without_questions_is_doubted() -> None:
    assert "import-case-unclear" in doubts("案例分析题\n1. 某单位夜里收到急件，怎么办？\n答案：登记。")
    assert "import-case-unclear" in doubts("案例分析题\n某单位夜里收到急件，怎么办？")


def test_doubts_of_a_part_are_the_cases() -> None:
    question = one("案例分析题\n1. 夜里收到急件。\n（1）先做什么？\nA. 登记 B. 转交")
    assert [doubt.code for doubt in question.doubts] == ["import-no-key"]


def test_points_in_brackets_of_another_question_are_its_text() -> None:
    assert (
        fields("1. 下列说法正确的是：\n（1）先登记\n（2）先转交\nA. 第一句 B. 第二句\n答案：A")["stem"]
        == "下列说法正确的是：\n（1）先登记\n（2）先转交"
    )
