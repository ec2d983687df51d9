"""`papers draw --forms` shows forms beside each other and fixes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

ITEM = "  - {{编号: y-{number}, 题型: 单选, 知识点: a{level}, 题干: 是（  ）。, 选项: [甲, 乙], 答案: A, 解析: 是。}}\n"


def items(levels: str) -> str:
    """Return a bank with an item of each of these difficulties; a blank has none."""
    lines = [
        ITEM.format(number=number, level=f", 难度: {level}" if level.strip() else "")
        for number, level in enumerate(levels, 1)
    ]
    return "题库: many\n标题: 多题\n试题:\n" + "".join(lines)


POOL = items("易" * 12 + "中" * 8 + "难" * 4)
PAPER = """
试卷: many-forms
标题: 多套卷
试卷套数: {forms}
大题:
  - {{标题: 一、选择, 抽题: {{题型: 单选, 题数: 6, 题库: [many]}}, 分值: 2}}
"""


@pytest.fixture
def many(quiz: Quiz, banks: Path) -> Quiz:
    (banks / "many.yaml").write_text(POOL, encoding="utf-8")
    (banks / "papers" / "many-forms.yaml").write_text(PAPER.format(forms=4), encoding="utf-8")
    return quiz


def test_forms_are_equally_hard_and_say_what_they_share(many: Quiz) -> None:
    outcome = many("papers", "draw", "many-forms", "--forms", "4", "--format", "json")
    found = outcome.json
    assert (outcome.status, found["paper"]) == (0, "many-forms")
    assert [each["form"] for each in found["forms"]] == ["A", "B", "C", "D"]
    expected = {"questions": 6, "full_score": 12, "facility": 0.6875, "expected_score": 8.25}
    for each in found["forms"]:
        assert each["difficulties"] == {"easy": 3, "medium": 2, "hard": 1, "none": 0}
        assert {name: each[name] for name in expected} == expected
    assert [each["forms"] for each in found["overlaps"]] == [
        list(pair) for pair in ("AB", "AC", "AD", "BC", "BD", "CD")
    ]
    assert found["largest"]["facility_difference"] == found["largest"]["score_difference"] == 0
    assert found["largest"]["shared"] == max(each["shared"] for each in found["overlaps"])


def test_overlap_is_what_two_forms_both_have(many: Quiz) -> None:
    found = many("papers", "draw", "many-forms", "--forms", "2", "--format", "json").json
    ids = [
        {
            item["item"]
            for item in many("papers", "draw", "many-forms", "--form", letter, "--format", "json").json["items"]
        }
        for letter in "AB"
    ]
    shared = len(ids[0] & ids[1])
    assert found["overlaps"] == [{"forms": ["A", "B"], "shared": shared, "share": round(shared / 6, 4)}]


def test_people_are_shown_a_table_the_largest_difference_and_what_stands_for_a_difficulty(many: Quiz) -> None:
    outcome = many("papers", "draw", "many-forms", "--forms", "2")
    assert outcome.status == 0
    lines = outcome.out.splitlines()
    assert lines[2].split() == ["卷别", "题数", "满分", "易", "中", "难", "预计难度系数", "预计平均分"]
    assert lines[3].split() == ["A", "6", "12", "3", "2", "1", "0.688", "8.25"]
    assert "相差 0.000" in outcome.out
    assert "0.875、0.625、0.250" in outcome.out
    assert "没有固定" in outcome.err
    english = many("--lang", "en", "papers", "draw", "many-forms", "--forms", "2").out
    assert "Largest difference: 0.000 in expected facility, 0 marks" in english


def test_nothing_is_fixed_and_what_is_fixed_is_shown_as_it_is(many: Quiz, banks: Path, tmp_path: Path) -> None:
    before = many("papers", "draw", "many-forms", "--forms", "2", "--format", "json").json
    assert not list((tmp_path / "home").rglob("*.json*"))
    fixed = many("papers", "draw", "many-forms", "--form", "A", "--format", "json").json
    assert fixed["digest"] == before["forms"][0]["digest"]
    (banks / "many.yaml").write_text(POOL.replace("y-", "z-"), encoding="utf-8")
    after = many("papers", "draw", "many-forms", "--forms", "2", "--format", "json").json
    assert after["forms"][0] == before["forms"][0]
    assert after["forms"][1]["digest"] != before["forms"][1]["digest"]
    seeded = many("papers", "draw", "many-forms", "--forms", "2", "--seed", "7", "--format", "json").json
    assert seeded["forms"][0]["digest"] != fixed["digest"]


def test_where_each_has_their_own_form_samples_are_shown(many: Quiz, banks: Path) -> None:
    (banks / "papers" / "many-forms.yaml").write_text(PAPER.format(forms="一人一卷"), encoding="utf-8")
    found = many("papers", "draw", "many-forms", "--forms", "3", "--format", "json").json
    assert [each["form"] for each in found["forms"]] == ["sample-1", "sample-2", "sample-3"]
    assert len({each["digest"] for each in found["forms"]}) == 3
    shown = many("papers", "draw", "many-forms", "--forms", "2").out
    assert "样卷1、样卷2" in shown
    assert "sample" not in shown


def test_items_without_a_difficulty_have_a_column_and_none_at_all_says_so(many: Quiz, banks: Path) -> None:
    assert "没写难度  预" not in many("papers", "draw", "many-forms", "--forms", "2").out
    (banks / "many.yaml").write_text(items("易" * 6 + " " * 6), encoding="utf-8")
    assert "没写难度  预" in many("papers", "draw", "many-forms", "--forms", "2").out
    (banks / "many.yaml").write_text(items(" " * 12), encoding="utf-8")
    assert "估不出" in many("papers", "draw", "many-forms", "--forms", "2").out
    largest = many("papers", "draw", "many-forms", "--forms", "2", "--format", "json").json["largest"]
    assert largest["facility_difference"] is largest["score_difference"] is None


@pytest.mark.parametrize("number", ["1", "27", "-2", "x", "２", "", "2.0"])
def test_a_number_of_forms_that_cannot_be_is_refused(many: Quiz, number: str) -> None:
    outcome = many("papers", "draw", "many-forms", "--forms", number)
    assert (outcome.status, outcome.out) == (2, "")
    assert "2 到 26" in outcome.err


@pytest.mark.parametrize("more", [["--form", "A"], ["--candidate", "01"], ["--with-key"]])
def test_several_forms_are_shown_as_wholes_only(many: Quiz, more: list[str]) -> None:
    outcome = many("papers", "draw", "many-forms", "--forms", "2", *more)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--forms" in outcome.err
