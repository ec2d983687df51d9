"""The start of commands that show no screen, beside `python -c "import click, tinydb"` in the same run."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.rows import Row

_PEER = ("-c", "import click, tinydb")
_PEOPLE = 3
_MOST = 2.0


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of `scores list` and `scores export` on a home of a few attempts, from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _fill(home, Path(folder) / "answers.csv")
        ours = {
            "scores list": ("scores", "list"),
            "scores list --format json": ("scores", "list", "--format", "json"),
            "scores export": (
                "scores",
                "export",
                "opening-test",
                "--to",
                str(Path(folder) / "scores.csv"),
                "--replace",
            ),
        }
        commands = {name: ("-m", "quizapp", "--home", str(home), *words) for name, words in ours.items()}
        times = _in_turn({"": _PEER, **commands}, max(5, int(40 * strength)))
    peer = median(times.pop(""))
    return [
        Row(name=name, ours=median(taken) * 1000, peer=peer * 1000, peer_name="import click, tinydb", at_most=_MOST)
        for name, taken in times.items()
    ]


def _fill(home: Path, answers: Path) -> None:
    """Make a home where a few people have handed in, each with a score of their own: equal ones are marked again."""
    drawn = _run(
        "-m", "quizapp", "--home", str(home), "papers", "draw", "opening-test", "--with-key", "--format", "json"
    )
    keys = [item["key"] for item in json.loads(drawn)["items"]]
    heads = ",".join(map(str, range(1, len(keys) + 1)))
    rows = []
    for number in range(1, _PEOPLE + 1):
        given = keys[:number] + [""] * (len(keys) - number)
        rows.append(f"{number},学员{number},{','.join(given)}")
    answers.write_text("\n".join([f"学号,姓名,{heads}", *rows]) + "\n", encoding="utf-8")
    _run("-m", "quizapp", "--home", str(home), "candidates", "import", str(answers))
    _run("-m", "quizapp", "--home", str(home), "scores", "enter", "opening-test", str(answers))


def _in_turn(commands: dict[str, tuple[str, ...]], count: int) -> dict[str, list[float]]:
    """Return how many seconds each command took, one after another, so that all meet the same machine."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(count):
        for name, words in commands.items():
            start = time.perf_counter()
            _run(*words)
            times[name].append(time.perf_counter() - start)
    return times


def _run(*words: str) -> bytes:
    checkout = Path(__file__).parent.parent
    return subprocess.run([sys.executable, *words], check=True, capture_output=True, cwd=checkout).stdout
