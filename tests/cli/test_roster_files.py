"""quizapp candidates export: the roster for others to read, or to be edited and imported again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz
from tests.instruments.xlsx_workbooks import workbook

PEOPLE = [
    {"id": "007", "name": "张三", "unit": "市委办公室", "post": "主任", "group": "第一组"},
    {"id": "008", "name": "李四", "unit": "=市政府办", "post": "副主任", "group": "第一组"},
    {"id": "010", "name": "欧阳小明", "unit": "某县委办", "post": "", "group": "第二组"},
]


@pytest.fixture
def enrolled(quiz: Quiz, tmp_path: Path) -> Quiz:
    """The program, with a roster as an office keeps it: under a title, with merged cells and blanks in names."""
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:F1", "办公室主任培训班学员名册")
        sheet.write_row("A3", ["序号", "组别", "学号", "姓 名", "单位及职务", "职务"])
        sheet.merge_range("B4:B5", "第一组")
        for row, group in enumerate(("", "", "第二组"), 3):
            one = PEOPLE[row - 3]
            name = "张　三" if row == 3 else "欧阳 小明" if row == 5 else one["name"]
            sheet.write_row(row, 0, [row - 2, *([group] if group else [])])
            for column, text in enumerate((one["id"], name, one["unit"], one["post"]), 2):
                sheet.write_string(row, column, text)

    (tmp_path / "名册.xlsx").write_bytes(workbook(fill))
    outcome = quiz("candidates", "import", "名册.xlsx")
    assert outcome.status == 0, outcome.err
    return quiz


def listed(quiz: Quiz) -> object:
    return quiz("candidates", "list", "--format", "json").json


def test_a_roster_of_merged_cells_comes_in_whole(enrolled: Quiz) -> None:
    assert listed(enrolled) == PEOPLE


@pytest.mark.parametrize("file", ["out.csv", "out.xlsx", "OUT.XLSX"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_exported_comes_in_again_unchanged(enrolled: Quiz, tmp_path: Path, file: str, lang: str) -> None:
    outcome = enrolled("candidates", "export", file, "--lang", lang)
    assert (outcome.status, outcome.out) == (0, f"名册 3 人，写到 {file}。\n")
    assert enrolled("candidates", "import", file).out == "读到 3 人：新增 0 人，更新 0 人，未变 3 人。\n"
    fresh = ("--home", str(tmp_path / "another"))
    assert enrolled(*fresh, "candidates", "import", file).status == 0
    assert enrolled(*fresh, "candidates", "list", "--format", "json").json == PEOPLE


def test_json_is_the_roster_as_it_is(enrolled: Quiz, tmp_path: Path) -> None:
    assert enrolled("candidates", "export", "out.json").status == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == PEOPLE


def test_heads_are_in_the_language_asked_for(enrolled: Quiz, tmp_path: Path) -> None:
    enrolled("candidates", "export", "out.csv", "--lang", "en")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[0] == "id,name,unit,post,group"
    enrolled("candidates", "export", "out.csv", "--replace")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[:2] == [
        "学号,姓名,单位,职务,组别",
        "007,张三,市委办公室,主任,第一组",
    ]


def test_an_export_is_logged_and_other_endings_are_called_wrongly(enrolled: Quiz, tmp_path: Path) -> None:
    enrolled("candidates", "export", "out.csv")
    last = json.loads((tmp_path / "home" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["kind"], last["data"]["values"]) == ("candidates-exported", {"to": "out.csv", "rows": "3"})
    outcome = enrolled("candidates", "export", "out.pdf")
    assert outcome.status == 2
    assert "csv xlsx json" in outcome.err
    assert not (tmp_path / "out.pdf").exists()


def test_who_leaves_the_class_is_told_everywhere_and_the_evidence_stays_sound(keyed_in: Quiz, tmp_path: Path) -> None:
    left = keyed_in("candidates", "leave", "03", "--why", "退学", "--by", "王班长")
    assert (left.status, left.out) == (0, "03 王五 记为退班。\n")
    assert "03 王五" in keyed_in("candidates", "list").err
    assert [one["id"] for one in keyed_in("candidates", "list", "--format", "json").json] == ["01", "02"]
    rows = keyed_in("scores", "export", "sample-paper", "--to", "-", "--format", "json", "--lang", "en").json
    assert [(row["id"], row["status"]) for row in rows] == [("01", "marked"), ("02", "marked"), ("03", "left")]
    assert "退班" in keyed_in("scores", "list").out
    assert keyed_in("scores", "verify").status == 0
    assert "candidate-left" in (tmp_path / "home" / "log.jsonl").read_text("utf-8")
    again = keyed_in("candidates", "leave", "03", "--why", "退学", "--by", "王班长")
    assert (again.status, again.out) == (1, "")
    assert (
        keyed_in("candidates", "leave", "03", "--back", "--why", "重新报到", "--by", "王班长").out
        == "03 王五 回到班里。\n"
    )
    assert "缺考" in keyed_in("scores", "list").out
