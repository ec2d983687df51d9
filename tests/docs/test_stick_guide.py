"""What 考试盘制作.md says to type does what it says, from the sealed paper to the collected class."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.__main__ import main
from quizapp.carrying.publication_file import read_publication
from quizapp.services.ports.paper_editor import question_count
from tests.samples.shipped_banks import papers

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "考试盘制作.md").read_text("utf-8")
PASSWORDS = ("迎难而上2026", "迎难而上2026", "监考二〇二六", "监考二〇二六")


def block(name: str) -> list[list[str]]:
    """Return the commands of a block."""
    found = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```", GUIDE, flags=re.DOTALL)
    assert found is not None
    return [shlex.split(line) for line in found[1].splitlines()]


def run(words: list[str]) -> None:
    """Run one as it stands."""
    if words[0] == "quizapp":
        assert main(words[1:]) == 0, words
        return
    assert words[0] == "python"
    subprocess.run([sys.executable, ROOT / words[1], *words[2:]], check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing was done yet; what is asked for is typed."""
    for name in ("QUIZAPP_BANKS", "QUIZAPP_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "question_banks", tmp_path / "question_banks")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    typed = iter(PASSWORDS)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(typed))
    return tmp_path


def test_the_stick_is_made_as_the_guide_says(desk: Path) -> None:
    for words in block("stick commands"):
        run(words)
    assert {path.name for path in (desk / "考试盘").iterdir()} == {"quizapp.pyz", "考试"}
    assert (desk / "考试盘" / "考试" / "结业考试.quiz").exists()
    made = read_publication(desk / "结业考试.quiz")
    assert made.opened(PASSWORDS[0]).forms
    assert made.cover.invigilator is not None


def test_what_comes_back_is_collected_as_the_guide_says(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "收卷").mkdir()
    final = next(paper for paper in papers() if paper.id == "final")
    count = sum(question_count(section) for section in final.sections)
    heads = ",".join(str(number) for number in range(1, count + 1))
    (desk / "答案.csv").write_text(f"学号,姓名,{heads}\n01,张三,{',' * (count - 1)}\n", encoding="utf-8")
    monkeypatch.setenv("QUIZAPP_HOME", str(desk / "other"))
    exam = ["quizapp", "--banks", "question_banks/exam"]
    run([*exam, "scores", "enter", "final", "答案.csv"])
    run([*exam, "scores", "pack", "final", "--to", "收卷/答卷.zip"])
    monkeypatch.setenv("QUIZAPP_HOME", str(desk / "home"))
    for words in block("collect commands"):
        run(words)
    assert list((desk / "home" / "journal" / "final").glob("2*.jsonl"))
