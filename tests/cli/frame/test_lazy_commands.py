"""A command of a group loads nothing of the group's others: a list starts as fast as there were no other."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from quizapp.cli.frame.commands import COMMANDS

SPY = """
import sys
from quizapp.__main__ import main
main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith("quizapp.cli.")), file=sys.stderr)
"""
COMMANDS_OF = {f"quizapp.cli.{place.rpartition('.')[0]}" for _, place in COMMANDS.values()}
"""The files that have commands."""
OTHERS = COMMANDS_OF | {"quizapp.cli.frame.decider"}
"""Those, and what decisions share."""


def loaded(tmp_path: Path, words: str) -> set[str]:
    surroundings = {**os.environ, "QUIZAPP_HOME": str(tmp_path / "home"), "QUIZAPP_LANG": "zh", "PYTHONUTF8": "1"}
    asked = [sys.executable, "-c", SPY, *words.split()]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=surroundings, cwd=tmp_path)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("--help", ()),
        ("scores --help", ()),
        ("scores list", ("score_list",)),
        ("scores export opening-test --to - --format csv", ("score_export", "score_list")),
        ("papers --help", ()),
        ("papers list", ("papers",)),
        ("banks list", ("banks",)),
        ("candidates --help", ()),
    ],
)
def test_a_command_loads_nothing_of_the_others(tmp_path: Path, words: str, own: tuple[str, ...]) -> None:
    modules = loaded(tmp_path, words)
    assert "quizapp.cli.root" in modules
    assert modules & OTHERS == {f"quizapp.cli.{name}" for name in own}


def test_every_file_that_is_not_to_be_loaded_is_there() -> None:
    assert [name for name in sorted(OTHERS) if find_spec(name) is None] == []
