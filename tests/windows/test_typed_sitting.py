"""A sitting in the Windows console with Chinese from an input method, run by Windows Python under Wine."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import Answered, HandedIn
from quizapp.stores.files.home import FileHome
from tests.instruments.terminal_driver import Terminal

CHECKOUT = Path(__file__).parents[2]
BANKS = CHECKOUT / "tests" / "terminal" / "banks"
PYTHON = os.environ.get("QUIZAPP_WINDOWS_PYTHON", "")
"""Windows Python, to be run by wine."""
TEXT = "耳目，“参谋”𠮷"


@pytest.mark.skipif(not PYTHON, reason="Windows Python is named by .ci/windows alone")
def test_chinese_typed_with_num_lock_on_is_answered_and_handed_in(tmp_path: Path) -> None:
    pool = tmp_path / "pool"
    pool.mkdir()
    for bank in ("four-types", "sample"):
        shutil.copy(BANKS / f"{bank}.yaml", pool)
    (tmp_path / "painted.txt").touch()
    command = ("wine", PYTHON, "-X", "utf8", "-m", "tests.windows.typed_sitting", f"Z:{tmp_path}", TEXT)
    with closing(Terminal()) as terminal:
        terminal.start(command, {"PYTHONPATH": f"Z:{CHECKOUT}"})
        status = terminal.wait_for_end()
        said = terminal.printed()
    missed = tmp_path / "missed.txt"
    assert not missed.exists(), missed.read_text("utf-8")
    assert status == 0, said
    journals = FileHome(tmp_path / "home").journals
    (name,) = journals.names()
    events = journals.read(name).events
    assert [event.response for event in events if isinstance(event, Answered)][-1] == (TEXT,)
    assert isinstance(events[-1], HandedIn)
