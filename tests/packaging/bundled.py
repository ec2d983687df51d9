"""Running what the build makes, each time with an environment of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
BUILD = CHECKOUT / "packaging" / "build.py"
BARE = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def run(*words: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run something with an environment of its own, in an empty folder."""
    home.mkdir(exist_ok=True)
    env = {**BARE, "HOME": str(home), **more}
    return subprocess.run(list(map(str, words)), env=env, cwd=home, capture_output=True, encoding="utf-8", check=False)
