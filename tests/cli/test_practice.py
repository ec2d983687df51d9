"""quizapp practice: what is said before any screen is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

PERSON = ("--candidate", "07", "--name", "张三")


@pytest.mark.parametrize(
    "words",
    [(), ("sample",), ("样题", "--topic", "甲"), ("sample.yaml",), PERSON, ("--topic", "A", *PERSON)],
    ids=" ".join,
)
def test_without_a_terminal_there_is_nowhere_to_practise(quiz: Quiz, banks: Path, words: tuple[str, ...]) -> None:
    paths = [str(banks / word) if word.endswith(".yaml") else word for word in words]
    outcome = quiz("practice", *paths)
    assert outcome.status == 2
    assert "终端" in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("none",), 2, "没有找到题库“none”"),
        (("--topic", "none"), 2, "没有找到知识点“none”"),
        (("missing.yaml",), 2, "missing.yaml"),
        (("secret",), 1, "只供考试"),
        (("--candidate", "07"), 1, "--name"),
        (("--wrong",), 2, "--wrong"),
    ],
)
def test_what_cannot_be_is_said_at_once(quiz: Quiz, words: tuple[str, ...], status: int, said: str) -> None:
    outcome = quiz("practice", *words)
    assert outcome.status == status
    assert said in outcome.err


def test_a_bank_with_faults_is_not_practised(quiz: Quiz, banks: Path) -> None:
    (banks / "broken.yaml").write_text("题库: broken\n试题:\n  - {编号: b-1, 题型: 单选}\n", encoding="utf-8")
    outcome = quiz("practice", "broken")
    assert outcome.status == 1
    assert "quizapp banks check" in outcome.err


def test_with_a_roster_only_those_on_it_practise(keyed_in: Quiz) -> None:
    outcome = keyed_in("practice", "--candidate", "99")
    assert outcome.status == 1
    assert "99" in outcome.err
    assert keyed_in("practice", "--candidate", "01").status == 2
    assert keyed_in("practice", "--candidate", "01", "--name", "李四").status == 1
