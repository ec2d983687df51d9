"""quizapp scores override, void, reassign, note."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

WHO = ("--by", "班委甲", "--why", "查实")


def docs(quiz: Quiz) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = quiz("scores", "list", "--format", "json").json
    return listed


def attempt(quiz: Quiz, place: int = 0) -> str:
    return str(docs(quiz)[place]["attempt"])


def decided(tmp_path: Path) -> list[dict[str, object]]:
    journal = tmp_path / "home" / "journal" / "sample-paper" / "committee.jsonl"
    return [json.loads(line)["data"] for line in journal.read_text("utf-8").splitlines()]


def test_a_question_is_given_other_marks_exactly(keyed_in: Quiz, tmp_path: Path) -> None:
    id = attempt(keyed_in, 1)
    outcome = keyed_in("scores", "override", id, "5", "１.5", *WHO)
    assert (outcome.status, outcome.out) == (0, f"答卷 {id}（02 李四）第 5 题：由 0 分改为 1.5 分。\n")
    assert [doc["score"] for doc in docs(keyed_in)] == [10, 6.83]
    assert decided(tmp_path)[0]["marks"] == "3/2"


def test_an_attempt_is_annulled(keyed_in: Quiz) -> None:
    id = attempt(keyed_in)
    assert keyed_in("scores", "void", id, *WHO).out == f"答卷 {id}（01 张三）成绩作废，这一次不占考试次数。\n"
    assert [doc["status"] for doc in docs(keyed_in)] == ["void", "marked"]
    assert keyed_in("scores", "void", id, *WHO).status == 1


def test_an_attempt_is_given_to_whoever_sat_it(keyed_in: Quiz) -> None:
    id = attempt(keyed_in)
    outcome = keyed_in("scores", "reassign", id, "--candidate", "03", *WHO)
    assert (outcome.status, outcome.out) == (0, f"答卷 {id} 由 01 张三 改归 03 王五。\n")
    first, _ = docs(keyed_in)
    assert (first["candidate"], first["name"], first["unit"]) == ("03", "王五", "丙办")
    assert keyed_in("scores", "reassign", id, "--candidate", "99", *WHO).status == 1


def test_that_its_new_owner_has_another_attempt_is_said(keyed_in: Quiz) -> None:
    outcome = keyed_in("scores", "reassign", attempt(keyed_in), "--candidate", "02", *WHO)
    assert outcome.status == 0
    assert outcome.err.startswith("02 李四 在《样卷》现在有 2 份答卷")


def test_a_void_attempt_is_no_other_one_that_may_count(keyed_in: Quiz) -> None:
    id = attempt(keyed_in)
    keyed_in("scores", "void", id, *WHO)
    outcome = keyed_in("scores", "reassign", id, "--candidate", "02", *WHO)
    assert (outcome.status, outcome.err) == (0, "")


def test_a_candidate_is_noted_and_the_note_taken_back(keyed_in: Quiz, tmp_path: Path) -> None:
    words = ("scores", "note", "样卷", "--candidate", "03")
    assert keyed_in(*words, "--as", "deferred", *WHO).out == "《样卷》03 王五：记为缓考。\n"
    assert keyed_in(*words, "--as", "none", *WHO).out == "《样卷》03 王五：原来的记录已取消。\n"
    assert [one["note"] for one in decided(tmp_path)] == ["deferred", "none"]
    assert keyed_in(*words, "--as", "none", *WHO).status == 1


def test_a_note_can_be_made_before_anybody_sat(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("scores", "note", "sample-paper", "--candidate", "03", "--as", "exempt", *WHO).status == 0


def test_by_default_the_settings_staff_decide(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "home" / "settings.yaml").write_text("工作人员: 赵班长\n", encoding="utf-8")
    assert keyed_in("scores", "void", attempt(keyed_in), "--why", "查实").status == 0
    assert decided(tmp_path)[0]["by"] == "赵班长"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("override", "{id}", "1", "3", *WHO), 1, "最多 2 分"),
        (("override", "{id}", "9", "1", *WHO), 1, "没有第 9 题"),
        (("override", "{id}", "一", "1", *WHO), 2, "“一”不是数字"),
        (("override", "{id}", "1", "1/0", *WHO), 2, "没有读懂分数"),
        (("override", "{id}", "1", "1.234", *WHO), 2, "“1.234”的小数超过两位"),
        (("override", "{id}", "1", "1"), 2, "--why"),
        (("override", "{id}", "1", "1", "--by", "张三", "--why", "错"), 1, "张三 是有关的考生"),
        (("override", "{id}", "1", "1", "--by", "甲", "--checked-by", "01", "--why", "错"), 1, "01 是有关的考生"),
        (("override", "zz", "1", "1", *WHO), 2, "没有找到答卷"),
        (("void", "2", *WHO), 2, "份答卷以 2 开头"),
        (("void", "{id}", "--by", "01", "--why", "错"), 1, "是有关的考生"),
        (("reassign", "{id}", *WHO), 2, "--candidate"),
        (("reassign", "{id}", "--candidate", "02", "--by", "李四", "--why", "错"), 1, "李四 是有关的考生"),
        (("note", "sample-paper", "--candidate", "01", "--as", "ill", *WHO), 2, "misconduct admitted none"),
        (("note", "sample-paper", "--candidate", "99", "--as", "exempt", *WHO), 1, "没有学号 99"),
        (("note", "sample-paper", "--candidate", "01", "--as", "exempt", "--by", "张三", "--why", "病"), 1, "考生"),
        (("note", "none", "--candidate", "01", "--as", "exempt", *WHO), 2, "没有找到试卷"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_recorded(
    keyed_in: Quiz, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    id = attempt(keyed_in)
    outcome = keyed_in("scores", *(word.replace("{id}", id) for word in words))
    assert (outcome.status, outcome.out) == (status, "")
    assert said in outcome.err
    assert not (tmp_path / "home" / "journal" / "sample-paper" / "committee.jsonl").exists()


def test_an_annulment_is_taken_back(keyed_in: Quiz, tmp_path: Path) -> None:
    id = attempt(keyed_in)
    keyed_in("scores", "void", id, *WHO)
    undone = keyed_in("scores", "void", id, "--undo", *WHO, "--checked-by", "班委乙")
    assert (undone.status, undone.out) == (0, f"答卷 {id}（01 张三）的作废已撤销，成绩照算。\n")
    assert [(doc["status"], doc["score"]) for doc in docs(keyed_in)] == [("marked", 10), ("marked", 5.33)]
    said = {name: decided(tmp_path)[1][name] for name in ("attempt", "by", "checked_by", "why")}
    assert said == {"attempt": id, "by": "班委甲", "checked_by": "班委乙", "why": "查实"}
    assert "作废已撤销（查实）" in keyed_in("scores", "export", "--to", "-", "--format", "csv", "sample-paper").out
    refused = keyed_in("scores", "void", id, "--undo", *WHO)
    assert (refused.status, refused.err) == (1, f"答卷 {id} 没有作废，不用撤销。\n")


DECISIONS = {
    "override": ("override", "{id}", "1", "1"),
    "void": ("void", "{id}"),
    "reassign": ("reassign", "{id}", "--candidate", "03"),
    "note": ("note", "样卷", "--candidate", "03", "--as", "exempt"),
    "correct": ("correct", "样卷", "1", "--full"),
    "regrade": ("regrade", "样卷"),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_who_decides_and_who_checks_are_two_people(keyed_in: Quiz, name: str) -> None:
    words = [word.format(id=attempt(keyed_in)) for word in DECISIONS[name]]
    refused = keyed_in("scores", *words, "--by", "班委甲", "--checked-by", "班 委甲", "--why", "查实")
    assert refused.status == 1
    assert refused.err.startswith("经办人和复核人都是 班 委甲")


@pytest.mark.parametrize("name", [name for name in DECISIONS if name != "regrade"])
def test_a_class_that_has_decisions_checked_asks_for_who_did(keyed_in: Quiz, tmp_path: Path, name: str) -> None:
    (tmp_path / "home" / "settings.yaml").write_text("班次: 一班\n双人复核: 是\n", encoding="utf-8")
    words = [word.format(id=attempt(keyed_in)) for word in DECISIONS[name]]
    refused = keyed_in("scores", *words, *WHO)
    assert (refused.status, refused.err) == (
        1,
        "这个班定了双人复核，还要写明复核人：--checked-by 姓名。\n",
    )
    assert keyed_in("scores", *words, *WHO, "--checked-by", "班委乙").status == 0


def test_a_new_class_has_its_decisions_checked(quiz: Quiz, tmp_path: Path) -> None:
    from quizapp.reading.settings_file import read_settings

    assert quiz("class", "new", "2026-9", "--title", "第九期").status == 0
    assert read_settings(tmp_path / "home" / "settings.yaml").two_persons
