"""A form is the same on any machine and Python. The digests here may never change: forms are drawn anew from them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.domain.codec import to_plain
from quizapp.domain.papers.paper import Paper
from tests.domain.papers.drawing.drawn_digests import digests, given
from tests.samples.shipped_banks import banks, papers

ROOT = Path(__file__).parents[4]
SYSTEMS_OWN = Path("/usr/bin/python3")
"""Mostly of another version than the one that runs the tests, and without any packages."""

FROZEN = {
    "blueprint": "dfa9059bcb18cc7caaec688eca80ef8dbff704c85f068ae62139f3cadba4d595",
    "own": "886e4653592b1fc3e121d3b0448fdc7bc21e20c6e9a1570e976b0d6dda4a57fe",
    "overlaps": "608e3d14a058e5560376018e3596cb8cd7ccaf8ce2d1492fb70d39f8209e0423",
}


def shipped(id: str) -> str:
    """Return a shipped paper and the shipped banks as plain data."""
    paper: Paper = next(paper for paper in papers() if paper.id == id)
    return json.dumps({"paper": to_plain(paper), "banks": to_plain(banks())})


def printed(python: str, sent: str, hash_seed: str) -> dict[str, str]:
    """Return what another Python prints."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)}
    command = [python, "-m", "tests.domain.papers.drawing.drawn_digests"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, input=sent, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_forms_are_the_same_for_ever() -> None:
    assert digests() == FROZEN


@pytest.mark.parametrize("paper", ["final", "mock"])
@pytest.mark.parametrize("hash_seed", ["0", "1", "4294967295"])
def test_forms_do_not_depend_on_how_python_hashes(paper: str, hash_seed: str) -> None:
    sent = shipped(paper)
    assert printed(sys.executable, sent, hash_seed) == {**FROZEN, "given": given(sent)}


def test_forms_are_the_same_in_the_systems_own_python() -> None:
    if not SYSTEMS_OWN.exists():
        pytest.skip(f"there is no {SYSTEMS_OWN} here")
    asked = [str(SYSTEMS_OWN), "-c", "import sys; print(sys.version_info >= (3, 11))"]
    if subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() != "True":
        pytest.skip(f"{SYSTEMS_OWN} is older than what this program runs on")
    sent = shipped("final")
    assert printed(str(SYSTEMS_OWN), sent, "random") == {**FROZEN, "given": given(sent)}
