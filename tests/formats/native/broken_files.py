"""The folder of broken files, each with the faults expected of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from quizapp.formats.native.pool.pool import Pool
from quizapp.reading.yaml.events import MakeParser

BROKEN = Path(__file__).parent / "broken"
COURSE = "course: demo\ntopics: {roles: 角色}\n"


def broken_files() -> list[Path]:
    """Return the broken files, by name."""
    return sorted(BROKEN.glob("*.yaml"))


def expected(path: Path) -> list[str]:
    """Return the faults expected of a file: line:column, severity, code."""
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def found(path: Path, folder: Path, make_parser: MakeParser) -> list[str]:
    """Return the faults found in a file that stands in a folder beside a course."""
    shutil.copy(path, folder / path.name)
    if not path.name.startswith("course"):
        (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    faults = Pool([folder], make_parser=make_parser).faults([str(folder / path.name)])
    return [f"{fault.line}:{fault.column} {fault.severity} {fault.code}" for fault in faults]
