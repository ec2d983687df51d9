"""An attempt under way on disk, and what may become of the files beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from quizapp.domain.candidate import Candidate
from quizapp.services.ports.home import Clock
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.settings import Settings
from quizapp.wiring import workplace
from tests.cli.conftest import BANK, COURSE, PAPER
from tests.samples.workplace import StoppedClock

ZHANG = Candidate(id="07", name="张三", unit="甲办")
LI = Candidate(id="08", name="李四", unit="乙办")
FILE = "papers/sample-paper.yaml"

Disturb = Callable[[Path], object]


def begun_in(folder: Path, clock: Clock | None = None) -> Path:
    """Return the folder with a home and banks, a roster of two, the first one's attempt under way with one answer.

    It was begun at nine, or by that clock: the program itself goes by the machine's.
    """
    banks = folder / "banks"
    (banks / "papers").mkdir(parents=True)
    for name, text in (("course.yaml", COURSE), ("sample.yaml", BANK), (FILE, PAPER)):
        (banks / name).write_text(text, encoding="utf-8")
    place = at(folder)
    place = replace(place, clock=clock or place.clock)
    place.home.roster.record([ZHANG, LI], place.clock.read().at)
    paper = place.library.paper("sample-paper").paper
    assert paper is not None
    stands = standing(place.home, place.clock, paper, ZHANG)
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.answer(1, ("A",))
    sitting.close()
    return folder


def at(room: Path, minutes: int = 0) -> Workplace:
    """Return the room as a program finds it that is started so many minutes after nine."""
    settings = Settings(home=room / "home", banks=(room / "banks",), class_id="a")
    clock = StoppedClock()
    clock.go_on(timedelta(minutes=minutes))
    return replace(workplace(settings), clock=clock)


def rewrite(name: str, old: str, new: str) -> Disturb:
    """Return what puts one text in the place of another in a file."""

    def disturb(room: Path) -> None:
        path = room / name
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new), encoding="utf-8")

    return disturb


def drop(name: str) -> Disturb:
    return lambda room: (room / name).unlink()


def move(name: str, to: str) -> Disturb:
    return lambda room: (room / name).rename(room / to)


def unchain(name: str) -> Disturb:
    """Return what writes a file of one whole line that no chain begins with."""

    def disturb(room: Path) -> None:
        lines = (room / "home/candidates.jsonl").read_bytes().splitlines(keepends=True)
        (room / name).write_bytes(lines[-1])

    return disturb


def without_zhang(room: Path) -> None:
    """Put another class's list in the place of the roster."""
    (room / "home/candidates.jsonl").unlink()
    at(room).home.roster.record([LI], StoppedClock().at)


ONE_PAPER = f"banks/{FILE}"
DISTURBANCES: dict[str, Disturb] = {
    "a fault in the paper": rewrite(ONE_PAPER, "题数: 2", "题数: 200"),
    "an unknown field in the paper": rewrite(ONE_PAPER, "考试时长", "考试时常"),
    "the paper is no YAML": rewrite(ONE_PAPER, "大题:", "大题: ["),
    "the paper is gone": drop(ONE_PAPER),
    "the paper's file is called otherwise": move(ONE_PAPER, "banks/papers/other.yaml"),
    "the paper has another id": rewrite(ONE_PAPER, "sample-paper", "renamed"),
    "the bank is gone": drop("banks/sample.yaml"),
    "the bank has another id": rewrite("banks/sample.yaml", "题库: sample", "题库: renamed"),
    "the bank is no YAML": rewrite("banks/sample.yaml", "试题:", "试题: ["),
    "the course is no YAML": rewrite("banks/course.yaml", "知识点:", "知识点: ["),
    "the course is gone": drop("banks/course.yaml"),
    "the banks folder is gone": move("banks", "elsewhere"),
    "the roster is gone": drop("home/candidates.jsonl"),
    "the roster is another's": without_zhang,
    "the roster was altered": rewrite("home/candidates.jsonl", "07", "97"),
    "the book is torn": lambda room: (room / "home/scores.json").write_bytes(b"{"),
    "decisions were altered": unchain("home/journal/sample-paper/committee.jsonl"),
    "publications were altered": unchain("home/publications.jsonl"),
}
