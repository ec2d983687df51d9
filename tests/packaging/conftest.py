"""The bundle, built once for all that look at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.bundled import BUILD


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with both."""
    folder = tmp_path_factory.mktemp("built")
    paper = folder / "结业考试.quiz"
    paper.write_bytes(b"quizapp-publication 1\n")
    command = [sys.executable, str(BUILD), "--to", str(folder), "--publication", str(paper)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "textual" in done.stdout
    return folder
