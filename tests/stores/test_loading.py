"""What opening a store may load: start-up is counted in milliseconds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from quizapp.stores import STORES
from quizapp.stores.clock import SystemClock
home = STORES["files"](Path(sys.argv[1]))
home.journals.names(), home.roster.candidates(), home.book.read(), home.forms.find("", "", "", 1), home.log
print(*sorted({"tinydb", "filelock", "socket", "asyncio", "textual", "yaml"} & set(sys.modules)))
"""


def test_looking_into_an_empty_home_loads_no_tinydb(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() == ""


def test_looking_makes_nothing(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path / "home")], capture_output=True, check=True)
    assert list(tmp_path.iterdir()) == []
