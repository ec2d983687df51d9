"""The workbook from the command line: written as a whole, logged, and refused in words."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from quizapp.reports import REPORTS
from tests.cli.conftest import Quiz


def test_all_papers_become_one_workbook(keyed_in: Quiz, tmp_path: Path) -> None:
    outcome = keyed_in("scores", "export", "--to", "成绩册.xlsx")
    assert outcome.out == "《样卷》导出 3 行，写到 成绩册.xlsx。\n"
    assert load_workbook(tmp_path / "成绩册.xlsx").sheetnames[:3] == ["总表", "样卷", "未考与补考"]
    last = json.loads((tmp_path / "home" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["data"]["values"] == {"paper": "sample-paper", "to": "成绩册.xlsx", "format": "xlsx", "rows": "3"}


@pytest.mark.parametrize(
    ("options", "sheets"),
    [
        (["--public"], ["样卷"]),
        (["--bands"], ["样卷", "未考与补考", "题目分析"]),
        (["--responses"], ["作答明细"]),
        (["--all-attempts", "--order", "unit"], ["总表", "样卷", "未考与补考", "题目分析", "分布"]),
        (["--with-responses"], ["总表", "样卷", "未考与补考", "题目分析", "作答明细", "分布"]),
    ],
)
def test_what_is_wished_for_is_what_it_has(
    keyed_in: Quiz, tmp_path: Path, options: list[str], sheets: list[str]
) -> None:
    assert keyed_in("scores", "export", *options, "--to", "out.xlsx").status == 0
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == sheets


@pytest.mark.parametrize("options", [["--to", "a.csv"], ["--to", "a.xlsx", "--public"], ["--to", "a.xlsx", "--bands"]])
def test_where_responses_have_no_place_beside_the_scores_it_is_said_so(
    keyed_in: Quiz, tmp_path: Path, options: list[str]
) -> None:
    outcome = keyed_in("scores", "export", "sample-paper", "--with-responses", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert "没有导出" in outcome.err
    assert not (tmp_path / options[1]).exists()


@pytest.mark.usefixtures("keyed_in")
def test_it_goes_into_a_pipe() -> None:
    command = [sys.executable, "-m", "quizapp", "scores", "export", "--to", "-", "--format", "xlsx"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert load_workbook(io.BytesIO(done.stdout)).sheetnames[0] == "总表"
    assert done.stderr == b""


def test_it_is_nothing_for_a_terminal(keyed_in: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    outcome = keyed_in("scores", "export", "--to", "-", "--format", "xlsx")
    assert (outcome.status, outcome.out) == (2, "")
    assert "成绩册.xlsx" in outcome.err


def test_without_what_writes_it_nothing_is_exported_and_it_is_said_so(
    keyed_in: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "成绩册.xlsx").write_bytes(b"old")
    for name in [one for one in sys.modules if one.startswith(("quizapp.reports.workbook", "quizapp.documents."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    outcome = keyed_in("scores", "export", "--to", "成绩册.xlsx", "--replace")
    assert (outcome.status, outcome.out) == (1, "")
    assert "缺少写 .xlsx 的组件" in outcome.err
    assert (tmp_path / "成绩册.xlsx").read_bytes() == b"old"


def test_weights_of_what_nothing_is_called_are_told_before_anything_is_written(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "home" / "settings.yaml").write_text("权重: {没有的: 100%}\n", encoding="utf-8")
    outcome = keyed_in("scores", "export", "--to", "成绩册.xlsx")
    assert outcome.status == 1
    assert "没有的" in outcome.err
    assert not (tmp_path / "成绩册.xlsx").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_names_no_paper_is_told_every_ending_that_has_room_for_all(keyed_in: Quiz, lang: str) -> None:
    done = keyed_in("--lang", lang, "scores", "export", "--to", "all.csv")
    assert done.status == 2
    roomy = [report.suffixes[0] for report in REPORTS.values() if report.takes_all]
    assert [ending for ending in roomy if ending not in done.err] == []
