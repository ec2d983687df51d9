"""Whatever takes something out of a home or brings something in stands in its log, with who had it done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz
from tests.cli.test_marking import attempts, marks, waiting

__all__ = ["waiting"]  # a fixture

QUESTIONS = "题型,题干,选项A,选项B,答案,难度\n单选,新题,甲,乙,A,易\n"


@pytest.fixture
def home(quiz: Quiz, tmp_path: Path) -> Path:
    """A home whose settings name who keeps it."""
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "settings.yaml").write_text("staff: 王班长\n", encoding="utf-8")
    return tmp_path / "home"


def last(home: Path) -> tuple[str, str, dict[str, str]]:
    """Return what the log's last line tells: what was done, by whom, and with what."""
    line = json.loads((home / "log.jsonl").read_bytes().splitlines()[-1])
    return line["kind"], line["data"]["who"], line["data"]["values"]


@pytest.mark.parametrize(
    ("words", "what", "values"),
    [
        ("candidates import roster.csv", "candidates-imported", {"file": "roster.csv"}),
        ("candidates export list.csv", "candidates-exported", {"to": "list.csv"}),
        ("scores enter sample-paper more.csv", "answers-entered", {"paper": "sample-paper", "rows": "1"}),
        ("scores export sample-paper --to all.json", "exported", {"paper": "sample-paper", "rows": "3"}),
        ("scores pack --to all.zip", "packed", {"to": "all.zip", "attempts": "2"}),
        ("scores pack sample-paper --to all.zip", "packed", {"paper": "sample-paper"}),
        ("scores collect stick", "collected", {"taken": "0", "refused": "0", "read": "0"}),
        ("scores archive --to class.zip", "archived", {"to": "class.zip", "attempts": "2"}),
        ("scores seal --to seal.txt", "sealed", {"to": "seal.txt", "attempts": "2"}),
        ("scores analyse sample-paper --to items.csv", "analysis-written", {"paper": "sample-paper", "attempts": "2"}),
        ("banks import 题.csv --to banks/new.yaml", "questions-imported", {"file": "题.csv", "read": "1"}),
        ("banks export sample --to sample.gift", "bank-exported", {"bank": "sample", "items": "5"}),
        ("papers print sample-paper --to 卷.html", "paper-printed", {"paper": "sample-paper"}),
        ("papers publish sample-paper --to 卷.quiz", "paper-published", {"paper": "sample-paper", "sealed": "no"}),
    ],
)
def test_a_command_that_moves_something_is_logged(
    keyed_in: Quiz, home: Path, tmp_path: Path, words: str, what: str, values: dict[str, str]
) -> None:
    (tmp_path / "more.csv").write_text("学号,1,2,3,4,5\n03,C,,,,\n", encoding="utf-8")
    (tmp_path / "题.csv").write_text(QUESTIONS, encoding="utf-8")
    (tmp_path / "stick").mkdir()
    done = keyed_in(*words.split())
    assert done.status == 0, done.err
    logged = last(home)
    assert logged[:2] == (what, "王班长")
    assert values.items() <= logged[2].items()


def test_marks_from_a_file_are_logged_with_who_marked(waiting: Quiz, home: Path, tmp_path: Path) -> None:
    first, _ = attempts(waiting)
    file = marks(tmp_path, (first, 2, 2, 1, ""))
    done = waiting("scores", "mark", "essays", "--marks", file, "--by", "赵阅卷")
    assert done.status == 0, done.err
    assert last(home)[:2] == ("essays-marked", "赵阅卷")
