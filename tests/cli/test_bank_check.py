"""What `check` makes of warnings: told in every form, silent in the exit status unless it is strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.cli.frame.fault_list import annotation
from quizapp.domain.errors import Fault
from quizapp.language import Language
from tests.cli.conftest import Quiz

WARNED = """\
题库: warned
标题: 有提醒
试题:
  - {编号: w-1, 题型: 判断, 知识点: a, 难度: 易, 题干: "完成100%, 对吗?", 答案: 对, 解析: 乙}
"""


@pytest.fixture
def warned(banks: Path) -> Path:
    path = banks / "warned.yaml"
    path.write_text(WARNED, encoding="utf-8")
    return path


def test_warnings_alone_fail_a_strict_check_only(quiz: Quiz, warned: Path) -> None:
    assert quiz("banks", "check", "--strict").status == 1
    relaxed = quiz("banks", "check")
    assert relaxed.status == 0
    assert relaxed.out == f"{warned}:4:42: warning punctuation-mixed: 中文里夹着半角标点。请改成：完成100%，对吗？\n"
    warned.write_text(WARNED.replace("编号: w-1", "编号: w-1, 免检: [punctuation-mixed]"), encoding="utf-8")
    assert quiz("banks", "check", "--strict").status == 0


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_strict_check_fails_in_every_format(quiz: Quiz, warned: Path, form: str) -> None:
    assert quiz("banks", "check", "--format", form).status == 0
    assert quiz("banks", "check", "--format", form, "--strict").status == 1


def test_a_warning_in_json_has_its_place_item_and_code(quiz: Quiz, warned: Path) -> None:
    (fault,) = quiz("banks", "check", "--format", "json").json
    assert (fault["file"], fault["line"], fault["severity"]) == (str(warned), 4, "warning")
    assert (fault["item"], fault["code"]) == ("w-1", "punctuation-mixed")


def test_github_reads_a_warning_as_a_warning_with_its_signs_escaped(quiz: Quiz, warned: Path) -> None:
    out = quiz("banks", "check", "--format", "github").out
    sentence = "punctuation-mixed: 中文里夹着半角标点。请改成：完成100%25，对吗？"
    assert out == f"::warning file={str(warned).replace(':', '%3A')},line=4,col=42::{sentence}\n"


def test_github_is_given_properties_and_lines_that_cannot_be_taken_for_its_own() -> None:
    values = {"letter": "A", "option": "甲\r\n::error::乙", "other": ""}
    fault = Fault(file="50%,c:\\x\n.yaml", code="option-all-or-none", severity="warning", values=values)
    line = annotation(Language("en"), fault)
    assert line.startswith(
        "::warning file=50%25%2Cc%3A\\x%0A.yaml,line=1,col=1::option-all-or-none: Option A, “甲%0D%0A::error"
    )
    assert "\n" not in line


def test_a_paper_is_checked_strictly_for_drafts_it_passes_by(quiz: Quiz, banks: Path) -> None:
    assert quiz("papers", "check", "--strict").status == 0
    draft = "  - {编号: t-9, 题型: 判断, 知识点: a, 难度: 易, 题干: 登记在先。, 答案: 对, 解析: 乙, 状态: 草稿}\n"
    sample = banks / "sample.yaml"
    sample.write_text(sample.read_text(encoding="utf-8") + draft, encoding="utf-8")
    outcome = quiz("papers", "check", "--strict")
    assert (outcome.status, quiz("papers", "check").status) == (1, 0)
    assert "drafts-left-out" in outcome.out
    assert "t-9" in outcome.out
    assert quiz("banks", "check", "--strict").status == 0


def test_a_paper_and_a_bank_are_checked_by_their_ids_and_titles_too(quiz: Quiz, banks: Path) -> None:
    (banks / "papers" / "other.yaml").write_text("试卷: other\n标题: 坏卷\n", "utf-8")
    assert quiz("papers", "check", "sample-paper").status == 0
    assert quiz("papers", "check", "样卷", "other").status == 1
    faults = [line for line in quiz("papers", "check", "other").out.splitlines() if " error " in line]
    assert faults
    assert all("other.yaml" in line for line in faults)
    assert quiz("banks", "check", "sample").status == 0
    outcome = quiz("papers", "check", "none")
    assert outcome.status == 2
    assert "sample-paper" in outcome.err


def test_a_checked_paper_shows_what_its_draws_leave_to_chance(quiz: Quiz) -> None:
    told = quiz("papers", "check", "sample-paper").out
    assert "可能占的分数" in told
    assert quiz("papers", "check").out == told
    assert "可能占的分数" not in quiz("papers", "check", "--format", "github").out
