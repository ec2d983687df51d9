"""A command of a group loads nothing of the group's others: a list starts as fast as there were no other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPY = """
import sys
from quizapp.__main__ import main
main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith("quizapp.cli.")), file=sys.stderr)
"""
OTHERS = frozenset(
    f"quizapp.cli.{name}"
    for name in (
        "analysing",
        "closing",
        "correcting",
        "deciding",
        "decided_by",
        "evidence",
        "extending",
        "keying",
        "marking",
        "printing",
        "regrading",
        "score_entry",
    )
)


def loaded(tmp_path: Path, words: str) -> set[str]:
    surroundings = {**os.environ, "QUIZAPP_HOME": str(tmp_path / "home"), "QUIZAPP_LANG": "zh", "PYTHONUTF8": "1"}
    asked = [sys.executable, "-c", SPY, *words.split()]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=surroundings, cwd=tmp_path)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("scores --help", "quizapp.cli.root"),
        ("scores list", "quizapp.cli.score_list"),
        ("scores export opening-test --to - --format csv", "quizapp.cli.score_export"),
        ("papers --help", "quizapp.cli.papers"),
        ("papers list", "quizapp.cli.papers"),
    ],
)
def test_a_command_loads_nothing_of_the_others(tmp_path: Path, words: str, own: str) -> None:
    modules = loaded(tmp_path, words)
    assert own in modules
    assert not modules & OTHERS


def test_a_list_of_scores_loads_nothing_of_the_export(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "scores list")
    assert not modules & {"quizapp.cli.score_export"}
