"""A question type is its file: a tenth one, known by its entries alone, is all that the nine are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[3]
ENTRIES = "tests.cli.tenth_type.entries"


@pytest.mark.parametrize(
    ("tests", "chosen"),
    [
        ("tests/domain/items/test_conformance.py", "day or every_type or told_apart"),
        ("tests/cli/tenth_type/walk.py", ""),
    ],
    ids=["conformance", "walk"],
)
def test_a_tenth_type_known_by_its_entries_passes(tests: str, chosen: str, tmp_path: Path) -> None:
    """In a process of its own: a registry is read once, by whatever is loaded after it."""
    options = [
        "-q",
        "-o",
        "addopts=--strict-markers",
        "-p",
        "no:cacheprovider",
        "-p",
        ENTRIES,
        f"--basetemp={tmp_path / 'inner'}",
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, tests, "-k", chosen],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
