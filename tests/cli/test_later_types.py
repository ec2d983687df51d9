"""Numbers, orders, pairs, essays and cases on the command line: shown, drawn, and keyed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz
from tests.samples.bank_files import COURSE, MORE

PAPER = """
试卷: mixed
标题: 综合卷
大题:
  - {标题: 一、数值, 抽题: {题型: 数值题, 题数: 1}, 分值: 2}
  - {标题: 二、排序, 抽题: {题型: 排序题, 题数: 1}, 分值: 2}
  - {标题: 三、连线, 抽题: {题型: 连线题, 题数: 1}, 分值: 2}
  - {标题: 四、案例, 抽题: {题型: 案例, 题数: 1, 小题数: 2}, 分值: 3}
  - {标题: 五、简答, 指定试题: [e-4]}
"""


@pytest.fixture
def mixed(quiz: Quiz, banks: Path) -> Quiz:
    """The program on a bank of the later types alone, and a paper of them all."""
    for old in banks.rglob("*.yaml"):
        old.unlink()
    (banks / "course.yaml").write_text(COURSE, encoding="utf-8")
    (banks / "more.yaml").write_text(MORE, encoding="utf-8")
    (banks / "papers" / "mixed.yaml").write_text(PAPER, encoding="utf-8")
    return quiz


def test_lists_count_what_is_answered(mixed: Quiz) -> None:
    (bank,) = mixed("banks", "list", "--format", "json").json
    types = {"numeric": 1, "ordering": 1, "matching": 1, "essay": 3, "single_choice": 1}
    assert (bank["items"], bank["types"]) == (7, types)
    assert bank["difficulties"] == {"easy": 3, "medium": 2, "hard": 2}
    (paper,) = mixed("papers", "list", "--format", "json").json
    assert (paper["questions"], paper["full_score"]) == (6, 21)


def test_a_bank_is_shown_with_what_is_right(mixed: Quiz) -> None:
    shown = mixed("banks", "show", "more").out
    assert "其他题型（more），共 7 题" in shown
    for line in (
        "   全年经费多少？（单位：万元）",
        "   答案：12.5",
        "   允许误差：0.1",
        "   答案：ABC",
        "     2. 包里",
        "     C. 工作时查的",
        "   答案：1A 2B",
        "   参考答案：立即报告并发更正。",
        "   采分点 1（2 分）：先报告（关键词：报告、请示）",
        "   采分点 3（1 分）：后总结",
        "5. [e-5] 案例分析题 · 中",
        "   李主任说：先等等。",
        "5.1. [e-5-1] 单选题 · 中",
        "5.2. [e-5-2] 简答题 · 难",
    ):
        assert line in shown.splitlines()


def test_a_form_in_json_has_left_sides_cases_and_keys(mixed: Quiz) -> None:
    items = mixed("papers", "draw", "mixed", "--with-key", "--format", "json").json["items"]
    assert [item["type"] for item in items] == [*("numeric", "ordering", "matching", "single_choice", "essay", "essay")]
    numeric, ordering, matching, single, essay, alone = items
    assert (numeric["key"], numeric["options"], numeric["left"]) == ("12.5", [], [])
    texts = {option["letter"]: option["text"] for option in ordering["options"]}
    assert [texts[letter] for letter in ordering["key"]] == ["拟稿", "核稿", "签发"]
    assert ordering["key"] != "ABC"
    assert matching["left"] == [{"number": 1, "text": "床头"}, {"number": 2, "text": "包里"}]
    right = {option["letter"]: option["text"] for option in matching["options"]}
    assert [right[pair[1]] for pair in matching["key"].split()] == ["睡前翻的", "路上, 看的"]
    assert [item["case"] for item in items] == [None, None, None, "e-5", "e-5", None]
    assert single["stimulus"] == essay["stimulus"] == "上午十点，张主任说：先印发。\n李主任说：先等等。"
    assert (numeric["stimulus"], single["item"], essay["item"]) == (None, "e-5-1", "e-5-2")
    assert (single["key"], essay["key"], alone["key"]) == ("A", None, None)
    assert [item["marks"] for item in items] == [2, 2, 2, 3, 3, 9]


def test_a_form_as_text_shows_a_case_once_and_keys_where_they_are_asked_for(mixed: Quiz) -> None:
    shown = mixed("papers", "draw", "mixed").out
    assert shown.count("【材料】上午十点，张主任说：先印发。") == 1
    assert shown.index("【材料】") < shown.index(" 4. 先做什么？") < shown.index(" 5. 再写一段说明。")
    assert "四、案例（2 题，6 分）" in shown
    assert " 1. 全年经费多少？（单位：万元）" in shown
    for secret in ("答案", "采分点", "允许误差"):
        assert secret not in shown
    with_key = mixed("papers", "draw", "mixed", "--with-key").out
    assert "   参考答案：立即报告并发更正。" in with_key


def test_answers_of_every_type_are_keyed_in_and_essays_wait(mixed: Quiz, tmp_path: Path) -> None:
    keys = [item["key"] for item in mixed("papers", "draw", "mixed", "--with-key", "--format", "json").json["items"]]
    lines = [
        "学号,姓名,1,2,3,4,5,6",
        f"1,张三,１２．６万元,{keys[1]},{keys[2]},A,,",
        f"2,李四,12.7,{keys[1][::-1]},-,B,先报告。,?",
    ]
    (tmp_path / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert mixed("scores", "enter", "mixed", "answers.csv").status == 0
    first, second = mixed("scores", "list", "--format", "json").json
    assert (first["status"], first["score"]) == ("marked", 9)
    assert (second["status"], second["score"], second["counts"]) == ("marking", None, False)
    assert "待阅卷" in mixed("scores", "list").out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("12.5,AAB,1A,A,,", "选项 A 填了两次"),
        ("12.5,ABC,1A 1B,A,,", "左边第 1 项填了两次"),
        ("12.5,ABC,3A,A,,", "左边没有第 3 项"),
        ("12.5,ABC,ABC,A,,", "填了 3 个字母，左边只有 2 项"),
        ("12.5,ABC,1 A 2,A,,", "没有读懂“1 A 2”"),
    ],
)
def test_what_cannot_be_meant_is_told(mixed: Quiz, tmp_path: Path, answers: str, said: str) -> None:
    (tmp_path / "answers.csv").write_text(f"学号,姓名,1,2,3,4,5,6\n1,张三,{answers}\n", encoding="utf-8")
    outcome = mixed("scores", "enter", "mixed", "answers.csv")
    assert outcome.status == 1
    assert said in outcome.out + outcome.err


def test_coverage_in_json(mixed: Quiz) -> None:
    rows = mixed("banks", "coverage", "--format", "json").json
    assert {tuple(row) for row in rows} == {("topic", "type", "difficulty", "items", "wanted")}
    assert {"topic": None, "type": "case", "difficulty": None, "items": 1, "wanted": 1} in rows
    assert {"topic": "roles", "type": "case", "difficulty": "medium", "items": 1, "wanted": 0} in rows
    assert sum(row["items"] for row in rows if row["topic"] is not None) == 6


def test_coverage_as_a_table(mixed: Quiz) -> None:
    lines = mixed("banks", "coverage").out.splitlines()
    assert lines[:5] == [
        "知识点    数值  排序  匹配  简答  案例  易  中  难  合计",
        "三个需要                                               0",
        "· 新形势                                               0",
        "五种角色     1     1     1     2     1   3   2   1     6",
        "合计         1     1     1     2     1   3   2   1     6",
    ]
    assert lines[-1] == "缺题 0 处，偏少 4 处。"
    assert "全部    案例分析题  全部     1     1  偏少" in lines


def test_coverage_of_nothing_says_what_to_do(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = quiz("--banks", "empty", "banks", "coverage")
    assert (outcome.status, outcome.err != "") == (0, True)
    assert quiz("--banks", "empty", "banks", "coverage", "--format", "json").json == []
