"""Every shape of the 试题 text, clean and as people have it."""

from __future__ import annotations

import pytest

from quizapp.domain.item import Value
from tests.formats.chinese_text.text_reading import doubts, fields, one, reading, told

_WHOLE: dict[str, Value] = {
    "type": "multiple_choice",
    "stem": "会前一天要核对的有（  ）。",
    "options": {"A": "席卡", "B": "话筒", "C": "天气"},
    "key": "AB",
    "rationale": "天气不归会务管。",
    "difficulty": "easy",
    "topic": "办会",
    "marks": "2",
}


@pytest.mark.parametrize(
    "text",
    [
        (
            "1. 会前一天要核对的有（  ）。\nA. 席卡\nB、话筒\nC．天气\n答案：AB\n"
            "解析：天气不归会务管。\n难度：易\n知识点：办会\n分值：2"
        ),
        (
            "1．会前一天要核对的有（  ）。\n(A) 席卡\n（B）话筒\nC) 天气\n正确答案:ab\n"
            "答案解析：天气不归会务管。\n难度:1\n考点:办会\n分数:2分"
        ),
        (
            "（1）会前一天要核对的有（  ）。\nA：席卡  B：话筒  C：天气\n【答案】A、B\n"
            "【解析】天气不归会务管。\n【难度】较易\n【知识点】办会\n【分值】2.0"
        ),
        (
            "第1题 会前一天要核对的有（AB）。\nＡ．席卡　Ｂ．话筒　Ｃ．天气\n"
            "【解析】天气不归会务管。【难度】容易【知识点】办会【分值】2"
        ),
        (
            "12.（多选题，2.0分）会前一天要核对的有（  ）。\nA. 席卡 B. 话筒\nC. 天气\n"
            "正确答案：A,B 我的答案：C\n答案解析：天气不归会务管。\n"
            "难度：2\n知识点：办会"
        ),
        (
            "1、_[多选]_会前一天要核对的有（  ）。\n- A: 席卡\n- B: 话筒\n- C: 天气\n\n正确答案：AB\n"
            "解析：天气不归会务管。\n难度：易\n"
            "知识点：办会\n分值：2"
        ),
        (
            "1. 【多选题】会前一天要核对的有（  ）。（2分）\r\nA. 席卡 B. 话筒 C. 天气 【答案】BA\r\n"
            "【解析：天气不归会务管。】\r\n【难度：易】\r\n"
            "【知识点：办会】"
        ),
        (
            "1. 会前一天要核对的有（  ）。  A. 席卡  B. 话筒  C. 天气\n答案 AB\n"
            "解析：天气不归会务管。\n难度：易\n知识点：办会\n分值：2"
        ),
    ],
)
def test_a_choice_is_read_in_every_shape(text: str) -> None:
    assert fields(text) == _WHOLE


def test_markdown_is_read_without_its_signs() -> None:
    text = (
        "## 一、多选题（每题2分）\n\n**1\\.** 会前一天要**核对**的有（  ）。\n\n* A. 席卡\n"
        "* B. 话筒\n* C. 天气\n\n**答案：** AB\n"
    )
    text += "**解析**：天气不归会务管。\n**难度**：易\n\n**知识点**：办会\n"
    assert fields(text, "试题.md") == _WHOLE


@pytest.mark.parametrize("word", ["对", "正确", "是", "√", "✓", "✔", "T", "✅"])
@pytest.mark.parametrize(
    "shape", ["5. 急件先办。\n【答案】{}", "5、急件先办。\n答案：{}\n", "判断题\n5. 急件先办。\n答案：{}"]
)
def test_truth_words_are_true(word: str, shape: str) -> None:
    assert fields(shape.format(word)) == {"type": "true_false", "stem": "急件先办。", "key": "对"}


@pytest.mark.parametrize("word", ["错", "错误", "否", "×", "✗", "✘", "F", "❌"])
def test_truth_words_are_false(word: str) -> None:
    assert fields(f"判断题\n5. 密件可以拍照（{word}）")["key"] == "错"


def test_a_and_b_are_truths_only_where_the_options_are_those_words() -> None:
    found = fields("1. 急件先办。\nA. 正确\nB. 错误\n答案：B")
    assert found == {"type": "true_false", "stem": "急件先办。", "key": "错"}
    assert fields("1. 急件先办。\nA. 正确\nB. 错误\nC. 看情况\n答案：B")["type"] == "single_choice"
    assert one("判断题\n1. 急件先办。\n答案：A").fields["key"] == "A"


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("填空题\n7、办文要（准确）、（及时）。", "办文要___、___。", ["准确", "及时"]),
        ("填空题\n7、办文要（  ）、（　）。\n【答案】(准确)(及时)", "办文要___、___。", ["准确", "及时"]),
        ("7. 办文要___、___。\n【答案】准确；及时/快捷", "办文要___、___。", ["准确", ["及时", "快捷"]]),
        ("7. 办文要＿＿＿。\n答案：准确", "办文要___。", ["准确"]),
        ("7. 办文要____和____。\n答案：准确|及时", "办文要____和____。", ["准确", "及时"]),
    ],
)
def test_blanks_are_read(text: str, stem: str, key: list[Value]) -> None:
    found = fields(text)
    assert found["type"] == "fill_blank"
    assert found["stem"] == stem
    assert found["key"] in (key, key[0])


def test_what_has_neither_options_nor_key_is_an_essay() -> None:
    assert fields("1. 简述办会流程。（10分）") == {"type": "essay", "stem": "简述办会流程。", "marks": "10"}


def test_an_answer_goes_on_over_lines_and_counts_its_points() -> None:
    text = (
        "简答题\n1. 简述办会流程。\n答：\n1. 会前准备\n2. 会中服务\n（1）签到\n3. 会后落实\n"
        "2. 简述督查。\n答案：盯住落实。"
    )
    first, second = reading(text).questions
    assert first.fields["model_answer"] == "1. 会前准备\n2. 会中服务\n（1）签到\n3. 会后落实"
    assert second.fields["stem"] == "简述督查。"
    assert (first.doubts, second.doubts) == ((), ())


def test_points_of_answers_below_a_label_are_no_keys_at_the_end() -> None:
    text = "简答题\n1. 简述办会。\n答案：\n1. 会前\n2. 会后\n2. 简述办文。\n答案：\n1. 拟稿\n2. 核稿"
    found = reading(text)
    assert [each.fields["model_answer"] for each in found.questions] == ["1. 会前\n2. 会后", "1. 拟稿\n2. 核稿"]
    assert not any(question.doubts for question in found.questions)


def test_a_number_that_is_the_next_point_and_the_next_question_is_doubted() -> None:
    text = "简答题\n1. 简述办会。\n答案：\n1. 会前\n2. 会后\n3. 总结"
    codes = [[doubt.code for doubt in question.doubts] for question in reading(text).questions]
    assert codes[1:] == [["import-number-unclear"]] * 2


def test_options_without_a_key_are_doubted() -> None:
    assert doubts("1. 收文先做什么？\nA. 登记 B. 传阅") == ["import-no-key"]


def test_a_type_goes_by_its_tag_then_its_section_then_its_key() -> None:
    text = (
        "一、单选题\n1.【多选题】甲是？\nA. 一 B. 二\n答案：A\n2. 乙是？\nA. 一 B. 二\n答案：AB\n"
        "二、选择题\n1. 丙是？\nA. 一 B. 二\n答案：AB"
    )
    assert [each.fields["type"] for each in reading(text).questions] == [
        "multiple_choice",
        "single_choice",
        "multiple_choice",
    ]


def test_section_marks_hold_until_the_next_section() -> None:
    text = (
        "一、单项选择题（每题2分，共20分）\n1. 甲？\n2. 乙？（3分）\n二. 单选题（共2题，5.0分）\n"
        "1. 丙？\n三、简答题\n1. 丁？\n四、填空题（每空1分）\n1. 戊___，己___。"
    )
    found = [each.fields.get("marks") for each in reading(text).questions]
    assert found == ["2", "3", "2.5", None, "2"]


@pytest.mark.parametrize(
    "heading",
    [
        "一、单项选择题（每题2分，共20分）",
        "一. 单选题（共2题，4.0分）",
        "（一）单选题",
        "第一部分 单选题",
        "第一大题：单选题",
        "单选题",
        "一、单选题：下列各题只有一个正确答案。",
        "## 单选题",
        "⼀、单选题",
    ],
)
def test_a_section_is_told_with_its_type(heading: str) -> None:
    found = reading(f"{heading}\n1. 收文先做什么？\nA. 登记 B. 传阅\n答案：A")
    assert [code for _, code in told(found) if code.startswith("import-section")] != []
    assert found.questions[0].fields["type"] == "single_choice"


def test_a_sentence_that_begins_as_a_section_is_none() -> None:
    text = "1. 简述办文要点。\n答案：一、认真登记\n二、及时传阅\n三、判断题意再拟办"
    assert fields("简答题\n" + text)["model_answer"] == "一、认真登记\n二、及时传阅\n三、判断题意再拟办"


def test_a_paste_from_a_platform_is_read_and_its_noise_told() -> None:
    text = (
        "作业详情\n第1次作答\n题量: 2 满分: 4\n一. 单选题（共1题，2.0分）\n"
        "1.（单选题，2.0分）收文先做什么？\nA. 登记 B. 传阅 C. 归档 D. 销毁\n"
        "我的答案：B 正确答案：A\n得分：0.0分\n答案解析：先登记。\n收起解析\n"
        "二. 判断题（共1题，2.0分）\n2. (判断题, 2.0分)急件先办。\nA. 对\nB. 错\n"
        "我的答案：A\n正确答案：对\n2.0分\n"
    )
    found = reading(text)
    assert [each.verdict for each in found.questions] == ["imported", "imported"]
    assert [each.fields["key"] for each in found.questions] == ["A", "对"]
    assert found.questions[0].fields["rationale"] == "先登记。"
    noise = [remark.line for remark in found.remarks if remark.reason.code == "import-noise"]
    assert noise == [1, 2, 3, 10, 17]


@pytest.mark.parametrize("text", ["12.345 是一个数", "10.5 MHz 是频率"])
def test_a_decimal_starts_no_question(text: str) -> None:
    assert fields(f"1. 简述频率。\n{text}")["stem"] == f"简述频率。\n{text}"


def test_a_number_with_a_year_behind_its_point_is_doubted() -> None:
    assert doubts("简答题\n1. 简述计划。\n答案：略\n2.2025年有何安排？") == ["import-number-unclear"]


def test_a_key_may_repeat_the_options_it_names() -> None:
    assert fields("1. 甲？\nA. 登记 B. 传阅\n正确答案：A:登记;B:传阅;")["key"] == "AB"
    assert one("1. 甲？\nA. 登记 B. 传阅\n正确答案：A:归档").verdict == "imported"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. 甲？\nA. 一  C. 三\n答案：A", "import-option-run"),
        ("1. 甲？\nA.一B.二C.三\n答案：A", "import-option-run"),
        ("1. 甲？\nA. 一\nC. 三\n答案：A", "import-letter-missing"),
        ("1. 甲？\nA. 一\nB. 二\nB. 三\n答案：A", "import-option-run"),
        ("1. 甲？\nB. 二\nC. 三\n答案：B", "import-letter-missing"),
        ("1. 甲（A）还是乙（B）？\nA. 一 B. 二", "import-key-in-stem"),
        ("1. 甲（A）？\nA. 一 B. 二\n答案：B", "import-key-twice"),
        ("1. 甲？\nA. 一 B. 二\n答案：B\n答案：A", "import-key-twice"),
        ("1. 甲？\nA. 一 B. 二\n答案：B\n难度：随便", "import-difficulty-unknown"),
        ("1. 甲？\nA. 一 B. 二\n答案：B\n分值：若干", "import-marks-unclear"),
        ("1. 甲？\nA. 一 B. 二\n答案：B\n题型：抢答", "import-type-unknown"),
        ("1. 甲\uf0b0？\nA. 一 B. 二\n答案：B", "import-private-use"),
    ],
)
def test_what_is_not_sure_is_doubted(text: str, code: str) -> None:
    assert code in doubts(text)


@pytest.mark.parametrize(
    ("word", "level"),
    [(w, "easy") for w in ("1", "2", "易", "容易", "较易")]
    + [(w, "medium") for w in ("3", "中", "一般", "中等")]
    + [(w, "hard") for w in ("4", "5", "难", "较难", "困难")],
)
def test_difficulties_are_read(word: str, level: str) -> None:
    assert fields(f"1. 简述。\n难度：{word}")["difficulty"] == level


@pytest.mark.parametrize("label", ["出处", "来源", "页码"])
def test_sources_are_read(label: str) -> None:
    assert fields(f"1. 简述。\n【{label}】讲义第 3 页")["source"] == "讲义第 3 页"


def test_a_question_without_a_stem_is_refused() -> None:
    question = one("1.\nA. 一 B. 二\n答案：A")
    assert question.refusal is not None
    assert question.refusal.code == "import-no-stem"


def test_what_stands_before_the_first_question_is_told_and_counted_as_none() -> None:
    found = reading("办公室业务测验\n请独立作答。\n1. 简述。")
    assert told(found) == [(1, "import-heading"), (2, "import-heading")]
    assert len(found.questions) == 1
