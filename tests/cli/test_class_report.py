"""quizapp scores export to a report: .html, .docx and .txt, told by the ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz
from tests.instruments.strict_html import Page
from tests.samples.classes.reported_class import text_of


def test_the_ending_tells_which_report_is_written(keyed_in: Quiz, tmp_path: Path) -> None:
    for ending in (".html", ".docx", ".txt"):
        outcome = keyed_in("scores", "export", "sample-paper", "--to", f"成绩报告{ending}")
        assert outcome.status == 0
        assert f"成绩报告{ending}" in outcome.out
    found = Page((tmp_path / "成绩报告.html").read_text("utf-8"))
    assert found.faults == []
    assert "应考 3 人，实考 2 人，缺考 1 人。" in found.text
    assert "应考 3 人，实考 2 人，缺考 1 人。" in text_of((tmp_path / "成绩报告.docx").read_bytes())
    assert len((tmp_path / "成绩报告.txt").read_text("utf-8").splitlines()) == 4


def test_without_a_paper_a_page_has_them_all(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "export", "--to", "all.html").status == 0
    assert "各科成绩报告" in Page((tmp_path / "all.html").read_text("utf-8")).texts


def test_four_lines_are_of_one_paper(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "export", "--to", "all.txt").status == 2
    assert not (tmp_path / "all.txt").exists()


@pytest.mark.parametrize("form", ["html", "docx", "txt"])
def test_a_report_has_no_place_for_responses(keyed_in: Quiz, form: str) -> None:
    outcome = keyed_in("scores", "export", "sample-paper", "--responses", "--to", f"all.{form}")
    assert outcome.status == 2
    assert form in outcome.err


def test_what_is_put_up_names_nobody_who_did_not_pass(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "export", "sample-paper", "--public", "--to", "public.html").status == 0
    text = Page((tmp_path / "public.html").read_text("utf-8")).text
    assert "张三" in text
    assert "李四" not in text
    assert "王五" not in text


def test_it_can_be_written_in_english(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "export", "sample-paper", "--lang", "en", "--to", "report.html").status == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert "Expected 3, sat 2, absent 1." in page


def test_lines_for_a_chat_go_to_standard_output_when_asked(keyed_in: Quiz) -> None:
    outcome = keyed_in("scores", "export", "sample-paper", "--to", "-", "--format", "txt")
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 4
