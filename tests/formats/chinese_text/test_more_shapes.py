"""Shapes of whole files that instructors have besides: options without letters, tables in a text, keys of chapters."""

from __future__ import annotations

import pytest

from quizapp.domain.item import Value
from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceQuestion, SourceReading
from tests.formats.chinese_text.text_reading import doubts, fields, one, reading
from tests.formats.chinese_text.word_files import paragraph, word_file

_FOUR: dict[str, Value] = {"A": "登记", "B": "传阅", "C": "归档", "D": "核稿"}


_HEADING = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'


def _word(*blocks: str) -> SourceReading:
    return read(word_file(*blocks, styles=_HEADING), "试题.docx", "")


def _codes(question: SourceQuestion) -> list[str]:
    return [doubt.code for doubt in question.doubts]


def _choices(count: int, options: str = "A. 登记\nB. 传阅\nC. 归档\nD. 核稿", key: str = "答案：A") -> str:
    return "\n".join(f"{number}. 第{number}步做什么？\n{options}\n{key}" for number in range(1, count + 1))


@pytest.mark.parametrize(
    "line",
    [
        "A、登记B、传阅C、归档D、核稿",
        "(A)登记(B)传阅(C)归档(D)核稿",
        "A.登记；B.传阅；C.归档；D.核稿",
        "A、登记 B、传阅 C、归档 D 核稿",
    ],
)  # fmt: skip
def test_options_stuck_to_each_other_are_parted_where_there_are_as_many_as_usual(line: str) -> None:
    found = reading(f"{_choices(9)}\n10. 先做什么？\n{line}\n答案：B").questions[-1]
    texts = {letter: str(text).rstrip("；") for letter, text in found.fields["options"].items()}  # type: ignore[union-attr]
    assert (texts, found.doubts) == (_FOUR, ())


def test_a_letter_in_a_text_makes_no_option_more() -> None:
    found = reading(f"{_choices(9)}\n10. 缺什么？\nA、维生素B、C\nB、钙\nC、铁\nD、锌\n答案：B").questions[-1]
    assert found.fields["options"] == {"A": "维生素B、C", "B": "钙", "C": "铁", "D": "锌"}


def test_a_missing_sign_before_the_last_letter_is_doubted() -> None:
    found = reading(f"{_choices(9)}\n10. 先做什么？\nA、登记 B、传阅 C、归档 D核稿\n答案：B").questions[-1]
    assert "import-option-run" in _codes(found)


def test_keys_behind_each_chapter_are_of_its_questions() -> None:
    chapter = (
        "第{0}章\n办文\n一、单项选择\n1. 先做什么？\nA. 登记\nB. 传阅\n"
        "二、多项选择题\n1. 要做什么？\nA. 登记\nB. 传阅\n"
        "第{0}章参考答案\n一、单项选择题\n1.{1}\n二、多项选择题\n1.AB\n"
    )
    found = reading(chapter.format("一", "A") + chapter.format("二", "B")).questions
    assert [question.fields["key"] for question in found] == ["A", "AB", "B", "AB"]
    assert not any(question.doubts for question in found)


def test_a_chapter_with_the_next_questions_ends_the_keys_above_it() -> None:
    text = (
        "一、单选题\n1. 先做什么？\nA. 登记\nB. 传阅\n参考答案\n一、单选题\n1.A\n"
        "第二章\n1. 后做什么？\nA. 登记\nB. 传阅\n答案：B"
    )
    assert [question.fields.get("key") for question in reading(text).questions] == ["A", "B"]


def test_answers_under_heads_of_their_own_are_given_to_their_questions() -> None:
    text = (
        "# 卷一\n## 一、填空题（10分）\n### 题目1\n收文先______。\n### 题目2\n发文先______。\n"
        "## 二、简答题（20分）\n### 题目1\n请简述收文的步骤。\n### 题目2\n请简述发文的步骤。\n"
        "# 解答\n## 一、填空题 解答\n### 题目1 答案\n**答案**：登记\n### 题目2 答案\n**答案**：核稿\n"
        "## 二、简答题 解答\n### 题目1 答案\n#### 要点\n1. 先登记\n2. 后传阅\n### 题目2 答案\n先核稿。\n"
    )
    found = reading(text, "卷.md").questions
    assert [question.fields.get("key") for question in found[:2]] == [["登记"], ["核稿"]]
    assert str(found[2].fields["model_answer"]).split("\n") == ["#### 要点", "1. 先登记", "2. 后传阅"]
    assert found[3].fields["model_answer"] == "先核稿。"


def test_a_list_within_a_model_answer_at_the_end_gives_no_keys_to_the_first_questions() -> None:
    text = (
        "一、单选题\n1. 先做什么？\nA. 登记\nB. 传阅\n2. 后做什么？\nA. 登记\nB. 传阅\n"
        "二、简答题\n3. 简述收文的步骤。\n"
        "参考答案\n一、单选题\n1. A\n2. B\n二、简答题\n3. 有这几步：\n1. 登记\n2. 传阅\n"
    )
    first, second, third = reading(text).questions
    assert (first.fields["key"], second.fields["key"]) == ("A", "B")
    assert third.fields["model_answer"] == "有这几步：\n1. 登记\n2. 传阅"
    assert not any(question.doubts for question in (first, second, third))


def test_options_without_letters_are_told_by_ticks_below_headings() -> None:
    blocks = [
        block
        for number in range(4)
        for block in (
            paragraph(f"第{number}步是（ ）。", style="2"),
            *(paragraph(text) for text in ("登记√", "传阅", "归档")),
        )
    ]
    found = _word(*blocks).questions
    assert [(question.fields["options"], question.fields["key"]) for question in found] == [
        ({"A": "登记", "B": "传阅", "C": "归档"}, "A")
    ] * 4


def test_options_without_letters_are_told_by_the_key_below_them() -> None:
    text = "\n".join(f"{number}. 第{number}步做什么？\n登记\n传阅\n归档\n答案：B" for number in range(1, 5))
    found = reading(text).questions
    assert [(question.fields["options"], question.fields["key"]) for question in found] == [
        ({"A": "登记", "B": "传阅", "C": "归档"}, "B")
    ] * 4


def test_where_all_options_are_ticked_all_are_right_in_a_file_of_ticks() -> None:
    ticked = "\n".join(f"{number}. 第{number}步做什么？\nA. 登记√\nB. 传阅\nC. 归档" for number in range(1, 12))
    found = reading(f"{ticked}\n12. 要做什么？\nA. 登记√\nB. 传阅√\nC. 归档√").questions[-1]
    assert (found.fields["type"], found.fields["key"], found.doubts) == ("multiple_choice", "ABC", ())
    assert found.fields["options"] == {"A": "登记", "B": "传阅", "C": "归档"}


def test_a_table_of_markdown_has_a_question_in_each_row() -> None:
    text = (
        "## 单选题\n\n| 序号 | 题目 | A | B | 答案 |\n|---|---|---|---|---|\n| 1 | 先做什么？ | 登记 | 传阅 | A |\n"
        "| 2 | 后做什么？ | 登记 | 传阅 | B |\n\n"
        "## 判断题\n\n| 题号 | 题干 | 答案 |\n|---|---|---|\n| 1 | 收文要登记。 | √ |\n"
    )
    found = reading(text, "题.md")
    assert [question.fields["key"] for question in found.questions] == ["A", "B", "对"]
    assert not any(question.doubts for question in found.questions)
    assert found.line_counts.total == sum(bool(line.strip()) for line in text.split("\n"))
    assert found.line_counts.unread == 0


def test_rows_parted_by_a_sign_below_their_heads_are_questions() -> None:
    text = "题目|||选项A|||选项B|||答案\n先做什么？|||登记|||传阅|||A\n后做什么？|||登记|||传阅|||B"
    assert [question.fields["key"] for question in reading(text).questions] == ["A", "B"]


def test_options_may_stand_in_rows_of_a_table_with_a_star_before_the_right_one() -> None:
    found = fields(
        "1. What is done first?\n\n|   |   |   |\n|---|---|---|\n|   | a. | filing |\n| * | b. | reading |\n", "q.md"
    )
    assert (found["options"], found["key"]) == ({"A": "filing", "B": "reading"}, "B")


def test_what_a_platform_says_of_an_attempt_behind_the_key_is_no_part_of_it() -> None:
    found = fields("1. 先做什么？\nA、登记\nB、传阅\n正确答案是：B     你的答案是：A       此题得分：0")
    assert found["key"] == "B"


def test_a_picture_behind_every_key_is_a_button() -> None:
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    blocks = [
        block
        for number in range(1, 13)
        for block in (
            *(
                paragraph(text)
                for text in (f"{number}. 第{number}步做什么？", "A. 登记", "B. 传阅", "答案：B", "展开解析")
            ),
            picture,
        )
    ]
    found = _word(*blocks)
    assert [question.doubts for question in found.questions] == [()] * 12
    assert found.line_counts.noise == 24


@pytest.mark.parametrize(
    "line", ["图片: https://example.org/1.png", "![图](1.png)", '<img src="1.png">', "看 https://example.org/a.jpg"]
)
def test_a_picture_that_stands_as_its_address_is_doubted(line: str) -> None:
    assert "import-picture" in doubts(f"1. 图中先做什么？\n{line}\nA. 登记\nB. 传阅\n答案：A")


@pytest.mark.parametrize(
    ("key", "rationale"),
    [("A //登记在先", "登记在先"), ("A根据办法登记在先", "根据办法登记在先"), ("```\nA\n```", None)],
)
def test_a_reason_behind_a_key_is_its_rationale(key: str, rationale: str | None) -> None:
    found = fields(f"1. 先做什么？\nA. 登记\nB. 传阅\n答案：{key}")
    assert (found["key"], found.get("rationale")) == ("A", rationale)


def test_two_letters_joined_by_a_word_are_no_single_key() -> None:
    assert "key-not-letters" not in doubts("1. 先做什么？\nA. 登记\nB. 传阅\n答案：A")
    assert one("1. 要做什么？\nA. 登记\nB. 传阅\n答案：A和B都要").fields["key"] != "A"


def test_a_reason_in_brackets_behind_a_truth_is_its_rationale() -> None:
    found = fields("一、判断题\n1. 收文可以不登记。（ × ）（应当（先）登记）")
    assert (found["stem"], found["key"], found["rationale"]) == ("收文可以不登记。（  ）", "错", "应当（先）登记")


def test_lines_below_a_truth_in_its_stem_are_doubted() -> None:
    assert doubts("一、判断题\n1. 收文可以不登记。（×）\n收文一律先登记。") == ["import-leftover"]


def test_brackets_in_a_stem_that_say_the_right_option_are_emptied() -> None:
    found = fields("1. 收文先做什么（登记）。\nA. 登记\nB. 传阅\n答案：A")
    assert found["stem"] == "收文先做什么（  ）。"


def test_boxes_that_the_key_repeats_are_blanks() -> None:
    found = fields("一、填空题\n1. 收文先【登记】后【传阅】。\n答案：【登记】【传阅】")
    assert (found["stem"], found["key"]) == ("收文先___后___。", ["登记", "传阅"])


@pytest.mark.parametrize("stem", ["设关系R(A,B)，（ ）对。", "噪声不超过（ ）dB（A）。", "数据库（DB）的单位是（ ）。"])
def test_letters_in_brackets_that_are_no_answer_contradict_no_key(stem: str) -> None:
    assert fields(f"1. {stem}\nA. 甲\nB. 乙\nC. 丙\nD. 丁\n答案：B")["key"] == "B"


def test_two_blanks_with_numbers_take_no_key_of_several() -> None:
    assert "import-type-untold" in doubts("1. 先 ① 后 ② 。\nA. 登记\nB. 传阅\nC. 归档\n答案：A、B")


def test_answers_without_a_label_stand_where_all_of_a_section_have_them() -> None:
    asked = "\n".join(
        f"{number}. 简述第{number}步。\n先看清来文的单位和日期，再按办法登记，然后送交有关的人传阅并催办，最后归档。"
        for number in range(1, 5)
    )
    found = reading(f"一、思考题\n{asked}").questions
    assert [str(question.fields["model_answer"])[:4] for question in found] == ["先看清来"] * 4
    assert not any(question.doubts for question in found)
    assert _codes(reading("一、简答题\n1. 简述第1步。\n" + asked.split("\n")[1]).questions[0]) == [
        "import-answer-below"
    ]


def test_a_key_on_a_line_of_its_own_is_of_the_stem_above_it() -> None:
    found = fields("1. 收文来了以后首先应当做的事情\n（B）。\nA、登记 B、传阅 C、归档")
    assert (found["options"], found["key"]) == ({"A": "登记", "B": "传阅", "C": "归档"}, "B")


def test_yes_and_no_are_options_to_judge() -> None:
    found = fields("[判断]1.收文要登记\nA.Y\nB.N\n答案:A")
    assert (found["type"], found["key"], found["stem"]) == ("true_false", "对", "收文要登记")


def test_t_and_f_in_brackets_are_truths_where_no_other_letter_is() -> None:
    text = "\n".join(f"{number}. Step {number} is filing. ({'TF'[number % 2]})" for number in range(1, 8))
    assert {question.fields["key"] for question in reading(text).questions} == {"对", "错"}


def test_a_number_without_a_sign_begins_a_question_where_it_runs_on_and_options_follow() -> None:
    found = reading(f"{_choices(3)}\n4 第四步做什么？\nA. 登记\nB. 传阅\nC. 归档\nD. 核稿\n答案：C").questions
    assert [question.fields["key"] for question in found] == ["A", "A", "A", "C"]


def test_a_title_between_rules_ends_a_question() -> None:
    found = reading("1. 收文要登记。\n正确答案：对\n--- 第二份文件 ---\n2. 发文要核稿。\n正确答案：对")
    assert [question.doubts for question in found.questions] == [(), ()]
    assert found.line_counts.heading == 1


def test_the_marks_table_of_a_paper_is_noise() -> None:
    found = reading("一、判断题\n1. 收文要登记。（√）\n得分\n评卷人\n二、单选题\n1. 先做什么？（A）\nA. 登记\nB. 传阅")
    assert (found.line_counts.noise, [question.doubts for question in found.questions]) == (2, [(), ()])


def test_a_label_of_the_key_is_found_behind_what_somebody_answered() -> None:
    found = fields("1. (判断题)收文要登记\nA. 对\nB. 错\n我的答案:错正确答案:对\n10分")
    assert (found["type"], found["key"]) == ("true_false", "对")


def test_answers_that_count_their_blanks_below_each_question_are_no_keys_of_others() -> None:
    text = "".join(
        f"{number}. (填空题)第{number}步先___后___。\n我的答案：\n10分\n(1) 传阅\n"
        f"正确答案：\n(1) 登记{number}\n(2) 归档\n"
        for number in range(1, 5)
    )
    assert [question.fields["key"] for question in reading(text).questions] == [
        [f"登记{number}", "归档"] for number in range(1, 5)
    ]


def test_a_title_above_the_label_of_the_stem_is_its_topic() -> None:
    found = fields("### 1. 收文\n\n题目：收文先做什么？\n- A. 登记\n- B. 传阅\n答案：A\n", "题.md")
    assert (found["stem"], found["topic"]) == ("收文先做什么？", "收文")


def test_letters_above_the_label_of_the_options_are_of_the_stem() -> None:
    found = fields(
        "## **Q001**\n**题目：**\n猜一猜是什么？\nA 先来\nB 后走\n**选项：**\nA 收文\nB 发文\n**正确答案：**\nA 收文\n",
        "题.md",
    )
    assert (found["options"], found["key"]) == ({"A": "收文", "B": "发文"}, "A")
    assert "先来" in str(found["stem"])


def test_yes_and_no_are_keys_to_judge() -> None:
    found = reading("1. 收文要登记。（ ）\n答案：yes\n2. 发文不必核稿。\n答案：no").questions
    assert [(question.fields["type"], question.fields["key"]) for question in found] == [
        ("true_false", "对"),
        ("true_false", "错"),
    ]


@pytest.mark.parametrize("stem", ["收文先    后   。", "收文先\t\t后    。", "收文先（ ）后（ ）。"])
def test_blanks_are_as_many_as_the_texts_of_the_key(stem: str) -> None:
    found = fields(f"一、填空题\n1. {stem}\n答案：登记、传阅")
    assert (str(found["stem"]).count("___"), found["key"]) == (2, ["登记", "传阅"])


def test_wide_spaces_that_the_key_has_no_texts_for_are_no_blanks() -> None:
    assert "stem-without-blank" not in doubts("1. 收文要登记    。\n答案：对")
    assert doubts("1. 收文先   后   。\n答案：登记") == ["import-type-untold"]


def test_text_between_two_blanks_is_no_answer() -> None:
    assert "key" not in one("一、填空题\n1. 分为______类和______类。").fields


@pytest.mark.parametrize("key", ["src/main", "/login", "10.0.0.0/8", "@{/logout}"])
def test_a_stroke_that_may_part_nothing_is_doubted(key: str) -> None:
    assert "import-slash-word" in doubts(f"一、填空题\n1. 写作___。\n答案：{key}")


def test_terms_are_explained_by_the_lines_below_them() -> None:
    text = "一、名词解释\n" + "".join(f"{number}. 名词{number}\n收文之后要先做的一件事情。\n" for number in range(1, 5))
    found = reading(text).questions
    assert [(question.fields["stem"], question.doubts) for question in found] == [
        (f"名词{number}", ()) for number in range(1, 5)
    ]


def test_prose_that_answers_a_question_tells_its_type() -> None:
    found = fields("1. 什么是收文？\n答：收文是从别的单位收到的文件，先登记再传阅，最后归档。")
    assert found["type"] == "essay"
