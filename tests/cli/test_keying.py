"""quizapp scores enter --keyed: what the command says where it opens no screen."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Quiz


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "要写上表格文件，或用 --keyed 打开录入界面"),
        ("answers.csv --keyed", "不写表格文件，也不写 --again"),
        ("--second --again", "不写表格文件，也不写 --again"),
        ("--keyed", "终端"),
        ("--second --by 赵班长", "终端"),
    ],
)
def test_what_is_called_wrongly_ends_with_two(quiz: Quiz, words: str, said: str) -> None:
    done = quiz("scores", "enter", "sample-paper", *words.split())
    assert done.status == 2
    assert said in done.err


def test_an_unknown_paper_is_told_before_anything_else(quiz: Quiz) -> None:
    assert quiz("scores", "enter", "nothing", "--keyed").status == 2
