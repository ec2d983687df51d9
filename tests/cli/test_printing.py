"""quizapp papers print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PAPER, Quiz


@pytest.mark.parametrize("ending", ["html", "docx", "md", "txt"])
def test_a_paper_is_printed_and_its_form_is_the_one_that_draw_shows(quiz: Quiz, tmp_path: Path, ending: str) -> None:
    done = quiz("papers", "print", "sample-paper", "--to", f"卷.{ending}")
    assert (done.status, done.err) == (0, "")
    assert f"已印到 卷.{ending}（卷：A）" in done.out
    data = (tmp_path / f"卷.{ending}").read_bytes()
    digest: str = quiz("papers", "draw", "sample-paper", "--format", "json").json["digest"]
    if ending != "docx":
        assert digest[:12] in data.decode()
        assert "解析" not in data.decode()


def test_all_forms_are_printed_or_the_one_that_is_named(quiz: Quiz, tmp_path: Path, banks: Path) -> None:
    (banks / "papers" / "sample-paper.yaml").write_text(PAPER + "试卷套数: 2\n", encoding="utf-8")
    assert quiz("papers", "print", "sample-paper", "--to", "all.txt", "--with-key").status == 0
    assert quiz("papers", "print", "sample-paper", "--to", "b.txt", "--form", "b").status == 0
    everything, second = ((tmp_path / name).read_text("utf-8") for name in ("all.txt", "b.txt"))
    assert everything.count("样卷（A 卷）") == everything.count("样卷（B 卷）") == 3
    assert "样卷（A 卷）" not in second
    assert second.count("\f") == 1
    assert second.split("\f")[0].strip() in everything
    assert quiz("papers", "print", "sample-paper", "--to", "c.txt", "--form", "C").status == 2


def test_where_each_has_a_form_it_must_be_said_whose(quiz: Quiz, tmp_path: Path, banks: Path) -> None:
    (banks / "papers" / "sample-paper.yaml").write_text(PAPER + "试卷套数: 一人一卷\n", encoding="utf-8")
    assert quiz("papers", "print", "sample-paper", "--to", "x.txt").status == 2
    assert quiz("papers", "print", "sample-paper", "--to", "x.txt", "--candidate", "07").status == 0
    assert "学号 07" in (tmp_path / "x.txt").read_text("utf-8")
    assert quiz("papers", "print", "sample-paper", "--to", "x.txt", "--candidate", "07", "--form", "A").status == 2


@pytest.mark.parametrize(
    ("target", "status", "said"),
    [
        ("x.pdf", 2, "不能印成 .pdf"),
        ("x", 2, "文件名的结尾可以是：.html .docx .md .txt"),
        ("nowhere/x.txt", 2, "没有这个文件夹"),
    ],
)
def test_what_cannot_be_written_fixes_nothing(quiz: Quiz, tmp_path: Path, target: str, status: int, said: str) -> None:
    done = quiz("papers", "print", "sample-paper", "--to", target)
    assert done.status == status
    assert said in done.err
    assert not (tmp_path / "home" / "forms").exists()


def test_with_the_key_it_stands_apart_at_the_end(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("papers", "print", "sample-paper", "--to", "x.txt", "--with-key").status == 0
    *shown, key = (tmp_path / "x.txt").read_text("utf-8").split("\f")
    assert len(shown) == 2
    assert "参考答案与解析" in key
    assert "解析：各一本。" in key
    assert not any("各一本" in page for page in shown)


def test_it_is_written_down_who_printed_what(quiz: Quiz, tmp_path: Path) -> None:
    quiz("papers", "print", "sample-paper", "--to", "x.txt", "--with-key")
    log = (tmp_path / "home" / "log.jsonl").read_text("utf-8")
    assert "paper-printed" in log
    assert '"key":"yes"' in log


@pytest.mark.parametrize("ending", ["html", "csv", "md"])
def test_its_table_of_topics_and_levels_is_printed_and_fixes_nothing(quiz: Quiz, tmp_path: Path, ending: str) -> None:
    done = quiz("papers", "print", "sample-paper", "--table", "--to", f"t.{ending}")
    assert (done.status, done.err) == (0, "")
    assert f"双向细目表：t.{ending}" in done.out
    assert "合计" in (tmp_path / f"t.{ending}").read_text("utf-8-sig")
    assert not list(tmp_path.rglob("forms/*"))
    assert quiz("papers", "print", "sample-paper", "--table", "--to", "t.docx").status == 2
