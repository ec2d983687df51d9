"""Questions first, keys at the end."""

from __future__ import annotations

import pytest

from tests.formats.chinese_text.text_reading import reading, told

_THREE = "1. 甲？\nA. 一 B. 二 C. 三 D. 四\n2. 乙？\nA. 一 B. 二 C. 三 D. 四\n3. 丙？\nA. 一 B. 二 C. 三 D. 四\n"


@pytest.mark.parametrize(
    "heading", ["参考答案", "标准答案", "答案", "参考答案：", "【参考答案】", "一、参考答案及解析", "## 答案"]
)
@pytest.mark.parametrize(
    "keys",
    [
        "1-3 BCA",
        "1～3：B C A",
        "1—3. b,c,a",
        "1.B 2、C 3．A",
        "1.B\n2.C\n3.A",
        "(1)B (2)C\n(3)A",
        "1-2 BC 3.A",
        "1B 2C 3A",
    ],
)
def test_keys_are_given_by_number(heading: str, keys: str) -> None:
    found = reading(f"{_THREE}{heading}\n{keys}")
    assert [each.verdict for each in found.questions] == ["imported"] * 3
    assert [each.fields["key"] for each in found.questions] == ["B", "C", "A"]
    assert told(found) == [(7, "import-keys")]


@pytest.mark.parametrize("line", ["答案：1-3 BCA", "参考答案：1.B 2.C 3.A", "【答案】1-3：BCA"])
def test_keys_may_stand_on_the_line_of_their_heading(line: str) -> None:
    found = reading(f"{_THREE}{line}")
    assert [each.fields["key"] for each in found.questions] == ["B", "C", "A"]


def test_numbers_start_over_in_each_section() -> None:
    text = (
        "一、单选题\n1. 甲？\nA. 一 B. 二\n2. 乙？\nA. 一 B. 二\n二、多选题\n1. 丙？\n"
        "A. 一 B. 二\n2. 丁？\nA. 一 B. 二\n三、判断题\n1. 戊。\n2. 己。\n"
        "四、填空题\n1. 庚___。\n五、简答题\n1. 辛？\n参考答案\n"
    )
    keys = (
        "一、单选题\n1-2 AB\n二、多选题\n1.AB 2、A,B\n三、判断题\n1.√ 2.×\n四、填空题\n"
        "1. 登记/收文\n五、简答题\n1. 先登记，\n再传阅。"
    )
    expected = ["A", "B", "AB", "AB", "对", "错", [["登记", "收文"]], None]
    found = reading(text + keys)
    assert [each.fields.get("key") for each in found.questions] == expected
    assert found.questions[-1].fields["model_answer"] == "先登记，\n再传阅。"
    assert all(each.verdict == "imported" for each in found.questions)
    bare = "\n".join(line for line in keys.splitlines() if "题" not in line)
    assert [each.fields.get("key") for each in reading(text + bare).questions] == expected


def test_a_text_for_a_number_and_its_rationale_are_read() -> None:
    found = reading(
        _THREE
        + "简答题\n17. 丁？\n答案\n1.【答案】B【解析】因为乙。\n2. C 解析：因为丙。\n3. A\n解析：因为甲。\n17. 文字"
    )
    assert [each.fields.get("rationale") for each in found.questions] == ["因为乙。", "因为丙。", "因为甲。", None]
    assert [each.fields.get("key") for each in found.questions] == ["B", "C", "A", None]
    assert found.questions[3].fields["model_answer"] == "文字"


def test_keys_may_stand_behind_each_section() -> None:
    text = "一、单选题\n1. 甲？\nA. 一 B. 二\n参考答案\n1. A\n二、单选题\n1. 乙？\nA. 一 B. 二\n参考答案\n1. B"
    assert [each.fields["key"] for each in reading(text).questions] == ["A", "B"]


def test_too_few_keys_in_a_range_are_given_to_nobody() -> None:
    found = reading(_THREE + "参考答案\n1-3 BC")
    assert all("key" not in each.fields for each in found.questions)
    assert all("import-key-range" in [doubt.code for doubt in each.doubts] for each in found.questions)


def test_a_key_of_no_question_and_a_line_of_none_are_told() -> None:
    found = reading(_THREE + "参考答案\n1-3 BCA\n评阅须知\n9. D")
    assert told(found) == [(7, "import-keys"), (9, "import-key-unread"), (10, "import-key-without-question")]


def test_a_number_that_two_questions_have_is_doubted() -> None:
    found = reading("单选题\n1. 甲？\nA. 一 B. 二\n1. 乙？\nA. 一 B. 二\n参考答案\n1. A")
    assert "import-number-twice" in [doubt.code for doubt in found.questions[0].doubts]


def test_an_answer_on_the_line_below_its_label_heads_no_keys() -> None:
    found = reading("1. 甲？\nA. 一 B. 二\n答案：\nB\n2. 乙？\nA. 一 B. 二\n答案\nA")
    assert [each.fields["key"] for each in found.questions] == ["B", "A"]
    assert told(found) == []


def test_ranges_of_keys_need_no_heading() -> None:
    found = reading(f"{_THREE}1-2 BC\n3-3 A")
    assert [each.fields.get("key") for each in found.questions[:2]] == ["B", "C"]
    found = reading(f"一、单选题\n{_THREE}二、判断题\n4. 甲。\n5. 乙。\n1-3：BCA\n4-5 √×")
    assert [each.fields["key"] for each in found.questions] == ["B", "C", "A", "对", "错"]
    assert not any(each.doubts for each in found.questions)


def test_keys_are_given_to_the_section_whose_name_they_have() -> None:
    asked = "一、简答题\n1. 简述办文。\n二、论述题\n1. 论述办会。\n"
    found = reading(asked + "参考答案\n二、论述题\n1. 会前会中会后。\n一、简答题\n1. 拟办与批办。")
    assert [each.fields["model_answer"] for each in found.questions] == ["拟办与批办。", "会前会中会后。"]


def _chapter(name: str, first: int = 1) -> str:
    asked = (f"{place}. {name}的第{place}题？\nA. 一 B. 二 C. 三 D. 四\n" for place in range(first, first + 3))
    return f"{name}\n" + "".join(asked)


def test_keys_at_the_end_may_be_parted_by_chapters() -> None:
    found = reading(_chapter("第一章") + _chapter("第二章") + "参考答案\n第一章\n1-3 ABC\n第二章\n1-3 BCD")
    assert [each.fields.get("key") for each in found.questions] == list("ABCBCD")
    assert not any(each.doubts for each in found.questions)
    assert found.line_counts.unread == 0


def test_keys_behind_each_chapter_end_with_it() -> None:
    found = reading(_chapter("第一章") + "答案：1.A 2.B 3.C\n" + _chapter("第二章") + "答案：1.B 2.C 3.D\n")
    assert [each.fields.get("key") for each in found.questions] == list("ABCBCD")
    assert not any(each.doubts for each in found.questions)


def test_questions_go_on_below_keys_behind_a_label() -> None:
    found = reading(_chapter("甲部") + "答案：1.A 2.B 3.C\n" + _chapter("乙部", 4) + "答案：4.B 5.C 6.D\n")
    assert [each.fields.get("key") for each in found.questions][3:] == list("BCD")


def test_a_list_within_a_stem_numbers_no_questions() -> None:
    text = "".join(
        f"{place}. 正确的是（  ）。\n1) 甲{place}\n2) 乙{place}\n3) 丙{place}\nA. 1)2)\nB. 1)3)\nC. 2)3)\n答案：B\n"
        for place in range(1, 5)
    )
    found = reading(text)
    assert [each.fields["key"] for each in found.questions] == ["B"] * 4
    assert len(found.questions) == 4


def test_each_section_may_have_its_own_writing_of_numbers() -> None:
    chosen = "".join(f"{place}. 第{place}件先做什么？\nA. 一 B. 二 C. 三 D. 四\n" for place in range(1, 6))
    judged = "".join(f"{place}、第{place}件要登记。\n" for place in range(1, 4))
    found = reading(f"一、单选题\n{chosen}二、判断题\n{judged}参考答案\n一、单选题\n1-5 ABCDA\n二、判断题\n1-3 √×√")
    assert [each.fields["key"] for each in found.questions] == [*"ABCDA", "对", "错", "对"]
    assert not any(each.doubts for each in found.questions)


def test_ranges_by_chapters_need_no_heading_of_their_own() -> None:
    keys = "第一章\n1-3 ABC\n第二章\n1-3 BCD"
    found = reading(_chapter("第一章") + _chapter("第二章") + keys)
    assert [each.fields.get("key") for each in found.questions] == list("ABCBCD")
    assert not any(each.doubts for each in found.questions)
