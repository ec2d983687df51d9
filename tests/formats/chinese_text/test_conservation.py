"""Nothing is dropped in silence: each line is in a question's text, or told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.text import clean
from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceReading
from tests.formats.chinese_text.word_files import lines, table, word_file
from tests.samples.small_items import unhurried

LINES = (
    "一、单项选择题（每题2分，共20分）", "二. 多选题（共2题，4.0分）", "三、判断题",
    "四、填空题（每空1分）", "五、简答题", "六、案例分析题", "1. 收文先做什么？（  ）",
    "2、办会要核对（AB）", "3．急件先办（√）", "（1）先做什么？", "第4题 办文要（准确）、（及时）。",
    "2.2025年呢？", "12.（单选题，2.0分）谁负责？", "A. 登记", "B、传阅", "C．归档  D. 销毁", "A.甲B.乙",
    "(A) 席卡  (B) 话筒", "- A: 甲", "A. 一  C. 三", "答案：AC", "【答案】B【解析】因为乙。",
    "正确答案：B 我的答案：C", "解析：如下", "难度：易", "知识点：办会", "分值：2", "答案：", "参考答案",
    "1-3 BCA", "1.B 2、C 3．A", "17. 文字", "1-5 AB 6. √", "题号 1 2", "答案 A B", "第1次作答",
    "题量: 2 满分: 4", "材料一：夜里收到急件。", "根据材料，回答1-2题。", "阅读下列材料。",
    "一句没有标记的话", "12.345 是一个数", "⼯作", "\uf06c 要点", "单选题", "答案：1-2 AB", "答：先登记",
    "一、认真登记", "——", "_[多选]_甲", "| 题号 | 1 | 2 |", "", "   ", "……", "①甲", "A", "1.", "【",
    "（",
)  # fmt: skip


def _kept(found: SourceReading) -> list[str]:
    """Return all lines that a reading shows somewhere."""
    texts = [question.text for question in found.questions]
    texts += [str(value) for remark in found.remarks for value in remark.reason.values.values()]
    return [line.strip() for text in texts for line in text.split("\n")]


def _lost(found: SourceReading, source: str) -> list[str]:
    kept = set(_kept(found))
    sought = (clean(line).strip() for line in source.split("\n"))
    return [line for line in sought if line.strip("\uf06c \u200b") and line not in kept]


@given(st.lists(st.sampled_from(LINES), max_size=25))
@unhurried
def test_no_line_of_a_text_is_lost(sample: list[str]) -> None:
    source = "\n".join(sample)
    assert _lost(read(source.encode(), "a.txt", ""), source) == []


@given(st.lists(st.sampled_from(LINES) | st.text("1A.、（）【】答案解析题：_ \t甲…①ⅣＡ", max_size=30), max_size=12))
@unhurried
def test_no_odd_line_of_a_text_is_lost(sample: list[str]) -> None:
    source = "\n".join(sample)
    assert _lost(read(source.encode(), "a.txt", ""), source) == []


@given(st.lists(st.sampled_from([line for line in LINES if "\uf06c" not in line]), max_size=15))
@unhurried
def test_no_line_of_a_word_file_is_lost(sample: list[str]) -> None:
    source = "\n".join(sample)
    data = word_file(lines(source), table(("题号", "1"), ("答案", "A")))
    assert _lost(read(data, "a.docx", ""), f"{source}\n题号\t1\n答案\tA") == []


@given(st.lists(st.sampled_from(LINES), max_size=25))
@unhurried
def test_questions_are_counted_once_and_in_their_order(sample: list[str]) -> None:
    found = read("\n".join(sample).encode(), "a.txt", "")
    places = [question.line for question in found.questions]
    assert places == sorted(set(places))
    assert all(question.refusal or question.fields["type"] for question in found.questions)
