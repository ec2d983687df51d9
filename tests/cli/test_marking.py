"""quizapp scores mark without a screen: the list of what waits, and marks from a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.settings import Settings
from quizapp.wiring import workplace
from tests.cli.conftest import Quiz
from tests.instruments.xlsx_workbooks import table

BANK = """
题库: essays
标题: 简答
试题:
  - {编号: t-1, 题型: 判断, 知识点: a, 难度: 易, 题干: 可以。, 答案: 错, 解析: 不可以。}
  - 编号: e-1
    题型: 简答
    知识点: a
    难度: 难
    题干: 怎么办？
    采分点: [{要点: 报告, 分值: 2, 关键词: [第一时间]}, {要点: 更正, 分值: 2, 关键词: [更正]}]
    参考答案: 先报告，再更正。
    解析: 两步。
  - {编号: e-2, 题型: 简答, 知识点: a, 难度: 中, 题干: 体会。, 参考答案: 言之成理。, 解析: 体会。}
"""
PAPER = """
试卷: essays
标题: 论述卷
大题:
  - {标题: 一、判断, 指定试题: [t-1], 分值: 2}
  - {标题: 二、简答, 指定试题: [e-1, e-2], 分值: 10}
"""


@pytest.fixture
def waiting(quiz: Quiz, banks: Path, tmp_path: Path) -> Quiz:
    """The program with two attempts whose essays wait."""
    (banks / "essays.yaml").write_text(BANK, encoding="utf-8")
    (banks / "papers" / "essays.yaml").write_text(PAPER, encoding="utf-8")
    rows = "学号,姓名,1,2,3\n01,张三,错,第一时间说清楚,很好\n02,李四,对,拖着,\n"
    (tmp_path / "answers.csv").write_text(rows, encoding="utf-8")
    assert quiz("scores", "enter", "essays", "answers.csv").status == 0
    return quiz


def attempts(quiz: Quiz) -> list[str]:
    return [doc["attempt"] for doc in quiz("scores", "list", "--format", "json").json]


def marks(folder: Path, *rows: tuple[object, ...], heads: str = "答卷,题号,1,2,评语") -> str:
    with (folder / "marks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads.split(","), *rows])
    return "marks.csv"


def test_scores_say_that_they_wait_and_how_far_the_marking_is(waiting: Quiz) -> None:
    outcome = waiting("scores", "list", "essays")
    assert outcome.out.splitlines()[2].split()[:3] == ["01", "张三", "待阅卷"]
    assert outcome.err == "《论述卷》已阅 0 / 3 份简答，还有 3 份待阅卷。用 quizapp scores mark essays 阅卷。\n"
    exported = waiting("scores", "export", "essays", "--to", "-", "--format", "csv").out.splitlines()[1].split(",")
    assert (exported[0], exported[10], exported[11]) == ("", "待阅卷", "")


def test_without_a_terminal_what_waits_is_listed_without_names(waiting: Quiz) -> None:
    for words in ((), ("--list",)):
        outcome = waiting("scores", "mark", "论述卷", *words)
        assert outcome.status == 0
        lines = [line.split() for line in outcome.out.splitlines()]
        assert lines[0] == ["答卷", "题号", "试题", "满分", "字数", "建议"]
        assert sorted(line[1:] for line in lines[1:]) == [
            ["2", "e-1", "10", "2", "0"],
            ["2", "e-1", "10", "7", "5"],
            ["3", "e-2", "10", "2"],
        ]
        assert "张三" not in outcome.out
        assert outcome.err == "《论述卷》已阅 0 / 3 份简答，还有 3 份待阅卷。\n"


def test_machines_are_told_what_a_marker_needs(waiting: Quiz) -> None:
    listed = waiting("scores", "mark", "essays", "--format", "json").json
    one = next(entry for entry in listed if entry["response"] == "第一时间说清楚")
    assert one["model_answer"] == "先报告，再更正。"
    assert (one["full_score"], one["number"], one["item"]) == (10, 2, "e-1")
    assert one["points"] == [
        {"point": "报告", "marks": 2, "keywords": ["第一时间"], "suggested": 2},
        {"point": "更正", "marks": 2, "keywords": ["更正"], "suggested": 0},
    ]
    assert "张三" not in json.dumps(listed, ensure_ascii=False)


def test_marks_from_a_file_make_the_score(waiting: Quiz, tmp_path: Path) -> None:
    first, second = attempts(waiting)
    file = marks(tmp_path, (first, 2, 2, "１.5", "好"), (first, 3, 8, "", ""), (second, 2, 0, 0, ""))
    words = ("--by", "王班长", "--checked-by", "李副班长", "--why", "集中阅卷")
    outcome = waiting("scores", "mark", "essays", "--marks", file, *words)
    assert (outcome.status, outcome.out) == (0, "《论述卷》记下 3 份简答的给分，阅卷人 王班长。\n")
    docs = waiting("scores", "list", "--format", "json").json
    assert [(doc["status"], doc["score"]) for doc in docs] == [("marked", 18.75), ("marked", 0)]
    journal = tmp_path / "home" / "journal" / "essays" / "committee.jsonl"
    said = json.loads(journal.read_text("utf-8").splitlines()[0])["data"]
    assert {name: said[name] for name in ("attempt", "question", "points", "marks", "comment")} == {
        "attempt": first,
        "question": 2,
        "points": ["2", "3/2"],
        "marks": "35/4",
        "comment": "好",
    }
    assert (said["by"], said["checked_by"], said["why"]) == ("王班长", "李副班长", "集中阅卷")
    before = (tmp_path / "home" / "scores.json").read_bytes()
    assert waiting("scores", "rebuild").status == 0
    assert (tmp_path / "home" / "scores.json").read_bytes() == before
    assert "已阅 3 / 3" in waiting("scores", "mark", "essays").err


def test_every_fault_of_a_file_is_told_by_its_line_and_nothing_is_recorded(waiting: Quiz, tmp_path: Path) -> None:
    first, second = attempts(waiting)
    file = marks(
        tmp_path,
        (first, 2, 2, 1),
        (first, 2, 2, 1),
        (first, 1, 2, 1),
        (first, 3, 8, 1),
        (second, 2, 3, 1),
        (second, "二", 1, 1),
        (second, 3, 1, ""),
        ("20261201T000000000Z-ABCDEFGHJK", 2, 1, 1),
        (second, 2.0, "", 1),
        (first, 9, "-1", 1),
    )
    outcome = waiting("scores", "mark", "essays", "--marks", file, "--by", "王班长")
    assert (outcome.status, outcome.out) == (1, "")
    told = [line.split(": ")[:2] for line in outcome.err.splitlines()[:-1]]
    assert told == [
        ["marks.csv:3:0", "error marks-twice"],
        ["marks.csv:4:0", "error mark-not-an-essay"],
        ["marks.csv:5:0", "error marks-point-unknown"],
        ["marks.csv:6:0", "error mark-point-outside"],
        ["marks.csv:7:0", "error marks-question-unread"],
        ["marks.csv:8:0", "error mark-nothing-written"],
        ["marks.csv:9:0", "error unknown-attempt"],
        ["marks.csv:10:0", "error marks-question-unread"],
        ["marks.csv:11:0", "error mark-question-unknown"],
    ]
    assert not (tmp_path / "home" / "journal" / "essays" / "committee.jsonl").exists()


def test_marks_come_in_from_a_workbook_too(waiting: Quiz, tmp_path: Path) -> None:
    first, _ = attempts(waiting)
    (tmp_path / "marks.xlsx").write_bytes(table(("答卷", "题号", "1", "2", "评语"), (first, 2, 1.0, 0.5, "好")))
    assert waiting("scores", "mark", "essays", "--marks", "marks.xlsx").status == 0
    journal = tmp_path / "home" / "journal" / "essays" / "committee.jsonl"
    assert json.loads(journal.read_text("utf-8"))["data"]["comment"] == "好"


@pytest.mark.parametrize("heads", ["答卷,1,2", "答卷,题号", "学号,题号,1"])
def test_a_file_without_its_heads_is_refused(waiting: Quiz, tmp_path: Path, heads: str) -> None:
    outcome = waiting("scores", "mark", "essays", "--marks", marks(tmp_path, ("x", 1, 2), heads=heads))
    assert outcome.status == 1
    assert "marks-no-heads" in outcome.err


def test_the_candidate_may_not_mark_their_own(waiting: Quiz, tmp_path: Path) -> None:
    first, second = attempts(waiting)
    file = marks(tmp_path, (first, 2, 2, 2), (second, 2, 2, 2))
    for words in (("--by", "张三"), ("--by", "01"), ("--by", "王班长", "--checked-by", "张三")):
        outcome = waiting("scores", "mark", "essays", "--marks", file, *words)
        assert outcome.status == 1
        assert "marks.csv:2:0: error marker-is-candidate" in outcome.err
        assert "marks.csv:3" not in outcome.err
    assert {doc["status"] for doc in waiting("scores", "list", "--format", "json").json} == {"marking"}


def test_by_default_the_settings_staff_mark(waiting: Quiz, tmp_path: Path) -> None:
    (tmp_path / "home" / "settings.yaml").write_text("工作人员: 赵班长\n", encoding="utf-8")
    first, _ = attempts(waiting)
    assert waiting("scores", "mark", "essays", "--marks", marks(tmp_path, (first, 2, 1, 1))).status == 0
    journal = tmp_path / "home" / "journal" / "essays" / "committee.jsonl"
    assert json.loads(journal.read_text("utf-8"))["data"]["by"] == "赵班长"


def test_what_is_called_wrongly_is_two(waiting: Quiz) -> None:
    assert waiting("scores", "mark").status == 2
    assert waiting("scores", "mark", "none").status == 2
    assert waiting("scores", "mark", "essays", "--marks", "none.csv").status == 2


def test_a_paper_without_essays_says_so(waiting: Quiz) -> None:
    outcome = waiting("scores", "mark", "sample-paper")
    assert (outcome.status, outcome.out) == (0, "")
    assert "没有要阅的简答" in outcome.err


def test_marks_of_three_decimals_are_refused_with_what_was_written(waiting: Quiz, tmp_path: Path) -> None:
    first, _ = attempts(waiting)
    outcome = waiting("scores", "mark", "essays", "--marks", marks(tmp_path, (first, 2, "1.234", 1, "")))
    assert outcome.status == 1
    assert "“1.234”的小数超过两位" in outcome.out + outcome.err
    assert not (tmp_path / "home" / "journal" / "essays" / "committee.jsonl").exists()
    fine = marks(tmp_path, (first, 2, "1.230", "1.00", ""))
    assert waiting("scores", "mark", "essays", "--marks", fine).status == 0


# 双评


def test_two_files_of_two_markers_stand_and_what_differs_is_told_listed_and_decided(
    waiting: Quiz, tmp_path: Path
) -> None:
    first, second = attempts(waiting)
    rows = [(first, 2, 2, 2, ""), (first, 3, 8, "", ""), (second, 2, 1, 0, "")]
    done = waiting("scores", "mark", "essays", "--marks", marks(tmp_path, *rows), "--by", "王班长")
    assert (done.status, done.err) == (0, "")
    rows = [(first, 2, 2, 0, ""), (second, 2, 1, 0, "")]
    done = waiting("scores", "mark", "essays", "--marks", marks(tmp_path, *rows), "--by", "李副班长")
    assert (done.status, done.out) == (0, "《论述卷》记下 2 份简答的给分，阅卷人 李副班长。\n")
    differing = [
        "双评不一致的 1 份，两边的给分都留着，裁定以前这份答卷不出分：",
        f"  答卷 {first} 第 2 题：王班长 10 分、李副班长 5 分",
        "裁定用 quizapp scores override 答卷 题号 分数；阅卷人也可以改自己的给分。",
    ]
    assert done.err.splitlines() == ["其中 1 份别人也阅过，给分一致。", *differing]
    assert [doc["score"] for doc in waiting("scores", "list", "--format", "json").json] == [None, 2.5]
    listed = waiting("scores", "mark", "essays", "--list")
    assert listed.err.splitlines() == ["《论述卷》已阅 3 / 3 份简答，还有 0 份待阅卷。", *differing]
    (told,) = waiting("scores", "mark", "essays", "--list", "--format", "json").json
    assert told["markings"] == [{"by": "王班长", "marks": 10}, {"by": "李副班长", "marks": 5}]
    assert "第 2 题双评不一致：王班长 10 分、李副班长 5 分" in waiting("scores", "list").err
    words = ("--by", "赵老师", "--checked-by", "钱老师", "--why", "仲裁")
    assert waiting("scores", "override", first, "2", "8", *words).status == 0
    assert [doc["score"] for doc in waiting("scores", "list", "--format", "json").json] == [18, 2.5]
    assert waiting("scores", "list").err == ""


def test_one_marker_who_comes_again_amends_their_own(waiting: Quiz, tmp_path: Path) -> None:
    first, _ = attempts(waiting)
    for points in ((2, 2), (2, 1)):
        rows = [(first, 2, *points, ""), (first, 3, 8, "", "")]
        assert waiting("scores", "mark", "essays", "--marks", marks(tmp_path, *rows), "--by", "王班长").err == ""
    assert waiting("scores", "list", "--format", "json").json[0]["score"] == 17.5


def test_who_marks_and_who_checks_are_two_people(waiting: Quiz, tmp_path: Path) -> None:
    first, _ = attempts(waiting)
    file = marks(tmp_path, (first, 2, 2, 2, ""))
    done = waiting("scores", "mark", "essays", "--marks", file, "--by", "王班长", "--checked-by", "王班长")
    assert (done.status, done.err) == (1, "经办人和复核人都是 王班长：要两个人。请写另一个人的名字。\n")


def test_for_whom_essays_are_kept_back_is_said(waiting: Quiz, tmp_path: Path) -> None:
    place = workplace(Settings(home=tmp_path / "home", banks=(tmp_path / "banks",)))
    paper = place.library.paper("essays").paper
    assert paper is not None
    stands = standing(place.home, place.clock, paper, Candidate(id="09", name="赵六"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    told = waiting("scores", "mark", "essays", "--list").err
    assert told == "另有 3 份暂不列出：09 赵六 正在这台机器上作答同样的题，交卷以后再阅。\n"
