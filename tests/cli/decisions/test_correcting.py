"""quizapp scores correct and regrade: a class of twelve whose first key was wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.domain.candidate import Candidate
from quizapp.services.sitting.attempt_start import standing, start, usable
from quizapp.settings import Options
from tests.cli.conftest import BANK, Quiz
from tests.samples.classes.corrected_class import CLASS

WHO = ("--by", "班委甲", "--checked-by", "班委乙", "--why", "题库答案写错")
WRONG = BANK.replace("[跟班, 秀才, 参谋, 管], 答案: C", "[跟班, 秀才, 参谋, 管], 答案: D")
CHANGED = """\
学号  姓名  原得分  现得分  原名次  现名次  及格变化
01    张三       8      10       1       1
02    李四       7      10       3       1
11    陈三       7       9       3       3
09    郑一       5       8       7       4  变为及格
08    吴十       7       7       3       5
12    褚四    4.33    6.33       9       6  变为及格
03    王五       4       6      10       7  变为及格
05    钱七    7.33    5.33       2       8  变为不及格
06    孙八    1.67    4.67      12       9
07    周九    2.67    4.67      11       9
04    赵六       6       4       6      11  变为不及格
10    冯二       5       3       7      12

由不及格变为及格 3 人：09 郑一、12 褚四、03 王五。
由及格变为不及格 2 人：05 钱七、04 赵六。
名次有变 10 人。
"""


@pytest.fixture
def sat(quiz: Quiz, banks: Path, tmp_path: Path) -> Quiz:
    """The program, with twelve people who sat the sample paper with a wrong key."""
    (banks / "sample.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "class.csv").write_text("\n".join(["学号,姓名,1,2,3,4,5", *CLASS, ""]), encoding="utf-8")
    assert quiz("scores", "enter", "sample-paper", "class.csv").status == 0
    return quiz


def begin(id: str, name: str) -> None:
    """Have somebody begin the sample paper in the home that the environment names."""
    place = wiring.workplace(wiring.settings(Options()))
    rules = usable(place.library.paper("sample-paper"))
    stands = standing(place.home, place.clock, rules, Candidate(id=id, name=name))
    start(place.home, place.library, place.clock, place.chance, stands).close()


def corrected(quiz: Quiz) -> None:
    assert quiz("scores", "correct", "sample-paper", "1", "--key", "C", *WHO).status == 0
    assert quiz("scores", "correct", "样卷", "f-1", "--accept", "；幕僚", *WHO).status == 0


def test_a_correction_says_what_it_is_and_that_it_waits(sat: Quiz) -> None:
    outcome = sat("scores", "correct", "sample-paper", "1", "--key", "c", *WHO)
    assert (outcome.status, outcome.out) == (0, "第 1 题（试题 s-1，A 卷）：答案改为 C（原为 D）\n")
    assert "有 1 处更正还没有生效" in outcome.err
    assert "quizapp scores regrade sample-paper --dry-run" in outcome.err
    assert "第 2 空填“幕僚”" in sat("scores", "correct", "sample-paper", "5", "--accept", "；幕僚", *WHO).out
    assert "不计分，从满分里去掉" in sat("scores", "correct", "sample-paper", "2", "--drop", *WHO).out
    assert "一律给满分" in sat("scores", "correct", "sample-paper", "4", "--full", *WHO).out


def test_while_corrections_wait_scores_say_so(sat: Quiz) -> None:
    assert sat("scores", "list").err == ""
    corrected(sat)
    for words in (("list",), ("list", "--format", "json"), ("export", "sample-paper", "--to", "a.csv")):
        assert "《样卷》有 2 处更正还没有生效" in sat("scores", *words).err
    sat("scores", "regrade", "sample-paper", *WHO)
    assert "更正" not in sat("scores", "list").err


def test_a_class_before_and_after(sat: Quiz) -> None:
    corrected(sat)
    shown = sat("scores", "regrade", "sample-paper", "--dry-run")
    head = "《样卷》按下面的更正重新判分：\n"
    lines = (
        "  第 1 题（试题 s-1，A 卷）：答案改为 C（原为 D）\n  第 5 题（试题 f-1，A 卷）：另可接受 第 2 空填“幕僚”\n\n"
    )
    assert (shown.status, shown.out) == (0, head + lines + CHANGED)
    assert "没有记录" in shown.err
    before = [doc["score"] for doc in sat("scores", "list", "--format", "json").json]
    done = sat("scores", "regrade", "sample-paper", *WHO)
    assert (done.status, done.out, done.err) == (0, "《样卷》已重新判分，更正如下：\n" + lines + CHANGED, "")
    after = [doc["score"] for doc in sat("scores", "list", "--format", "json").json]
    assert (before[:4], after[:4]) == ([8, 7, 4, 6], [10, 10, 6, 4])
    again = sat("scores", "regrade", "sample-paper", *WHO)
    assert (again.status, again.out) == (0, "《样卷》没有待生效的更正，成绩没有变化。\n")


def test_a_book_made_again_after_a_regrade_is_the_same(sat: Quiz, tmp_path: Path) -> None:
    corrected(sat)
    sat("scores", "regrade", "sample-paper", *WHO)
    before = (tmp_path / "home" / "scores.json").read_bytes()
    assert sat("scores", "rebuild").status == 0
    assert (tmp_path / "home" / "scores.json").read_bytes() == before


def test_machines_are_told_what_changes(sat: Quiz) -> None:
    corrected(sat)
    told = sat("scores", "regrade", "sample-paper", "--dry-run", "--format", "json").json
    assert (told["paper"], told["recorded"], len(told["candidates"]), len(told["attempts"])) == (
        "sample-paper",
        False,
        12,
        11,
    )
    assert told["corrections"][0] == {
        "item": "s-1",
        "how": "key",
        "answer": "C",
        "before": "D",
        "from_bank": False,
        "places": [{"form": "A", "number": 1}],
    }
    assert told["candidates"][2] == {
        "id": "03",
        "name": "王五",
        "changed": True,
        "before": {"score": 4, "full_score": 10, "passed": False, "rank": 10},
        "after": {"score": 6, "full_score": 10, "passed": True, "rank": 7},
    }
    assert sat("scores", "regrade", "sample-paper", "--format", "json", *WHO).json["recorded"] is True


def test_equal_answers_are_listed_with_their_counts(sat: Quiz) -> None:
    outcome = sat("scores", "correct", "sample-paper", "5")
    assert outcome.status == 0
    assert [line.split() for line in outcome.out.splitlines()[1:]] == [
        ["空", "作答", "人次", "判分"],
        ["1", "耳目", "7", "正确"],
        ["1", "未作答", "4", "不正确"],
        ["1", "助手", "1", "不正确"],
        ["2", "未作答", "5", "不正确"],
        ["2", "参谋", "4", "正确"],
        ["2", "幕僚", "3", "不正确"],
    ]
    corrected(sat)
    assert "不正确（重新判分后正确）" in sat("scores", "correct", "sample-paper", "5").out
    told = sat("scores", "correct", "sample-paper", "s-1", "--format", "json").json
    assert (told["item"], told["places"]) == ("s-1", [{"form": "A", "number": 1}])
    assert told["answers"][0] == {"blank": None, "text": "C", "count": 8, "share": 0.0, "pending_share": 1.0}


def test_answers_and_keys_of_what_is_being_sat_are_not_told(sat: Quiz, tmp_path: Path) -> None:
    corrected(sat)
    begin("99", "某人")
    outcome = sat("scores", "correct", "sample-paper", "1")
    assert (outcome.status, outcome.out) == (1, "")
    assert "有人正在作答试题 s-1" in outcome.err
    shown = sat("scores", "regrade", "sample-paper", "--dry-run").out
    assert "有人正在作答这道题" in shown
    assert "答案改为" not in shown
    told = sat("scores", "regrade", "sample-paper", "--dry-run", "--format", "json").json
    assert told["corrections"][0]["answer"] is None


def test_keys_come_from_todays_bank_and_the_rest_is_named(sat: Quiz, banks: Path) -> None:
    today = BANK.replace("摆在（  ）", "放在（  ）")
    (banks / "sample.yaml").write_text(today, encoding="utf-8")
    shown = sat("scores", "regrade", "sample-paper", "--from-bank", "--dry-run").out
    assert "答案改为 C（原为 D）（取自现在的题库）" in shown
    assert shown.endswith("下列试题没有从题库取答案：\n  试题 s-2（第 2 题）：题干和考试时不同\n")
    assert sat("scores", "regrade", "sample-paper", "--dry-run").out == "《样卷》没有待生效的更正，成绩没有变化。\n"
    told = sat("scores", "regrade", "sample-paper", "--from-bank", "--format", "json", *WHO).json
    assert told["not_from_bank"] == [{"form": "A", "number": 2, "item": "s-2", "reason": "stem"}]
    assert [doc["score"] for doc in sat("scores", "list", "--format", "json").json][:2] == [10, 9]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("correct", "sample-paper", "1", "--key", "C"), 2, "--why"),
        (("correct", "sample-paper", "1", "--key", "C", "--full", *WHO), 2, "只能写一个"),
        (("correct", "sample-paper", "zz", "--drop", *WHO), 2, "没有试题 zz"),
        (("correct", "none", "1", "--drop", *WHO), 2, "没有找到试卷"),
        (("correct", "sample-paper", "1", "--key", "E", *WHO), 1, "没有选项 E"),
        (("correct", "sample-paper", "1", "--key", "D", *WHO), 1, "没有需要更正的"),
        (("correct", "sample-paper", "1", "--drop", "--by", "张三", "--why", "错"), 1, "张三 是有关的考生"),
        (("correct", "sample-paper", "1", "--form", "B", "--drop", *WHO), 2, "没有 B 卷"),
        (("regrade", "sample-paper"), 2, "--why"),
        (("regrade", "none", "--dry-run"), 2, "没有找到试卷"),
        (("regrade", "sample-paper", "--by", "02", "--why", "错"), 1, "02 是有关的考生"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_recorded(
    sat: Quiz, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    outcome = sat("scores", *words)
    assert (outcome.status, outcome.out) == (status, "")
    assert said in outcome.err
    assert not (tmp_path / "home" / "journal" / "sample-paper" / "committee.jsonl").exists()


def test_who_decided_is_in_the_journal_and_the_log(sat: Quiz, tmp_path: Path) -> None:
    corrected(sat)
    sat("scores", "regrade", "sample-paper", *WHO)
    journal = tmp_path / "home" / "journal" / "sample-paper" / "committee.jsonl"
    lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["key_corrected", "key_corrected", "regraded"]
    for line in lines:
        assert [line["data"][name] for name in ("by", "checked_by", "why")] == ["班委甲", "班委乙", "题库答案写错"]
    log = [json.loads(line) for line in (tmp_path / "home" / "log.jsonl").read_text("utf-8").splitlines()]
    assert [line["kind"] for line in log][-3:] == ["key-corrected", "key-corrected", "regraded"]
