"""What a paper with a table and a document goes through: entered, marked, corrected, analysed, handed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

BANK = """
题库: work
标题: 办文
试题:
  - id: w-1
    题型: 文件筐
    知识点: a
    难度: 中
    题干: 请逐份定缓急和去向。
    栏目: {缓急: [急件, 平件, 退回], 去向: [局长, 综合科]}
    条目:
      - {内容: 下午五点前报名单, 答案: [急件, 综合科]}
      - {内容: 主送写成了个人, 答案: [退回, 综合科]}
    解析: 先看时限。
  - id: w-2
    题型: 改错题
    知识点: a
    难度: 易
    题干: 找出并改正。
    正文: |
      关于{购买}复印机的{请示报告}
      {妥否，请批示}。
    错处: {2: 请示, 3: 妥否，请批复}
    解析: 一文一事。
  - id: w-3
    题型: 改错题
    知识点: a
    难度: 难
    题干: 选出该用的文种。
    正文: 关于{购买}复印机的{报告}
    错处: {2: 请示}
    选项: [请示, 函, 纪要]
    解析: 要批准的用请示。
"""
PAPER = """
试卷: work
标题: 办文卷
大题:
  - {标题: 一、归类, 抽题: {题型: 归类题, 题数: 1}, 分值: 4}
  - {标题: 二、改错, 抽题: {题型: 改错, 题数: 2}, 分值: 4}
"""
ROSTER = "学号,姓名,单位\n01,张三,甲办\n02,李四,乙办\n"
# The second has two of four cells, one of two faults found and mended, one right place marked.
ANSWERS = "学号,1,2,3\n01,1AB 2CB,2请示；3妥否，请批复,{right}\n02,AA CA,1购置；2请示,?\n"
WHO = ("--why", "答案有误", "--by", "甲", "--checked-by", "乙")


@pytest.fixture
def work(quiz: Quiz, banks: Path, tmp_path: Path) -> Quiz:
    """The program on a bank of both types and a paper of it, with a roster."""
    (banks / "work.yaml").write_text(BANK, encoding="utf-8")
    (banks / "papers" / "work.yaml").write_text(PAPER, encoding="utf-8")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    assert quiz("candidates", "import", "roster.csv").status == 0
    return quiz


@pytest.fixture
def marked(work: Quiz, tmp_path: Path) -> Quiz:
    """The same with two who have handed in."""
    items = work("papers", "draw", "work", "--with-key", "--format", "json").json["items"]
    (tmp_path / "answers.csv").write_text(ANSWERS.format(right=items[2]["key"]), encoding="utf-8")
    assert work("scores", "enter", "work", "answers.csv").status == 0
    return work


def scores(quiz: Quiz) -> list[float]:
    return [row["score"] for row in quiz("scores", "export", "work", "--to", "-", "--format", "json").json]


def test_a_bank_of_both_is_checked_and_shown_with_what_belongs_beneath_a_stem(work: Quiz, banks: Path) -> None:
    assert work("banks", "check", str(banks / "work.yaml")).status == 0
    shown = work("banks", "show", "work").out
    assert "   缓急  A 急件  B 平件  C 退回\n" in shown
    assert "   关于[1 购买]复印机的[2 请示报告]\n" in shown
    assert "   答案：1AB 2CB\n" in shown
    assert "   答案：2请示；3妥否，请批复\n" in shown


def test_what_yaml_would_cut_off_a_document_or_a_column_is_told(work: Quiz, banks: Path) -> None:
    spoilt = BANK.replace("关于{购买}复印机的{报告}", "关于{购买}复印机的{报告} #1").replace(
        "错处: {2: 请示}", "错处:\n      2: 请示 #1"
    )
    (banks / "work.yaml").write_text(spoilt, encoding="utf-8")
    told = work("banks", "check", str(banks / "work.yaml"))
    assert (told.status, told.out.count("comment-after-text")) == (1, 2)


def test_a_form_tells_entries_and_document(work: Quiz) -> None:
    table, document, chosen = work("papers", "draw", "work", "--with-key", "--format", "json").json["items"]
    assert table["left"] == [{"number": 1, "text": "下午五点前报名单"}, {"number": 2, "text": "主送写成了个人"}]
    assert table["exhibit"] == ["缓急  A 急件  B 平件  C 退回", "去向  A 局长  B 综合科"]
    assert (table["key"], table["options"]) == ("1AB 2CB", [])
    assert document["exhibit"] == ["关于[1 购买]复印机的[2 请示报告]\n[3 妥否，请批示]。"]
    letters = {option["text"]: option["letter"] for option in chosen["options"]}
    assert chosen["key"] == f"2{letters['请示']}"


def test_they_are_entered_and_marked(marked: Quiz) -> None:
    # All three; then 2 of 4 cells, and (1/2 + 1/2 - 1/2) ÷ 2 of the document.
    assert scores(marked) == [12, 3]
    assert marked("scores", "verify").status == 0


def test_their_keys_are_corrected_and_the_paper_marked_again(marked: Quiz) -> None:
    assert marked("scores", "correct", "work", "1", "--key", "1AA 2CA", *WHO).status == 0
    accepted = marked("scores", "correct", "work", "2", "--accept", "1购置；2请示", *WHO)
    assert (accepted.status, "1购置；2请示" in accepted.out) == (0, True)
    assert marked("scores", "correct", "work", "w-3", "--key", "2B", *WHO).status == 0
    assert marked("scores", "regrade", "work", *WHO).status == 0
    # The first had 2 of 4 cells of the new key, and found what the third is now mended otherwise: half of it.
    assert scores(marked) == [2 + 4 + 2, 4 + 4]


def test_they_are_analysed(marked: Quiz) -> None:
    items = marked("scores", "analyse", "work", "--format", "json").json["items"]
    assert [item["facility"] for item in items] == [0.75, 0.625, 0.5]
    assert all(item["random_guess_score"] is None for item in items)


def test_a_key_that_fits_no_table_is_refused(marked: Quiz) -> None:
    refused = marked("scores", "correct", "work", "1", "--key", "1AB", *WHO)
    assert refused.status != 0
    marks_only = marked("scores", "correct", "work", "2", "--key", "2", *WHO)
    assert marks_only.status != 0


@pytest.mark.parametrize("name", ["work.csv", "work.xlsx", "work.txt", "work.gift"])
def test_a_format_without_a_place_for_them_names_the_type(work: Quiz, name: str) -> None:
    told = work("banks", "export", "work", "--to", name)
    assert "归类" in told.out + told.err
    assert "改错" in told.out + told.err


def test_a_bank_of_both_comes_back_as_it_was(work: Quiz, banks: Path) -> None:
    shown = work("banks", "show", "work").out
    assert work("banks", "export", "work", "--to", "again.yaml").status == 0
    (banks / "work.yaml").unlink()
    assert work("banks", "import", "again.yaml", "--to", "banks/back.yaml").out.startswith("读到 3 题 = 导入 3")
    again = work("banks", "show", "back").out.replace("back-00", "w-")
    assert again.splitlines()[2:] == shown.splitlines()[2:]
