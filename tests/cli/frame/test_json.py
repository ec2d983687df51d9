"""What JSON says, as the command-line contract has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz


def test_banks(quiz: Quiz, banks: Path) -> None:
    assert quiz("banks", "list", "--format", "json").json == [
        {
            "bank": "sample",
            "title": "样题",
            "file": str(banks / "sample.yaml"),
            "items": 5,
            "types": {"single_choice": 2, "multiple_choice": 1, "true_false": 1, "fill_blank": 1},
            "difficulties": {"easy": 3, "medium": 1, "hard": 1},
        },
        {
            "bank": "secret",
            "title": "保密题",
            "file": str(banks / "secret.yaml"),
            "items": 1,
            "types": {"true_false": 1},
            "difficulties": {"easy": 1},
        },
    ]


def test_papers(quiz: Quiz, banks: Path) -> None:
    assert quiz("papers", "list", "--format", "json").json == [
        {
            "paper": "sample-paper",
            "title": "样卷",
            "file": str(banks / "papers" / "sample-paper.yaml"),
            "sections": 4,
            "questions": 5,
            "full_score": 10,
            "time_limit": 1800,
            "opens": None,
            "closes": None,
            "forms": 1,
        }
    ]


def test_papers_with_items_of_their_own_marks_are_drawn_to_be_added_up(quiz: Quiz, banks: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    text = paper.read_text(encoding="utf-8").replace(", 分值: 2}", "}").replace("考试时长: 30m", "试卷套数: 一人一卷")
    paper.write_text(text, encoding="utf-8")
    (row,) = quiz("papers", "list", "--format", "json").json
    assert (row["full_score"], row["time_limit"], row["forms"]) == (6, None, "per_candidate")


def test_check(quiz: Quiz, banks: Path) -> None:
    bad = banks / "bad.yaml"
    bad.write_text(
        "题库: bad\n试题:\n  - {编号: b-1, 题型: 判断, 知识点: a, 难度: 易, 题干: 甲, 答案: 也许, 解析: 乙}\n",
        encoding="utf-8",
    )
    outcome = quiz("banks", "check", "--format", "json")
    assert outcome.status == 1
    (fault,) = outcome.json
    assert list(fault) == ["file", "line", "column", "severity", "code", "item", "text"]
    assert (fault["file"], fault["line"], fault["severity"], fault["item"]) == (str(bad), 3, "error", "b-1")
    github = quiz("banks", "check", str(bad), "--format", "github").out
    assert github.startswith(
        f"::error file={str(bad).replace(':', '%3A')},line=3,col={fault['column']}::{fault['code']}: "
    )


def test_candidates(keyed_in: Quiz) -> None:
    assert keyed_in("candidates", "list", "--format", "json").json[0] == {
        "id": "01",
        "name": "张三",
        "unit": "甲办",
        "post": "",
        "group": "",
    }


def test_an_import_says_what_became_of_every_row(quiz: Quiz, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("学号,姓名\n1,张三\n", encoding="utf-8")
    bad.write_text("学号,姓名\n1,张三\n2,\n", encoding="utf-8")
    assert quiz("candidates", "import", "good.csv", "--format", "json").json == {
        "read": 1,
        "imported": 1,
        "doubtful": 0,
        "refused": 0,
        "items": [{"place": "good.csv:2", "id": "1", "verdict": "imported", "reasons": []}],
    }
    refused = quiz("candidates", "import", "bad.csv", "--format", "json")
    assert refused.status == 1
    assert (refused.json["read"], refused.json["imported"], refused.json["refused"]) == (2, 0, 2)
    assert refused.json["items"][1]["reasons"] == ["学号 2 没有姓名。"]


def test_scores_are_the_books_documents(keyed_in: Quiz) -> None:
    first, second = keyed_in("scores", "list", "--format", "json").json
    assert (first["candidate"], first["score"], second["score"], second["unit"]) == ("01", 10, 5.33, "乙办")
    assert keyed_in("scores", "list", "样卷", "--format", "json").json == [first, second]


def test_an_export_has_the_columns_english_names(keyed_in: Quiz) -> None:
    rows = keyed_in("scores", "export", "sample-paper", "--to", "-", "--format", "json").json
    assert [(row["rank"], row["id"], row["status"], row["passed"]) for row in rows] == [
        (1, "01", "marked", True),
        (2, "02", "marked", False),
        (None, "03", "absent", None),
    ]


def test_a_drawn_form(quiz: Quiz) -> None:
    drawn = quiz("papers", "draw", "sample-paper", "--format", "json").json
    assert list(drawn) == ["paper", "form", "digest", "items"]
    assert (drawn["paper"], drawn["form"], len(drawn["digest"])) == ("sample-paper", "A", 64)
    names = "number section section_title item case stimulus type stem marks marking options left"
    assert [" ".join(item) for item in drawn["items"]] == [names] * 5
    multiple = drawn["items"][2]
    assert (multiple["section"], multiple["section_title"], multiple["marking"]) == (2, "二、多选", "partial")
    assert multiple["options"][1] == {"letter": "B", "text": "乙"}
    assert drawn["items"][3]["options"] == drawn["items"][3]["left"] == []


def test_a_key_is_the_typed_answer_on_that_form(quiz: Quiz, banks: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "乱序: {试题: 是, 选项: 是}\n", encoding="utf-8")
    for seed in ("1", "2", "3"):
        drawn = quiz("papers", "draw", "sample-paper", "--seed", seed, "--with-key", "--format", "json").json
        for item in drawn["items"]:
            right = {option["text"] for option in item["options"] if option["letter"] in item["key"]}
            wanted = {"s-1": {"参谋"}, "s-2": {"床头"}, "m-1": {"甲", "丙", "丁"}}
            assert right == wanted.get(item["item"], set())
        assert [item["key"] for item in drawn["items"]][3:] == ["错", "耳目；参谋"]


def test_a_seed_of_ones_own_fixes_nothing(quiz: Quiz, tmp_path: Path) -> None:
    quiz("papers", "draw", "sample-paper", "--seed", "7")
    assert not (tmp_path / "home" / "forms").exists()
    first = quiz("papers", "draw", "sample-paper", "--format", "json").json
    assert (tmp_path / "home" / "forms" / f"{first['digest']}.json").exists()
    assert quiz("papers", "draw", "sample-paper", "--format", "json").json == first


def test_a_fixed_form_outlives_the_bank(quiz: Quiz, banks: Path) -> None:
    first = quiz("papers", "draw", "sample-paper", "--with-key", "--format", "json").json
    bank = banks / "sample.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("可以。", "改过。"), encoding="utf-8")
    assert quiz("papers", "draw", "sample-paper", "--with-key", "--format", "json").json == first


def test_forms_of_candidates(keyed_in: Quiz, banks: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "试卷套数: 一人一卷\n", encoding="utf-8")
    assert keyed_in("papers", "draw", "sample-paper").status == 2
    assert keyed_in("papers", "draw", "sample-paper", "--candidate", "99").status == 1
    drawn = keyed_in("papers", "draw", "sample-paper", "--candidate", "02", "--format", "json").json
    assert drawn["form"] == "02"


def test_doctor(keyed_in: Quiz) -> None:
    checks = keyed_in("doctor", "--format", "json").json
    assert {tuple(check) for check in checks} == {("check", "ok", "text")}
    assert all(check["ok"] for check in checks)
    names = " ".join(check["check"] for check in checks)
    wanted = "program yaml terminal encoding language home banks papers journals attempts book totals clock"
    assert names == wanted


@pytest.mark.parametrize("words", [["banks", "list"], ["papers", "list"], ["candidates", "list"], ["scores", "list"]])
def test_an_empty_list_is_a_list(quiz: Quiz, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert quiz("--banks", "empty", *words, "--format", "json").json == []
    outcome = quiz("--banks", "empty", *words)
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err
